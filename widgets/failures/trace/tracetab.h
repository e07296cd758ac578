#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "failures/trace/traceresult.h"
#include "widgets/shell/page.h"

#include <QWidget>

#include <mutex>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nc {

class NoticeBar;
class StateView;
class TraceModel;
class TraceTree;

/// What happened to one person's or process's messages: one search over all topics, the ledger and the inbox, one
/// timeline a notification and channel; what failed can be sent again from here.
class TraceTab : public QWidget {
    Q_OBJECT

public:
    TraceTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);
    ~TraceTab() override;

    /// `by`: "recipient", "email", "process", "trace-id", "key". Searches at once; with an empty text the line waits.
    void search(const QString& by, const QString& text);
    /// The same search once more.
    void refresh();
    void focusFilter();
    void setMasked(bool masked);
    void retranslate();
    QString stateLine() const;
    Tone stateTone() const;
    /// Something that failed is chosen.
    bool canSend() const;
    bool hasResult() const;

public Q_SLOTS:
    void send();
    void copyTimeline();

Q_SIGNALS:
    void changed();
    void written();
    void navigate(nc::PageId page, const QVariantMap& target);

private:
    struct Feed;
    void build();
    void start();
    void take(const TraceResult& result, bool last);
    void showCoverage();
    void showCurrent();
    void goFurther();

    Workspace& m_workspace;
    NoticeBar* m_notices;
    TraceModel* m_model;
    QComboBox* m_by;
    QLineEdit* m_text;
    QComboBox* m_since;
    QPushButton* m_search;
    QLabel* m_coverage;
    QPushButton* m_further;
    QLabel* m_unseen;
    TraceTree* m_tree;
    QLabel* m_words;
    QPushButton* m_toTopic;
    QPushButton* m_toTemplate;
    StateView* m_state;
    std::shared_ptr<Feed> m_feed;
    TraceQuery m_query;
    quint64 m_task = 0;
    quint64 m_generation = 0;
};

} // namespace nc
