#include "widgets/failures/trace/tracetab.h"

#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/trace/tracemodel.h"
#include "failures/trace/tracesearch.h"
#include "failures/verdicts/causefinder.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/failures/trace/tracechoice.h"
#include "widgets/failures/trace/tracecoverage.h"
#include "widgets/failures/trace/tracetree.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

/// The newest partial result on its way from the searching thread.
struct TraceTab::Feed {
    void put(const TraceResult& result)
    {
        const std::lock_guard lock(m_mutex);
        m_result = result;
    }
    std::optional<TraceResult> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_result, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<TraceResult> m_result;
};

namespace {

constexpr const char* byNames[] = {"recipient", "email", "process", "trace-id", "key"};
constexpr qint64 day = 24LL * 60 * 60 * 1000;

} // namespace

TraceTab::TraceTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_model(new TraceModel(this))
    , m_by(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_since(new QComboBox(this))
    , m_search(new QPushButton(this))
    , m_coverage(new QLabel(this))
    , m_further(new QPushButton(this))
    , m_unseen(new QLabel(this))
    , m_tree(new TraceTree(*m_model, this))
    , m_words(new QLabel(this))
    , m_toTopic(new QPushButton(icon(Icon::Topics, Tint::Accent), {}, this))
    , m_toTemplate(new QPushButton(icon(Icon::Templates, Tint::Accent), {}, this))
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        // Something else is looked for at once, whatever is still being searched.
        if (m_task == 0 || m_text->text().trimmed() != m_query.text)
            start();
    });
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString& text) {
        // An address is no id.
        if (text.contains(u'@') && m_by->currentIndex() == 0)
            m_by->setCurrentIndex(1);
    });
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_task != 0)
            m_workspace.tasks().cancel(m_task);
        else
            start();
    });
    connect(m_further, &QPushButton::clicked, this, &TraceTab::goFurther);
    connect(m_tree, &TraceTree::currentRowChanged, this, &TraceTab::showCurrent);
    connect(m_toTopic, &QPushButton::clicked, this, [this] {
        const TraceStep* step = m_model->step(m_tree->currentSource());
        if (step)
            Q_EMIT navigate(PageId::Topics,
                {{u"topic"_s, step->place.topic}, {u"from"_s, u"beginning"_s},
                    {u"filter"_s,
                        u"partition = %1 and offset = %2"_s.arg(step->place.partition).arg(step->place.offset)}});
    });
    connect(m_toTemplate, &QPushButton::clicked, this, [this] {
        const QModelIndex at = m_tree->currentSource();
        const QString name = at.data(TraceModel::Template).toString();
        const QString channel = at.data(TraceModel::Channel).toString();
        Q_EMIT navigate(PageId::Templates,
            {{u"template"_s, (channel.isEmpty() ? u"email"_s : channel) + u'/' + name}, {u"channel"_s, channel},
                {u"name"_s, name}});
    });
    connect(&workspace.tasks(), &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id != m_task)
            return;
        m_state->setProgress(progress);
        if (!m_feed)
            return;
        if (const auto partial = m_feed->take())
            take(*partial, false);
    });
    connect(&workspace, &Workspace::profileChanged, this, [this] {
        ++m_generation;
        m_task = 0;
        m_query = {};
        m_notSeen = {};
        m_model->setResult({});
        retranslate();
    });
}

TraceTab::~TraceTab()
{
    m_tree->disconnect(this);
}

void TraceTab::build()
{
    m_by->setObjectName(u"traceBy"_s);
    m_text->setObjectName(u"traceText"_s);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(Icon::Search, Tint::Muted), QLineEdit::LeadingPosition);
    m_since->setObjectName(u"traceSince"_s);
    m_search->setObjectName(u"traceSearch"_s);
    m_further->setObjectName(u"traceFurther"_s);
    m_coverage->setObjectName(u"traceCoverage"_s);
    m_coverage->setWordWrap(true);
    m_unseen->setObjectName(u"traceUnseen"_s);
    m_unseen->setWordWrap(true);
    m_words->setObjectName(u"traceWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel* label : {m_coverage, m_unseen}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        setTextSize(label, TextSize::Caption);
    }
    m_toTopic->setObjectName(u"traceToTopic"_s);
    m_toTemplate->setObjectName(u"traceToTemplate"_s);
    for (QPushButton* button : {m_further, m_toTopic, m_toTemplate})
        setButtonKind(button, ButtonKind::Link);

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::unit);
    row->addWidget(m_by);
    row->addWidget(m_text, 1);
    row->addWidget(m_since);
    row->addWidget(m_search);
    auto* coverage = new QHBoxLayout;
    coverage->setSpacing(metrics::unit);
    coverage->addWidget(m_coverage, 1);
    coverage->addWidget(m_further);
    auto* content = new QWidget(this);
    auto* below = new QHBoxLayout;
    below->setSpacing(metrics::gap);
    below->addWidget(m_words, 1);
    below->addWidget(m_toTopic, 0, Qt::AlignTop);
    below->addWidget(m_toTemplate, 0, Qt::AlignTop);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::unit);
    inner->addWidget(m_unseen);
    inner->addWidget(m_tree, 1);
    inner->addLayout(below);
    inner->addLayout(coverage);
    m_unseen->hide();
    m_state = new StateView(content, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::unit, 0, 0);
    column->setSpacing(metrics::unit);
    column->addLayout(row);
    column->addWidget(m_state, 1);
}

