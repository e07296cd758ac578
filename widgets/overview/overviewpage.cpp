#include "widgets/overview/overviewpage.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/overview/card.h"
#include "widgets/overview/timelinechart.h"
#include "widgets/shell/clonetrust.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

/// People keep this page open all day: older counts are asked for anew.
static constexpr std::chrono::milliseconds countsAge = std::chrono::minutes(1);

OverviewPage::OverviewPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Overview, workspace, parent)
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_cards = new QWidget(scroll);
    m_cards->setBackgroundRole(QPalette::Window);
    m_grid = new QGridLayout(m_cards);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metrics::gap);
    scroll->setWidget(m_cards);
    m_state = new StateView(scroll, this);
    body()->addWidget(m_state, 1);
    buildCards();

    QAction* again = addPageAction(u"overviewRefresh"_s, QT_TR_NOOP("Refresh everything"), icon(Icon::Refresh));
    connect(again, &QAction::triggered, this, &OverviewPage::refresh);
    header()->addAction(again);
    // Also out of sight: the counts in the rail come from here.
    connect(&workspace, &Workspace::changed, this, [this](const QString& area) {
        if (!this->workspace().hasProfile())
            return;
        if (area == u"templates") {
            loadTemplates();
            loadDatabase();
            loadClone(m_regulation, this->workspace().profile().regulation, &OverviewPage::m_regulationState);
        } else if (area == u"channels") {
            loadChannels();
            loadClone(m_registry, this->workspace().profile().registry, &OverviewPage::m_registryState);
        } else if (area == u"failures" || area == u"topics") {
            loadDeadLetters();
            loadSilent();
        }
    });
    // Whoever starts the sandbox from here sees here how far it is.
    connect(&workspace.tasks(), &TaskRunner::started, this, [this](const TaskInfo& task) {
        if (task.kind == u"sandbox-up" && !this->workspace().hasProfile())
            fillNoProfile();
    });
    connect(&workspace.tasks(), &TaskRunner::finished, this, [this](quint64 id) {
        if (id == m_sandboxTask && !this->workspace().hasProfile())
            fillNoProfile();
    });
    connect(&workspace.tasks(), &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id == m_sandboxTask)
            m_state->setProgress(progress);
    });
    m_clock.setInterval(countsAge);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!this->workspace().hasProfile())
            return;
        // What is asked for in a moment; the audit is read from its beginning, and that can be long.
        loadKafka();
        loadDeadLetters();
    });
    arrange();
    retranslate();
}

void OverviewPage::buildCards()
{
    m_kafka = new Card(u"kafkaCard"_s, Icon::Server, m_cards);
    m_database = new Card(u"databaseCard"_s, Icon::Database, m_cards);
    m_regulation = new Card(u"regulationCard"_s, Icon::Branch, m_cards);
    m_registry = new Card(u"registryCard"_s, Icon::Branch, m_cards);
    m_channels = new Card(u"channelsCard"_s, Icon::Channels, m_cards);
    m_templates = new Card(u"templatesCard"_s, Icon::Templates, m_cards);
    m_silent = new Card(u"silentCard"_s, Icon::Mail, m_cards);
    m_deadLetters = new Card(u"deadLettersCard"_s, Icon::Failures, m_cards);
    m_all = {m_kafka, m_database, m_regulation, m_registry, m_channels, m_templates, m_silent, m_deadLetters};
    m_chart = new TimelineChart(m_deadLetters);
    m_deadLetters->setContent(m_chart);
    m_silentChart = new TimelineChart(m_silent);
    m_silent->setContent(m_silentChart);
    m_silentChart->hide();
    const auto link = [this](Card* card, PageId page, auto again) {
        connect(card, &Card::linkClicked, this, [this, page] { Q_EMIT navigate(page, {}); });
        connect(card, &Card::retry, this, again);
    };
    link(m_kafka, PageId::Topics, &OverviewPage::loadKafka);
    link(m_database, PageId::Templates, &OverviewPage::loadDatabase);
    link(m_regulation, PageId::Templates,
        [this] { loadClone(m_regulation, workspace().profile().regulation, &OverviewPage::m_regulationState); });
    link(m_registry, PageId::Channels,
        [this] { loadClone(m_registry, workspace().profile().registry, &OverviewPage::m_registryState); });
    link(m_channels, PageId::Channels, &OverviewPage::loadChannels);
    link(m_templates, PageId::Templates, &OverviewPage::loadTemplates);
    connect(m_deadLetters, &Card::linkClicked, this, [this] {
        Q_EMIT navigate(PageId::Failures, {{u"tab"_s, u"letters"_s}});
    });
    connect(m_deadLetters, &Card::retry, this, &OverviewPage::loadDeadLetters);
    connect(m_silent, &Card::linkClicked, this, [this] {
        Q_EMIT navigate(PageId::Failures, {{u"tab"_s, u"deliveries"_s}});
    });
    connect(m_silent, &Card::retry, this, &OverviewPage::loadSilent);
}

