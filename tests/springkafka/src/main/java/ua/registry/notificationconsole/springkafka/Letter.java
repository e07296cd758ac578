package ua.registry.notificationconsole.springkafka;

import java.util.Map;

/** What the topic carries. Like the platform's own classes it has fields that a record may lack. */
public class Letter {
    private String id;
    private String realm;
    private Map<String, Object> parameters;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getRealm() {
        return realm;
    }

    public void setRealm(String realm) {
        this.realm = realm;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }
}
