#include "channels/channelchange.h"

#include "channels/errors.h"
#include "channels/netnames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Sets several keys or none.
class Writer {
public:
    explicit Writer(YamlDocument& document)
        : m_target(document)
        , m_work(document)
    {
    }
    void set(const QStringList& path, const YamlValue& value)
    {
        if (m_result)
            m_result = m_work.set(path, value);
    }
    void remove(const QStringList& path)
    {
        if (m_result)
            m_result = m_work.remove(path);
    }
    Result<void> finish()
    {
        if (m_result)
            m_target = m_work;
        return m_result;
    }

private:
    YamlDocument& m_target;
    YamlDocument m_work;
    Result<void> m_result;
};

Result<void> validate(const EmailChange& change, const EmailSettings& now, EmailSettings::Type type, bool partial)
{
    if (change.host && !netnames::isHost(*change.host))
        return fail(errors::invalidHost, *change.host);
    if (change.port && (*change.port < 1 || *change.port > 65535))
        return fail(errors::invalidPort, QString::number(*change.port));
    if (change.address && !netnames::isAddress(*change.address))
        return fail(errors::invalidAddress, *change.address);
    if (type == EmailSettings::Type::Internal) {
        if (change.host || change.port || change.address || change.vaultPath || change.vaultKey)
            return fail(errors::notForInternal,
                change.host          ? u"host"_s
                    : change.port    ? u"port"_s
                    : change.address ? u"address"_s
                                     : u"vaultPath"_s);
        return {};
    }
    if (type != EmailSettings::Type::External)
        return fail(errors::missingSetting, u"type"_s);
    if (partial)
        return {};
    if (!change.host && now.host.isEmpty())
        return fail(errors::missingSetting, u"host"_s);
    if (!change.port && now.portText.isEmpty())
        return fail(errors::missingSetting, u"port"_s);
    if (!change.address && now.address.isEmpty())
        return fail(errors::missingSetting, u"address"_s);
    return {};
}

} // namespace

Result<void> applyEmail(YamlDocument& document, const EmailChange& change, bool partial)
{
    using channelkeys::emailKey;
    const EmailSettings now = channelSettings(document).email;
    const EmailSettings::Type type = change.type == EmailSettings::Type::None ? now.type : change.type;
    if (const auto valid = validate(change, now, type, partial); !valid)
        return valid;
    Writer writer(document);
    if (type == EmailSettings::Type::Internal) {
        writer.set(emailKey(u"type"_s), YamlValue::string(u"internal"_s));
        for (const QString& key : {u"host"_s, u"port"_s, u"address"_s, u"vaultPath"_s, u"vaultKey"_s, u"password"_s})
            writer.remove(emailKey(key));
        return writer.finish();
    }
    if (change.type != EmailSettings::Type::None)
        writer.set(emailKey(u"type"_s), YamlValue::string(u"external"_s));
    if (change.host)
        writer.set(emailKey(u"host"_s), YamlValue::string(*change.host));
    if (change.port)
        writer.set(emailKey(u"port"_s), YamlValue::integer(*change.port));
    if (change.address)
        writer.set(emailKey(u"address"_s), YamlValue::string(*change.address));
    if (change.vaultPath)
        writer.set(emailKey(u"vaultPath"_s), YamlValue::string(*change.vaultPath));
    if (change.vaultKey)
        writer.set(emailKey(u"vaultKey"_s), YamlValue::string(*change.vaultKey));
    return writer.finish();
}

Result<void> applyDiia(YamlDocument& document, const DiiaChange& change)
{
    using channelkeys::diiaKey;
    if (!change.url.isEmpty() && !netnames::isWebAddress(change.url))
        return fail(errors::invalidUrl, change.url);
    static const QRegularExpression place(uR"(^vault:[^\s:]+$)"_s);
    if (change.secret && !place.match(*change.secret).hasMatch())
        return fail(errors::invalidSecretPlace); // it may be the token itself: not repeated
    const DiiaSettings now = channelSettings(document).diia;
    Writer writer(document);
    if (!change.url.isEmpty())
        writer.set(diiaKey(u"url"_s), YamlValue::string(change.url));
    if (change.complete) {
        if (now.type.isEmpty())
            writer.set(diiaKey(u"type"_s), YamlValue::string(u"platform"_s));
        if (now.protocol.isEmpty())
            writer.set(diiaKey(u"protocol"_s), YamlValue::string(u"REST"_s));
        if (now.authType.isEmpty())
            writer.set(diiaKey(u"auth"_s) + QStringList{u"type"_s}, YamlValue::string(u"AUTH_TOKEN"_s));
    }
    if (change.secret)
        writer.set(diiaKey(u"auth"_s) + QStringList{u"secret"_s}, YamlValue::string(*change.secret));
    return writer.finish();
}

Result<void> removeDiia(YamlDocument& document)
{
    return document.remove(channelkeys::diia);
}

Result<QString> takeLegacyPassword(YamlDocument& document)
{
    const QStringList path = channelkeys::emailKey(u"password"_s);
    const YamlNode* node = document.resolve(path);
    if (!node || node->kind != YamlNode::Kind::Scalar || node->text.isEmpty())
        return fail(errors::noLegacyPassword, u"values.yaml"_s);
    const QByteArray written = node->text.toUtf8();
    if (const auto removed = document.remove(path); !removed)
        return fail(removed.error());
    const auto decoded = QByteArray::fromBase64Encoding(written, QByteArray::AbortOnBase64DecodingErrors);
    // One that is no base64 was written as it is.
    return QString::fromUtf8(decoded ? *decoded : written);
}

Result<QString> takeOpenToken(YamlDocument& document)
{
    const QStringList path = channelkeys::diiaKey(u"auth"_s) + QStringList{u"secret"_s};
    const YamlNode* node = document.resolve(path);
    if (!node || node->kind != YamlNode::Kind::Scalar || node->text.isEmpty() || node->text.startsWith(u"vault:"))
        return fail(errors::noOpenToken, u"values.yaml"_s);
    const QString token = node->text;
    if (const auto removed = document.remove(path); !removed)
        return fail(removed.error());
    return token;
}

} // namespace nc
