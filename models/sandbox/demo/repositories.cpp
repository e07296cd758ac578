#include "sandbox/demo/repositories.h"

#include "git/gitenvironment.h"
#include "sandbox/errors.h"
#include "sandbox/tool.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

Result<void> copyTree(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(source);
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(target);
        if (!QFile::copy(source, target))
            return fail(errors::cannotWrite, target);
        // An installed demo is read-only; a clone is there to be edited.
        QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
    }
    return {};
}

class Clone {
public:
    Clone(QString folder, const TaskContext& task)
        : m_folder(std::move(folder))
        , m_task(task)
    {
    }

    Result<void> git(const QStringList& arguments, int daysAgo = 0) const
    {
        const QString date = QDateTime::currentDateTimeUtc().addDays(-daysAgo).toString(Qt::ISODate);
        const auto done =
            runTool({.program = u"git"_s,
                        .arguments = arguments,
                        .folder = m_folder,
                        .base = gitEnvironment(),
                        // Nobody's own settings (hooks, signing) have a say here.
                        .environment = {{u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s}, {u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s},
                            {u"GIT_AUTHOR_DATE"_s, date}, {u"GIT_COMMITTER_DATE"_s, date}}},
                m_task);
        return done ? Result<void>() : fail(done.error());
    }

    Result<void> gitAll(const QList<QStringList>& calls, int daysAgo = 0) const
    {
        for (const QStringList& call : calls) {
            if (auto done = git(call, daysAgo); !done)
                return done;
        }
        return {};
    }

    Result<void> begin() const
    {
        QDir().mkpath(m_folder);
        return gitAll({{u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}, {u"config"_s, u"user.name"_s, u"Олена Коваленко"_s},
            {u"config"_s, u"user.email"_s, u"o.kovalenko@experts.example.gov.ua"_s},
            {u"config"_s, u"commit.gpgsign"_s, u"false"_s}});
    }

    Result<void> commit(const QString& message, int daysAgo) const
    {
        return gitAll({{u"add"_s, u"-A"_s}, {u"commit"_s, u"-q"_s, u"-m"_s, message}}, daysAgo);
    }

    Result<void> publish(const QString& origin) const
    {
        return gitAll({{u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, origin},
            {u"remote"_s, u"add"_s, u"origin"_s, origin}, {u"push"_s, u"-q"_s, u"--all"_s, u"-u"_s, u"origin"_s}});
    }

    const QString& folder() const { return m_folder; }

private:
    QString m_folder;
    const TaskContext& m_task;
};

// What is published is the first commit; the second is what has been edited since.
Result<void> fillRegulation(const Clone& clone, const QString& demo)
{
    const QString templates = clone.folder() + u"/notifications"_s;
    if (auto done = copyTree(demo + u"/regulation"_s, clone.folder()); !done)
        return done;
    if (auto done = copyTree(demo + u"/before"_s, clone.folder()); !done)
        return done;
    for (const QString& later : {u"/email/application-decided"_s, u"/email/appeal-registered"_s})
        QDir(templates + later).removeRecursively();
    if (auto done = clone.commit(u"Шаблони повідомлень: атестація, іспит, свідоцтва"_s, 60); !done)
        return done;
    QDir(templates).removeRecursively();
    if (auto done = copyTree(demo + u"/regulation"_s, clone.folder()); !done)
        return done;
    if (auto done = clone.commit(u"Лист про рішення, скарги, уточнення текстів"_s, 1); !done)
        return done;
    // A draft that the validator refuses lives on a branch: everything on main can be published.
    if (auto done = clone.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"draft/exam-in-diia"_s}); !done)
        return done;
    if (auto done = copyTree(demo + u"/draft"_s, clone.folder()); !done)
        return done;
    if (auto done = clone.commit(u"Чернетка: іспит у Дії"_s, 0); !done)
        return done;
    return clone.git({u"checkout"_s, u"-q"_s, u"main"_s});
}

// Made beside and renamed: a folder that is there is whole.
template <class Fill>
Result<void> makeClone(const QString& folder, const QString& name, Fill fill, const TaskContext& task)
{
    const QString path = folder + u'/' + name;
    if (QFileInfo::exists(path))
        return {};
    const QString origin = folder + u"/origin/"_s + name + u".git"_s;
    QDir(path + u".new"_s).removeRecursively();
    QDir(origin).removeRecursively();
    QDir().mkpath(folder + u"/origin"_s);
    const Clone clone(path + u".new"_s, task);
    if (auto done = clone.begin(); !done)
        return done;
    if (Result<void> done = fill(clone); !done)
        return done;
    if (auto done = clone.publish(origin); !done)
        return done;
    if (!QDir().rename(clone.folder(), path))
        return fail(errors::cannotWrite, path);
    return {};
}

} // namespace

Result<void> makeRepositories(const QString& folder, const QString& demoFolder, const TaskContext& task)
{
    if (!QFileInfo(demoFolder + u"/regulation/notifications"_s).isDir())
        return fail(errors::noDemo, demoFolder);
    const auto regulation = [&demoFolder](const Clone& clone) { return fillRegulation(clone, demoFolder); };
    if (auto done = makeClone(folder, u"regulation"_s, regulation, task); !done)
        return done;
    const auto registry = [&demoFolder](const Clone& clone) -> Result<void> {
        if (auto done = copyTree(demoFolder + u"/registry"_s, clone.folder()); !done)
            return done;
        return clone.commit(u"Налаштування розгортання реєстру"_s, 30);
    };
    return makeClone(folder, u"registry"_s, registry, task);
}

} // namespace nc::demo
