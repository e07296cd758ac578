#include "../support/scratchgit.h"
#include "git/errors.h"
#include "git/gitrepo.h"

using namespace Qt::StringLiterals;
using namespace nc;

/// Where commits go: a branch of one's own with the wish for a merge request where the server takes wishes.
class TestPushing : public QObject {
    Q_OBJECT

    std::unique_ptr<test::ScratchGit> m_git;
    QString m_clone;
    QString m_bare;
    const TaskContext m_task;

    QByteArray branches() const { return m_git->git(m_bare, {u"for-each-ref"_s, u"--format=%(refname)"_s}); }
    void commit(const QByteArray& text) const
    {
        m_git->write(m_clone + u"/values.yaml"_s, text);
        QVERIFY(GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, m_task));
    }
    /// As GitLab does: takes wishes, and names the page of the merge request.
    void takesWishes() const
    {
        m_git->git(m_bare, {u"config"_s, u"receive.advertisePushOptions"_s, u"true"_s});
        m_git->script(m_bare + u"/hooks/post-receive"_s,
            "echo \"$GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1\" >> wishes\n"
            "echo; echo 'View merge request for x:'; echo '  https://gitlab.example.org/land/-/merge_requests/3'\n");
    }

private Q_SLOTS:
    void init()
    {
        m_git = std::make_unique<test::ScratchGit>();
        m_clone = m_git->clone(u"clone"_s);
        m_bare = m_git->at(u"clone.git"_s);
    }

    void aNameForABranch()
    {
        const QDateTime at(QDate(2026, 12, 1), QTime(3, 15, 2), Qt::UTC);
        QCOMPARE(ownBranch(u"channels"_s, at), u"channels-20261201-031502"_s);
    }

    void aMergeRequestWhereItCanBeWishedFor()
    {
        takesWishes();
        commit("a: 2\n");
        const auto pushed = GitRepo(m_clone).push({GitPush::Way::Branch, u"smtp"_s}, m_task);
        if (!pushed)
            QFAIL(qPrintable(pushed.error().detail));
        QCOMPARE(pushed->ref, u"refs/heads/smtp"_s);
        QCOMPARE(pushed->url, u"https://gitlab.example.org/land/-/merge_requests/3"_s);
        QCOMPARE(m_git->read(m_bare + u"/wishes"_s), QByteArray("merge_request.create merge_request.target=main\n"));
        // The followed branch needs none.
        QVERIFY(GitRepo(m_clone).push({GitPush::Way::Branch, u"main"_s}, m_task));
        QCOMPARE(m_git->read(m_bare + u"/wishes"_s), QByteArray("merge_request.create merge_request.target=main\n \n"));
    }

    void aServerThatTakesNoWishes()
    {
        m_git->script(m_clone + u"/.git/hooks/pre-push"_s, "echo once >> " + m_git->at(u"hook"_s).toUtf8());
        commit("a: 2\n");
        const auto pushed = GitRepo(m_clone).push({GitPush::Way::Branch, u"smtp"_s}, m_task);
        if (!pushed)
            QFAIL(qPrintable(pushed.error().detail));
        QCOMPARE(branches(), QByteArray("refs/heads/main\nrefs/heads/smtp"));
        QCOMPARE(m_git->read(m_git->at(u"hook"_s)), QByteArray("once\n"));
    }

    void theTargetIsTheFollowedBranch()
    {
        takesWishes();
        m_git->git(m_clone, {u"push"_s, u"-q"_s, u"origin"_s, u"HEAD:release/1.9"_s});
        m_git->git(m_clone, {u"fetch"_s, u"-q"_s});
        m_git->git(m_clone, {u"checkout"_s, u"-q"_s, u"-b"_s, u"mine"_s, u"origin/release/1.9"_s});
        QFile::remove(m_bare + u"/wishes"_s);
        commit("a: 2\n");
        QCOMPARE(GitRepo(m_clone).state(m_task)->followed, u"release/1.9"_s);
        QVERIFY(GitRepo(m_clone).push({GitPush::Way::Branch, u"smtp"_s}, m_task));
        QCOMPARE(
            m_git->read(m_bare + u"/wishes"_s), QByteArray("merge_request.create merge_request.target=release/1.9\n"));
    }

    void neverWithoutAName()
    {
        commit("a: 2\n");
        const auto pushed = GitRepo(m_clone).push({}, m_task);
        QVERIFY(!pushed && pushed.error().is(errors::noBranch));
        QCOMPARE(branches(), QByteArray("refs/heads/main"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("shell"); ///< in the clone; $BARE
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("the clone's hook")
            << QByteArray("printf '#!/bin/sh\\necho not today >&2; exit 1\\n' > .git/hooks/pre-push; "
                          "chmod +x .git/hooks/pre-push")
            << QByteArray("push-hook-refused");
        QTest::newRow("the server's hook")
            << QByteArray("printf '#!/bin/sh\\necho not today >&2; exit 1\\n' > $BARE/hooks/pre-receive; "
                          "chmod +x $BARE/hooks/pre-receive")
            << QByteArray("push-rejected");
        QTest::newRow("the branch holds something else")
            << QByteArray("git push -q origin $(git commit-tree -m t HEAD^{tree}):refs/heads/smtp")
            << QByteArray("push-rejected");
        QTest::newRow("no remote") << QByteArray("git remote remove origin") << QByteArray("no-remote");
        QTest::newRow("on no branch") << QByteArray("git checkout -q --detach") << QByteArray("no-branch");
        QTest::newRow("gone") << QByteArray("rm -r $BARE") << QByteArray("git-failed");
    }
    void refusals()
    {
        QFETCH(QByteArray, shell);
        QFETCH(QByteArray, code);
        commit("a: 2\n");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"BARE"_s, m_bare);
        m_git->run(m_clone, u"sh"_s, {u"-ec"_s, QString::fromUtf8(shell)}, {}, environment);
        const QByteArray head = m_git->git(m_clone, {u"rev-parse"_s, u"HEAD"_s});
        const auto pushed = GitRepo(m_clone).push({GitPush::Way::Branch, u"smtp"_s}, m_task);
        QVERIFY(!pushed);
        QCOMPARE(QByteArray(pushed.error().code.name), code);
        if (shell.contains("not today"))
            QVERIFY(pushed.error().detail.contains(u"not today"_s));
        // The commit stays, to be pushed again.
        QCOMPARE(m_git->git(m_clone, {u"rev-parse"_s, u"HEAD"_s}), head);
    }
};

QTEST_GUILESS_MAIN(TestPushing)
#include "tst_pushing.moc"
