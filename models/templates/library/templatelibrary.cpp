#include "templates/library/templatelibrary.h"

#include "core/errors.h"
#include "core/sentences.h"
#include "render/errors.h"
#include "render/templateengine.h"
#include "templates/library/preparedcache.h"
#include "templates/lint/htmlalterations.h"
#include "templates/lint/templatecheck.h"
#include "templates/lint/usecheck.h"
#include "templates/lint/variables.h"
#include "templates/source/errors.h"
#include "templates/source/templatefolder.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A template on its way through preparation and checks.
struct Item {
    TemplateFolder folder;
    std::optional<Prepared> prepared;
    std::optional<Inspection> inspection;
    std::optional<Error> engineError;

    bool isReadable() const { return folder.hasContent && !folder.contentError; }
    bool isLetter() const { return folder.key.channel == Channel::Email; }
    QString code() const { return isLetter() ? withoutPictures(prepared->content) : folder.content.text; }
};

/// No other template will fare better.
bool isHopeless(const Error& error)
{
    return error.is(errors::javaMissing) || error.is(errors::javaTooOld) || error.is(errors::engineMissing)
        || error.is(errors::engineVersion) || error.is(errors::engineStart);
}

/// What becomes of templates when the helper fails at many of them at once.
enum class AtTrouble {
    Leave, ///< they stay without an answer
    OneByOne, ///< each is asked for alone, so that one that breaks the helper does not take the others along
};

/// Steps of templates on their way; those of different items may run in two threads at once.
class Pass {
public:
    Pass(TemplateEngine& engine, const PreparedCache& cache, const TaskContext& task)
        : m_engine(engine)
        , m_cache(cache)
        , m_task(task)
    {
    }

    /// Reads a template and takes what is known of it from before.
    Item read(const TemplateDirectory& directory) const
    {
        Item item{readTemplateFolder(directory), {}, {}, {}};
        if (item.isReadable() && item.isLetter())
            item.prepared = m_cache.prepared(item.folder.inputsKey);
        recallInspection(item);
        return item;
    }

    static bool lacksLetter(const Item& item)
    {
        return item.isReadable() && item.isLetter() && !item.prepared && !item.engineError;
    }
    static bool lacksInspection(const Item& item) { return hasCode(item) && !item.inspection && !item.engineError; }

    Result<void> prepare(const QList<Item*>& items, AtTrouble trouble)
    {
        QList<Item*> missing;
        std::ranges::copy_if(items, std::back_inserter(missing), [](const Item* item) { return lacksLetter(*item); });
        return ask<PrepareRequest, Prepared>(
            missing, trouble,
            [](const Item& item) {
                return PrepareRequest{item.folder.path, item.folder.content.text};
            },
            [this](const auto& requests) { return m_engine.prepareMany(requests, m_task); },
            [this](Item& item, Prepared&& prepared) {
                m_cache.store(item.folder.inputsKey, prepared);
                item.prepared = std::move(prepared);
                recallInspection(item);
            });
    }

    Result<void> inspect(const QList<Item*>& items, AtTrouble trouble)
    {
        QList<Item*> missing;
        std::ranges::copy_if(
            items, std::back_inserter(missing), [](const Item* item) { return lacksInspection(*item); });
        return ask<InspectRequest, Inspection>(
            missing, trouble,
            [](const Item& item) {
                return InspectRequest{item.folder.key.name, item.code()};
            },
            [this](const auto& requests) { return m_engine.inspectMany(requests, m_task); },
            [this](Item& item, Inspection&& inspection) {
                m_cache.store(item.folder.key.name, item.code().toUtf8(), inspection);
                item.inspection = std::move(inspection);
            });
    }

private:
    static bool hasCode(const Item& item)
    {
        return item.isReadable()
            && (item.isLetter() ? item.prepared.has_value() : item.folder.key.channel == Channel::Inbox);
    }

    void recallInspection(Item& item) const
    {
        if (hasCode(item))
            item.inspection = m_cache.inspection(item.folder.key.name, item.code().toUtf8());
    }

