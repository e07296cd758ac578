#pragma once

#include "core/result.h"
#include "kafka/filter/filternode.h"

#include <QCoreApplication>
#include <QStringList>

namespace nc {

/// Recursive descent over the filter's text; one use each.
class FilterParser {
    Q_DECLARE_TR_FUNCTIONS(nc::FilterParser)

public:
    FilterParser(const QString& text, EpochMs now, const QStringList& extraFields);
    Result<FilterNode> parse();

private:
    using Parsed = Result<FilterNode>;

    Parsed parseOr();
    Parsed parseAnd();
    Parsed parseNot();
    Parsed parseTerm();
    Parsed parseComparison(FilterField field, qsizetype fieldAt);
    Parsed bareWord(const QString& word, bool quoted) const;
    Result<void> readValue(FilterComparison& comparison);
    Result<void> readRegex(FilterComparison& comparison);
    Result<QString> readQuoted();
    QString readBare();
    Result<std::optional<FilterField>> tryField();
    Result<QList<FilterStep>> readPath(bool& plain, QString& plainText);
    Result<void> readIndex(QList<FilterStep>& steps);
    FilterField classify(const QList<FilterStep>& steps, bool plain, const QString& plainText) const;
    std::optional<FilterOperator> readOperator();

    void skipBlanks();
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_text.size() > m_at + ahead ? m_text[m_at + ahead] : QChar(); }
    bool atKeyword(QLatin1StringView word) const;
    std::unexpected<Error> wrong(qsizetype at, const QString& expected) const;

    QString m_text;
    qsizetype m_at = 0;
    EpochMs m_now;
    QStringList m_extraFields;
    int m_depth = 0;
};

} // namespace nc
