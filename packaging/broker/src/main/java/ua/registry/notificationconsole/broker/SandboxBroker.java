package ua.registry.notificationconsole.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The sandbox's broker: one KRaft node in one JVM. Formats the storage on the first start, starts the broker, makes
 * topics and users that are missing, and then writes the ready file, so that whoever started it need not guess.
 *
 * <p>Everything it is told stands in one properties file: Kafka's own settings, and ours under {@code sandbox.}:
 * {@code sandbox.ready.file}, {@code sandbox.bootstrap}, {@code sandbox.topics} (names, comma separated),
 * {@code sandbox.partitions}, {@code sandbox.scram.user}, {@code sandbox.scram.password}, {@code sandbox.rights} (see
 * {@link Inventory}; tests need them).
 */
public final class SandboxBroker {
    private SandboxBroker() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: SandboxBroker server.properties");
            System.exit(2);
        }
        Path file = Path.of(arguments[0]);
        Properties settings = read(file);
        Path ready = Path.of(settings.getProperty("sandbox.ready.file"));
        Files.deleteIfExists(ready);
        formatOnce(file, Path.of(settings.getProperty("log.dirs")));

        Properties kafka = new Properties();
        settings.forEach((name, value) -> {
            if (!name.toString().startsWith("sandbox.")) {
                kafka.put(name, value);
            }
        });
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(kafka, false), Time.SYSTEM);
        CountDownLatch started = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, ready, started), "sandbox-shutdown"));
        try {
            server.startup();
            new Inventory(settings).complete();
            announce(ready);
        } catch (Exception failure) {
            failure.printStackTrace();
            started.countDown();
            System.exit(1);
        }
        started.countDown();
        server.awaitShutdown();
    }

    private static Properties read(Path file) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            settings.load(in);
        }
        return settings;
    }

    /** The storage tool's own formatting, so that another version of Kafka gets the storage it wants. */
    private static void formatOnce(Path file, Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        String cluster = Uuid.randomUuid().toString();
        int outcome = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-c", file.toString(), "-t", cluster}, System.out);
        if (outcome != 0) {
            throw new IOException("formatting " + data + " failed with " + outcome);
        }
    }

    /** Written beside and renamed: whoever waits for the file never sees a half-written one. */
    private static void announce(Path ready) throws IOException {
        Path beside = ready.resolveSibling(ready.getFileName() + ".new");
        Files.writeString(beside, ProcessHandle.current().pid() + "\n");
        Files.move(beside, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void stop(KafkaRaftServer server, Path ready, CountDownLatch started) {
        try {
            Files.deleteIfExists(ready);
            // A broker that is stopped in the middle of its start may hang: let it come up first.
            started.await();
            server.shutdown();
        } catch (IOException | InterruptedException failure) {
            failure.printStackTrace();
        }
    }
}
