#pragma once

#include "failures/facts/verdictresult.h"
#include "kafka/records/record.h"
#include "widgets/shell/page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace nc {

class DataTable;
class LetterHeaderModel;
class StackTraceView;
class TextView;
class ToneLabel;
class WhoGotView;

/// What the detail shows of one failure.
struct FailureFacts {
    Error cause;
    std::optional<TemplateTrouble> found; ///< see FailureRow
    QString state;
    QStringList facts; ///< lines, in the window's language
    std::optional<QByteArray> value; ///< unwrapped
    qsizetype valueError = -1; ///< where its JSON breaks
    Headers headers;
    QString trace;
    RecordPlace place;
    QString templateName;
    QString channel;
    QString recipient;
    QByteArray event; ///< for a preview of the template; may be empty
    bool asksWhoGot = false; ///< whether others of the event got theirs can be asked
};

/// One failure: cause and verdict in sentences with a way to what they are about; what happened, value, headers with
/// types, folded stack trace.
class FailureDetail : public QWidget {
    Q_OBJECT

public:
    explicit FailureDetail(const QString& name, QWidget* parent = nullptr);

    void show(const FailureFacts& facts);
    void clear();
    void setVerdict(const std::optional<Verdict>& verdict, bool tooLate = false);
    void setMasked(bool masked);
    void retranslate();
    /// Enter on a row: the keyboard goes on here.
    void takeFocus();
    /// Filled by whoever shows the record; its wanted() says when.
    WhoGotView* whoGot() const { return m_whoGot; }

Q_SIGNALS:
    void navigate(nc::PageId page, const QVariantMap& target);
    void trace(const QString& kind, const QString& text);

private:
    void build(const QString& name);
    void fill();
    void fillVerdict();
    void openTemplate();
    QString shown(const QString& text) const;
    QByteArray shown(const QByteArray& text) const;

    std::optional<FailureFacts> m_facts;
    std::optional<Verdict> m_verdict;
    bool m_tooLate = false;
    bool m_masked = false;
    QLabel* m_summary;
    QLabel* m_advice;
    ToneLabel* m_state;
    ToneLabel* m_verdictLabel;
    QLabel* m_reasons;
    QPushButton* m_template;
    QPushButton* m_channel;
    QPushButton* m_topic;
    QPushButton* m_person;
    QTabWidget* m_tabs;
    QLabel* m_story;
    TextView* m_value;
    DataTable* m_headers;
    LetterHeaderModel* m_headerModel;
    StackTraceView* m_trace;
    WhoGotView* m_whoGot;
};

} // namespace nc
