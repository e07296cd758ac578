#include "channels/channelchange.h"
#include "channels/channelsecrets.h"
#include "channels/commitmessage.h"
#include "channels/diiatest.h"
#include "channels/mailtest.h"
#include "core/errors.h"
#include "git/gitrepo.h"
#include "preview/sampleletter.h"
#include "widgets/channels/channelspage.h"
#include "widgets/channels/connectionpanel.h"
#include "widgets/channels/diiaform.h"
#include "widgets/channels/emailform.h"
#include "widgets/channels/savedialog.h"
#include "widgets/shell/commitflow.h"

#include <QDir>
#include <QFileInfo>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

// What the page starts and what becomes of it; how it looks stands in channelspage.cpp.

namespace nc {
namespace {

/// What was typed into the form and must not stay in it. Empty words: nothing was.
struct NewSecrets {
    bool move = false; ///< the old password of the file, unless another was typed
    bool moveToken = false; ///< the open token of the file, likewise
    QString password;
    QString token;
    QString place; ///< set by keep(): the file that they went to, empty for a keychain or a vault

    static NewSecrets of(const ChannelSession& session, const QString& password, const QString& token)
    {
        const ChannelForm& form = session.form();
        return {form.movePassword, form.moveToken, form.newPassword ? password : QString(),
            form.newToken ? token : QString(), {}};
    }

    /// Where the draft says that they are, or in the console's own store.
    Result<void> keep(const ValuesFile& file, const YamlDocument& draft, ProfileAccess& access,
        const QString& configFolder, const QString& registry, const TaskContext& task)
    {
        if (move && password.isEmpty()) {
            YamlDocument before = *file.document();
            const auto old = takeLegacyPassword(before);
            if (!old)
                return fail(old.error());
            password = *old;
        }
        if (moveToken && token.isEmpty()) {
            YamlDocument before = *file.document();
            const auto old = takeOpenToken(before);
            if (!old)
                return fail(old.error());
            token = *old;
        }
        if (password.isEmpty() && token.isEmpty())
            return {};
        const auto vault = vaultOf(access, task);
        if (!vault)
            return fail(vault.error());
        const auto store = openSecretStore(configFolder);
        place = *vault ? QString() : store->place();
        const ChannelSettings settings = channelSettings(draft);
        if (!password.isEmpty()) {
            const VaultPlace mail{settings.email.vaultPath, settings.email.vaultKey};
            if (const auto kept =
                    channelsecrets::keep(*store, *vault, channelsecrets::emailKey(registry), mail, password, task);
                !kept)
                return kept;
        }
        const VaultPlace diia{settings.diia.secret.section(u':', 1), diiaVaultKey()};
        return token.isEmpty()
            ? Result<void>()
            : channelsecrets::keep(*store, *vault, channelsecrets::diiaKey(registry), diia, token, task);
    }