void OverviewPage::arrange()
{
    const int columns = width() >= 1000 ? 4 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    const QList<Card*> small{m_kafka, m_database, m_regulation, m_registry};
    int cell = 0;
    for (Card* card : small) {
        m_grid->addWidget(card, cell / columns, cell % columns);
        ++cell;
    }
    const int row = 4 / columns;
    m_grid->addWidget(m_channels, row, 0, 1, columns / 2);
    m_grid->addWidget(m_templates, row, columns / 2, 1, columns / 2);
    if (columns == 4) {
        m_grid->addWidget(m_silent, row + 1, 0, 1, 2);
        m_grid->addWidget(m_deadLetters, row + 1, 2, 1, 2);
    } else {
        m_grid->addWidget(m_silent, row + 1, 0, 1, columns);
        m_grid->addWidget(m_deadLetters, row + 2, 0, 1, columns);
    }
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_grid->setRowStretch(row + 1, columns == 4 ? 1 : 0);
    m_grid->setRowStretch(row + 2, columns == 4 ? 0 : 1);
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::activated()
{
    m_clock.start();
    if (m_loaded.isValid() && m_loaded.hasExpired(countsAge.count()))
        refresh();
}

void OverviewPage::deactivated()
{
    m_clock.stop();
}

void OverviewPage::refresh()
{
    m_loaded.start();
    if (!workspace().hasProfile()) {
        fillNoProfile();
        return;
    }
    if (workspace().generation() != m_generation)
        forget();
    m_state->showContent();
    loadKafka();
    loadDatabase();
    loadClone(m_regulation, workspace().profile().regulation, &OverviewPage::m_regulationState);
    loadClone(m_registry, workspace().profile().registry, &OverviewPage::m_registryState);
    loadChannels();
    loadTemplates();
    loadDeadLetters();
    loadSilent();
    fillStateLine();
}

/// Figures of another registry under this one's name would be worse than none.
void OverviewPage::forget()
{
    m_generation = workspace().generation();
    m_kafkaFacts.reset();
    m_databaseFacts.reset();
    m_regulationState.reset();
    m_registryState.reset();
    m_channelFacts.reset();
    m_templateFacts.reset();
    m_silentFacts.reset();
    m_deadLetterFacts.reset();
    for (Card* card : m_all)
        card->clear();
    Q_EMIT counted(PageId::Templates, 0, Tone::Neutral);
    Q_EMIT counted(PageId::Failures, 0, Tone::Error);
}

void OverviewPage::loadKafka()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return fillKafka();
    m_kafka->showLoading();
    const QStringList suffixes = workspace().settings().get(settings::deadLetterSuffixes);
    load(
        u"overview"_s, u"kafka"_s,
        [access = workspace().access(), suffixes](
            TaskContext& task) { return overview::kafkaFacts(*access, suffixes, task); },
        [this](const Result<overview::KafkaFacts>& facts) {
            if (!facts) {
                m_kafkaFacts.reset();
                return m_kafka->showFailed(facts.error());
            }
            m_kafkaFacts = *facts;
            fillKafka();
        });
}

