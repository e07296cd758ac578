#pragma once

#include "kafka/filter/jsonfields.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

namespace nc {

/// One line that says what a record is about, made of the values that its topic's catalogue entry names ("show" in
/// resources/catalogues): `application-decided · yurii.oliinyk.259`. Holds buffers: one a thread.
class Headline {
public:
    /// Paths in the language of filters (`recipients[*].id`); one that cannot be read is left out.
    explicit Headline(const QStringList& paths);

    bool isEmpty() const { return m_paths.isEmpty(); }
    /// At most `mostBytes` of UTF-8; empty for what is no JSON or has none of the values.
    QByteArray of(QByteArrayView json);

    static constexpr qsizetype mostBytes = 160;

private:
    QList<QList<FilterStep>> m_paths;
    JsonFields m_fields;
};

} // namespace nc
