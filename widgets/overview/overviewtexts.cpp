// What the cards say; OverviewPage's loading is in overviewpage.cpp.
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/overview/card.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/overview/timelinechart.h"
#include "widgets/style/language.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace nc {

void OverviewPage::retranslate()
{
    Page::retranslate();
    m_kafka->setTitle(tr("Kafka"));
    m_kafka->setLink(tr("Topics"));
    m_database->setTitle(tr("Database"));
    m_database->setLink(tr("Published templates"));
    m_regulation->setTitle(tr("Regulation"));
    m_regulation->setLink(tr("Templates"));
    m_registry->setTitle(tr("Configuration"));
    m_registry->setLink(tr("Channels"));
    m_channels->setTitle(tr("Channels"));
    m_channels->setLink(tr("Edit channels"));
    m_templates->setTitle(tr("Templates"));
    m_templates->setLink(tr("Edit and publish"));
    m_silent->setTitle(tr("Failed deliveries"));
    m_silent->setLink(tr("See them"));
    m_deadLetters->setTitle(tr("Dead letters"));
    m_deadLetters->setLink(tr("See failures"));
    m_kafka->setLoadingText(tr("Asking the brokers…"));
    m_database->setLoadingText(tr("Asking the database…"));
    m_regulation->setLoadingText(tr("Looking at the clone…"));
    m_registry->setLoadingText(tr("Looking at the clone…"));
    m_channels->setLoadingText(tr("Checking the channels…"));
    m_templates->setLoadingText(tr("Comparing the templates with the database…"));
    m_silent->setLoadingText(tr("Reading what became of deliveries…"));
    m_deadLetters->setLoadingText(tr("Counting dead letters…"));
    m_silentChart->setTitle(tr("Failed deliveries of the last days"));
    m_chart->setTitle(tr("Dead letters of the last days"));
    if (!workspace().hasProfile()) {
        fillNoProfile();
        return;
    }
    fillKafka();
    fillDatabase();
    fillClone(m_regulation, m_regulationState);
    fillClone(m_registry, m_registryState);
    fillChannels();
    fillTemplates();
    fillDeadLetters();
    fillSilent();
    fillStateLine();
}

void OverviewPage::fillNoProfile()
{
    header()->setStateLine(tr("No profile chosen"));
    const quint64 before = std::exchange(m_sandboxTask, 0);
    for (const TaskInfo& task : workspace().tasks().running()) {
        if (task.kind == u"sandbox-up")
            m_sandboxTask = task.id;
    }
    if (m_sandboxTask != 0) {
        const QString what = tr("Starting the sandbox. The first time takes up to a minute.");
        if (m_sandboxTask == before)
            return m_state->setLoadingText(what);
        return m_state->showLoading(what, [this] { cancel(m_sandboxTask); });
    }
#ifdef NC_HAS_SANDBOX
    m_state->showEmpty(Icon::Sandbox,
        tr("A profile says which Kafka, database and clones belong to a registry. To look around first, "
           "start the sandbox: a private PostgreSQL and Kafka with a demo registry."),
        tr("Start the sandbox"), [this] { Q_EMIT startSandbox(); });
    m_state->offer(tr("Add a profile"), [this] { Q_EMIT addProfile(); });
#else
    m_state->showEmpty(Icon::Profile, tr("A profile says which Kafka, database and clones belong to a registry."),
        tr("Add a profile"), [this] { Q_EMIT addProfile(); });
#endif
}

void OverviewPage::fillStateLine()
{
    const Profile& profile = workspace().profile();
    QStringList parts{profile.description.isEmpty() ? tr("Registry %1").arg(profile.name) : profile.description};
    if (!profile.kafka.bootstrap.isEmpty())
        parts.append(profile.kafka.bootstrap);
    header()->setStateLine(parts.join(u" · "_s));
}

