#pragma once

#include "deadletters/deadletter.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace nc {

class DataTable;
class LetterHeaderModel;
class TextView;
class ToneLabel;

/// One dead letter: cause in a sentence, chain of origin, state; value, headers with types, folded stack trace.
class LetterDetail : public QWidget {
    Q_OBJECT

public:
    explicit LetterDetail(QWidget* parent = nullptr);

    /// `entry`: the ledger entry behind the letter's mark, if there is one.
    void show(const DeadLetter& letter, const std::optional<LedgerEntry>& entry);
    void clear();
    void retranslate();

private:
    void fill();
    QString chain() const;
    QString handled() const;

    std::optional<DeadLetter> m_letter;
    std::optional<LedgerEntry> m_entry;
    QLabel* m_summary;
    QLabel* m_advice;
    ToneLabel* m_stateLabel;
    QLabel* m_facts;
    QTabWidget* m_tabs;
    TextView* m_value;
    DataTable* m_headers;
    LetterHeaderModel* m_headerModel;
    TextView* m_trace;
};

/// The stack trace with frames of frameworks folded into one line each ("… 12 more of org.springframework").
QString foldedTrace(const QString& trace);

} // namespace nc
