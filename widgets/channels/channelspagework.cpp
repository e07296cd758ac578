#include "channels/channelchange.h"
#include "channels/channelsecrets.h"
#include "channels/commitmessage.h"
#include "channels/diiatest.h"
#include "channels/mailtest.h"
#include "core/errors.h"
#include "widgets/channels/channelspage.h"
#include "widgets/channels/connectionpanel.h"
#include "widgets/channels/savedialog.h"
#include "widgets/common/commitdialog.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

// What the page starts and what becomes of it; how it looks stands in channelspage.cpp.

namespace nc {

void ChannelsPage::reviewAndSave()
{
    if (!m_session->hasFile() || !m_session->canSave() || !mayWrite())
        return;
    SaveDialog::ask(window(), m_session->file().path(), m_session->shownFile(), m_session->shownDraft(), [this] {
        if (!workspace().isProduction())
            return save();
        confirm({tr("Save values.yaml"), tr("This is the configuration of a production registry."), {},
                    tr("Save values.yaml"), {}, false},
            [this] { save(); });
    });
}

void ChannelsPage::save()
{
    if (!m_session->canSave())
        return;
    m_busy = true;
    showState();
    run(
        u"save"_s, m_session->file().path(),
        [file = m_session->file(), draft = *m_session->draft(), move = m_session->form().movePassword,
            folder = workspace().configFolder(),
            key = channelsecrets::emailKey(m_folder)](TaskContext& task) mutable -> Result<ValuesFile> {
            if (move) {
                // Kept first: a password that is neither here nor there would be lost.
                YamlDocument before = *file.document();
                const auto password = takeLegacyPassword(before);
                if (!password)
                    return fail(password.error());
                if (const auto kept = channelsecrets::write(*openSecretStore(folder), key, *password, task); !kept)
                    return fail(kept.error());
            }
            if (const auto saved = file.save(draft); !saved)
                return fail(saved.error());
            return file;
        },
        [this](const Result<ValuesFile>& saved) {
            m_busy = false;
            if (!saved) {
                showState();
                return saved.error().is(errors::changedMeanwhile) ? refresh() : notices()->showError(saved.error());
            }
            m_session->adopt(*saved);
            workspace().announceChange(u"channels"_s);
            notices()->show({Tone::Ok, tr("Saved. The platform takes it over once it is committed and merged."),
                m_git ? tr("Commit…") : QString(), [this] { askCommit(); }});
            refresh();
        });
}

void ChannelsPage::askCommit()
{
    if (!m_git || !m_session->hasFile() || m_busy || !mayWrite())
        return;
    const auto before = YamlDocument::parse(m_committed, {});
    const QString path = m_session->file().relativePath();
    QString message =
        commitMessage(before ? channelSettings(*before) : ChannelSettings(), m_session->file().settings());
    if (message.isEmpty())
        message = u"Change "_s + path;
    CommitDialog::ask(window(), *m_git, path, message, [this](const CommitRequest& request) { commit(request); });
}

void ChannelsPage::commit(const CommitRequest& request)
{
    m_busy = true;
    showState();
    using Pushed = std::optional<GitPushed>;
    run(
        u"commit"_s, m_session->file().path(),
        [file = m_session->file().path(), request](TaskContext& task) -> Result<Pushed> {
            const GitRepo repo(file);
            const auto state = repo.state(task);
            if (!state)
                return fail(state.error());
            const QString path = QDir(state->folder).relativeFilePath(QFileInfo(file).canonicalFilePath());
            const bool gerrit = request.target.way == GitPush::Way::Gerrit;
            const auto done = repo.commit({path}, request.message, gerrit, task);
            // An earlier commit may be waiting to be pushed.
            if (!done && !(done.error().is(errors::nothingToCommit) && request.push && state->ahead > 0))
                return fail(done.error());
            if (!request.push)
                return Pushed();
            const auto pushed = repo.push(request.target, task);
            return pushed ? Result<Pushed>(*pushed) : fail(pushed.error());
        },
        [this](const Result<Pushed>& result) {
            m_busy = false;
            if (!result)
                notices()->showError(result.error());
            else if (!*result)
                notices()->show({Tone::Ok, tr("Committed."), {}, {}});
            else
                notices()->show({Tone::Ok,
                    (*result)->url.isEmpty() ? tr("Pushed to %1.").arg((*result)->ref)
                                             : tr("Offered for review: %1").arg((*result)->url),
                    {}, {}});
            workspace().announceChange(u"activity"_s);
            refresh();
        });
}

namespace {

/// The secret to test with: what was typed (kept when asked for), else the one that was kept.
Result<QString> secretFor(
    const QString& configFolder, const QString& key, const QString& typed, bool keep, const TaskContext& task)
{
    const auto store = openSecretStore(configFolder);
    if (typed.isEmpty())
        return channelsecrets::read(*store, key, task);
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
    m_busy = true;
    showState();
    const QString what = recipient.isEmpty() ? tr("Test of %1").arg(target.host)
                                             : tr("Test letter from %1 to %2").arg(target.address, recipient);
    m_connection->showStages(tr("%1 …").arg(what), {});
    run(
        recipient.isEmpty() ? u"test"_s : u"send"_s, target.host,
        [target, folder = workspace().configFolder(), key = channelsecrets::emailKey(m_folder),
            typed = m_connection->password(),
            keep = m_connection->keepSecrets()](TaskContext& task) mutable -> Result<QList<TestStage>> {
            auto password = secretFor(folder, key, typed, keep, task);
            if (!password)
                return fail(password.error());
            target.password = std::move(*password);
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
    target.url = m_session->draftSettings().diia.url;
    m_busy = true;
    showState();
    const QString what = tr("Test of %1").arg(target.url);
    m_connection->showStages(tr("%1 …").arg(what), {});
    run(
        u"test"_s, target.url,
        [target, folder = workspace().configFolder(), key = channelsecrets::diiaKey(m_folder),
            typed = m_connection->token(),
            keep = m_connection->keepSecrets()](TaskContext& task) mutable -> Result<QList<TestStage>> {
            auto token = secretFor(folder, key, typed, keep, task);
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
