#include "widgets/shell/commitflow.h"

#include "connections/workspace.h"
#include "core/deliver.h"
#include "core/errors.h"
#include "core/taskrunner.h"
#include "git/errors.h"
#include "git/gitrepo.h"
#include "widgets/common/noticebar.h"
#include "widgets/shell/clonetrust.h"
#include "widgets/shell/commitdialog.h"
#include "widgets/style/language.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

CommitFlow::CommitFlow(QWidget& page, NoticeBar& notices, Workspace& workspace)
    : QObject(&page)
    , m_page(page)
    , m_notices(notices)
    , m_workspace(workspace)
{
}

void CommitFlow::ask(const CommitSource& source)
{
    look(source, {}, false);
}

void CommitFlow::fail(const Error& error, std::function<void()> again)
{
    if (!askTrust(m_notices, m_workspace, error, again))
        m_notices.showError(error, error.next == Next::Retry ? std::move(again) : std::function<void()>());
}

/// What stands in the way of any commit is said before anybody is asked; what concerns one file of several is left to
/// the ticks.
Result<CommitFlow::Found> CommitFlow::lookUp(const CommitSource& source, const TaskContext& task)
{
    const auto paths = source.paths(task);
    if (!paths)
        return nc::fail(paths.error());
    const GitRepo repo(source.folder);
    const auto ready = repo.readyToCommit(*paths, task);
    const bool ofOneFile = !ready && paths->size() > 1
        && (ready.error().is(errors::conflictMarkers) || ready.error().is(errors::hiddenFromGit)
            || ready.error().is(errors::ignoredByGit));
    if (!ready && !ofOneFile && !ready.error().is(errors::nothingToCommit))
        return nc::fail(ready.error());
    auto state = ready ? ready : repo.state(task);
    if (!state)
        return nc::fail(state.error());
    Found found{std::move(*state), {}};
    if (!ready && !ofOneFile)
        return found;
    auto files = repo.files(*paths, task);
    if (!files)
        return nc::fail(files.error());
    found.files = std::move(*files);
    return found;
}

void CommitFlow::look(const CommitSource& source, const QString& message, bool again)
{
    Q_EMIT busy(true);
    auto started = m_workspace.tasks().start<Found>(
        u"changes"_s, source.folder, [source](TaskContext& task) { return lookUp(source, task); }, false);
    deliver(started.future, this, [this, source, message, again](const Result<Found>& found) {
        Q_EMIT busy(false);
        if (!found)
            return fail(found.error(), [this, source, message, again] { look(source, message, again); });
        if (found->files.isEmpty() && found->state.ahead == 0)
            return m_notices.show({Tone::Ok, tr("Everything is as committed."), {}, {}});
        show(source, *found, message, again);
    });
}

void CommitFlow::show(const CommitSource& source, const Found& found, const QString& message, bool again)
{
    CommitQuestion question;
    question.state = found.state;
    for (const GitFile& file : found.files)
        question.files.append({file.path, source.shown(file.before), source.shown(file.now)});
    question.propose = [source, files = found.files](const QStringList& paths) {
        QList<GitFile> chosen;
        std::ranges::copy_if(
            files, std::back_inserter(chosen), [&](const GitFile& file) { return paths.contains(file.path); });
        return chosen.isEmpty() ? QString() : source.propose(chosen);
    };
    question.message = message;
    question.ownBranch = ownBranch(source.what, QDateTime::currentDateTimeUtc());
    question.changedMeanwhile = again;
    CommitDialog::ask(m_page.window(), question, [this, source, files = found.files](const CommitRequest& request) {
        GitOffer asked{{request.paths, request.message, {}, {}}, request.push};
        asked.commit.changeId = request.push && request.push->way == GitPush::Way::Gerrit;
        for (const GitFile& file : files) {
            if (request.paths.contains(file.path))
                asked.commit.shown.insert(file.path, file.now);
        }
        offer(source, asked);
    });
}

void CommitFlow::offer(const CommitSource& source, const GitOffer& offer)
{
    Q_EMIT busy(true);
    auto started = m_workspace.tasks().start<GitOffered>(u"commit"_s, source.folder,
        [folder = source.folder, offer](TaskContext& task) { return GitRepo(folder).offer(offer, task); });
    deliver(started.future, this, [this, source, offer](const Result<GitOffered>& offered) {
        Q_EMIT busy(false);
        if (offered)
            tell(source, *offered);
        else if (offered.error().is(errors::changedMeanwhile))
            look(source, offer.commit.message, true);
        else
            fail(offered.error(), [this, source, message = offer.commit.message] { look(source, message, false); });
        Q_EMIT done();
    });
}

void CommitFlow::tell(const CommitSource& source, const GitOffered& offered)
{
    if (offered.pushError) {
        return m_notices.show([this, source, error = *offered.pushError] {
            const Sentence sentence = sentenceFor(error);
            return Notice{Tone::Error, (sentence.what + u' ' + sentence.advice).trimmed(), tr("Push again…"),
                [this, source] { look(source, {}, false); },
                sentence.what.contains(error.detail) ? QString() : error.detail};
        });
    }
    m_notices.show([offered] {
        const QString words = !offered.pushed ? tr("Committed as %1.").arg(offered.commit.left(10))
            : offered.pushed->url.isEmpty()   ? tr("Pushed to %1.").arg(offered.pushed->ref)
                                              : tr("Offered for review: %1").arg(offered.pushed->url);
        return Notice{Tone::Ok, words, {}, {}};
    });
}

} // namespace nc
