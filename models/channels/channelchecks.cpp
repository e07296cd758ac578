#include "channels/channelchecks.h"

#include "channels/channelsettings.h"
#include "channels/errors.h"
#include "channels/netnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Severity = ChannelProblem::Severity;

class Checker {
public:
    Checker(const YamlDocument& document, const QString& path)
        : m_document(document)
        , m_path(path)
        , m_settings(channelSettings(document))
    {
    }

    QList<ChannelProblem> check()
    {
        if (const auto& root = m_document.root(); root && root->kind != YamlNode::Kind::Mapping && !root->isNull()) {
            add(Severity::Error, channelcheck::notMapping, {}, m_path.section(u'/', -1));
            return m_problems;
        }
        if (mapping(channelkeys::email))
            email();
        else if (m_problems.isEmpty())
            add(Severity::Info, channelcheck::notConfigured, channelkeys::email, u"email"_s);
        if (m_settings.diia.present && mapping(channelkeys::diia))
            diia();
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const ChannelProblem& a, const ChannelProblem& b) {
            return a.line != b.line ? a.line < b.line : a.column < b.column;
        });
        return m_problems;
    }

private:
    void add(Severity severity, ErrorCode code, const QStringList& key, const QString& subject = {},
        const QString& detail = {})
    {
        // Where the key is missing, what should hold it is pointed at.
        const YamlNode* node = nullptr;
        for (qsizetype length = key.size(); !node && length > 0; --length)
            node = keyNode(key.mid(0, length));
        m_problems.append({severity, Error{code, subject, detail}, m_path, node ? node->line : 1,
            node ? node->column : 1, key.join(u'.')});
    }

    /// Where the key itself stands.
    const YamlNode* keyNode(const QStringList& path) const
    {
        const YamlNode* parent = path.size() > 1 ? m_document.find(path.mid(0, path.size() - 1))
            : m_document.root()                  ? &*m_document.root()
                                                 : nullptr;
        for (std::size_t i = parent && parent->kind == YamlNode::Kind::Mapping ? parent->pairs() : 0; i-- > 0;) {
            if (parent->key(i).text == path.last())
                return &parent->key(i);
        }
        return nullptr;
    }

    /// True when there are keys at the path; says what is wrong on the way there.
    bool mapping(const QStringList& path)
    {
        for (qsizetype length = 1; length <= path.size(); ++length) {
            const QStringList part = path.mid(0, length);
            const YamlNode* holder = length > 1 ? m_document.resolve(path.mid(0, length - 1))
                : m_document.root()             ? &*m_document.root()
                                                : nullptr;
            if (holder && holder->count(part.last()) > 1)
                add(Severity::Error, channelcheck::duplicateKey, part, part.last());
            const YamlNode* node = m_document.resolve(part);
            if (!node || node->isNull())
                return false;
            if (node->kind != YamlNode::Kind::Mapping) {
                add(Severity::Error, channelcheck::notMapping, part, part.last());
                return false;
            }
        }
        return true;
    }

    void keysOf(const QStringList& path, const QStringList& known)
    {
        const YamlNode* node = m_document.resolve(path);
        for (std::size_t i = 0; node && node->kind == YamlNode::Kind::Mapping && i < node->pairs(); ++i) {
            const QString name = node->key(i).text;
            if (!known.contains(name) && name != u"<<")
                add(Severity::Warning, channelcheck::unknownKey, path + QStringList{name}, name);
            if (node->count(name) > 1 && node->find(name) == &node->value(i))
                add(Severity::Error, channelcheck::duplicateKey, path + QStringList{name}, name);
        }
    }

    void email()
    {
        using channelkeys::emailKey;
        const EmailSettings& email = m_settings.email;
        keysOf(channelkeys::email,
            {u"type"_s, u"host"_s, u"port"_s, u"address"_s, u"vaultPath"_s, u"vaultKey"_s, u"password"_s});
        if (email.hasPassword)
            add(Severity::Warning, channelcheck::legacyPassword, emailKey(u"password"_s));
        switch (email.type) {
        case EmailSettings::Type::None:
            return add(Severity::Error, channelcheck::missingType, emailKey(u"type"_s));
        case EmailSettings::Type::Other:
            return add(Severity::Error, channelcheck::unknownType, emailKey(u"type"_s), email.typeText);
        case EmailSettings::Type::Internal:
            for (const QString& key : {u"host"_s, u"port"_s, u"address"_s, u"vaultPath"_s, u"vaultKey"_s}) {
                if (m_document.resolve(emailKey(key)))
                    add(Severity::Warning, channelcheck::leftoverKey, emailKey(key), key);
            }
            return;
        case EmailSettings::Type::External:
            external(email);
        }
    }

    void external(const EmailSettings& email)
    {
        using channelkeys::emailKey;
        const bool hostGood = netnames::isHost(email.host);
        const bool addressGood = netnames::isAddress(email.address);
        if (email.host.isEmpty())
            add(Severity::Error, channelcheck::missingHost, emailKey(u"host"_s));
        else if (!hostGood)
            add(Severity::Error, channelcheck::badHost, emailKey(u"host"_s), email.host);
        if (email.portText.isEmpty())
            add(Severity::Error, channelcheck::missingPort, emailKey(u"port"_s));
        else if (!email.port)
            add(Severity::Error, channelcheck::badPort, emailKey(u"port"_s), email.portText);
        else if (mailEncryption(*email.port) == MailEncryption::Unknown)
            add(Severity::Warning, channelcheck::unusualPort, emailKey(u"port"_s), email.portText);
        if (email.address.isEmpty())
            add(Severity::Error, channelcheck::missingAddress, emailKey(u"address"_s));
        else if (!addressGood)
            add(Severity::Error, channelcheck::badAddress, emailKey(u"address"_s), email.address);
        else if (hostGood && !netnames::belongsTo(netnames::domainOf(email.address), email.host))
            add(Severity::Warning, channelcheck::foreignAddress, emailKey(u"address"_s), email.address, email.host);
        if (email.vaultPath.isEmpty() && !email.hasPassword)
            add(Severity::Warning, channelcheck::missingVaultPath, emailKey(u"vaultPath"_s));
        else if (!email.vaultPath.isEmpty() && email.vaultKey.isEmpty())
            add(Severity::Warning, channelcheck::missingVaultKey, emailKey(u"vaultKey"_s));
    }

    void diia()
    {
        using channelkeys::diiaKey;
        const DiiaSettings& diia = m_settings.diia;
        keysOf(channelkeys::diia, {u"url"_s, u"type"_s, u"protocol"_s, u"auth"_s});
        if (mapping(diiaKey(u"auth"_s)))
            keysOf(diiaKey(u"auth"_s), {u"type"_s, u"secret"_s});
        if (diia.url.isEmpty())
            add(Severity::Error, channelcheck::missingUrl, diiaKey(u"url"_s));
        else if (!netnames::isWebAddress(diia.url))
            add(Severity::Error, channelcheck::badUrl, diiaKey(u"url"_s), diia.url);
        else if (!diia.url.startsWith(u"https:"))
            add(Severity::Warning, channelcheck::notHttps, diiaKey(u"url"_s), diia.url);
        if (diia.hasOpenSecret)
            add(Severity::Warning, channelcheck::openSecret, diiaKey(u"auth"_s) + QStringList{u"secret"_s});
        else if (diia.secret.isEmpty())
            add(Severity::Warning, channelcheck::missingSecret, diiaKey(u"auth"_s) + QStringList{u"secret"_s});
    }

    const YamlDocument& m_document;
    QString m_path;
    ChannelSettings m_settings;
    QList<ChannelProblem> m_problems;
};

} // namespace

QList<ChannelProblem> checkChannels(const YamlDocument& document, const QString& path)
{
    return Checker(document, path).check();
}

ChannelProblem unreadable(const Error& error, const QString& path)
{
    // The subject of a YAML error is "<path>:<line>:<column>"; the place is said by the problem itself.
    ChannelProblem problem{Severity::Error, error, path, 1, 1, {}};
    if (error.subject.startsWith(path + u':')) {
        const QStringList place = error.subject.mid(path.size() + 1).split(u':');
        problem.line = std::max(1, place.value(0).toInt());
        problem.column = std::max(1, place.value(1).toInt());
    }
    problem.error.subject = path.section(u'/', -1);
    return problem;
}

} // namespace nc
