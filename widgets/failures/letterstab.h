#pragma once

#include "failures/letters/letterlist.h"
#include "widgets/failures/failurestab.h"

class QComboBox;

namespace nc {

/// Dead letters of one topic: groups by cause, the records of the chosen groups, one record; replay and discard.
class LettersTab : public FailuresTab {
    Q_OBJECT

public:
    LettersTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);

    /// Topics and the chosen topic's letters.
    void refresh() override;
    void open(const QString& topic, const QString& filter);
    void retranslate() override;
    QString stateLine() const override;
    QString topic() const override;

public Q_SLOTS:
    void send() override;

protected:
    QString sentState() const override { return QStringLiteral("replayed"); }
    void setTableColumns(bool expires) override;
    void showNothing() override;
    Judging judging() override;
    void loadDetail(const FailureRow& row) override;

private:
    void takeTopics(Seen<QList<LetterTopic>> topics);
    void fillTopicBox();
    void loadLetters();
    /// What the reading thread makes ready.
    struct Loaded {
        QList<FailureRow> rows;
        bool complete = true; ///< false: there are more
        Unseen unseen;
    };
    void takeLetters(const Loaded& list);
    std::optional<LetterQuery> query();
    void askWhoGot();

    QComboBox* m_topicBox;
    QList<LetterTopic> m_topics;
    Unseen m_topicsUnseen;
    QString m_wanted; ///< topic that somebody asked for before the topics were there
    LetterQuery m_loaded;
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
    std::optional<DeadLetter> m_shown; ///< in the detail
    quint64 m_whoGotTask = 0;
};

} // namespace nc
