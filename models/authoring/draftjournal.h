#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace nc {

/// What was typed and not saved when the console ended.
struct DraftEntry {
    QString path; ///< of the file in the regulation
    QString text;
    QByteArray base; ///< what the file held when the typing began (without BOM)
    QDateTime at; ///< of the last note

    friend bool operator==(const DraftEntry&, const DraftEntry&) = default;
};

/// Keeps unsaved texts beside the settings, one file each, readable by their owner alone; never in the regulation.
/// Written a second or so after a key, taken away by saving: what is there at the start was lost by a crash. A plain
/// value; any thread, one writer at a time for each path.
class DraftJournal {
public:
    /// `folder`: the configuration folder.
    explicit DraftJournal(const QString& folder);

    /// Notes the text; errors::cannotWrite, errors::diskFull.
    Result<void> note(const DraftEntry& entry) const;
    void forget(const QString& path) const;
    /// Entries of files below `regulation`, by path. Those that are as the file is now are taken away; what cannot be
    /// read is left out.
    QList<DraftEntry> entries(const QString& regulation) const;

private:
    QString fileOf(const QString& path) const;

    QString m_folder;
};

} // namespace nc
