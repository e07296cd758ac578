#pragma once

#include "cli/environment.h"

#include <QStringList>

namespace nc::cli {

/// A table for people: columns as wide as their content, numbers at the right.
class TextTable {
public:
    explicit TextTable(QStringList headings)
        : m_headings(std::move(headings))
    {
    }
    /// These columns (from 0) are set flush right.
    void alignRight(QList<qsizetype> columns) { m_right = std::move(columns); }
    void add(const QStringList& row) { m_rows.append(row); }
    void print(Environment& env) const;

private:
    QStringList m_headings;
    QList<QStringList> m_rows;
    QList<qsizetype> m_right;
};

} // namespace nc::cli