void TraceTab::search(const QString& by, const QString& text)
{
    for (int i = 0; i < m_by->count(); ++i) {
        if (by == QLatin1StringView(byNames[i]))
            m_by->setCurrentIndex(i);
    }
    if (text.isEmpty())
        return focusFilter();
    m_text->setText(text);
    start();
}

void TraceTab::refresh()
{
    if (!m_query.text.isEmpty() && m_workspace.hasProfile())
        start();
}

void TraceTab::start()
{
    TraceQuery query;
    query.by = static_cast<TraceQuery::By>(std::max(0, m_by->currentIndex()));
    query.text = m_text->text().trimmed();
    if (const qint64 back = m_since->currentData().toLongLong(); back > 0)
        query.since = QDateTime::currentMSecsSinceEpoch() - back;
    if (query.text.isEmpty() || !m_workspace.hasProfile())
        return;
    if (query.text != m_query.text || query.by != m_query.by) {
        m_model->setResult({});
        m_tree->forgetChoice();
    }
    m_query = query;
    m_notSeen = {};
    const quint64 generation = ++m_generation;
    if (m_task != 0)
        m_workspace.tasks().cancel(m_task);
    m_feed = std::make_shared<Feed>();
    const auto work = [open = accessOf(m_workspace), query, feed = m_feed](
                          TaskContext& task) -> Result<Seen<TraceResult>> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto search = TraceSearch::open(access->kafka, access->database, access->localLedger);
        if (!search)
            return fail(search.error());
        CauseFinder finder(*access);
        (*search)->explainWith(
            [&finder](const AuditDelivery& audit, const TaskContext& inner) { return finder.find(audit, inner); });
        auto read = (*search)->run(
            query, [&feed](const TraceResult& partial) { feed->put(partial); }, task);
        if (!read)
            return read;
        Unseen unseen;
        if (access->databaseUnseen)
            unseen.add(sources::inbox, *access->databaseUnseen);
        TraceResult result = std::move(*read).into(unseen);
        unseen.add(finder.unseen());
        return Seen(std::move(result), std::move(unseen));
    };
    const auto done = [this, generation](const Result<Seen<TraceResult>>& result) {
        if (generation != m_generation)
            return;
        m_task = 0;
        m_feed.reset();
        if (result) {
            Unseen unseen;
            const TraceResult& found = result->into(unseen);
            m_notSeen = unseen;
            take(found, true);
        } else if (m_model->rowCount() > 0) {
            m_notices->showError(result.error(), [this] { start(); });
        } else if (result.error().is(errors::cancelled)) {
            m_state->showEmpty(Icon::Stop, tr("The search was stopped."), tr("Search again"), [this] { start(); });
        } else {
            m_state->showFailed(result.error(), [this] { start(); });
        }
        retranslate();
        Q_EMIT changed();
    };
    m_task = runFor(this, m_workspace, u"trace"_s, query.text, work, done);
    if (m_model->rowCount() == 0)
        m_state->showLoading(tr("Looking through all topics…"), [this] { m_workspace.tasks().cancel(m_task); });
    retranslate();
    Q_EMIT changed();
}

void TraceTab::take(const TraceResult& result, bool last)
{
    const bool first = m_model->rowCount() == 0;
    m_model->setResult(result);
    if (result.notifications.isEmpty()) {
        if (last && !m_notSeen.isEmpty()) {
            m_state->showFailed(m_notSeen.sources().first().reason, [this] { start(); });
        } else if (last) {
            const bool all = !m_query.since;
            m_state->showEmpty(Icon::Search,
                all ? tr("Nothing is known of “%1”, as far back as the topics go.").arg(m_query.text)
                    : tr("Nothing was found about “%1” in that time.").arg(m_query.text),
                all ? QString() : tr("Look further back"), [this] { goFurther(); });
        }
        return;
    }
    m_state->showContent();
    if (first || last)
        m_tree->openWhatMatters();
    showCoverage();
    showCurrent();
    Q_EMIT changed();
}

void TraceTab::showCoverage()
{
    const QStringList unseen = traceUnseen(m_notSeen);
    m_coverage->setText(traceCoverage(m_model->result(), m_query));
    m_further->setVisible(m_query.since.has_value());
    m_unseen->setText(unseen.join(u'\n'));
    m_unseen->setVisible(!unseen.isEmpty());
}

void TraceTab::goFurther()
{
    m_since->setCurrentIndex(std::min(m_since->currentIndex() + 1, m_since->count() - 1));
    start();
}