    static Result<std::optional<VaultTarget>> vaultOf(ProfileAccess& access, const TaskContext& task)
    {
        if (access.profile().vault.url.isEmpty())
            return std::optional<VaultTarget>();
        const auto secrets = access.secrets(task);
        return secrets ? Result<std::optional<VaultTarget>>(vaultTarget(access.profile(), *secrets))
                       : fail(secrets.error());
    }
};

struct Saved {
    ValuesFile file;
    QString secretFile;
};

} // namespace

void ChannelsPage::reviewAndSave()
{
    if (!m_session->hasFile() || !m_session->canSave() || !mayWrite())
        return;
    const auto ask = [this] {
        if (!workspace().isProduction())
            return save();
        confirm({tr("Save values.yaml"), tr("This is the configuration of a production registry."), {},
                    tr("Save values.yaml"), {}, false},
            [this] { save(); });
    };
    // Only a password: there is no difference to look at.
    if (m_session->draftBytes() == m_session->file().bytes())
        return ask();
    SaveDialog::ask(window(), m_session->file().path(), m_session->shownFile(), m_session->shownDraft(), ask);
}

void ChannelsPage::save()
{
    if (!m_session->canSave())
        return;
    m_busy = true;
    showState();
    run(
        u"save"_s, m_session->file().path(),
        [file = m_session->file(), draft = *m_session->draft(),
            secrets = NewSecrets::of(*m_session, m_email->password(), m_diia->token()), access = workspace().access(),
            configFolder = workspace().configFolder(),
            registry = m_folder](TaskContext& task) mutable -> Result<Saved> {
            // Kept first: a password that is neither here nor there would be lost.
            if (const auto kept = secrets.keep(file, draft, *access, configFolder, registry, task); !kept)
                return fail(kept.error());
            if (const auto saved = file.save(draft); !saved)
                return fail(saved.error());
            return Saved{file, secrets.place};
        },
        [this](const Result<Saved>& saved) {
            m_busy = false;
            if (!saved) {
                showState();
                return saved.error().is(errors::changedMeanwhile) ? refresh() : notices()->showError(saved.error());
            }
            m_email->forgetPassword();
            m_diia->forgetToken();
            m_session->adopt(saved->file);
            workspace().announceChange(u"channels"_s);
            const bool tell = !saved->secretFile.isEmpty() && !std::exchange(m_secretFileTold, true);
            notices()->show([this, place = tell ? saved->secretFile : QString()] {
                QString words = tr("Saved. The platform takes it over once it is committed and merged.");
                if (!place.isEmpty())
                    words += u' ' + tr("There is no keychain here: the password is encrypted in %1.").arg(place);
                return Notice{Tone::Ok, words, m_git ? tr("Commit…") : QString(), [this] { askCommit(); }};
            });
            refresh();
        });
}

void ChannelsPage::askCommit()
{
    if (!m_git || !m_session->hasFile() || m_busy || !mayWrite())
        return;
    const QString file = m_session->file().path();
    CommitSource source{file, u"channels"_s, {}, {}, {}};
    source.paths = [file](const TaskContext& task) -> Result<QStringList> {
        const auto values = ValuesFile::load(file);
        if (!values)
            return fail(values.error());
        const auto top = GitRepo(file).top(task);
        if (!top)
            return fail(top.error());
        // What cannot be read is not known: nothing is committed, and no message made of it.
        if (values->error())
            return fail(*values->error());
        return QStringList{QDir(*top).relativeFilePath(QFileInfo(file).canonicalFilePath())};
    };
    source.shown = [](const GitBytes& bytes) {
        const auto document = YamlDocument::parse(bytes.value_or(QByteArray()), {});
        return document ? withoutSecrets(*document) : bytes.value_or(QByteArray());
    };
    source.propose = [](const QList<GitFile>& files) {
        const auto before = YamlDocument::parse(files.first().before.value_or(QByteArray()), {});
        const auto now = YamlDocument::parse(files.first().now.value_or(QByteArray()), {});
        const QString message =
            before && now ? commitMessage(channelSettings(*before), channelSettings(*now)) : QString();
        return message.isEmpty() ? u"Change "_s + files.first().path : message;
    };
    m_commitFlow->ask(source);
}

namespace {

/// The secret to test with: what was typed (kept when asked for), else the one in the vault or kept.
Result<QString> secretFor(ProfileAccess& access, const QString& configFolder, const QString& key,
    const VaultPlace& place, const QString& typed, bool keep, const TaskContext& task)
{
    const auto store = openSecretStore(configFolder);
    if (typed.isEmpty()) {
        const auto vault = NewSecrets::vaultOf(access, task);
        return vault ? channelsecrets::find(*store, *vault, key, place, task) : fail(vault.error());
    }
    if (keep) {
        if (const auto kept = channelsecrets::write(*store, key, typed, task); !kept)
            return fail(kept.error());
    }
    return typed;
}

/// Tells the task bar which stage is through.
StageListener progressOf(const TaskContext& task)
{
    return [&task, done = std::make_shared<int>(0)](const TestStage& stage) { task.report(++*done, -1, stage.name); };
}

} // namespace

void ChannelsPage::testEmail(const QString& recipient)
{
    if (m_busy || !m_session->hasFile())
        return;
    const EmailSettings email = m_session->draftSettings().email;
    MailTarget target;
    target.host = email.host;
    target.port = email.port.value_or(0);
    target.address = email.address;
    target.to = recipient;
    target.caFile = m_connection->authorities();
    const auto letter = recipient.isEmpty() ? std::nullopt : m_connection->letterTemplate();
    if (letter && !m_engine)
        m_engine = std::make_shared<TemplateEngine>();
    m_busy = true;
    showState();
    const auto what = [host = target.host, address = target.address, recipient] {
        return recipient.isEmpty() ? tr("Test of %1").arg(host)
                                   : tr("Test letter from %1 to %2").arg(address, recipient);
    };
    m_connection->showStages([what] { return tr("%1 …").arg(what()); }, {});
    run(
        recipient.isEmpty() ? u"test"_s : u"send"_s, target.host,
        [target, folder = workspace().configFolder(), access = workspace().access(),
            key = channelsecrets::emailKey(m_folder), place = VaultPlace{email.vaultPath, email.vaultKey},
            typed = m_connection->password().isEmpty() ? m_email->password() : m_connection->password(),
            keep = m_connection->keepSecrets(), letter, engine = m_engine,
            regulation = workspace().profile().regulation](TaskContext& task) mutable -> Result<QList<TestStage>> {
            auto password = secretFor(*access, folder, key, place, typed, keep, task);
            if (!password)
                return fail(password.error());
            target.password = std::move(*password);
            if (letter) {
                auto made = sampleLetter(*engine, regulation, folder, *letter, {}, task);
                if (!made)
                    return fail(made.error());
                target.letter = {made->title.isEmpty() ? letter->name : made->title, made->text, made->isHtml};
            }
            return testMail(target, task, progressOf(task));
        },
        [this, what](const Result<QList<TestStage>>& stages) {
            m_busy = false;
            showState();
            m_connection->showStages(what, stages.value_or(QList<TestStage>()));
            if (!stages)
                notices()->showError(stages.error());
        });
}

void ChannelsPage::testDiia()
{
    if (m_busy || !m_session->hasFile())
        return;
    DiiaTarget target;
    const DiiaSettings diia = m_session->draftSettings().diia;
    target.url = diia.url;
    target.caFile = m_connection->authorities();
    m_busy = true;
    showState();
    const auto what = [url = target.url] { return tr("Test of %1").arg(url); };
    m_connection->showStages([what] { return tr("%1 …").arg(what()); }, {});
    run(
        u"test"_s, target.url,
        [target, folder = workspace().configFolder(), access = workspace().access(),
            key = channelsecrets::diiaKey(m_folder), place = VaultPlace{diia.secret.section(u':', 1), diiaVaultKey()},
            typed = m_connection->token().isEmpty() ? m_diia->token() : m_connection->token(),
            keep = m_connection->keepSecrets()](TaskContext& task) mutable -> Result<QList<TestStage>> {
            auto token = secretFor(*access, folder, key, place, typed, keep, task);
            if (!token)
                return fail(token.error());
            target.token = std::move(*token);
            return nc::testDiia(target, task, progressOf(task));
        },
        [this, what](const Result<QList<TestStage>>& stages) {
            m_busy = false;
            showState();
            m_connection->showStages(what, stages.value_or(QList<TestStage>()));
            if (!stages)
                notices()->showError(stages.error());
        });
}

} // namespace nc
