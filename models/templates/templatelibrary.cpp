#include "templates/templatelibrary.h"

#include "core/errors.h"
#include "core/sentences.h"
#include "render/errors.h"
#include "render/templateengine.h"
#include "templates/errors.h"
#include "templates/htmlalterations.h"
#include "templates/preparedcache.h"
#include "templates/templatecheck.h"
#include "templates/templatefolder.h"
#include "templates/usecheck.h"
#include "templates/variables.h"

#include <algorithm>
#include <functional>

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

class Pass {
public:
    Pass(TemplateEngine& engine, const PreparedCache& cache, const TaskContext& task)
        : m_engine(engine)
        , m_cache(cache)
        , m_task(task)
    {
    }

    Result<QList<Item>> read(const QList<TemplateDirectory>& directories)
    {
        QList<Item> items;
        items.reserve(directories.size());
        for (const TemplateDirectory& directory : directories) {
            if (m_task.isCancelled())
                return TaskContext::cancelled();
            items.append({readTemplateFolder(directory), {}, {}, {}});
        }
        return items;
    }

    Result<void> prepare(QList<Item>& items)
    {
        QList<Item*> missing;
        for (Item& item : items) {
            if (m_task.isCancelled())
                return TaskContext::cancelled();
            if (!item.isReadable() || !item.isLetter())
                continue;
            item.prepared = m_cache.prepared(item.folder.inputsKey);
            if (!item.prepared)
                missing.append(&item);
        }
        return ask<PrepareRequest, Prepared>(
            missing,
            [](const Item& item) {
                return PrepareRequest{item.folder.path, item.folder.content.text};
            },
            [this](const auto& requests) { return m_engine.prepareMany(requests, m_task); },
            [this](Item& item, Prepared&& prepared) {
                m_cache.store(item.folder.inputsKey, prepared);
                item.prepared = std::move(prepared);
            });
    }

    Result<void> inspect(QList<Item>& items)
    {
        QList<Item*> missing;
        for (Item& item : items) {
            if (m_task.isCancelled())
                return TaskContext::cancelled();
            const bool hasCode =
                item.isLetter() ? item.prepared.has_value() : item.folder.key.channel == Channel::Inbox;
            if (!item.isReadable() || !hasCode)
                continue;
            item.inspection = m_cache.inspection(item.folder.key.name, item.code().toUtf8());
            if (!item.inspection)
                missing.append(&item);
        }
        return ask<InspectRequest, Inspection>(
            missing,
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
    /// Asks for all at once; where that fails, one by one, so that one template that breaks the helper does not take
    /// the others along.
    template <class Request, class Answer>
    Result<void> ask(const QList<Item*>& items, const std::function<Request(const Item&)>& request,
        const std::function<Result<QList<Answer>>(const QList<Request>&)>& call,
        const std::function<void(Item&, Answer&&)>& keep)
    {
        if (items.isEmpty())
            return {};
        QList<Request> requests;
        requests.reserve(items.size());
        for (const Item* item : items)
            requests.append(request(*item));
        auto answers = call(requests);
        if (answers) {
            for (qsizetype i = 0; i < items.size(); ++i)
                keep(*items[i], std::move((*answers)[i]));
            return {};
        }
        if (answers.error().is(errors::cancelled))
            return fail(answers.error());
        if (items.size() == 1 || isHopeless(answers.error())) {
            for (Item* item : items)
                item->engineError = answers.error();
            return {};
        }
        for (Item* item : items) {
            if (const auto one = ask<Request, Answer>({item}, request, call, keep); !one)
                return one;
        }
        return {};
    }

    TemplateEngine& m_engine;
    const PreparedCache& m_cache;
    const TaskContext& m_task;
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
    Pass pass(m_engine, cache, task);
    auto items = pass.read(chosen);
    if (!items)
        return fail(items.error());
    if (const auto done = pass.prepare(*items); !done)
        return fail(done.error());
    if (check) {
        if (const auto done = pass.inspect(*items); !done)
            return fail(done.error());
    }
    QList<PublishableTemplate> result;
    result.reserve(items->size());
    for (const Item& item : *items) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        QList<Problem> problems = check ? checkTemplate(item.folder, item.prepared ? &*item.prepared : nullptr,
                                      item.inspection ? &*item.inspection : nullptr)
                                        : item.folder.metadata.problems;
        if (check && item.engineError)
            problems.append(notChecked(*item.engineError, item.folder.contentPath));
        result.append(finish(item, std::move(problems)));
    }
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
    auto items = pass.read({*directory});
    if (!items)
        return fail(items.error());
    Item& item = items->first();
    if (!item.isReadable())
        return fail(errors::notPreparable, key.toString(), contentFileName(key.channel));
    if (key.channel == Channel::Diia)
        return diiaVariables(item.folder.content.text);
    auto done = pass.prepare(*items);
    if (done)
        done = pass.inspect(*items);
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
