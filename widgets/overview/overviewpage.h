#pragma once

#include "failures/verdicts/letterrenderer.h"
#include "widgets/overview/overviewfacts.h"
#include "widgets/shell/page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QGridLayout;

namespace nc {

class Card;
class StateView;
class TimelineChart;

/// What is there and how it stands, one card each; each card leads to its page.
class OverviewPage : public Page {
    Q_OBJECT

public:
    OverviewPage(Workspace& workspace, QWidget* parent);

    void refresh() override;
    void activated() override;
    void deactivated() override;

Q_SIGNALS:
    /// Without a profile these are what helps.
    void startSandbox();
    void addProfile();
    /// For the rail: dead letters, templates that wait.
    void counted(nc::PageId page, qint64 count, nc::Tone tone); ///< -1: not known

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCards();
    void forget();
    void arrange();
    void loadKafka();
    void loadDatabase();
    void loadClone(Card* card, const QString& folder, std::optional<CloneState> OverviewPage::*kept);
    void loadChannels();
    void loadTemplates();
    void loadDeadLetters();
    void loadSilent();
    void fillKafka();
    void fillDatabase();
    void fillClone(Card* card, const std::optional<CloneState>& state);
    void fillDeadLetters();
    void fillSilent();
    void countFailures();
    /// A dash where the figure is not known.
    QString openWords(qint64 open, const Unseen& unseen) const;
    void fillNoProfile();
    void fillStateLine();

    void fillChannels();
    void fillTemplates();

    StateView* m_state;
    QWidget* m_cards;
    QGridLayout* m_grid;
    Card* m_kafka;
    Card* m_database;
    Card* m_regulation;
    Card* m_registry;
    Card* m_channels;
    Card* m_templates;
    Card* m_silent;
    Card* m_deadLetters;
    QList<Card*> m_all;
    quint64 m_generation = 0; ///< of the profile that the cards speak of
    quint64 m_sandboxTask = 0; ///< that starts the sandbox, while it does
    QElapsedTimer m_loaded; ///< since the last refresh of everything
    QTimer m_clock; ///< while in sight
    TimelineChart* m_silentChart = nullptr;
    TimelineChart* m_chart;
    int m_columns = 0;
    std::optional<overview::KafkaFacts> m_kafkaFacts;
    std::optional<overview::DatabaseFacts> m_databaseFacts;
    std::optional<CloneState> m_regulationState;
    std::optional<CloneState> m_registryState;
    std::optional<overview::DeadLetterFacts> m_deadLetterFacts;
    std::optional<overview::SilentFacts> m_silentFacts;
    Unseen m_deadLettersUnseen; ///< while it holds something the figure of open ones is not known
    Unseen m_silentUnseen;
    std::shared_ptr<RenderMemory> m_rendered = std::make_shared<RenderMemory>();
    std::optional<overview::ChannelFacts> m_channelFacts;
    std::optional<overview::TemplateFacts> m_templateFacts;
};

} // namespace nc
