#include "kafka/client/clientconfig.h"

#include "kafka/client/addressmap.h"
#include "kafka/client/errors.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// What the console decides alone: a free setting may not break "never commits, never joins a group", nor carry
// callbacks or paths of libraries to load.
const QStringList& reserved()
{
    static const QStringList names{u"group.id"_s, u"group.instance.id"_s, u"enable.auto.commit"_s,
        u"auto.commit.enable"_s, u"enable.auto.offset.store"_s, u"transactional.id"_s, u"plugin.library.paths"_s,
        u"enable.partition.eof"_s};
    return names;
}

class Builder {
public:
    Builder()
        : m_conf(rd_kafka_conf_new())
    {
    }

    bool set(const char* name, const QByteArray& value, bool optional = false)
    {
        std::array<char, 512> text{};
        const auto result = rd_kafka_conf_set(m_conf.get(), name, value.constData(), text.data(), text.size());
        if (result == RD_KAFKA_CONF_OK || (optional && result == RD_KAFKA_CONF_UNKNOWN))
            return true;
        // librdkafka repeats the value in its words; passwords never fail on their value, but be sure.
        const bool secret = QByteArrayView(name).contains("password");
        return refuse(QString::fromLatin1(name), secret ? QString() : QString::fromUtf8(text.data()));
    }
    bool set(const char* name, const QString& value) { return value.isEmpty() || set(name, value.toUtf8()); }
    bool setFile(const char* name, const QString& path)
    {
        if (path.isEmpty())
            return true;
        const QFileInfo info(path);
        if (!info.isFile() || !info.isReadable())
            return refuse(QString::fromLatin1(name), u"%1: %2"_s.arg(path, u"no such readable file"_s));
        return set(name, path.toUtf8());
    }
    bool refuse(const QString& name, const QString& why)
    {
        m_error = Error{errors::kafkaBadSetting, name, why, Next::Abort};
        return false;
    }

    rd_kafka_conf_t* conf() const { return m_conf.get(); }
    Result<ConfHandle> take(bool good)
    {
        if (!good)
            return fail(m_error);
        return std::move(m_conf);
    }

private:
    ConfHandle m_conf;
    Error m_error;
};

bool connectionSettings(Builder& builder, const KafkaAccess& access)
{
    const KafkaConnection& c = access.connection;
    const QString security = c.security.isEmpty() ? u"PLAINTEXT"_s : c.security.toUpper();
    if (c.bootstrap.trimmed().isEmpty())
        return builder.refuse(u"bootstrap.servers"_s, {});
    bool good = builder.set("bootstrap.servers", c.bootstrap) && builder.set("security.protocol", security.toLower());
    if (good && security.startsWith(u"SASL"))
        good = builder.set("sasl.mechanisms", c.saslMechanism.isEmpty() ? u"PLAIN"_s : c.saslMechanism)
            && builder.set("sasl.username", c.username) && builder.set("sasl.password", access.secrets.password);
    if (good && security.endsWith(u"SSL")) {
        good = builder.setFile("ssl.ca.location", c.ca) && builder.setFile("ssl.certificate.location", c.certificate)
            && builder.setFile("ssl.key.location", c.key) && builder.setFile("ssl.keystore.location", c.pkcs12)
            && builder.set(
                c.pkcs12.isEmpty() ? "ssl.key.password" : "ssl.keystore.password", access.secrets.keyPassword);
    }
    return good;
}

bool freeSettings(Builder& builder, const QMap<QString, QString>& settings)
{
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (AddressMap::isMapSetting(it.key()))
            continue; // KafkaClient's
        if (reserved().contains(it.key()))
            return builder.refuse(it.key(), u"the console sets it itself"_s);
        if (!builder.set(it.key().toUtf8().constData(), it.value().toUtf8()))
            return false;
    }
    return true;
}

} // namespace

Result<ConfHandle> makeClientConfig(const KafkaAccess& access, const QList<ClientSetting>& role)
{
    Builder builder;
    bool good = builder.set("client.id", QByteArrayLiteral("notification-console"))
        && builder.set("reconnect.backoff.ms", QByteArrayLiteral("50"))
        && builder.set("reconnect.backoff.max.ms", QByteArrayLiteral("500"))
        && builder.set("log.connection.close", QByteArrayLiteral("false"))
        // Newer versions fetch again as soon as the local queue has room; the older ones need the nudge.
        && builder.set("fetch.queue.backoff.ms", QByteArrayLiteral("2"), true) && connectionSettings(builder, access)
        && freeSettings(builder, access.connection.settings);
    for (const ClientSetting& setting : role)
        good = good && builder.set(setting.name, setting.value, setting.optional);
    return builder.take(good);
}

} // namespace nc