    template <class Request, class Answer>
    Result<void> ask(const QList<Item*>& items, AtTrouble trouble, const std::function<Request(const Item&)>& request,
        const std::function<Result<QList<Answer>>(const QList<Request>&)>& call,
        const std::function<void(Item&, Answer&&)>& keep)
    {
        if (items.isEmpty())
            return {};
        QList<Request> requests;
        requests.reserve(items.size());
        for (const Item* item : items)
            requests.append(request(*item));
        const auto hopeless = this->hopeless();
        auto answers = hopeless ? Result<QList<Answer>>(fail(*hopeless)) : call(requests);
        if (answers) {
            for (qsizetype i = 0; i < items.size(); ++i)
                keep(*items[i], std::move((*answers)[i]));
            return {};
        }
        if (answers.error().is(errors::cancelled))
            return fail(answers.error());
        const bool forAll = isHopeless(answers.error());
        if (forAll) {
            const std::lock_guard lock(m_mutex);
            m_hopeless = answers.error();
        }
        if (forAll || (items.size() == 1 && trouble == AtTrouble::OneByOne)) {
            for (Item* item : items)
                item->engineError = answers.error();
            return {};
        }
        if (trouble == AtTrouble::Leave)
            return {};
        for (Item* item : items) {
            if (const auto one = ask<Request, Answer>({item}, trouble, request, call, keep); !one)
                return one;
        }
        return {};
    }

    std::optional<Error> hopeless()
    {
        const std::lock_guard lock(m_mutex);
        return m_hopeless;
    }

    TemplateEngine& m_engine;
    const PreparedCache& m_cache;
    const TaskContext& m_task;
    std::mutex m_mutex;
    std::optional<Error> m_hopeless; ///< no further template need be tried
};

/// Calls `work` for chunks of 0 … count, in this thread and, where there is more than one chunk, in a second one: as
/// many as the helper has. False from it ends both; gives whether none said so.
bool inTwoThreads(qsizetype count, qsizetype chunk, const std::function<bool(qsizetype begin, qsizetype end)>& work)
{
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> going = true;
    const auto run = [&] {
        while (going) {
            const qsizetype begin = next.fetch_add(chunk);
            if (begin >= count)
                return;
            if (!work(begin, std::min(begin + chunk, count)))
                going = false;
        }
    };
    if (count <= chunk) {
        run();
        return going;
    }
    {
        const std::jthread second(run);
        run();
    }
    return going;
}

/// Brings many templates through all steps.
class Passage {
public:
    Passage(TemplateEngine& engine, const PreparedCache& cache, const TaskContext& task, bool check)
        : m_engine(engine)
        , m_task(task)
        , m_quiet{task.cancel, {}}
        , m_pass(engine, cache, m_quiet)
        , m_check(check)
    {
    }

    Result<std::vector<Item>> run(const QList<TemplateDirectory>& directories)
    {
        constexpr qsizetype chunk = 40;
        std::vector<Item> items(std::size_t(directories.size()));
        const bool read = inTwoThreads(directories.size(), chunk, [&](qsizetype begin, qsizetype end) {
            for (qsizetype i = begin; i < end && !m_task.isCancelled(); ++i) {
                Item& item = items[std::size_t(i)];
                item = m_pass.read(directories[i]);
                // The helper takes its time to start: let it, while the rest is read.
                if (lacks(item))
                    std::call_once(
                        m_started, [this] { m_start = std::jthread([this] { (void)m_engine.version(m_quiet); }); });
            }
            return !m_task.isCancelled();
        });
        if (!read)
            return TaskContext::cancelled();
        QList<Item*> missing;
        for (Item& item : items) {
            if (lacks(item))
                missing.append(&item);
        }
        const auto caller = std::this_thread::get_id();
        std::atomic<qsizetype> done = 0;
        const bool asked = inTwoThreads(missing.size(), chunk, [&](qsizetype begin, qsizetype end) {
            if (!step(missing.mid(begin, end - begin), AtTrouble::Leave))
                return false;
            done += end - begin;
            if (std::this_thread::get_id() == caller)
                m_task.report(done, missing.size());
            return true;
        });
        if (asked && !missing.isEmpty())
            m_task.report(missing.size(), missing.size());
        // What did not come out well beside others is tried again when nothing else runs: a template that breaks the
        // helper must not be taken for its neighbour.
        if (!asked || !step(missing, AtTrouble::OneByOne))
            return TaskContext::cancelled();
        return items;
    }

private:
    bool lacks(const Item& item) const { return Pass::lacksLetter(item) || (m_check && Pass::lacksInspection(item)); }

    /// False: cancelled.
    bool step(const QList<Item*>& items, AtTrouble trouble)
    {
        return m_pass.prepare(items, trouble) && (!m_check || m_pass.inspect(items, trouble));
    }

    TemplateEngine& m_engine;
    const TaskContext& m_task;
    /// Steps run in two threads and know only their own part: how far the whole is, is told by run() in the caller's.
    const TaskContext m_quiet;
    Pass m_pass;
    const bool m_check;
    std::once_flag m_started;
    std::jthread m_start;
};

Problem notChecked(const Error& error, const QString& path)
{
    // The reason in the reader's language; the lint code says what it means here.
    Problem problem = Problem::make(Severity::Warning, error, path);
    problem.lint = QString::fromLatin1(lint::notChecked.name);
    return problem;
}

