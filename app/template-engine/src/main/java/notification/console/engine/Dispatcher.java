package notification.console.engine;

import freemarker.template.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** From a method's name and parameters to its result. Any thread. */
final class Dispatcher {
    private static final int DEFAULT_TIME_MS = 2000;
    private static final int DEFAULT_OUTPUT = 16 << 20;

    /** Its configuration is never changed, so all threads may use it. */
    private final Renderer renderer = new Renderer();

    Object call(String method, Params params) throws RequestError {
        switch (method) {
            case "version":
                return version();
            case "prepare":
                return prepare(params);
            case "render":
                return renderer.render(params.text("name"), params.text("text"), params.text("data"),
                    params.number("timeMs", DEFAULT_TIME_MS), params.number("maxBytes", DEFAULT_OUTPUT));
            case "inspect":
                return inspect(params);
            case "plain":
                return Map.of("text", PlainText.of(params.text("html")));
            case "compare":
                return new LetterDiff(params.text("left"), params.text("right")).compare();
            default:
                throw new RequestError("bad-request", "Unknown method " + method);
        }
    }

    private static Object version() throws RequestError {
        Properties own = new Properties();
        try (InputStream in = Dispatcher.class.getResourceAsStream("/template-engine.properties")) {
            own.load(in);
        } catch (IOException e) {
            throw new RequestError("internal", String.valueOf(e.getMessage()));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("protocol", own.getProperty("version"));
        result.put("freemarker", Configuration.getVersion().toString());
        result.put("jsoup", own.getProperty("jsoup"));
        result.put("java", System.getProperty("java.version"));
        return result;
    }

    /** Several at once, so that a thousand small templates are not a thousand round trips. */
    private static Object prepare(Params params) throws RequestError {
        List<Object> results = new ArrayList<>();
        for (Object item : params.list("templates")) {
            Params one = new Params(item);
            results.add(new EmailPreparer(new TemplateFiles(one.text("directory"))).prepare(one.text("text")));
        }
        return results;
    }

    /** What FreeMarker's own parser makes of each text; an error of one is part of its result. */
    private Object inspect(Params params) throws RequestError {
        List<Object> results = new ArrayList<>();
        for (Object item : params.list("templates")) {
            Params one = new Params(item);
            Map<String, Object> result;
            try {
                result = renderer.inspect(one.text("name"), one.text("text")).toJson();
            } catch (RequestError e) {
                if (!e.code().equals("syntax")) {
                    throw e;
                }
                result = new LinkedHashMap<>();
                result.put("error", e.toJson());
            }
            results.add(result);
        }
        return results;
    }
}
