package ua.registry.notificationconsole.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.utils.SecurityUtils;

/** What the sandbox's broker must have: topics and SCRAM users. What is there already is left as it is. */
final class Inventory {
    private static final int ITERATIONS = 4096;

    private final Properties settings;

    Inventory(Properties settings) {
        this.settings = settings;
    }

    void complete() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", settings.getProperty("sandbox.bootstrap"),
                "client.id", "sandbox-inventory",
                "retry.backoff.ms", "20",
                "retry.backoff.max.ms", "100",
                "enable.metrics.push", "false"))) {
            createTopics(admin);
            createUser(admin);
            createRights(admin);
            awaitLeaders(admin);
        }
    }

    private void createTopics(Admin admin) throws Exception {
        int partitions = Integer.parseInt(settings.getProperty("sandbox.partitions", "15"));
        Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
        List<NewTopic> missing = new ArrayList<>();
        for (String name : settings.getProperty("sandbox.topics", "").split(",")) {
            if (!name.isBlank() && !present.contains(name.trim())) {
                missing.add(new NewTopic(name.trim(), partitions, (short) 1));
            }
        }
        if (!missing.isEmpty()) {
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        }
    }

    /** Metadata knows a leader a moment before that leader takes requests; the admin client asks until it does. */
    private void awaitLeaders(Admin admin) throws Exception {
        Set<String> topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(topics).allTopicNames().get(30, TimeUnit.SECONDS).forEach((name, topic) ->
                topic.partitions().forEach(p -> ends.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
        admin.listOffsets(ends).all().get(60, TimeUnit.SECONDS);
    }

    private void createUser(Admin admin) throws Exception {
        String user = settings.getProperty("sandbox.scram.user", "");
        if (user.isEmpty()) {
            return;
        }
        String password = settings.getProperty("sandbox.scram.password", "");
        // Two mechanisms of one user in one request are refused.
        for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
            UserScramCredentialAlteration wanted = new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(mechanism, ITERATIONS), password);
            admin.alterUserScramCredentials(List.of(wanted)).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Rights are {@code user resource name operation}, separated by commas; a name that ends in a star is a prefix. */
    private void createRights(Admin admin) throws Exception {
        List<AclBinding> rights = new ArrayList<>();
        for (String right : settings.getProperty("sandbox.rights", "").split(",")) {
            String[] words = right.trim().split(" +");
            if (words.length != 4) {
                continue;
            }
            boolean prefix = words[2].length() > 1 && words[2].endsWith("*");
            rights.add(new AclBinding(
                    new ResourcePattern(
                            SecurityUtils.resourceType(words[1]),
                            prefix ? words[2].substring(0, words[2].length() - 1) : words[2],
                            prefix ? PatternType.PREFIXED : PatternType.LITERAL),
                    new AccessControlEntry(
                            "User:" + words[0], "*", SecurityUtils.operation(words[3]), AclPermissionType.ALLOW)));
        }
        if (!rights.isEmpty()) {
            admin.createAcls(rights).all().get(30, TimeUnit.SECONDS);
        }
    }
}
