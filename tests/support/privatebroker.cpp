#include "privatebroker.h"

#include "core/task.h"
#include "kafka/cluster/admin.h"
#include "sandbox/errors.h"
#include "sandbox/freeport.h"
#include "sandbox/kafkabroker.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc::test {
namespace {

template <class T>
void need(const char* what, const Result<T>& result)
{
    if (!result)
        qFatal("%s: %s %s %s", what, qPrintable(result.error().id()), qPrintable(result.error().subject),
            qPrintable(result.error().detail));
}

const auto userPassword = u"secret"_s;

/// A listener for people with names, and an authorizer; what listens without a name is the superuser.
QByteArray rightsSettings(const QStringList& rights, int saslPort, const SandboxRecord& record)
{
    const QByteArray sasl = "SASL_PLAINTEXT://127.0.0.1:" + QByteArray::number(saslPort);
    const QByteArray plain = "PLAINTEXT://127.0.0.1:" + QByteArray::number(record.kafkaPort);
    const QByteArray controller = "CONTROLLER://127.0.0.1:" + QByteArray::number(record.controllerPort);
    QByteArray people;
    QSet<QString> users;
    for (const QString& right : rights)
        users.insert(right.section(u' ', 0, 0));
    for (const QString& user : std::as_const(users))
        people += " user_" + user.toUtf8() + "=\"" + userPassword.toUtf8() + '"';
    return "listeners=" + plain + ',' + sasl + ',' + controller + "\nadvertised.listeners=" + plain + ',' + sasl
        + "\nlistener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT\n"
          "listener.name.sasl_plaintext.sasl.enabled.mechanisms=PLAIN\n"
          "listener.name.sasl_plaintext.plain.sasl.jaas.config="
          "org.apache.kafka.common.security.plain.PlainLoginModule required"
        + people
        + ";\nauthorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n"
          "super.users=User:ANONYMOUS\nsandbox.rights="
        + rights.join(u',').toUtf8() + '\n';
}

} // namespace

PrivateBroker::PrivateBroker(const QString& name, const QStringList& rights)
    : m_folder(QStringLiteral(NC_TEST_SANDBOX) + u'-' + name)
    , m_rights(rights)
    , m_record(std::make_unique<SandboxRecord>())
{
    if (const auto before = readRecord(m_folder); before && before->exists) {
        *m_record = *before;
        kill();
    }
    QDir(m_folder).removeRecursively();
    *m_record = {};
    QDir().mkpath(m_folder);
    // Below the ports that the system gives to anybody who connects: while the broker is dead nobody may take its own.
    m_record->kafkaPort = 20'000 + QRandomGenerator::global()->bounded(10'000);
    m_record->controllerPort = 10'000 + QRandomGenerator::global()->bounded(10'000);
    m_saslPort = 30'000 + QRandomGenerator::global()->bounded(2'700);
    start();
}

PrivateBroker::~PrivateBroker()
{
    kill();
    QDir(m_folder).removeRecursively();
}

void PrivateBroker::start()
{
    KafkaBroker broker(m_folder);
    if (!m_rights.isEmpty())
        broker.setMore([this](const SandboxRecord& record) { return rightsSettings(m_rights, m_saslPort, record); });
    need("broker", broker.check());
    need("broker", broker.start(*m_record, TaskContext()));
    need("broker", writeRecord(m_folder, *m_record));
    auto ready = broker.awaitReady(*m_record, TaskContext());
    // On a machine that does many things at once it may take minutes.
    for (int patience = 0; patience < 3 && !ready && ready.error().is(errors::serverSilent); ++patience)
        ready = broker.awaitReady(*m_record, TaskContext());
    need("broker", ready);
}

void PrivateBroker::kill()
{
    need("kill", stopServer(m_record->kafka, SIGKILL, 20s));
    // Its threads end one after the other, and the last one closes what it listened on.
    const QDeadlineTimer deadline(20s);
    while (m_record->kafkaPort > 0 && !deadline.hasExpired()) {
        PortFinder ports;
        if (ports.take(m_record->kafkaPort) == m_record->kafkaPort)
            break;
    }
}

void PrivateBroker::restart()
{
    const int port = m_record->kafkaPort;
    start();
    if (m_record->kafkaPort != port)
        qFatal("somebody took the broker's port");
}

KafkaAccess PrivateBroker::access() const
{
    KafkaConnection connection;
    connection.bootstrap = u"127.0.0.1:%1"_s.arg(m_record->kafkaPort);
    return connection;
}

KafkaAccess PrivateBroker::accessOf(const QString& user) const
{
    KafkaAccess access;
    access.connection.bootstrap = u"127.0.0.1:%1"_s.arg(m_saslPort);
    access.connection.security = u"SASL_PLAINTEXT"_s;
    access.connection.saslMechanism = u"PLAIN"_s;
    access.connection.username = user;
    access.secrets.password = userPassword;
    return access;
}

QString PrivateBroker::uniqueName(const QString& stem) const
{
    return stem + u'.' + QUuid::createUuid().toString(QUuid::Id128).first(12);
}

void PrivateBroker::createTopic(const QString& topic, int partitions) const
{
    const auto admin = ClusterAdmin::open(access());
    need("admin client", admin);
    need("create topic", (*admin)->createTopic({topic, partitions, 1, {}}, TaskContext()));
}

QString PrivateBroker::makeTopic(const QString& stem, int partitions, bool deadLetter) const
{
    const QString topic = uniqueName(stem);
    createTopic(topic, partitions);
    if (deadLetter)
        createTopic(topic + u".DLT"_s, partitions);
    return topic;
}

} // namespace nc::test
