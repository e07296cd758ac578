#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// A regulation in a temporary folder, written file by file.
class TestRegulation {
public:
    TestRegulation() { QDir().mkpath(path(QStringLiteral("notifications"))); }

    QString folder() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// `name` below notifications/.
    void write(const QString& name, const QByteArray& bytes) const
    {
        const QString file = path(QStringLiteral("notifications/") + name);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file));
    }

private:
    QTemporaryDir m_folder;
};
