#pragma once

#include "core/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace nc::test {

/// A folder for clones, with a HOME of its own, so that nobody's settings have a say: the person's real git, called
/// as a person calls it.
class ScratchGit {
public:
    ScratchGit()
    {
        QFile::remove(home() + QStringLiteral("/.gitconfig"));
        qputenv("HOME", home().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
    }

    /// One a process: libraries ask for it once.
    static QString home()
    {
        static const QTemporaryDir folder;
        return folder.path();
    }

    QString path() const { return m_folder.path(); }
    QString at(const QString& name) const { return m_folder.filePath(name); }

    struct Said {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    static Said run(const QString& folder, const QString& program, const QStringList& arguments,
        const QByteArray& input = {}, QProcessEnvironment environment = QProcessEnvironment::systemEnvironment())
    {
        QProcess process;
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// Calls that have to succeed; gives what git wrote.
    static QByteArray git(const QString& folder, const QStringList& arguments, const QByteArray& input = {})
    {
        const Said said = run(folder, QStringLiteral("git"), arguments, input);
        if (said.code != 0)
            qWarning("git %s: %s", qPrintable(arguments.join(u' ')), said.err.constData());
        return said.out.trimmed();
    }

    /// A repository with `values.yaml` ("a: 1\n") and `other.txt` in one commit on main.
    QString repository(const QString& name) const
    {
        const QString folder = at(name);
        git(path(),
            {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main"), folder});
        author(folder);
        write(folder + QStringLiteral("/values.yaml"), "a: 1\n");
        write(folder + QStringLiteral("/other.txt"), "other\n");
        git(folder, {QStringLiteral("add"), QStringLiteral(".")});
        git(folder, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("first")});
        return folder;
    }
    /// The same as a clone `name` of a bare repository `name`.git.
    QString clone(const QString& name) const
    {
        const QString seed = repository(name + QStringLiteral("-seed"));
        const QString bare = at(name + QStringLiteral(".git"));
        git(path(), {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"), seed, bare});
        git(path(), {QStringLiteral("clone"), QStringLiteral("-q"), bare, at(name)});
        author(at(name));
        return at(name);
    }
    static void author(const QString& folder)
    {
        git(folder, {QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Оксана Тест")});
        git(folder, {QStringLiteral("config"), QStringLiteral("user.email"), QStringLiteral("oksana@example.org")});
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile::remove(path);
        QVERIFY(writeFile(path, bytes));
    }
    /// An executable shell script.
    static void script(const QString& path, const QByteArray& body)
    {
        write(path, "#!/bin/sh\n" + body);
        QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner | QFile::ExeUser);
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace nc::test
