#include "core/atomicfile.h"
#include "core/errors.h"
#include "git/errors.h"
#include "git/gitrepo.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// On real clones of real bare repositories, one of which answers as Gerrit does.
class TestGitRepo : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    TaskContext m_task;

    QString at(const QString& name) const { return m_folder->filePath(name); }

    static QByteArray git(const QString& folder, const QStringList& arguments)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(u"git"_s, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qWarning("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return process.readAllStandardOutput().trimmed();
    }
    void cloneTo(const QString& name)
    {
        git(m_folder->path(), {u"clone"_s, u"-q"_s, at(u"bare"_s), at(name)});
        git(at(name), {u"config"_s, u"user.name"_s, u"Оксана Тест"_s});
        git(at(name), {u"config"_s, u"user.email"_s, u"oksana@example.org"_s});
    }
    void hook(const QString& repository, const QString& name, const QByteArray& script)
    {
        const QString path = repository + u"/hooks/"_s + name;
        QVERIFY(writeFile(path, "#!/bin/sh\n" + script));
        QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner | QFile::ExeUser);
    }
    void change(const QString& clone, const QByteArray& text)
    {
        QVERIFY(writeFile(at(clone) + u"/values.yaml"_s, text));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        git(m_folder->path(), {u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, at(u"bare"_s)});
        cloneTo(u"seed"_s);
        git(at(u"seed"_s), {u"checkout"_s, u"-q"_s, u"-B"_s, u"main"_s});
        change(u"seed"_s, "a: 1\n");
        git(at(u"seed"_s), {u"add"_s, u"."_s});
        git(at(u"seed"_s), {u"commit"_s, u"-q"_s, u"-m"_s, u"first"_s});
        git(at(u"seed"_s), {u"push"_s, u"-q"_s, u"-u"_s, u"origin"_s, u"main"_s});
        cloneTo(u"clone"_s);
    }

    void tellsHowTheCloneStands()
    {
        const GitRepo repo(at(u"clone"_s));
        auto state = repo.state(m_task);
        QVERIFY(state);
        QCOMPARE(state->branch, u"main"_s);
        QCOMPARE(state->upstream, u"origin/main"_s);
        QVERIFY(state->dirty.isEmpty() && !state->gerrit && state->ahead == 0);
        change(u"clone"_s, "a: 2\n");
        QVERIFY(writeFile(at(u"clone/новий файл.txt"_s), "x"));
        state = repo.state(m_task);
        QCOMPARE(state->dirty, (QStringList{u"values.yaml"_s, u"новий файл.txt"_s}));
        QCOMPARE(repo.committed(u"values.yaml"_s, m_task)->value(), QByteArray("a: 1\n"));
        QVERIFY(!repo.committed(u"none"_s, m_task)->has_value());
    }

    void tellsWhatChangedAndWhoWroteIt()
    {
        const QString clone = at(u"clone"_s);
        QVERIFY(QDir(clone).mkpath(u"sub/new"_s));
        QVERIFY(writeFile(clone + u"/sub/a.txt"_s, "one\n"));
        QVERIFY(writeFile(clone + u"/sub/b.txt"_s, "two\n"));
        git(clone, {u"add"_s, u"."_s});
        git(clone, {u"commit"_s, u"-q"_s, u"-m"_s, u"Друге\n\nbody"_s});
        QVERIFY(writeFile(clone + u"/sub/a.txt"_s, "zero\none\n"));
        QVERIFY(QFile::remove(clone + u"/sub/b.txt"_s));
        QVERIFY(writeFile(clone + u"/sub/new/ё \"q\".txt"_s, "x"));
        change(u"clone"_s, "outside: 1\n");
        const GitRepo repo(clone + u"/sub"_s);
        QCOMPARE(repo.top(m_task).value(), QDir(clone).canonicalPath());
        const auto changes = repo.changes(m_task);
        QVERIFY(changes);
        QCOMPARE(changes->keys(), (QStringList{u"sub/a.txt"_s, u"sub/b.txt"_s, u"sub/new/ё \"q\".txt"_s}));
        QCOMPARE(changes->value(u"sub/a.txt"_s), GitChange::Modified);
        QCOMPARE(changes->value(u"sub/b.txt"_s), GitChange::Deleted);
        QCOMPARE(changes->last(), GitChange::Added);

        // Of the text in the editor, not of what is on disk.
        const auto lines = repo.blame(u"a.txt"_s, "one\nnot saved\n", m_task);
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->at(0).author, u"Оксана Тест"_s);
        QCOMPARE(lines->at(0).summary, u"Друге"_s);
        QCOMPARE(lines->at(0).commit.size(), 40);
        QVERIFY(qAbs(lines->at(0).at.secsTo(QDateTime::currentDateTime())) < 600);
        QCOMPARE(lines->at(1).commit, QString());
        QVERIFY(!repo.blame(u"new/none.txt"_s, "x\n", m_task));
        QVERIFY(repo.changes(m_task) && !GitRepo(m_folder->path()).changes(m_task));
    }

    void commitsOnlyWhatIsNamed()
    {
        change(u"clone"_s, "a: 2\n");
        QVERIFY(writeFile(at(u"clone/other"_s), "x"));
        git(at(u"clone"_s), {u"add"_s, u"other"_s});
        const GitRepo repo(at(u"clone/values.yaml"_s));
        const auto id = repo.commit({{u"values.yaml"_s}, u"Change a\n\n- a: 2"_s}, m_task);
        QVERIFY(id);
        QCOMPARE(git(at(u"clone"_s), {u"show"_s, u"--name-only"_s, u"--format=%an|%s"_s}),
            QByteArray("Оксана Тест|Change a\n\nvalues.yaml"));
        QCOMPARE(repo.state(m_task)->dirty, QStringList{u"other"_s});
        const auto again = repo.commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        QVERIFY(!again && again.error().is(errors::nothingToCommit));
    }

    void pathsCountFromTheTop()
    {
        QVERIFY(writeFile(at(u"clone/deep/values.yaml"_s), "b: 1\n"));
        QVERIFY(GitRepo(at(u"clone/deep"_s)).commit({{u"deep/values.yaml"_s}, u"x"_s}, m_task));
        QCOMPARE(git(at(u"clone"_s), {u"show"_s, u"--name-only"_s, u"--format="_s}), QByteArray("deep/values.yaml"));
    }

    void hooksAreRespected()
    {
        change(u"clone"_s, "a: 2\n");
        hook(at(u"clone/.git"_s), u"pre-commit"_s, "echo 'no secrets here' >&2\nexit 1\n");
        const auto done = GitRepo(at(u"clone"_s)).commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        QVERIFY(!done && done.error().is(errors::hookRefused));
        QCOMPARE(done.error().subject, u"pre-commit"_s);
        QVERIFY(done.error().detail.contains(u"no secrets here"_s));
    }

    void pushesToABranch()
    {
        change(u"clone"_s, "a: 2\n");
        const GitRepo repo(at(u"clone"_s));
        const auto id = repo.commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        const auto pushed = repo.push({GitPush::Way::Branch, u"smtp"_s}, m_task);
        QVERIFY(pushed);
        QCOMPARE(pushed->ref, u"refs/heads/smtp"_s);
        QCOMPARE(git(at(u"bare"_s), {u"rev-parse"_s, u"smtp"_s}), id->toLatin1());
    }

    void behindIsSaidAndNothingSent()
    {
        change(u"seed"_s, "a: 3\n");
        git(at(u"seed"_s), {u"commit"_s, u"-qam"_s, u"theirs"_s});
        git(at(u"seed"_s), {u"push"_s, u"-q"_s});
        change(u"clone"_s, "a: 2\n");
        const GitRepo repo(at(u"clone"_s));
        QVERIFY(repo.commit({{u"values.yaml"_s}, u"ours"_s}, m_task));
        const auto pushed = repo.push({GitPush::Way::Branch, u"main"_s}, m_task);
        QVERIFY(!pushed && pushed.error().is(errors::branchBehind));
        QCOMPARE(git(at(u"bare"_s), {u"log"_s, u"-1"_s, u"--format=%s"_s, u"main"_s}), QByteArray("theirs"));
    }

    void offersToGerrit()
    {
        hook(at(u"bare"_s), u"update"_s,
            "case \"$1\" in refs/for/*) ;; *) echo 'prohibited by Gerrit: push to refs/for/' >&2; exit 1;; esac\n"
            "git cat-file commit \"$3\" | grep -q '^Change-Id: I[0-9a-f]\\{40\\}$' || { echo 'missing Change-Id' >&2; "
            "exit 1; }\n"
            "echo 'SUCCESS' >&2; echo '  https://gerrit.example.org/c/land/+/7 Change [NEW]' >&2\n");
        QVERIFY(writeFile(at(u"clone/.gitreview"_s), "[gerrit]\n"));
        change(u"clone"_s, "a: 2\n");
        const GitRepo repo(at(u"clone"_s));
        QVERIFY(repo.state(m_task)->gerrit);
        QVERIFY(repo.commit({{u"values.yaml"_s}, u"Change a\n\n- a: 2"_s, true}, m_task));
        const auto refused = repo.push({GitPush::Way::Branch, u"main"_s}, m_task);
        QVERIFY(!refused && refused.error().is(errors::pushRejected));
        QVERIFY(refused.error().detail.contains(u"prohibited by Gerrit"_s));
        const auto pushed = repo.push({GitPush::Way::Gerrit, {}}, m_task);
        if (!pushed)
            QFAIL(qPrintable(pushed.error().detail));
        QCOMPARE(pushed->ref, u"refs/for/main"_s);
        QCOMPARE(pushed->url, u"https://gerrit.example.org/c/land/+/7"_s);
    }

    void cancelEndsGit()
    {
        hook(at(u"clone/.git"_s), u"pre-commit"_s, "sleep 60\n");
        change(u"clone"_s, "a: 2\n");
        const CancelSource cancel;
        cancel.cancel();
        const auto done = GitRepo(at(u"clone"_s)).commit({{u"values.yaml"_s}, u"x"_s}, {cancel.token(), {}});
        QVERIFY(!done && done.error().is(errors::cancelled));
    }

    void saysWhatIsNoClone()
    {
        const auto state = GitRepo(m_folder->path()).state(m_task);
        QVERIFY(!state && state.error().is(errors::notARepository));
    }
};

QTEST_GUILESS_MAIN(TestGitRepo)
#include "tst_repo.moc"