void OverviewPage::loadDatabase()
{
    if (workspace().profile().database.isEmpty())
        return fillDatabase();
    m_database->showLoading();
    load(
        u"overview"_s, u"database"_s,
        [access = workspace().access()](TaskContext& task) { return overview::databaseFacts(*access, task); },
        [this](const Result<overview::DatabaseFacts>& facts) {
            if (!facts) {
                m_databaseFacts.reset();
                return m_database->showFailed(facts.error());
            }
            m_databaseFacts = *facts;
            fillDatabase();
        });
}

void OverviewPage::loadClone(Card* card, const QString& folder, std::optional<CloneState> OverviewPage::*kept)
{
    if (folder.isEmpty())
        return fillClone(card, {});
    card->showLoading();
    load(
        u"overview"_s, folder, [folder](TaskContext& task) { return cloneState(folder, task); },
        [this, card, kept](const Result<CloneState>& state) {
            if (!state) {
                (this->*kept).reset();
                askTrust(*notices(), workspace(), state.error(), [this] { refresh(); });
                return card->showFailed(state.error());
            }
            this->*kept = *state;
            fillClone(card, *state);
        });
}

void OverviewPage::loadChannels()
{
    if (workspace().profile().registry.isEmpty())
        return fillChannels();
    m_channels->showLoading();
    load(
        u"overview"_s, u"channels"_s,
        [folder = workspace().profile().registry](TaskContext& task) { return overview::channelFacts(folder, task); },
        [this](const Result<overview::ChannelFacts>& facts) {
            if (!facts) {
                m_channelFacts.reset();
                return m_channels->showFailed(facts.error());
            }
            m_channelFacts = *facts;
            fillChannels();
        });
}

void OverviewPage::loadTemplates()
{
    if (workspace().profile().regulation.isEmpty() || workspace().profile().database.isEmpty())
        return fillTemplates();
    m_templates->showLoading();
    load(
        u"overview"_s, u"templates"_s,
        [access = workspace().access()](TaskContext& task) { return overview::templateFacts(*access, task); },
        [this](const Result<overview::TemplateFacts>& facts) {
            if (!facts) {
                m_templateFacts.reset();
                return m_templates->showFailed(facts.error());
            }
            m_templateFacts = *facts;
            fillTemplates();
        });
}

void OverviewPage::loadDeadLetters()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return fillDeadLetters();
    m_deadLetters->showLoading();
    const QStringList suffixes = workspace().settings().get(settings::deadLetterSuffixes);
    load(
        u"overview"_s, u"deadletters"_s,
        [access = workspace().access(), suffixes](
            TaskContext& task) { return overview::deadLetterFacts(*access, suffixes, task); },
        [this](const Result<overview::DeadLetterFacts>& facts) {
            if (!facts) {
                m_deadLetterFacts.reset();
                return m_deadLetters->showFailed(facts.error());
            }
            m_deadLetterFacts = *facts;
            fillDeadLetters();
        });
}

void OverviewPage::loadSilent()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return fillSilent();
    m_silent->showLoading();
    load(
        u"overview"_s, u"deliveries"_s,
        [access = workspace().access(), ledger = workspace().configFolder() + u"/ledger"_s, memory = m_rendered](
            TaskContext& task) { return overview::silentFacts(*access, ledger, memory, task); },
        [this](const Result<overview::SilentFacts>& facts) {
            if (!facts) {
                m_silentFacts.reset();
                return m_silent->showFailed(facts.error());
            }
            m_silentFacts = *facts;
            fillSilent();
        });
}

} // namespace nc
