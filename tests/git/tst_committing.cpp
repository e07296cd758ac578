#include "../support/scratchgit.h"
#include "core/errors.h"
#include "git/errors.h"
#include "git/gitrepo.h"

#include <QThread>

using namespace Qt::StringLiterals;
using namespace nc;

/// A commit is made whole or nothing is touched, the index included; what would be in its way is said before.
class TestCommitting : public QObject {
    Q_OBJECT

    std::unique_ptr<test::ScratchGit> m_git;
    QString m_clone;
    const TaskContext m_task;

    /// All that a commit could touch: commits, index with its flags, working copy.
    QByteArray standing() const
    {
        return m_git->git(m_clone, {u"rev-parse"_s, u"--all"_s}) + m_git->git(m_clone, {u"rev-parse"_s, u"HEAD"_s})
            + m_git->read(m_clone + u"/.git/index"_s)
            + m_git->git(m_clone, {u"--no-optional-locks"_s, u"status"_s, u"--porcelain=v2"_s, u"--ignored"_s});
    }
    void shell(const QByteArray& script) const { m_git->run(m_clone, u"sh"_s, {u"-c"_s, QString::fromUtf8(script)}); }
    static QByteArray codeOf(const Result<QString>& done) { return done ? "done" : done.error().code.name; }

private Q_SLOTS:
    void init()
    {
        m_git = std::make_unique<test::ScratchGit>();
        m_clone = m_git->clone(u"clone"_s);
    }

