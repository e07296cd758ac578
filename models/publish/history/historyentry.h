#pragma once

#include "core/epochms.h"
#include "postgres/templaterow.h"
#include "publish/plan/templateorigin.h"

#include <QByteArray>

namespace nc {

/// What one publish was about to do with one row, and what stood there before: a line of the history file.
struct HistoryEntry {
    EpochMs at = 0;
    QString by; ///< user@host
    QString channel;
    QString name;
    QString action; ///< create, update, delete, restore
    /// Of what was to stand there; empty for a deletion.
    QString nextChecksum;
    /// Of what stood there; empty where nothing did.
    QString previousChecksum;
    /// Titles likewise; absent in entries of older consoles and where nothing is, empty for none.
    std::optional<QString> nextTitle = {};
    std::optional<QString> previousTitle = {};
    std::optional<TemplateOrigin> origin; ///< of what was to stand there
    int restored = 0; ///< number of the version that was put back
    /// What stood there; absent where nothing did.
    std::optional<TemplateRow> row = {};
    /// Its content; absent where it could not be read (a publish over HTTP sees no contents).
    std::optional<QByteArray> content = {};

    QString key() const { return channel + u'/' + name; }
};

namespace historyformat {

/// The newest form of a line that this program knows; what is newer is not touched.
inline constexpr int version = 1;

/// One line with its line end, `{"v":1,…`: a small head first, the row behind it, so that looking through the heads is
/// cheap.
QByteArray encode(const HistoryEntry& entry);

/// What is read of a line.
enum class Part { Head, Whole };
/// Nothing for a line that is torn or was never one.
std::optional<HistoryEntry> decode(QByteArrayView line, Part part);

} // namespace historyformat
} // namespace nc
