#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "deadletters/letterlist.h"

#include <QWidget>

class QComboBox;

namespace nc {

class DataTable;
class DetailSplitter;
class FilterBar;
class LetterDetail;
class LetterGroupModel;
class LetterModel;
class NoticeBar;
class StateView;
struct ReplayRequest;

/// Dead letters of one topic: groups by cause, the records of the chosen group beneath, one record at the right; replay
/// and discard of what is selected.
class LettersTab : public QWidget {
    Q_OBJECT

public:
    LettersTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);

    /// Topics and the chosen topic's letters.
    void refresh();
    void open(const QString& topic, const QString& filter);
    void focusFilter();
    void retranslate();
    QString stateLine() const;
    Tone stateTone() const;
    bool canReplay() const;
    bool hasSelection() const;

public Q_SLOTS:
    /// What is selected, else the chosen group, else all open ones of the topic.
    void replay();
    void discard();
    void undoDiscard();

Q_SIGNALS:
    void changed();
    /// The ledger was written.
    void written();

private:
    void build();
    void takeTopics(QList<LetterTopic> topics);
    void fillTopicBox();
    void loadLetters();
    void takeLetters(LetterList list);
    void showGroup();
    void showDetail();
    QString topic() const;
    OffsetSelection selection() const;
    void mark(bool undo, const QString& reason);

    Workspace& m_workspace;
    NoticeBar* m_notices;
    QComboBox* m_topicBox;
    FilterBar* m_filter;
    LetterGroupModel* m_groups;
    LetterModel* m_rows;
    DataTable* m_groupTable;
    DataTable* m_table;
    LetterDetail* m_detail;
    DetailSplitter* m_splitter;
    StateView* m_state;
    QList<LetterTopic> m_topics;
    QString m_wanted; ///< topic that somebody asked for before the topics were there
    LetterList m_list;
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
};

} // namespace nc