PublishableTemplate finish(const Item& item, QList<Problem> problems)
{
    PublishableTemplate result =
        toPublishable(item.folder, item.prepared ? &*item.prepared : nullptr, std::move(problems));
    // A letter that could not be prepared has no content; the reason is the helper's.
    if (item.engineError && item.isLetter() && !item.prepared && !result.blocked) {
        result.blocked = item.engineError;
        result.content.clear();
        result.checksum.clear();
    }
    return result;
}

} // namespace

TemplateLibrary::TemplateLibrary(QString folder, TemplateEngine& engine, QString cacheFolder)
    : m_folder(std::move(folder))
    , m_engine(engine)
    , m_cacheFolder(std::move(cacheFolder))
{
}

Result<Regulation> TemplateLibrary::scan() const
{
    return scanRegulation(m_folder);
}

Result<QList<PublishableTemplate>> TemplateLibrary::publishables(
    const TaskContext& task, const QList<TemplateKey>& only, bool check) const
{
    const auto regulation = scan();
    if (!regulation)
        return fail(regulation.error());
    QList<TemplateDirectory> chosen = regulation->templates;
    if (!only.isEmpty()) {
        for (const TemplateKey& key : only) {
            if (!regulation->find(key))
                return fail(errors::templateNotFound, key.toString());
        }
        chosen.removeIf([&](const TemplateDirectory& directory) { return !only.contains(directory.key); });
    }

    const PreparedCache cache(m_cacheFolder);
    const auto items = Passage(m_engine, cache, task, check).run(chosen);
    if (!items)
        return fail(items.error());
    QList<PublishableTemplate> result(chosen.size());
    PublishableTemplate* out = result.data();
    const bool finished = inTwoThreads(chosen.size(), 100, [&](qsizetype begin, qsizetype end) {
        for (qsizetype i = begin; i < end && !task.isCancelled(); ++i) {
            const Item& item = (*items)[std::size_t(i)];
            QList<Problem> problems = check ? checkTemplate(item.folder, item.prepared ? &*item.prepared : nullptr,
                                          item.inspection ? &*item.inspection : nullptr)
                                            : item.folder.metadata.problems;
            if (check && item.engineError)
                problems.append(notChecked(*item.engineError, item.folder.contentPath));
            out[i] = finish(item, std::move(problems));
        }
        return !task.isCancelled();
    });
    if (!finished)
        return TaskContext::cancelled();
    cache.prune();
    return result;
}

Result<PublishableTemplate> TemplateLibrary::publishable(const TemplateKey& key, const TaskContext& task) const
{
    auto list = publishables(task, {key});
    if (!list)
        return fail(list.error());
    return list->takeFirst();
}

Result<QList<TemplateVariable>> TemplateLibrary::variables(const TemplateKey& key, const TaskContext& task) const
{
    const auto regulation = scan();
    if (!regulation)
        return fail(regulation.error());
    const TemplateDirectory* directory = regulation->find(key);
    if (!directory)
        return fail(errors::templateNotFound, key.toString());
    const PreparedCache cache(m_cacheFolder);
    Pass pass(m_engine, cache, task);
    Item item = pass.read(*directory);
    if (!item.isReadable())
        return fail(errors::notPreparable, key.toString(), contentFileName(key.channel));
    if (key.channel == Channel::Diia)
        return diiaVariables(item.folder.content.text);
    auto done = pass.prepare({&item}, AtTrouble::OneByOne);
    if (done)
        done = pass.inspect({&item}, AtTrouble::OneByOne);
    if (!done)
        return fail(done.error());
    if (item.engineError)
        return fail(*item.engineError);
    if (item.inspection->syntaxError)
        return fail(item.inspection->syntaxError->error);
    QList<TemplateVariable> variables = item.inspection->variables;
    if (item.isLetter())
        toSourceLines(variables, item.folder.content.text, item.code());
    return variables;
}

Result<QList<Problem>> TemplateLibrary::lint(const TaskContext& task) const
{
    const auto regulation = scan();
    if (!regulation)
        return fail(regulation.error());
    const auto templates = publishables(task);
    if (!templates)
        return fail(templates.error());
    QList<Problem> problems = regulation->problems;
    for (const PublishableTemplate& one : *templates)
        problems += one.problems;
    // A process that cannot be read is not this lint's affair; one that can must name templates that are there.
    const auto uses = templateUses(m_folder, task);
    if (!uses && uses.error().is(errors::cancelled))
        return fail(uses.error());
    if (uses)
        problems += missingTemplates(*uses, *regulation);
    sortProblems(problems);
    return problems;
}

} // namespace nc
