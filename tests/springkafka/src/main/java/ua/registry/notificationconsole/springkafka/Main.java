package ua.registry.notificationconsole.springkafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.serializer.JsonSerializer;

/**
 * {@code produce BOOTSTRAP TOPIC}: four good letters, then a record that is no JSON, one whose parameters are a list,
 * one without a type, and one without a value, each to partition 0 or 1.
 * {@code fail|accept BOOTSTRAP TOPIC COUNT}: listens until COUNT records were handled; with "fail" the listener throws,
 * so that all go to TOPIC.DLT. Prints what the listener was given, a JSON line each.
 */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) throws Exception {
        String verb = arguments[0];
        String bootstrap = arguments[1];
        String topic = arguments[2];
        if (verb.equals("produce")) {
            produce(bootstrap, topic);
            return;
        }
        boolean done;
        // It must leave its group before it ends, or the next one waits for its session to run out.
        try (Listener listener = new Listener(bootstrap, topic, verb.equals("fail"))) {
            done = listener.await(Integer.parseInt(arguments[3]), 60, TimeUnit.SECONDS);
        }
        System.exit(done ? 0 : 3);
    }

    private static void produce(String bootstrap, String topic) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        var json = new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<String, Object>(settings, new StringSerializer(), new JsonSerializer<>()));
        var raw = new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<String, byte[]>(settings, new StringSerializer(), new ByteArraySerializer()));
        for (int i = 0; i < 4; i++) {
            Letter letter = new Letter();
            letter.setId("letter-" + i);
            letter.setRealm("CITIZEN");
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("name", "Ганна «№" + i + "»");
            parameters.put("count", i);
            letter.setParameters(parameters);
            var record = new ProducerRecord<String, Object>(topic, i % 2, i == 3 ? "key-3" : null, letter);
            record.headers().add("mine", ("first " + i).getBytes(StandardCharsets.UTF_8));
            record.headers().add("mine", null);
            record.headers().add("mine", "last".getBytes(StandardCharsets.UTF_8));
            json.send(record).get();
        }
        byte[] type = Letter.class.getName().getBytes(StandardCharsets.UTF_8);
        sendRaw(raw, topic, 0, "{bad".getBytes(StandardCharsets.UTF_8), type);
        sendRaw(raw, topic, 1, "{\"id\":\"list\",\"parameters\":[]}".getBytes(StandardCharsets.UTF_8), type);
        sendRaw(raw, topic, 0, "{\"id\":\"no-type\"}".getBytes(StandardCharsets.UTF_8), null);
        sendRaw(raw, topic, 1, null, type);
        json.getProducerFactory().reset();
        raw.getProducerFactory().reset();
    }

    private static void sendRaw(KafkaTemplate<String, byte[]> raw, String topic, int partition, byte[] value,
        byte[] type) throws Exception {
        var record = new ProducerRecord<String, byte[]>(topic, partition, null, value);
        if (type != null) {
            record.headers().add("__TypeId__", type);
        }
        raw.send(record).get();
    }

    /** For the lines that are printed. */
    static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    static String headers(Iterable<Header> headers) {
        List<String> parts = new java.util.ArrayList<>();
        for (Header header : headers) {
            String value = header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
            parts.add("[" + quoted(header.key()) + "," + quoted(value) + "]");
        }
        return "[" + String.join(",", parts) + "]";
    }
}
