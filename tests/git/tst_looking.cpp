#include "../support/scratchgit.h"
#include "git/errors.h"
#include "git/gitrepo.h"

using namespace Qt::StringLiterals;
using namespace nc;

/// Whatever a clone's configuration names, looking at it starts none of it. Each trap is tried twice: git itself falls
/// into it (so it is set), we do not.
class TestLooking : public QObject {
    Q_OBJECT

    std::unique_ptr<test::ScratchGit> m_git;
    QString m_clone;
    QString m_trap; ///< leaves a mark, then passes on what it is given
    const TaskContext m_task;

    QString mark() const { return m_git->at(u"mark"_s); }
    bool fired() const { return QFile::exists(mark()); }
    void config(const QString& key, const QString& value) { m_git->git(m_clone, {u"config"_s, key, value}); }
    void attribute(const QByteArray& line) { m_git->write(m_clone + u"/.git/info/attributes"_s, line + '\n'); }
    /// The same bytes, another time: git has to look into the file.
    void touch(const QString& name)
    {
        QFile file(m_clone + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-500), QFileDevice::FileModificationTime));
    }
    void hook(const QString& name) { m_git->script(m_clone + u"/.git/hooks/"_s + name, "touch " + mark().toUtf8()); }

    void set(const QByteArray& trap)
    {
        if (trap == "fsmonitor")
            return config(u"core.fsmonitor"_s, m_trap);
        if (trap == "hook")
            return hook(u"post-index-change"_s);
        if (trap == "hooks folder") {
            m_git->script(m_git->at(u"hooks/post-index-change"_s), "touch " + mark().toUtf8());
            return config(u"core.hooksPath"_s, m_git->at(u"hooks"_s));
        }
        if (trap == "filter clean" || trap == "filter in the tree") {
            config(u"filter.x.clean"_s, m_trap);
            if (trap == "filter clean")
                return attribute("* filter=x");
            m_git->write(m_clone + u"/.gitattributes"_s, "* filter=x\n");
            return;
        }
        if (trap == "filter smudge") {
            config(u"filter.x.smudge"_s, m_trap);
            return attribute("* filter=x");
        }
        if (trap == "filter process") {
            config(u"filter.x.process"_s, m_trap);
            return attribute("* filter=x");
        }
        if (trap == "textconv" || trap == "diff command") {
            config(trap == "textconv" ? u"diff.x.textconv"_s : u"diff.x.command"_s, m_trap);
            return attribute("* diff=x");
        }
        if (trap == "external diff")
            return config(u"diff.external"_s, m_trap);
        if (trap == "include") {
            m_git->write(m_git->at(u"more"_s), "[core]\n\tfsmonitor = " + m_trap.toUtf8() + '\n');
            return config(u"include.path"_s, m_git->at(u"more"_s));
        }
        if (trap == "conditional include") {
            m_git->write(m_git->at(u"more"_s), "[core]\n\tfsmonitor = " + m_trap.toUtf8() + '\n');
            return config(u"includeIf.onbranch:main.path"_s, m_git->at(u"more"_s));
        }
        if (trap == "worktree config") {
            config(u"extensions.worktreeConfig"_s, u"true"_s);
            m_git->git(m_clone, {u"config"_s, u"--worktree"_s, u"core.fsmonitor"_s, m_trap});
            return;
        }
        if (trap == "ssh")
            return config(u"core.sshCommand"_s, m_trap);
        if (trap == "credential")
            return config(u"credential.helper"_s, u'!' + m_trap);
        if (trap == "askpass")
            return config(u"core.askPass"_s, m_trap);
        if (trap == "pager")
            return config(u"core.pager"_s, m_trap);
        if (trap == "editor")
            return config(u"core.editor"_s, m_trap);
        if (trap == "gpg") {
            config(u"commit.gpgSign"_s, u"true"_s);
            config(u"log.showSignature"_s, u"true"_s);
            return config(u"gpg.program"_s, m_trap);
        }
        if (trap == "alias") {
            config(u"alias.status"_s, u'!' + m_trap);
            return config(u"alias.st"_s, u'!' + m_trap);
        }
        if (trap == "trailer") {
            config(u"trailer.x.key"_s, u"X"_s);
            return config(u"trailer.x.command"_s, m_trap);
        }
        if (trap == "upload-pack")
            return config(u"remote.origin.uploadpack"_s, m_trap);
        if (trap == "alternates") {
            m_git->write(m_clone + u"/.git/objects/info/alternates"_s,
                (m_git->at(u"elsewhere"_s) + u"/.git/objects\n"_s).toUtf8());
            return config(u"core.alternateRefsCommand"_s, m_trap);
        }
        if (trap == "merge driver") {
            config(u"merge.x.driver"_s, m_trap);
            return attribute("* merge=x");
        }
        if (trap == "submodule") {
            m_git->git(m_clone,
                {u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s,
                    m_git->at(u"elsewhere"_s), u"sub"_s});
            m_git->git(m_clone, {u"commit"_s, u"-qm"_s, u"sub"_s});
            m_git->git(m_clone + u"/sub"_s, {u"config"_s, u"core.fsmonitor"_s, m_trap});
            return;
        }
        if (trap == "promisor") {
            config(u"remote.origin.promisor"_s, u"true"_s);
            config(u"extensions.partialClone"_s, u"origin"_s);
            config(u"remote.origin.uploadpack"_s, m_trap);
            const QString id = QString::fromLatin1(m_git->git(m_clone, {u"rev-parse"_s, u"HEAD:values.yaml"_s}));
            QVERIFY(QFile::remove(m_clone + u"/.git/objects/"_s + id.left(2) + u'/' + id.mid(2)));
            return;
        }
        if (trap == "bare inside") {
            const QString bare = m_clone + u"/notes"_s;
            m_git->git(m_clone, {u"init"_s, u"-q"_s, u"--bare"_s, bare});
            for (const auto& [key, value] : {std::pair(u"core.bare"_s, u"false"_s),
                     std::pair(u"core.worktree"_s, m_clone), std::pair(u"core.fsmonitor"_s, m_trap)})
                m_git->git(bare, {u"--git-dir=."_s, u"config"_s, key, value});
            return;
        }
        QFAIL(trap.constData());
    }

    /// Git's own way into the trap.
    void fallIn(const QByteArray& trap)
    {
        const auto run = [&](const QStringList& arguments, const QString& folder, const QByteArray& input = {}) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
            environment.remove(u"GIT_EDITOR"_s);
            environment.remove(u"EDITOR"_s);
            environment.remove(u"VISUAL"_s);
            environment.insert(u"TERM"_s, u"xterm"_s);
            environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"file:ssh"_s);
            m_git->run(folder, u"git"_s, arguments, input, environment);
        };
        const auto git = [&](const QStringList& arguments, const QByteArray& input = {}) {
            run(arguments, m_clone, input);
        };
        if (trap == "hook" || trap == "hooks folder")
            git({u"add"_s, u"values.yaml"_s});
        else if (trap.startsWith("filter")) {
            git({u"status"_s});
            QFile::remove(m_clone + u"/other.txt"_s);
            git({u"checkout"_s, u"--"_s, u"other.txt"_s});
        } else if (trap == "textconv")
            git({u"blame"_s, u"values.yaml"_s});
        else if (trap.contains("diff"))
            git({u"diff"_s});
        else if (trap == "ssh")
            git({u"fetch"_s, u"ssh://nobody@localhost/none"_s});
        else if (trap == "credential" || trap == "askpass")
            git({u"credential"_s, u"fill"_s}, "protocol=https\nhost=example.org\n\n");
        else if (trap == "pager")
            m_git->run(m_clone, u"script"_s, {u"-qec"_s, u"git log"_s, u"/dev/null"_s});
        else if (trap == "editor")
            git({u"commit"_s, u"--amend"_s});
        else if (trap == "gpg")
            git({u"commit"_s, u"--allow-empty"_s, u"-m"_s, u"x"_s});
        else if (trap == "alias")
            git({u"st"_s});
        else if (trap == "trailer")
            git({u"interpret-trailers"_s}, "x\n");
        else if (trap == "upload-pack")
            git({u"fetch"_s});
        else if (trap == "alternates") {
            // Asked for when something is sent into this repository.
            m_git->git(m_clone, {u"config"_s, u"receive.denyCurrentBranch"_s, u"ignore"_s});
            run({u"push"_s, m_clone, u"HEAD:refs/heads/x"_s}, m_git->at(u"elsewhere"_s));
        } else if (trap == "merge driver") {
            git({u"stash"_s});
            git({u"checkout"_s, u"-qb"_s, u"side"_s, u"HEAD"_s});
            m_git->write(m_clone + u"/other.txt"_s, "theirs\n");
            git({u"commit"_s, u"-qam"_s, u"theirs"_s});
            git({u"checkout"_s, u"-q"_s, u"main"_s});
            m_git->write(m_clone + u"/other.txt"_s, "ours\n");
            git({u"commit"_s, u"-qam"_s, u"ours"_s});
            git({u"merge"_s, u"side"_s});
        } else if (trap == "promisor")
            git({u"show"_s, u"HEAD:values.yaml"_s});
        else if (trap == "bare inside")
            run({u"status"_s}, m_clone + u"/notes"_s);
        else
            git({u"status"_s});
    }

    void look(const QString& folder)
    {
        const GitRepo repo(folder);
        repo.state(m_task);
        repo.changes(m_task);
        repo.top(m_task);
        repo.committed(u"values.yaml"_s, m_task);
        repo.fileAt(u"HEAD~0"_s, u"other.txt"_s, m_task);
        repo.blame(u"values.yaml"_s, "a: 1\nb: 2\n", m_task);
        repo.files({u"values.yaml"_s, u"other.txt"_s}, m_task);
        repo.readyToCommit({u"values.yaml"_s}, m_task);
    }