void OverviewPage::fillKafka()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return m_kafka->showNone(tr("This profile names no Kafka servers."));
    if (!m_kafkaFacts)
        return;
    const auto& f = *m_kafkaFacts;
    QStringList lines{tr("topics: %1").arg(groupedNumber(f.topics)), tr("records: %1").arg(groupedNumber(f.records))};
    if (!f.leaderless.isEmpty())
        lines.append(tr("without a leader: %1").arg(f.leaderless.join(u", "_s)));
    const bool good = f.leaderless.isEmpty();
    m_kafka->showFacts(good ? Tone::Ok : Tone::Warning, good ? tr("answers") : tr("partly down"),
        tr("%n broker(s)", nullptr, int(f.brokers)), lines);
}

void OverviewPage::fillDatabase()
{
    if (workspace().profile().database.isEmpty())
        return m_database->showNone(tr("This profile names no database."));
    if (!m_databaseFacts)
        return;
    const auto& f = *m_databaseFacts;
    m_database->showFacts(Tone::Ok, tr("answers"), tr("%n published", nullptr, int(f.templates)), {f.name, f.version});
}

void OverviewPage::fillClone(Card* card, const std::optional<CloneState>& state)
{
    const QString& folder = card == m_regulation ? workspace().profile().regulation : workspace().profile().registry;
    if (folder.isEmpty())
        return card->showNone(tr("This profile names no such folder."));
    if (!state)
        return;
    const QString place = QDir::toNativeSeparators(folder);
    if (!state->isClone)
        return card->showFacts(Tone::Neutral, {}, tr("Plain folder"), {place});
    QStringList lines;
    if (state->ahead > 0)
        lines.append(tr("%n commit(s) not pushed", nullptr, state->ahead));
    if (state->behind > 0)
        lines.append(tr("%n commit(s) behind", nullptr, state->behind));
    lines.append(state->commit);
    const bool clean = state->changed == 0;
    card->showFacts(clean ? Tone::Ok : Tone::Warning, clean ? tr("clean") : tr("changed: %L1").arg(state->changed),
        state->branch.isEmpty() ? tr("no branch") : state->branch, lines);
    card->setToolTip(place.toHtmlEscaped());
}

void OverviewPage::fillChannels()
{
    if (workspace().profile().registry.isEmpty())
        return m_channels->showNone(tr("This profile names no registry configuration."));
    if (!m_channelFacts)
        return;
    const auto& f = *m_channelFacts;
    const QString email = f.email.isEmpty() ? tr("not set up")
        : f.email == u"internal"            ? tr("the platform's own server")
                                            : f.email;
    const QStringList lines{tr("Email: %1").arg(email),
        tr("Diia: %1").arg(f.diia.isEmpty() ? tr("not set up") : f.diia), tr("Inbox: needs no settings")};
    if (f.errors > 0)
        m_channels->showFacts(Tone::Error, tr("%n problem(s)", nullptr, f.errors), {}, lines);
    else if (f.warnings > 0)
        m_channels->showFacts(Tone::Warning, tr("%n warning(s)", nullptr, f.warnings), {}, lines);
    else
        m_channels->showFacts(Tone::Ok, tr("no problems"), {}, lines);
}

void OverviewPage::fillTemplates()
{
    if (workspace().profile().regulation.isEmpty() || workspace().profile().database.isEmpty())
        return m_templates->showNone(tr("Needs a regulation folder and a database in the profile."));
    if (!m_templateFacts)
        return;
    const auto& f = *m_templateFacts;
    const qsizetype pending = f.fresh + f.changed;
    QStringList lines{
        tr("%n not yet published", nullptr, int(f.fresh)) + u" · "_s + tr("%n changed since", nullptr, int(f.changed))};
    if (f.databaseOnly > 0)
        lines.append(tr("%n only in the database", nullptr, int(f.databaseOnly)));
    if (f.blocked > 0)
        lines.append(tr("%n with mistakes that stop a publish", nullptr, int(f.blocked)));
    m_templates->showFacts(f.blocked > 0 ? Tone::Error
            : pending > 0                ? Tone::Warning
                                         : Tone::Ok,
        f.blocked > 0     ? tr("mistakes")
            : pending > 0 ? tr("to be published")
                          : tr("all published"),
        tr("%n template(s)", nullptr, int(f.all)), lines);
    Q_EMIT counted(PageId::Templates, pending, Tone::Neutral);
}

