#include "../support/scratchgit.h"
#include "git/errors.h"
#include "git/gitrepo.h"
#include "git/gittrust.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Whose a clone is: judged as git judges it, and asked once. Needs root, who alone can give a folder away.
class TestOwner : public QObject {
    Q_OBJECT

    std::unique_ptr<test::ScratchGit> m_git;
    QString m_clone;
    const TaskContext m_task;

    static void give(const QString& path, uint owner, bool all = true)
    {
        const QStringList arguments{QString::number(owner), path};
        test::ScratchGit::run(u"/"_s, u"chown"_s, all ? QStringList{u"-R"_s} + arguments : arguments);
    }
    bool gitRefuses(const QString& folder) const
    {
        return m_git->run(folder, u"git"_s, {u"status"_s}).err.contains("dubious ownership");
    }
    bool weRefuse(const QString& folder) const
    {
        const auto state = GitRepo(folder).state(m_task);
        return !state && state.error().is(errors::foreignClone);
    }

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        m_git = std::make_unique<test::ScratchGit>();
        m_clone = m_git->clone(u"clone"_s);
        qunsetenv("SUDO_UID");
        gittrust::set({});
    }

    void asGitJudges_data()
    {
        QTest::addColumn<QString>("given"); ///< what belongs to somebody else
        QTest::addColumn<bool>("all");
        QTest::addColumn<bool>("foreign");
        QTest::newRow("nothing") << QString() << true << false;
        QTest::newRow("everything") << u"."_s << true << true;
        QTest::newRow("the folder") << u"."_s << false << true;
        QTest::newRow(".git") << u".git"_s << false << true;
        QTest::newRow("its configuration") << u".git/config"_s << false << false;
        QTest::newRow("a file") << u"values.yaml"_s << false << false;
    }
    void asGitJudges()
    {
        QFETCH(QString, given);
        QFETCH(bool, all);
        QFETCH(bool, foreign);
        if (!given.isEmpty())
            give(m_clone + u'/' + given, 12345, all);
        QCOMPARE(gitRefuses(m_clone), foreign);
        QCOMPARE(weRefuse(m_clone), foreign);
    }

    void plantedAboveOnesOwnFolder()
    {
        const QString mine = m_clone + u"/mine/regulation"_s;
        QVERIFY(QDir().mkpath(mine));
        give(m_clone, 12345);
        give(m_clone + u"/mine"_s, 0);
        QVERIFY(gitRefuses(mine));
        const auto state = GitRepo(mine).state(m_task);
        QVERIFY(!state && state.error().is(errors::foreignClone));
        QCOMPARE(state.error().subject, QDir(m_clone).canonicalPath());
        QCOMPARE(state.error().detail, u"uid 12345"_s);
        // Nor is anything committed there.
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QVERIFY(!GitRepo(mine).commit({{u"values.yaml"_s}, u"x"_s}, m_task));
    }

    void aLinkedWorkingCopyOfSomebodyElse()
    {
        m_git->git(m_clone, {u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, m_git->at(u"linked"_s)});
        give(m_clone + u"/.git/worktrees/linked"_s, 12345);
        QVERIFY(gitRefuses(m_git->at(u"linked"_s)));
        QVERIFY(weRefuse(m_git->at(u"linked"_s)));
        QVERIFY(!weRefuse(m_clone));
    }

    void behindSudo()
    {
        give(m_clone, 12345);
        qputenv("SUDO_UID", "12345");
        QVERIFY(!gitRefuses(m_clone));
        QVERIFY(!weRefuse(m_clone));
        qputenv("SUDO_UID", "12346");
        QVERIFY(weRefuse(m_clone));
    }

    void whatGitWasToldCounts_data()
    {
        QTest::addColumn<QByteArray>("config"); ///< %1 the clone
        QTest::addColumn<bool>("safe");
        QTest::newRow("this one") << QByteArray("[safe]\n\tdirectory = %1\n") << true;
        QTest::newRow("all") << QByteArray("[safe]\n\tdirectory = *\n") << true;
        QTest::newRow("another") << QByteArray("[safe]\n\tdirectory = %1-other\n") << false;
        QTest::newRow("taken back") << QByteArray("[safe]\n\tdirectory = %1\n\tdirectory =\n") << false;
    }
    void whatGitWasToldCounts()
    {
        QFETCH(QByteArray, config);
        QFETCH(bool, safe);
        m_git->write(m_git->home() + u"/.gitconfig"_s, config.replace("%1", QDir(m_clone).canonicalPath().toUtf8()));
        // Its own word does not.
        m_git->git(m_clone, {u"config"_s, u"safe.directory"_s, u"*"_s});
        give(m_clone, 12345);
        QCOMPARE(!gitRefuses(m_clone), safe);
        QCOMPARE(!weRefuse(m_clone), safe);
    }

    void trustedOnce()
    {
        give(m_clone, 12345);
        QVERIFY(weRefuse(m_clone));
        const auto kept = gittrust::add(m_clone + u"/values.yaml"_s);
        QVERIFY(kept);
        QCOMPARE(*kept, (QJsonObject{{QDir(m_clone).canonicalPath(), 12345}}));
        QVERIFY(!weRefuse(m_clone));
        // In another run, from the settings.
        gittrust::set({});
        QVERIFY(weRefuse(m_clone));
        gittrust::set(*kept);
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QVERIFY(GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, m_task));
        // Another owner has to be asked about anew; so has another clone of the same one.
        give(m_clone, 12346);
        QVERIFY(weRefuse(m_clone));
        const QString other = m_git->clone(u"other"_s);
        give(other, 12345);
        QVERIFY(weRefuse(other));
    }

    void onesOwnNeedsNoTrust()
    {
        QCOMPARE(gittrust::add(m_clone).value(), QJsonObject());
        QVERIFY(!gittrust::add(m_git->home()));
    }
};

QTEST_GUILESS_MAIN(TestOwner)
#include "tst_owner.moc"
