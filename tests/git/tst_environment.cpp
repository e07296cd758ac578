#include "../support/scratchgit.h"
#include "git/gitenvironment.h"
#include "git/gitrepo.h"

using namespace Qt::StringLiterals;
using namespace nc;

/// What a script or a hook left in the environment leads to no other repository than the one that is named.
class TestEnvironment : public QObject {
    Q_OBJECT

    std::unique_ptr<test::ScratchGit> m_git;
    const TaskContext m_task;

    static QStringList inherited()
    {
        QStringList names;
        for (const QString& name : QProcessEnvironment::systemEnvironment().keys()) {
            if (name.startsWith(u"GIT_"_s))
                names += name;
        }
        return names;
    }

private Q_SLOTS:
    void init() { m_git = std::make_unique<test::ScratchGit>(); }
    void cleanup()
    {
        for (const QString& name : inherited())
            qunsetenv(name.toUtf8().constData());
    }

    void leadsNowhereElse_data()
    {
        QTest::addColumn<QStringList>("variables"); ///< NAME=value; %1 the other repository
        QTest::newRow("GIT_DIR") << QStringList{u"GIT_DIR=%1/.git"_s};
        QTest::newRow("GIT_DIR and GIT_WORK_TREE") << QStringList{u"GIT_DIR=%1/.git"_s, u"GIT_WORK_TREE=%1"_s};
        QTest::newRow("GIT_WORK_TREE") << QStringList{u"GIT_WORK_TREE=%1"_s};
        QTest::newRow("GIT_INDEX_FILE") << QStringList{u"GIT_INDEX_FILE=%1/.git/index"_s};
        QTest::newRow("GIT_OBJECT_DIRECTORY") << QStringList{u"GIT_OBJECT_DIRECTORY=%1/.git/objects"_s};
        QTest::newRow("GIT_COMMON_DIR") << QStringList{u"GIT_COMMON_DIR=%1/.git"_s};
        QTest::newRow("GIT_NAMESPACE") << QStringList{u"GIT_NAMESPACE=other"_s};
        QTest::newRow("GIT_CONFIG_COUNT")
            << QStringList{u"GIT_CONFIG_COUNT=1"_s, u"GIT_CONFIG_KEY_0=core.worktree"_s, u"GIT_CONFIG_VALUE_0=%1"_s};
        QTest::newRow("GIT_CONFIG_PARAMETERS") << QStringList{u"GIT_CONFIG_PARAMETERS='core.worktree'='%1'"_s};
        QTest::newRow("GIT_CONFIG_GLOBAL") << QStringList{u"GIT_CONFIG_GLOBAL=%1/global"_s};
        QTest::newRow("GIT_CEILING_DIRECTORIES") << QStringList{u"GIT_CEILING_DIRECTORIES=%2"_s};
        QTest::newRow("GIT_LITERAL_PATHSPECS") << QStringList{u"GIT_LITERAL_PATHSPECS=1"_s};
        QTest::newRow("GIT_EXEC_PATH") << QStringList{u"GIT_EXEC_PATH=%1"_s};
        QTest::newRow("GIT_EXTERNAL_DIFF") << QStringList{u"GIT_EXTERNAL_DIFF=%1/none"_s};
        QTest::newRow("of a hook") << QStringList{u"GIT_DIR=%1/.git"_s, u"GIT_INDEX_FILE=.git/index"_s,
            u"GIT_PREFIX=deep/"_s, u"GIT_QUARANTINE_PATH=%1/q"_s, u"GIT_REFLOG_ACTION=rebase"_s};
    }
    void leadsNowhereElse()
    {
        QFETCH(QStringList, variables);
        const QString one = m_git->repository(u"one"_s);
        const QString two = m_git->repository(u"two"_s);
        m_git->write(two + u"/global"_s, "[user]\n\tname = Somebody else\n[core]\n\thooksPath = /none\n");
        m_git->write(one + u"/values.yaml"_s, "a: 2\n");
        m_git->write(two + u"/values.yaml"_s, "a: 3\n");
        const QByteArray before = m_git->git(two, {u"status"_s, u"--porcelain=v2"_s, u"--branch"_s});
        const QByteArray index = m_git->read(two + u"/.git/index"_s);
        for (const QString& variable : variables)
            qputenv(variable.section(u'=', 0, 0).toUtf8().constData(),
                QString(variable.section(u'=', 1)).replace(u"%1"_s, two).replace(u"%2"_s, m_git->path()).toUtf8());
        const GitRepo repo(one);
        const auto state = repo.state(m_task);
        QVERIFY(state);
        QCOMPARE(state->dirty, QStringList{u"values.yaml"_s});
        QCOMPARE(repo.committed(u"values.yaml"_s, m_task)->value(), QByteArray("a: 1\n"));
        const auto id = repo.commit({{u"values.yaml"_s}, u"for one"_s}, m_task);
        cleanup();
        if (!id)
            QFAIL(qPrintable(id.error().id() + u' ' + id.error().detail));
        QCOMPARE(m_git->git(one, {u"log"_s, u"-1"_s, u"--format=%H %s %an"_s}), id->toUtf8() + " for one Оксана Тест");
        QCOMPARE(m_git->git(one, {u"show"_s, u"HEAD:values.yaml"_s}), QByteArray("a: 2"));
        QCOMPARE(m_git->git(one, {u"status"_s, u"--porcelain"_s}), QByteArray());
        QCOMPARE(m_git->git(one, {u"fsck"_s, u"--no-progress"_s}), QByteArray());
        QCOMPARE(m_git->git(two, {u"status"_s, u"--porcelain=v2"_s, u"--branch"_s}), before);
        QCOMPARE(m_git->read(two + u"/.git/index"_s), index);
        QCOMPARE(m_git->git(two, {u"rev-list"_s, u"--all"_s, u"--count"_s}), QByteArray("1"));
    }

    void whoAndHowStays()
    {
        qputenv("GIT_AUTHOR_NAME", "Інша");
        qputenv("GIT_COMMITTER_EMAIL", "other@example.org");
        qputenv("GIT_SSH_COMMAND", "ssh -i key");
        qputenv("GIT_SSL_CAINFO", "/ca.pem");
        qputenv("GIT_TRACE", "1");
        const QProcessEnvironment environment = gitEnvironment();
        QCOMPARE(environment.value(u"GIT_AUTHOR_NAME"_s), u"Інша"_s);
        QCOMPARE(environment.value(u"GIT_COMMITTER_EMAIL"_s), u"other@example.org"_s);
        QCOMPARE(environment.value(u"GIT_SSH_COMMAND"_s), u"ssh -i key"_s);
        QCOMPARE(environment.value(u"GIT_SSL_CAINFO"_s), u"/ca.pem"_s);
        QVERIFY(!environment.contains(u"GIT_TRACE"_s));
        QCOMPARE(environment.value(u"GIT_TERMINAL_PROMPT"_s), u"0"_s);
        const QString one = m_git->repository(u"one"_s);
        QCOMPARE(GitRepo(one).state(m_task)->author, u"Інша <oksana@example.org>"_s);
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