    void failsWhole_data()
    {
        QTest::addColumn<QByteArray>("before"); ///< shell
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QByteArray>("code");
        const QStringList values{u"values.yaml"_s};
        const QByteArray change = "echo 2 > values.yaml; ";
        const QByteArray hook = "mkdir -p .git/hooks; printf '#!/bin/sh\\necho no >&2; exit 1\\n' > .git/hooks/%1; "
                                "chmod +x .git/hooks/%1; ";
        const auto with = [&](const char* name) { return QByteArray(hook).replace("%1", name); };
        // A conflict on two sides: `side` has another line.
        const QByteArray fork = "git checkout -qb side; echo theirs > values.yaml; git commit -qam theirs; "
                                "git checkout -q main; echo ours > values.yaml; git commit -qam ours; ";

        QTest::newRow("pre-commit refuses") << change + with("pre-commit") << values << QByteArray("hook-refused");
        QTest::newRow("commit-msg refuses") << change + with("commit-msg") << values << QByteArray("hook-refused");
        QTest::newRow("a new file, refused")
            << QByteArray("echo x > new; ") + with("pre-commit") << QStringList{u"new"_s} << QByteArray("hook-refused");
        QTest::newRow("a deleted file, refused") << QByteArray("rm other.txt; ") + with("prepare-commit-msg")
                                                 << QStringList{u"other.txt"_s} << QByteArray("hook-refused");
        QTest::newRow("beside what is staged, refused")
            << change + "echo x > new; git add new; " + with("pre-commit") << values << QByteArray("hook-refused");
        QTest::newRow("a hook in another folder") << change
                + "git config core.hooksPath h; mkdir h; printf '#!/bin/sh\\nexit 3\\n' > h/pre-commit; "
                  "chmod +x h/pre-commit" << values
                                                  << QByteArray("hook-refused");
        QTest::newRow("nobody") << change + "git config user.useConfigOnly true; git config --unset user.email"
                                << values << QByteArray("git-failed");
        QTest::newRow("no signature") << change + "git config commit.gpgSign true; git config gpg.program false"
                                      << values << QByteArray("git-failed");
        QTest::newRow("a filter that fails") << change
                + "git config filter.x.clean false; git config filter.x.required true; "
                  "echo '* filter=x' > .git/info/attributes"
                                             << values << QByteArray("git-failed");
        QTest::newRow("another git at work") << change + "touch .git/index.lock" << values << QByteArray("git-busy");

        QTest::newRow("conflict of a merge")
            << fork + "git merge -q side" << values << QByteArray("operation-unfinished");
        QTest::newRow("conflict, another file") << fork + "git merge -q side; echo x > other.txt"
                                                << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("merged, not committed") << fork + "git merge -q -s ours --no-commit side; echo x > other.txt"
                                               << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("conflict of a stash") << QByteArray(
            "echo mine > values.yaml; git stash -q; echo 3 > values.yaml; git commit -qam 3; "
            "git stash pop -q") << values << QByteArray("conflict-unresolved");
        QTest::newRow("rebase") << fork + "git rebase -q side" << values << QByteArray("operation-unfinished");
        QTest::newRow("rebase, stopped for editing")
            << fork + "GIT_SEQUENCE_EDITOR='sed -i s/pick/edit/' git rebase -qi HEAD~1; echo x > other.txt"
            << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("cherry-pick") << fork + "git cherry-pick side" << values << QByteArray("operation-unfinished");
        QTest::newRow("revert") << fork + "git revert --no-edit HEAD~1; git revert --no-commit HEAD; echo x > other.txt"
                                << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("bisect") << fork + "git bisect start -q; git bisect bad; echo x > other.txt"
                                << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("am") << fork + "git format-patch -q -1 side -o ../p; git am -q ../p/*; echo x > other.txt"
                            << QStringList{u"other.txt"_s} << QByteArray("operation-unfinished");
        QTest::newRow("on no branch") << QByteArray("git checkout -q --detach; echo 2 > values.yaml") << values
                                      << QByteArray("no-branch");
        QTest::newRow("at a tag") << QByteArray("git tag v1; git checkout -q v1; rm other.txt")
                                  << QStringList{u"other.txt"_s} << QByteArray("no-branch");

        QTest::newRow("skip-worktree") << QByteArray(
            "git update-index --skip-worktree values.yaml; echo 2 > values.yaml")
                                       << values << QByteArray("hidden-from-git");
        QTest::newRow("assume-unchanged")
            << QByteArray("git update-index --assume-unchanged values.yaml; echo 2 > values.yaml") << values
            << QByteArray("hidden-from-git");
        QTest::newRow("assume-unchanged, deleted")
            << QByteArray("git update-index --assume-unchanged values.yaml; rm values.yaml") << values
            << QByteArray("hidden-from-git");
        QTest::newRow("ignored") << QByteArray("echo new > .git/info/exclude; echo x > new") << QStringList{u"new"_s}
                                 << QByteArray("ignored-by-git");
        QTest::newRow("ignored with its folder") << QByteArray("echo deep/ > .gitignore; mkdir deep; echo x > deep/new")
                                                 << QStringList{u"deep/new"_s} << QByteArray("ignored-by-git");
        QTest::newRow("nothing") << QByteArray("true") << values << QByteArray("nothing-to-commit");
        QTest::newRow("skip-worktree, as committed")
            << QByteArray("git update-index --skip-worktree values.yaml") << values << QByteArray("nothing-to-commit");
        QTest::newRow("only touched") << QByteArray("touch -d 2001-01-01 values.yaml") << values
                                      << QByteArray("nothing-to-commit");

        QTest::newRow("marks of a conflict")
            << QByteArray("printf 'a: 1\\n<<<<<<< HEAD\\nb: 1\\n=======\\nb: 2\\n>>>>>>> side\\n' > values.yaml")
            << values << QByteArray("conflict-markers");
        QTest::newRow("half of them") << QByteArray("printf 'a: 1\\r\\n>>>>>>> side\\r\\n' > values.yaml") << values
                                      << QByteArray("conflict-markers");
        QTest::newRow("of three versions") << QByteArray("printf 'a\\n||||||| base\\nb\\n' > other.txt")
                                           << QStringList{u"other.txt"_s} << QByteArray("conflict-markers");
    }
    void failsWhole()
    {
        QFETCH(QByteArray, before);
        QFETCH(QStringList, paths);
        QFETCH(QByteArray, code);
        shell(before);
        const QByteArray standingBefore = standing();
        const auto done = GitRepo(m_clone).commit({paths, u"x"_s}, m_task);
        QCOMPARE(codeOf(done), code);
        QCOMPARE(standing(), standingBefore);
        // The same answer beforehand, but for what only git's own run can tell.
        if (!code.startsWith("hook-") && !code.startsWith("git-")) {
            const auto ready = GitRepo(m_clone).readyToCommit(paths, m_task);
            QVERIFY(!ready);
            QCOMPARE(QByteArray(ready.error().code.name), code);
        }
    }

