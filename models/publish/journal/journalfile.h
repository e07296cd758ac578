#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace nc {

/// A file of lines, one JSON object each, that begin with `{"v":N,`: only ever appended to, whole lines under a lock,
/// on disk before append() returns, readable by its owner alone. A line torn by a crash does not swallow the next one.
/// A file with a line of a newer version is neither read nor written (errors::historyNewer). Blocks; any thread.
class JournalFile {
public:
    JournalFile(QString path, int version);

    /// errors::cannotWrite, diskFull, historyNewer.
    Result<void> append(const QByteArray& lines) const;
    /// Every line without its end, in order; torn ones too. A file that is not there has none. errors::cannotRead,
    /// historyNewer.
    Result<void> each(const std::function<void(QByteArrayView)>& take) const;

    /// How every line begins.
    QByteArray head() const;
    const QString& path() const { return m_path; }

private:
    QString m_path;
    int m_version;
};

} // namespace nc
