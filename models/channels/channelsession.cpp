#include "channels/channelsession.h"

#include "channels/channelchange.h"
#include "channels/channelchecks.h"
#include "channels/errors.h"
#include "channels/netnames.h"
#include "channels/vault.h"
#include "text/textdiff.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {

ChannelForm ChannelForm::of(const ChannelSettings& settings)
{
    ChannelForm form;
    form.emailType = settings.email.type;
    form.host = settings.email.host;
    form.port = settings.email.portText;
    form.address = settings.email.address;
    form.vaultPath = settings.email.vaultPath;
    form.diia = settings.diia.present;
    form.diiaUrl = settings.diia.url;
    form.diiaSecret = settings.diia.secret.section(u':', 1);
    return form;
}

ChannelSession::ChannelSession(QObject* parent)
    : QObject(parent)
{
    // Editors and git replace a file rather than write into it: the folder tells of the new one.
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        watch();
        Q_EMIT fileTouched();
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        watch();
        Q_EMIT fileTouched();
    });
}

void ChannelSession::watch()
{
    if (!m_file)
        return;
    for (const QString& path : {m_file->path(), QFileInfo(m_file->path()).absolutePath()}) {
        if (!m_watcher.files().contains(path) && !m_watcher.directories().contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void ChannelSession::adopt(const ValuesFile& file)
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_file = file;
    m_saved = ChannelForm::of(file.settings());
    m_form = m_saved;
    m_undo.clear();
    m_redo.clear();
    watch();
    recompute();
}

void ChannelSession::clear()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_file.reset();
    m_form = m_saved = {};
    m_undo.clear();
    m_redo.clear();
    recompute();
}

void ChannelSession::edit(const ChannelForm& form, const QString& field)
{
    if (form == m_form)
        return;
    if (m_undo.isEmpty() || m_undo.last().field != field)
        m_undo.append({m_form, field});
    m_redo.clear();
    m_form = form;
    recompute();
}

void ChannelSession::undo()
{
    if (m_undo.isEmpty())
        return;
    const Step step = m_undo.takeLast();
    m_redo.append({m_form, step.field});
    m_form = step.form;
    recompute();
}

void ChannelSession::redo()
{
    if (m_redo.isEmpty())
        return;
    const Step step = m_redo.takeLast();
    m_undo.append({m_form, step.field});
    m_form = step.form;
    recompute();
}

void ChannelSession::revert()
{
    edit(m_saved, u"revert"_s);
}

ChannelSettings ChannelSession::draftSettings() const
{
    return m_draft ? channelSettings(*m_draft) : ChannelSettings();
}

QByteArray ChannelSession::shownDraft() const
{
    return m_draft ? withoutSecrets(*m_draft) : m_draftBytes;
}

QByteArray ChannelSession::shownFile() const
{
    return !m_file ? QByteArray() : m_file->document() ? withoutSecrets(*m_file->document()) : m_file->bytes();
}

bool ChannelSession::isChanged() const
{
    return m_form != m_saved;
}

bool ChannelSession::canSave() const
{
    return m_file && m_draft && m_fieldErrors.isEmpty() && !m_refusal
        && (m_draftBytes != m_file->bytes() || m_form.newPassword || m_form.newToken);
}

void ChannelSession::typed(const ChannelSettings& base)
{
    const auto wrong = [this](const QString& key, ErrorCode code, const QString& subject) {
        m_fieldErrors.insert(channelkeys::emailKey(key).join(u'.'), Error{code, subject, {}});
    };
    EmailChange email;
    const bool switched = m_form.emailType != base.email.type;
    if (switched)
        email.type = m_form.emailType;
    if (m_form.emailType == EmailSettings::Type::External) {
        bool isNumber = false;
        const int port = m_form.port.toInt(&isNumber);
        const bool touched = switched || m_form.host != base.email.host || m_form.port != base.email.portText
            || m_form.address != base.email.address;
        if (m_form.host.isEmpty() && touched)
            wrong(u"host"_s, errors::missingSetting, u"host"_s);
        else if (m_form.host != base.email.host && !netnames::isHost(m_form.host))
            wrong(u"host"_s, errors::invalidHost, m_form.host);
        else if (m_form.host != base.email.host)
            email.host = m_form.host;
        if (m_form.port.isEmpty() && touched)
            wrong(u"port"_s, errors::missingSetting, u"port"_s);
        else if (m_form.port != base.email.portText && (!isNumber || port < 1 || port > 65535))
            wrong(u"port"_s, errors::invalidPort, m_form.port);
        else if (m_form.port != base.email.portText)
            email.port = port;
        if (m_form.address.isEmpty() && touched)
            wrong(u"address"_s, errors::missingSetting, u"address"_s);
        else if (m_form.address != base.email.address && !netnames::isAddress(m_form.address))
            wrong(u"address"_s, errors::invalidAddress, m_form.address);
        else if (m_form.address != base.email.address)
            email.address = m_form.address;
        if (m_form.vaultPath != base.email.vaultPath
            && (m_form.vaultPath.isEmpty() || m_form.vaultPath.contains(u' '))) {
            wrong(u"vaultPath"_s, errors::invalidVaultPath, m_form.vaultPath);
        } else if (m_form.vaultPath != base.email.vaultPath) {
            email.vaultPath = m_form.vaultPath;
            if (base.email.vaultKey.isEmpty())
                email.vaultKey = mailVaultKey();
        }
    }
    if (m_form.movePassword && base.email.hasPassword) {
        if (const auto taken = takeLegacyPassword(*m_draft); !taken)
            m_refusal = taken.error();
    }
    if (email != EmailChange()) {
        if (const auto done = applyEmail(*m_draft, email, true); !done)
            m_refusal = done.error();
    }

    typedDiia(base.diia);
}

void ChannelSession::typedDiia(const DiiaSettings& base)
{
    if (!m_form.diia) {
        if (const auto done = base.present ? removeDiia(*m_draft) : Result<void>(); !done)
            m_refusal = done.error();
        return;
    }
    const QString urlKey = channelkeys::diiaKey(u"url"_s).join(u'.');
    DiiaChange change;
    change.complete = !base.present;
    if (m_form.diiaUrl.isEmpty() && (!base.present || !base.url.isEmpty()))
        m_fieldErrors.insert(urlKey, Error{errors::missingUrlTyped, {}, {}});
    else if (m_form.diiaUrl != base.url && !netnames::isWebAddress(m_form.diiaUrl))
        m_fieldErrors.insert(urlKey, Error{errors::invalidUrl, m_form.diiaUrl, {}});
    else if (m_form.diiaUrl != base.url)
        change.url = m_form.diiaUrl;
    if (const QString secret = m_form.diiaSecret; secret != base.secret.section(u':', 1)) {
        if (secret.isEmpty() || secret.contains(u' ') || secret.contains(u':'))
            m_fieldErrors.insert(
                channelkeys::diiaKey(u"auth"_s).join(u'.') + u".secret"_s, Error{errors::invalidVaultPath, secret, {}});
        else
            change.secret = u"vault:"_s + secret;
    }
    // Where there is a place to name, it takes the token's place in the file.
    if (m_form.moveToken && base.hasOpenSecret && !change.secret) {
        if (const auto taken = takeOpenToken(*m_draft); !taken)
            m_refusal = taken.error();
    }
    // A channel without its address is not half made.
    if (change == DiiaChange() || (change.complete && change.url.isEmpty()))
        return;
    if (const auto done = applyDiia(*m_draft, change); !done)
        m_refusal = done.error();
}

void ChannelSession::recompute()
{
    m_fieldErrors.clear();
    m_refusal.reset();
    m_changedLines.clear();
    m_removedBefore.clear();
    m_removedCount = 0;
    m_draft = m_file ? m_file->document() : std::nullopt;
    if (m_draft)
        typed(m_file->settings());
    m_draftBytes = m_draft ? m_draft->bytes() : m_file ? m_file->bytes() : QByteArray();
    m_problems = m_draft ? checkChannels(*m_draft, m_file->path()) : m_file ? m_file->problems() : m_problems;
    if (!m_file)
        m_problems.clear();
    if (m_file && m_draftBytes != m_file->bytes()) {
        int next = 1;
        bool gone = false; // lines were removed here, and nothing has come in their place so far
        const auto note = [&] {
            if (gone)
                m_removedBefore.append(next);
            gone = false;
        };
        for (const DiffLine& line : diffLines(m_file->bytes(), m_draftBytes)) {
            if (line.kind == DiffLine::Kind::Removed) {
                ++m_removedCount;
                gone = true;
                continue;
            }
            if (line.kind == DiffLine::Kind::Added) {
                m_changedLines.append(line.newLine);
                gone = false;
            }
            note();
            next = line.newLine + 1;
        }
        note();
    }
    Q_EMIT changed();
}

} // namespace nc