private Q_SLOTS:
    void init()
    {
        m_git = std::make_unique<test::ScratchGit>();
        m_git->repository(u"elsewhere"_s);
        m_clone = m_git->clone(u"clone"_s);
        m_trap = m_git->at(u"trap"_s);
        m_git->script(m_trap, "touch " + mark().toUtf8() + "\nexec cat \"$@\" 2>/dev/null\n");
    }

    void startsNothing_data()
    {
        QTest::addColumn<QByteArray>("trap");
        for (const char* trap :
            {"fsmonitor", "hook", "hooks folder", "filter clean", "filter in the tree", "filter smudge",
                "filter process", "textconv", "diff command", "external diff", "include", "conditional include",
                "worktree config", "ssh", "credential", "askpass", "pager", "editor", "gpg", "alias", "trailer",
                "upload-pack", "alternates", "merge driver", "submodule", "promisor", "bare inside"})
            QTest::newRow(trap) << QByteArray(trap);
    }
    void startsNothing()
    {
        QFETCH(QByteArray, trap);
        set(trap);
        touch(u"other.txt"_s);
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        QFile::remove(mark());
        look(m_clone);
        if (trap == "bare inside")
            look(m_clone + u"/notes"_s);
        if (trap == "submodule")
            look(m_clone + u"/sub"_s);
        QVERIFY(!fired());
        fallIn(trap);
        QVERIFY2(fired(), "the trap was not set");
    }

    void stillSeesWhatIsThere()
    {
        // With all of a clone's ways to run something set, its state is told all the same.
        for (const char* trap : {"fsmonitor", "textconv", "hooks folder", "worktree config", "include"})
            set(trap);
        m_git->write(m_clone + u"/values.yaml"_s, "a: 2\n");
        const auto state = GitRepo(m_clone).state(m_task);
        QVERIFY(state);
        QCOMPARE(state->dirty, QStringList{u"values.yaml"_s});
        QCOMPARE(state->upstream, u"origin/main"_s);
        QCOMPARE(state->author, u"Оксана Тест <oksana@example.org>"_s);
    }

    void doesNotFollowAWorktreeElsewhere()
    {
        config(u"core.worktree"_s, m_git->at(u"elsewhere"_s));
        const auto state = GitRepo(m_clone).state(m_task);
        QVERIFY(!state && state.error().is(errors::worktreeElsewhere));
        m_git->write(m_git->at(u"elsewhere/values.yaml"_s), "a: 3\n");
        const auto done = GitRepo(m_clone).commit({{u"values.yaml"_s}, u"x"_s}, m_task);
        QVERIFY(!done && done.error().is(errors::worktreeElsewhere));
    }

    void aMissingBlobIsNoMissingFile()
    {
        set("promisor");
        const auto committed = GitRepo(m_clone).committed(u"values.yaml"_s, m_task);
        QVERIFY(!committed && committed.error().is(errors::unreadableClone));
    }

    void aFolderShapedLikeARepositoryIsNone()
    {
        set("bare inside");
        QCOMPARE(GitRepo(m_clone + u"/notes"_s).top(m_task).value(), QDir(m_clone).canonicalPath());
    }

    void linkedWorkingCopiesAndSubmodulesAreClones()
    {
        m_git->git(m_clone, {u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, m_git->at(u"linked"_s)});
        m_git->write(m_git->at(u"linked/values.yaml"_s), "a: 5\n");
        const auto state = GitRepo(m_git->at(u"linked"_s)).state(m_task);
        QVERIFY(state);
        QCOMPARE(state->branch, u"side"_s);
        QCOMPARE(state->dirty, QStringList{u"values.yaml"_s});
        QVERIFY(GitRepo(m_git->at(u"linked"_s)).commit({{u"values.yaml"_s}, u"x"_s}, m_task));
        QCOMPARE(m_git->git(m_clone, {u"log"_s, u"-1"_s, u"--format=%s"_s, u"side"_s}), QByteArray("x"));
        set("submodule");
        QCOMPARE(GitRepo(m_clone + u"/sub"_s).top(m_task).value(), QDir(m_clone + u"/sub"_s).canonicalPath());
        // One whose link is broken is not taken for the clone around it.
        m_git->write(m_clone + u"/sub/.git"_s, "gitdir: ../.git/modules/gone\n");
        const auto broken = GitRepo(m_clone + u"/sub"_s).top(m_task);
        QVERIFY(!broken && broken.error().is(errors::unreadableClone));
    }

    void agreesWithGit_data()
    {
        QTest::addColumn<QByteArray>("shell");
        QTest::newRow("clean") << QByteArray("true");
        QTest::newRow("changed") << QByteArray("echo 2 > values.yaml");
        QTest::newRow("staged") << QByteArray("echo 2 > values.yaml; git add .");
        QTest::newRow("staged, then back") << QByteArray("echo 2 > values.yaml; git add .; echo 'a: 1' > values.yaml");
        QTest::newRow("deleted") << QByteArray("rm other.txt");
        QTest::newRow("deleted in the index") << QByteArray("git rm -q other.txt");
        QTest::newRow("new") << QByteArray("mkdir -p d/e; echo x > d/e/f; echo y > 'é \"q\"'");
        QTest::newRow("new and staged") << QByteArray("echo x > f; git add f");
        QTest::newRow("moved") << QByteArray("git mv other.txt moved.txt");
        QTest::newRow("ignored") << QByteArray("echo f > .git/info/exclude; echo x > f");
        QTest::newRow("mode") << QByteArray("chmod +x other.txt");
        QTest::newRow("link") << QByteArray("rm other.txt; ln -s values.yaml other.txt");
        QTest::newRow("line ends") << QByteArray("git config core.autocrlf true; printf 'a: 1\\r\\n' > values.yaml");
        QTest::newRow("line ends, attribute")
            << QByteArray("echo '*.yaml text eol=crlf' > .git/info/attributes; printf 'a: 1\\r\\n' > values.yaml");
        QTest::newRow("no commit") << QByteArray("git checkout -q --orphan new; git rm -q --cached -r .");
        QTest::newRow("detached") << QByteArray("git checkout -q --detach");
        QTest::newRow("ahead and behind")
            << QByteArray("git commit -q --allow-empty -m o; git update-ref refs/remotes/origin/main "
                          "$(git commit-tree -m t -p HEAD~1 HEAD^{tree})");
        QTest::newRow("packed") << QByteArray(
            "echo 2 > values.yaml; git commit -qam 2; git gc -q; echo 3 > values.yaml");
        QTest::newRow("untracked cache") << QByteArray(
            "git update-index --untracked-cache; git status -s; echo x > new");
        QTest::newRow("partly staged new") << QByteArray("echo x > f; git add -N f");
    }
    void agreesWithGit()
    {
        QFETCH(QByteArray, shell);
        m_git->run(m_clone, u"sh"_s, {u"-ec"_s, QString::fromUtf8(shell)});
        const auto state = GitRepo(m_clone).state(m_task);
        if (!state)
            QFAIL(qPrintable(state.error().detail));
        // Against the commit: as if all that is on disk were staged.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_INDEX_FILE"_s, m_git->at(u"index"_s));
        QFile::copy(m_clone + u"/.git/index"_s, m_git->at(u"index"_s));
        m_git->run(m_clone, u"git"_s, {u"add"_s, u"-A"_s}, {}, environment);
        const QString tree = state->head.isEmpty() ? u"4b825dc642cb6eb9a060e54bf8d69288fbee4904"_s : u"HEAD"_s;
        const QByteArray names =
            m_git
                ->run(m_clone, u"git"_s,
                    {u"diff-index"_s, u"--cached"_s, u"--name-only"_s, u"-z"_s, u"--no-renames"_s, tree}, {},
                    environment)
                .out;
        QStringList expected = QString::fromUtf8(names).split(QChar(0), Qt::SkipEmptyParts);
        expected.sort();
        QCOMPARE(state->dirty, expected);
        QCOMPARE(state->branch, QString::fromUtf8(m_git->git(m_clone, {u"branch"_s, u"--show-current"_s})));
        const QList<QByteArray> counts =
            m_git->run(m_clone, u"git"_s, {u"rev-list"_s, u"--left-right"_s, u"--count"_s, u"HEAD...@{upstream}"_s})
                .out.trimmed()
                .split('\t');
        if (counts.size() == 2)
            QCOMPARE((QList{state->ahead, state->behind}), (QList{counts[0].toInt(), counts[1].toInt()}));
    }

    void blamesAsGitDoes()
    {
        m_git->write(m_clone + u"/f.txt"_s, "1\n2\n3\n4\n5\n");
        const auto commit = [&](const QString& words) {
            m_git->git(m_clone, {u"add"_s, u"."_s});
            m_git->git(m_clone, {u"commit"_s, u"-qm"_s, words});
        };
        commit(u"one"_s);
        m_git->write(m_clone + u"/f.txt"_s, "1\nnew\n3\n4\n5\n6\n");
        commit(u"two"_s);
        m_git->git(m_clone, {u"mv"_s, u"f.txt"_s, u"g.txt"_s});
        m_git->write(m_clone + u"/g.txt"_s, "0\n1\nnew\n3\n5\n6\n");
        commit(u"three"_s);
        for (const QByteArray& text : {QByteArray("0\n1\nnew\n3\n5\n6\n"), QByteArray("0\n1\nadded\nnew\n3\n5\n6\nend"),
                 QByteArray("5\n6\n"), QByteArray("x\n"), QByteArray("0\nnew\nnew\n6")}) {
            const QByteArray said =
                m_git->git(m_clone, {u"blame"_s, u"-l"_s, u"--root"_s, u"--contents"_s, u"-"_s, u"g.txt"_s}, text);
            QStringList expected;
            for (const QByteArray& line : said.split('\n'))
                expected += line.startsWith("00000000") ? QString() : QString::fromLatin1(line.left(40));
            QStringList ours;
            const auto lines = GitRepo(m_clone).blame(u"g.txt"_s, text, m_task);
            QVERIFY(lines);
            for (const GitLine& line : *lines)
                ours += line.commit;
            QCOMPARE(ours, expected);
        }
        QCOMPARE(GitRepo(m_clone).blame(u"g.txt"_s, {}, m_task)->size(), 0);
    }

    void cancelledInTheMiddle()
    {
        const CancelSource cancel;
        cancel.cancel();
        const auto state = GitRepo(m_clone).state({cancel.token(), {}});
        QVERIFY(!state && state.error().is(errors::cancelled));
    }
};

QTEST_GUILESS_MAIN(TestLooking)
#include "tst_looking.moc"