    void takesWhatIsNamed_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QByteArray>("committed"); ///< name-status
        QTest::addColumn<QByteArray>("left"); ///< status --porcelain
        QTest::newRow("a change") << QByteArray("echo 2 > values.yaml") << QStringList{u"values.yaml"_s}
                                  << QByteArray("M\tvalues.yaml") << QByteArray();
        QTest::newRow("a new file") << QByteArray("mkdir d; echo 2 > d/new") << QStringList{u"d/new"_s}
                                    << QByteArray("A\td/new") << QByteArray();
        QTest::newRow("a deleted one") << QByteArray("rm other.txt") << QStringList{u"other.txt"_s}
                                       << QByteArray("D\tother.txt") << QByteArray();
        QTest::newRow("several") << QByteArray("echo 2 > values.yaml; rm other.txt; echo n > n")
                                 << QStringList{u"values.yaml"_s, u"other.txt"_s, u"n"_s}
                                 << QByteArray("A\tn\nD\tother.txt\nM\tvalues.yaml") << QByteArray();
        QTest::newRow("staged beside it")
            << QByteArray("echo 2 > values.yaml; echo 3 > other.txt; git add other.txt")
            << QStringList{u"values.yaml"_s} << QByteArray("M\tvalues.yaml") << QByteArray("M  other.txt");
        QTest::newRow("another version staged")
            << QByteArray("echo 9 > values.yaml; git add values.yaml; echo 2 > values.yaml")
            << QStringList{u"values.yaml"_s} << QByteArray("M\tvalues.yaml") << QByteArray();
        QTest::newRow("ignored, but in the commit")
            << QByteArray("echo '*' > .git/info/exclude; echo 2 > values.yaml") << QStringList{u"values.yaml"_s}
            << QByteArray("M\tvalues.yaml") << QByteArray();
        QTest::newRow("a name with wildcards")
            << QByteArray("echo 2 > 'v*[a]'; echo 3 > values.yaml") << QStringList{u"v*[a]"_s} << QByteArray("A\tv*[a]")
            << QByteArray("M values.yaml");
        QTest::newRow("executable") << QByteArray("chmod +x other.txt") << QStringList{u"other.txt"_s}
                                    << QByteArray("M\tother.txt") << QByteArray();
        QTest::newRow("a link") << QByteArray("rm other.txt; ln -s values.yaml other.txt")
                                << QStringList{u"other.txt"_s} << QByteArray("T\tother.txt") << QByteArray();
        QTest::newRow("through a filter")
            << QByteArray("git config filter.x.clean 'tr a-z A-Z'; echo 'values.yaml filter=x' > .git/info/attributes; "
                          "echo abc > values.yaml")
            << QStringList{u"values.yaml"_s} << QByteArray("M\tvalues.yaml") << QByteArray();
    }
    void takesWhatIsNamed()
    {
        QFETCH(QByteArray, before);
        QFETCH(QStringList, paths);
        QFETCH(QByteArray, committed);
        QFETCH(QByteArray, left);
        shell(before);
        const auto done = GitRepo(m_clone).commit({paths, u"x"_s}, m_task);
        if (!done)
            QFAIL(qPrintable(done.error().id() + u' ' + done.error().detail));
        QCOMPARE(m_git->git(m_clone, {u"show"_s, u"--name-status"_s, u"--no-renames"_s, u"--format="_s}), committed);
        QCOMPARE(m_git->git(m_clone, {u"status"_s, u"--porcelain"_s}), left);
    }

    void theFirstCommitOfAll()
    {
        const QString fresh = m_git->at(u"fresh"_s);
        m_git->git(m_git->path(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s, fresh});
        m_git->author(fresh);
        m_git->write(fresh + u"/values.yaml"_s, "a: 1\n");
        const auto done = GitRepo(fresh).commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        if (!done)
            QFAIL(qPrintable(done.error().id() + u' ' + done.error().detail));
        QCOMPARE(m_git->git(fresh, {u"status"_s, u"--porcelain"_s}), QByteArray());
    }

    void onlyWhatWasShown()
    {
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        const GitRepo repo(m_clone);
        const auto files = repo.files({u"values.yaml"_s, u"none"_s}, m_task);
        QVERIFY(files);
        QCOMPARE(files->at(0), (GitFile{u"values.yaml"_s, QByteArray("a: 1\n"), QByteArray("a: 2\n")}));
        QCOMPARE(files->at(1), (GitFile{u"none"_s, {}, {}}));
        for (const QByteArray& meanwhile : {QByteArray("a: 3\n"), QByteArray(), QByteArray("a: 2")}) {
            m_git->write(m_clone + u"/values.yaml"_s, meanwhile);
            const auto done =
                repo.commit({{u"values.yaml"_s}, u"x"_s, false, {{u"values.yaml"_s, files->at(0).now}}}, m_task);
            QCOMPARE(codeOf(done), QByteArray("changed-meanwhile"));
        }
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QVERIFY(repo.commit({{u"values.yaml"_s}, u"x"_s, false, {{u"values.yaml"_s, files->at(0).now}}}, m_task));
    }

    void writtenWhileAHookRuns()
    {
        // What is committed is what was shown, whatever becomes of the file meanwhile.
        m_git->script(m_clone + u"/.git/hooks/pre-commit"_s, "echo 'a: 7' > values.yaml");
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QVERIFY(GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, m_task));
        QCOMPARE(m_git->git(m_clone, {u"show"_s, u"HEAD:values.yaml"_s}), QByteArray("a: 2"));
        QCOMPARE(m_git->git(m_clone, {u"status"_s, u"--porcelain"_s}), QByteArray("M values.yaml"));
    }

    void aHooksWords()
    {
        m_git->script(
            m_clone + u"/.git/hooks/pre-commit"_s, "git -C /nowhere status 2>/dev/null; echo 'line 1 is odd'; exit 4");
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QCOMPARE(GitRepo(m_clone).state(m_task)->hooks, QStringList{u"pre-commit"_s});
        const auto done = GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        QVERIFY(!done && done.error().is(errors::hookRefused));
        QCOMPARE(done.error().subject, u"pre-commit"_s);
        QCOMPARE(done.error().detail, u"line 1 is odd"_s);
    }

    void cancelledInAHook()
    {
        // The hook itself asks for the end, once it runs.
        const QString started = m_git->at(u"started"_s);
        m_git->script(m_clone + u"/.git/hooks/pre-commit"_s, "touch " + started.toUtf8() + "\nexec sleep 60\n");
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        const QByteArray before = standing();
        const CancelSource cancel;
        std::unique_ptr<QThread> watcher(QThread::create([&] {
            while (!QFile::exists(started))
                QThread::msleep(5);
            cancel.cancel();
        }));
        watcher->start();
        const auto done = GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, {cancel.token(), {}});
        watcher->wait();
        QCOMPARE(codeOf(done), QByteArray("cancelled"));
        QCOMPARE(standing(), before);
    }
};

QTEST_GUILESS_MAIN(TestCommitting)
#include "tst_committing.moc"
