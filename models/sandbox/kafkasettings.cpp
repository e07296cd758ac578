// The broker's properties: the part of KafkaBroker that knows Kafka's settings.
#include "core/atomicfile.h"
#include "sandbox/errors.h"
#include "sandbox/kafkabroker.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Listener {
    QByteArray name; ///< also its security protocol
    int port;
};

QList<Listener> listeners(const SandboxRecord& record)
{
    QList<Listener> result{{"PLAINTEXT", record.kafkaPort}};
    if (record.secure) {
        result << Listener{"SSL", record.sslPort} << Listener{"SASL_SSL", record.saslSslPort}
               << Listener{"SASL_PLAINTEXT", record.saslPlaintextPort};
    }
    return result;
}

QByteArray address(const Listener& listener)
{
    return listener.name + "://127.0.0.1:" + QByteArray::number(listener.port);
}

// Backslashes begin escapes in a properties file.
QByteArray escaped(const QString& path)
{
    return path.toUtf8().replace('\\', "\\\\");
}

QByteArray saslSettings(const QByteArray& listener)
{
    const QByteArray prefix = "listener.name." + listener.toLower() + '.';
    const QByteArray user = sandboxUser.toUtf8();
    const QByteArray password = sandboxPassword.toUtf8();
    return prefix + "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512\n" + prefix
        + "plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_" + user + "=\""
        + password + "\";\n" + prefix
        + "scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;\n" + prefix
        + "scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;\n";
}

// One node with few internal partitions starts quickly; a short session lets it come back soon after a crash, when the
// controller still waits for the broker that is gone.
constexpr const char* fixedSettings = "process.roles=broker,controller\n"
                                      "node.id=1\n"
                                      "inter.broker.listener.name=PLAINTEXT\n"
                                      "controller.listener.names=CONTROLLER\n"
                                      "num.partitions=15\n"
                                      "default.replication.factor=1\n"
                                      "auto.create.topics.enable=false\n"
                                      "delete.topic.enable=true\n"
                                      "offsets.topic.num.partitions=1\n"
                                      "offsets.topic.replication.factor=1\n"
                                      "transaction.state.log.num.partitions=3\n"
                                      "transaction.state.log.replication.factor=1\n"
                                      "transaction.state.log.min.isr=1\n"
                                      "share.coordinator.state.topic.num.partitions=1\n"
                                      "share.coordinator.state.topic.replication.factor=1\n"
                                      "share.coordinator.state.topic.min.isr=1\n"
                                      "group.initial.rebalance.delay.ms=0\n"
                                      "log.retention.ms=-1\n"
                                      "log.retention.bytes=-1\n"
                                      "offsets.retention.minutes=525600\n"
                                      "log.cleaner.dedupe.buffer.size=4194304\n"
                                      "num.network.threads=2\n"
                                      "num.io.threads=4\n"
                                      "num.recovery.threads.per.data.dir=2\n"
                                      "background.threads=4\n"
                                      "broker.heartbeat.interval.ms=500\n"
                                      "broker.session.timeout.ms=4000\n"
                                      "controller.quorum.election.timeout.ms=200\n"
                                      "controller.quorum.election.backoff.max.ms=200\n";

} // namespace

QByteArray KafkaBroker::listenerSettings(const SandboxRecord& record) const
{
    QByteArrayList listening;
    QByteArrayList advertised;
    QByteArrayList protocols{"CONTROLLER:PLAINTEXT"};
    for (const Listener& listener : listeners(record)) {
        listening << address(listener);
        advertised << address(listener);
        protocols << listener.name + ':' + listener.name;
    }
    const QByteArray controller = "127.0.0.1:" + QByteArray::number(record.controllerPort);
    listening << "CONTROLLER://" + controller;
    QByteArray text = "listeners=" + listening.join(',') + "\nadvertised.listeners=" + advertised.join(',')
        + "\nlistener.security.protocol.map=" + protocols.join(',') + "\ncontroller.quorum.voters=1@" + controller
        + '\n';
    if (record.secure) {
        const QByteArray tls = escaped(m_folder + u"/tls"_s);
        text += "ssl.keystore.type=PEM\nssl.keystore.location=" + tls
            + "/server.pem\nssl.truststore.type=PEM\nssl.truststore.location="
            + tls
            // A client certificate is looked at when one comes, and not asked for otherwise.
            + "/ca.pem\nlistener.name.ssl.ssl.client.auth=requested\n" + saslSettings("SASL_SSL")
            + saslSettings("SASL_PLAINTEXT") + "sandbox.scram.user=" + sandboxUser.toUtf8()
            + "\nsandbox.scram.password=" + sandboxPassword.toUtf8() + '\n';
    }
    return text;
}

Result<void> KafkaBroker::writeSettings(const SandboxRecord& record)
{
    const QByteArray text = "# Written by every \"sandbox up\".\n" + QByteArray(fixedSettings)
        + listenerSettings(record) + "log.dirs=" + escaped(home(u"data"_s)) + "\nsandbox.ready.file="
        + escaped(home(u"ready"_s)) + "\nsandbox.bootstrap=127.0.0.1:" + QByteArray::number(record.kafkaPort)
        + "\nsandbox.topics=" + platformTopics().join(u',').toUtf8() + "\nsandbox.partitions="
        + QByteArray::number(platformPartitions) + '\n' + (m_more ? m_more(record) : QByteArray());
    const auto written = writePrivateFile(home(u"server.properties"_s), text);
    if (!written)
        return fail(written.error());
    return {};
}

} // namespace nc