/// Why a figure is not known, a line each.
static QStringList unseenLines(const Unseen& unseen)
{
    QStringList lines;
    for (const UnseenSource& one : unseen.sources())
        lines += one.source + u": "_s + describe(one.reason, currentLanguage());
    return lines;
}

QString OverviewPage::openWords(qint64 open, const Unseen& unseen) const
{
    return unseen.isEmpty() ? tr("%n open", nullptr, int(open)) : u"—"_s;
}

void OverviewPage::fillDeadLetters()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return m_deadLetters->showNone(tr("This profile names no Kafka servers."));
    if (!m_deadLetterFacts)
        return;
    const auto& f = *m_deadLetterFacts;
    countFailures();
    if (f.total == 0)
        return m_deadLetters->showNone(tr("No dead letters in %n topic(s).", nullptr, int(f.empty)));
    QStringList lines;
    for (const RecordTimeline& topic : f.topics)
        lines.append(topic.topic + u": "_s + groupedNumber(topic.total));
    QList<TimelineChart::Series> series;
    for (const RecordTimeline& topic : f.topics)
        series.append({topic.topic, topic.counts});
    QStringList facts{lines.join(u" · "_s)};
    facts += unseenLines(m_deadLettersUnseen);
    m_deadLetters->showFacts(f.today > 0 ? Tone::Error : Tone::Warning,
        f.today > 0 ? tr("%n today", nullptr, int(f.today)) : tr("none today"), openWords(f.open, m_deadLettersUnseen),
        facts);
    m_chart->setData(f.days, series);
}

/// What waits for somebody stands in the rail.
void OverviewPage::countFailures()
{
    const qint64 letters = m_deadLetterFacts ? m_deadLetterFacts->open : 0;
    const qint64 silent = m_silentFacts ? m_silentFacts->open : 0;
    if (!m_deadLettersUnseen.isEmpty() || !m_silentUnseen.isEmpty())
        Q_EMIT counted(PageId::Failures, -1, Tone::Warning);
    else
        Q_EMIT counted(PageId::Failures, letters + silent, Tone::Error);
}

void OverviewPage::fillSilent()
{
    if (workspace().profile().kafka.bootstrap.isEmpty())
        return m_silent->showNone(tr("This profile names no Kafka servers."));
    if (!m_silentFacts)
        return;
    const auto& f = *m_silentFacts;
    countFailures();
    if (!f.audited)
        return m_silent->showNone(tr("There is no topic audit-events, which tells of them."));
    if (f.all == 0 && m_silentUnseen.isEmpty())
        return m_silent->showNone(tr("Nothing has failed without a dead letter."));
    QStringList lines;
    for (const auto& [count, cause] : f.causes)
        lines += u"%1 · %2"_s.arg(groupedNumber(count), cause.summary(currentLanguage()));
    QList<TimelineChart::Series> series;
    for (const auto& [channel, counts] : f.counts.asKeyValueRange())
        series.append({channel, counts});
    lines += unseenLines(m_silentUnseen);
    if (!m_silentUnseen.isEmpty())
        m_silent->showFacts(Tone::Warning, tr("not known"), openWords(f.open, m_silentUnseen), lines);
    else
        m_silent->showFacts(f.open > 0 ? Tone::Error : Tone::Ok,
            f.open > 0 ? tr("no dead letter tells of them") : tr("all handled"), openWords(f.open, m_silentUnseen),
            lines);
    m_silentChart->setData(f.days, series);
}

} // namespace nc
