#pragma once

#include "activity/activityrow.h"

#include <QList>
#include <QStringList>

namespace nc {

/// Which rows are wanted: words that must all stand somewhere in a row, in any case; `field=text` wants that field to
/// be so. Fields: by, host, program, operation, profile, subject, result, reason.
class ActivityFilter {
public:
    ActivityFilter() = default;
    explicit ActivityFilter(const QString& text);

    bool takes(const ActivityRow& row) const;
    bool takesAll() const { return m_words.isEmpty() && m_fields.isEmpty(); }

private:
    QStringList m_words;
    QList<std::pair<QString, QString>> m_fields;
};

} // namespace nc
