#pragma once

#include "core/epochms.h"
#include "core/result.h"
#include "kafka/filter/filternode.h"

#include <QString>
#include <QStringList>

namespace nc {

/// Which records are wanted: a plain value, comparable and printable; RecordMatcher evaluates it. The language is that
/// of docs/topics.md. By default it takes every record.
class RecordFilter {
public:
    RecordFilter() = default;

    /// `extraFields` are names beside those of a record that the caller's matcher will answer. Relative times count
    /// from `now`. errors::badFilter: the subject is the column (from 1), the detail says what was expected there.
    static Result<RecordFilter> parse(const QString& text, EpochMs now, const QStringList& extraFields = {});
    static Result<RecordFilter> parse(const QString& text, const QStringList& extraFields = {});

    bool takesAll() const { return m_root.kind == FilterNode::Kind::All; }
    const FilterNode& root() const { return m_root; }
    /// The filter in its plainest writing; parse() gives the same filter back.
    QString toString() const { return m_root.toString(); }

    friend bool operator==(const RecordFilter&, const RecordFilter&) = default;

private:
    FilterNode m_root;
};

} // namespace nc
