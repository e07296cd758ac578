#pragma once

#include "core/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace nc::test {

/// The demo registry's configuration as a clone of a bare repository that answers as Gerrit does: it takes
/// refs/for/… with a Change-Id and nothing else, and names the change's address. Email is `internal` in it.
class RegistryClone {
public:
    explicit RegistryClone(const QString& folder)
        : m_folder(folder)
    {
        const QString seed = folder + QStringLiteral("/seed");
        git(folder,
            {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("-b"),
                QStringLiteral("main"), bare()});
        git(folder, {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main"), seed});
        original =
            readFile(QStringLiteral(NC_SOURCE_DIR "/resources/demo/registry/deploy-templates/values.yaml"))->bytes;
        const qsizetype from = original.indexOf("      type: external\n");
        const QByteArray last = "      vaultKey: smtp-password\n";
        const qsizetype to = original.indexOf(last, from) + last.size();
        original.replace(from, to - from, "      type: internal     # internal | external\n");
        QVERIFY(writeFile(seed + QStringLiteral("/deploy-templates/values.yaml"), original));
        QVERIFY(writeFile(seed + QStringLiteral("/.gitreview"), "[gerrit]\nproject=experts\n"));
        author(seed);
        git(seed, {QStringLiteral("add"), QStringLiteral(".")});
        git(seed, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("First")});
        git(seed, {QStringLiteral("push"), QStringLiteral("-q"), bare(), QStringLiteral("main")});
        git(folder, {QStringLiteral("clone"), QStringLiteral("-q"), bare(), path()});
        author(path());
        const QString hook = bare() + QStringLiteral("/hooks/update");
        QVERIFY(writeFile(hook,
            "#!/bin/sh\n"
            "case \"$1\" in refs/for/*) ;; *) echo 'prohibited by Gerrit: push to refs/for/' >&2; exit 1;; esac\n"
            "git cat-file commit \"$3\" | grep -q '^Change-Id: I[0-9a-f]\\{40\\}$' || { echo 'missing Change-Id' >&2; "
            "exit 1; }\n"
            "echo 'SUCCESS' >&2; echo '  https://gerrit.example.org/c/experts/+/7 Change [NEW]' >&2\n"));
        QFile::setPermissions(hook, QFile::permissions(hook) | QFile::ExeOwner | QFile::ExeUser);
    }

    QString bare() const { return m_folder + QStringLiteral("/gerrit.git"); }
    QString path() const { return m_folder + QStringLiteral("/experts"); }
    QString values() const { return path() + QStringLiteral("/deploy-templates/values.yaml"); }
    QByteArray onDisk() const { return readFile(values())->bytes; }

    static QByteArray git(const QString& folder, const QStringList& arguments)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("git"), arguments);
        process.waitForFinished();
        return process.readAllStandardOutput().trimmed();
    }

    QByteArray original; ///< values.yaml as it was committed

private:
    static void author(const QString& clone)
    {
        git(clone, {QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Оксана Адмін")});
        git(clone, {QStringLiteral("config"), QStringLiteral("user.email"), QStringLiteral("oksana@example.org")});
    }
    QString m_folder;
};

} // namespace nc::test
