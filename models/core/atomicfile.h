#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace nc {

/// What a file was when it was read; writeFile() refuses when it is something else by now.
struct FileStamp {
    bool exists = false;
    QByteArray hash; ///< SHA-256 of the content

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct FileContent {
    QByteArray bytes;
    FileStamp stamp;
};

/// Reads a whole file. errors::cannotRead (also for a folder, or more than `limit` bytes).
Result<FileContent> readFile(const QString& path, qint64 limit = 512LL * 1024 * 1024);

/// The stamp of the file as it is on disk now; one that is not there has `exists` false.
Result<FileStamp> stampOf(const QString& path);

/// Replaces the file's content in one step: after a crash at any moment the old or the new content is there, whole.
/// Keeps the permissions of a file that exists and writes through a symbolic link. With `expected`, refuses with
/// errors::changedMeanwhile when the file is no longer what it was; between consoles nothing can slip in between the
/// look and the replacement, against other programs the gap is as long as a rename. errors::cannotWrite,
/// errors::diskFull; then nothing has changed. Gives the new stamp.
Result<FileStamp> writeFile(const QString& path, const QByteArray& bytes);
Result<FileStamp> writeFile(const QString& path, const QByteArray& bytes, const FileStamp& expected);

/// Like writeFile(), readable by its owner alone (0600) from the first byte on.
Result<FileStamp> writePrivateFile(const QString& path, const QByteArray& bytes);
Result<FileStamp> writePrivateFile(const QString& path, const QByteArray& bytes, const FileStamp& expected);

} // namespace nc
