package ua.registry.notificationconsole.springkafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.kafka.support.serializer.JsonDeserializer;
import org.springframework.kafka.support.serializer.JsonSerializer;
import org.springframework.util.backoff.FixedBackOff;

/** One container with the platform's wiring: error-handling deserializers, a dead-letter publisher, four attempts. */
final class Listener implements AutoCloseable, AcknowledgingMessageListener<String, Letter> {
    private final KafkaMessageListenerContainer<String, Letter> container;
    private final Semaphore handled = new Semaphore(0);
    private final boolean fails;

    Listener(String bootstrap, String topic, boolean fails) {
        this.fails = fails;
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setMessageListener(this);
        properties.setAckMode(ContainerProperties.AckMode.RECORD);
        properties.setGroupId("listener-of-" + topic);
        container = new KafkaMessageListenerContainer<>(consumers(bootstrap), properties);
        DeadLetterPublishingRecoverer publisher = new DeadLetterPublishingRecoverer(letters(bootstrap));
        container.setCommonErrorHandler(new DefaultErrorHandler((record, exception) -> {
            publisher.accept(record, exception);
            handled.release();
        }, new FixedBackOff(20, 3)));
        container.start();
    }

    private static DefaultKafkaConsumerFactory<String, Letter> consumers(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        JsonDeserializer<Letter> json = new JsonDeserializer<>();
        json.addTrustedPackages("ua.registry.notificationconsole.springkafka");
        return new DefaultKafkaConsumerFactory<>(settings, new ErrorHandlingDeserializer<>(new StringDeserializer()),
            new ErrorHandlingDeserializer<>(json));
    }

    private static KafkaTemplate<String, Object> letters(String bootstrap) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new JsonSerializer<>()));
    }

    @Override
    public void onMessage(ConsumerRecord<String, Letter> record, Acknowledgment acknowledgment) {
        if (record.value() == null) {
            throw new IllegalArgumentException("Payload value must not be empty");
        }
        if (fails) {
            throw new IllegalStateException("The mail server is away for " + record.value().getId());
        }
        System.out.println("{\"id\":" + Main.quoted(record.value().getId()) + ",\"key\":" + Main.quoted(record.key())
            + ",\"partition\":" + record.partition() + ",\"name\":"
            + Main.quoted(String.valueOf(record.value().getParameters().get("name"))) + ",\"headers\":"
            + Main.headers(record.headers()) + "}");
        System.out.flush();
        handled.release();
    }

    /** Until so many records were listened to or dead-lettered; false when that takes too long. */
    boolean await(int count, long time, TimeUnit unit) throws InterruptedException {
        return handled.tryAcquire(count, time, unit);
    }

    @Override
    public void close() {
        container.stop();
    }
}