void TraceTab::showCurrent()
{
    const QModelIndex at = m_tree->currentSource();
    const TraceStep* step = m_model->step(at);
    QString words;
    if (step) {
        words = wordsOf(*step, currentLanguage());
        const Sentence sentence =
            step->cause ? step->cause->sentence(currentLanguage()) : sentenceFor(step->summary, currentLanguage());
        if (!sentence.advice.isEmpty())
            words += u' ' + sentence.advice;
        if (step->at > 0 && !step->isAbsence())
            words = exactTime(step->at) + u" · "_s + words;
    } else if (const TraceNotification* whole = m_model->notification(at)) {
        QStringList parts;
        // The row has hardly room for why it failed.
        if (m_model->channel(at))
            parts += at.siblingAtColumn(TraceModel::Words).data().toString();
        if (!whole->recipient.isEmpty())
            parts += tr("To %1").arg(whole->recipient);
        if (!whole->process.isEmpty())
            parts += tr("Process %1").arg(whole->process);
        words = parts.join(u" · "_s);
    }
    m_words->setText(m_tree->shown(words));
    m_toTopic->setVisible(step && !step->place.topic.isEmpty() && step->place.offset >= 0);
    m_toTemplate->setVisible(!at.data(TraceModel::Template).toString().isEmpty());
    Q_EMIT changed();
}

bool TraceTab::canSend() const
{
    return m_task == 0 && !m_workspace.isReadOnly() && traceChoice(*m_model, m_tree->currentSource()).count > 0;
}

bool TraceTab::hasResult() const
{
    return m_model->rowCount() > 0;
}

void TraceTab::send()
{
    const TraceChoice found = traceChoice(*m_model, m_tree->currentSource());
    if (found.count == 0)
        return;
    FailureScope scope;
    scope.selected = found.places;
    scope.selectedCount = found.count;
    std::shared_ptr<const SendJob> job;
    if (found.topic == auditTopic())
        job = std::make_shared<ResendJob>();
    else
        job = std::make_shared<ReplayJob>(found.topic);
    auto* dialog = new SendDialog(m_workspace, job, scope, {}, this);
    connect(dialog, &SendDialog::written, this, [this] {
        refresh();
        Q_EMIT written();
    });
    dialog->open();
}

void TraceTab::copyTimeline()
{
    QApplication::clipboard()->setText(m_tree->asText());
}

void TraceTab::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TraceTab::setMasked(bool masked)
{
    m_tree->setMasked(masked);
    showCurrent();
}

QString TraceTab::stateLine() const
{
    const int count = m_model->rowCount();
    if (count == 0)
        return {};
    const auto bad = std::ranges::count_if(m_model->result().notifications, [](const TraceNotification& one) {
        return one.outcome == TraceOutcome::Dead || one.outcome == TraceOutcome::SilentlyFailed;
    });
    const QString all = tr("%n notification(s)", nullptr, count);
    return bad > 0 ? tr("%1, %n with a failure", nullptr, static_cast<int>(bad)).arg(all) : all;
}

Tone TraceTab::stateTone() const
{
    const auto failed = [](const TraceNotification& one) {
        return one.outcome == TraceOutcome::Dead || one.outcome == TraceOutcome::SilentlyFailed;
    };
    return std::ranges::any_of(m_model->result().notifications, failed) ? Tone::Warning : Tone::Neutral;
}

void TraceTab::retranslate()
{
    const auto fill = [](QComboBox* box, const QStringList& texts, const QList<qint64>& values, int first) {
        const int before = box->count() == 0 ? first : box->currentIndex();
        box->clear();
        for (qsizetype i = 0; i < texts.size(); ++i)
            box->addItem(texts[i], values.value(i));
        box->setCurrentIndex(before);
    };
    fill(m_by, {tr("Person's id"), tr("Email"), tr("Process"), tr("Trace id"), tr("Key")}, {}, 0);
    fill(m_since, {tr("the last day"), tr("the last 7 days"), tr("as far as it goes")}, {day, 7 * day, 0}, 1);
    m_by->setAccessibleName(tr("Look for"));
    m_since->setAccessibleName(tr("How far back"));
    m_text->setPlaceholderText(tr("Whose message, which process?"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_search->setText(m_task != 0 ? tr("Stop") : tr("Search"));
    m_further->setText(tr("Look further back"));
    m_toTopic->setText(tr("Topic"));
    m_toTopic->setToolTip(tr("Show the record in its topic"));
    m_toTemplate->setText(tr("Template"));
    m_toTemplate->setToolTip(tr("Open the template"));
    m_model->setLanguage(currentLanguage());
    m_tree->retranslate();
    if (m_model->rowCount() > 0) {
        showCoverage();
        showCurrent();
    } else if (m_task == 0 && (m_state->state() == StateView::State::Content || m_query.text.isEmpty())) {
        m_state->showEmpty(Icon::User,
            tr("Search for a person's id or email, or for a process: what was requested, what was delivered, what "
               "failed and why, and what has been sent since."));
    }
}

} // namespace nc
