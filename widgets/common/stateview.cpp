#include "widgets/common/stateview.h"

#include "widgets/common/statepanel.h"
#include "widgets/common/timewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QMetaMethod>
#include <QPushButton>
#include <QSet>
#include <QStackedLayout>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

StateView::StateView(QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_content(content)
    , m_panel(new StatePanel(this))
    , m_contentHolder(new QWidget(this))
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_staleBar = new QWidget(m_contentHolder);
    m_staleBar->setObjectName(u"staleBar"_s);
    m_staleBar->setAutoFillBackground(true);
    m_staleText = new QLabel(m_staleBar);
    m_staleText->setTextFormat(Qt::PlainText);
    m_staleText->setWordWrap(true);
    auto* again = new QPushButton(m_staleBar);
    again->setObjectName(u"staleRetryButton"_s);
    connect(again, &QPushButton::clicked, this, [this] {
        if (m_retry)
            m_retry();
    });
    auto* bar = new QHBoxLayout(m_staleBar);
    bar->setContentsMargins(metrics::unit, metrics::half, metrics::unit, metrics::half);
    bar->addWidget(m_staleText, 1);
    bar->addWidget(again);
    m_staleBar->hide();

    auto* column = new QVBoxLayout(m_contentHolder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_staleBar);
    column->addWidget(content, 1);
    m_stack->addWidget(m_contentHolder);
    m_stack->addWidget(m_panel);
}

bool StateView::isStale() const
{
    return m_staleBar->isVisibleTo(m_contentHolder);
}

void StateView::setState(State state)
{
    m_state = state;
    m_say = {};
    m_sayAction = {};
    ++m_generation;
    m_panel->hideProgress();
    m_panel->setAction({}, {}, false);
    m_panel->setOtherAction({}, {});
    m_stack->setCurrentWidget(state == State::Content ? m_contentHolder : m_panel);
}

void StateView::showContent()
{
    m_error.reset();
    m_retry = {};
    m_staleBar->hide();
    setState(State::Content);
}

void StateView::showEmpty(Icon drawing, const QString& sentence, const QString& actionText, std::function<void()> run)
{
    m_error.reset();
    setState(State::Empty);
    m_panel->set(drawing, Tint::Muted, {}, sentence);
    m_panel->setAction(actionText, std::move(run), false);
}

void StateView::showEmpty(Icon drawing, std::function<QString()> say)
{
    showEmpty(drawing, QString());
    m_drawing = drawing;
    m_say = std::move(say);
    fillEmpty();
}

void StateView::showNoProfile(Icon drawing)
{
    showEmpty(
        drawing, [] { return tr("No profile is chosen. It says which servers and folders belong to a registry."); });
    m_sayAction = [] { return tr("Choose or add a profile…"); };
    fillEmpty();
}

void StateView::showNotInProfile(Icon drawing, std::function<QString()> say)
{
    showEmpty(drawing, std::move(say));
    m_sayAction = [] { return tr("Edit the profile…"); };
    fillEmpty();
}

void StateView::fillEmpty()
{
    m_panel->set(m_drawing, Tint::Muted, {}, m_say());
    if (m_sayAction)
        m_panel->setAction(
            m_sayAction(), [this] { Q_EMIT profileWanted(); }, false);
}

/// Where a server or folder of the profile does not do, the profile may be what is wrong.
static bool mayBeTheProfile(const Error& error)
{
    static const QSet<QString> ids{u"kafka.unreachable"_s, u"kafka.authentication"_s, u"kafka.scram-nonce"_s,
        u"kafka.tls"_s, u"kafka.bad-setting"_s, u"postgres.unreachable"_s, u"postgres.login-refused"_s,
        u"postgres.no-such-database"_s, u"postgres.bad-connection-string"_s, u"connections.no-kafka"_s,
        u"connections.no-database"_s, u"connections.no-regulation"_s, u"connections.no-registry"_s,
        u"channels.no-values-file"_s, u"templates.regulation-not-found"_s};
    return ids.contains(error.id());
}

void StateView::offerProfile()
{
    if (mayBeTheProfile(*m_error) && isSignalConnected(QMetaMethod::fromSignal(&StateView::profileWanted)))
        m_panel->setOtherAction(tr("Edit the profile…"), [this] { Q_EMIT profileWanted(); });
}

void StateView::offer(const QString& text, std::function<void()> run)
{
    m_panel->setOtherAction(text, std::move(run));
}

void StateView::showLoading(const QString& what, std::function<void()> cancel)
{
    m_error.reset();
    setState(State::Loading);
    m_panel->set(Icon::Hourglass, Tint::Muted, {}, {});
    // What is here within 200 ms needs no words.
    m_loading = what;
    m_cancel = std::move(cancel);
    m_told = false;
    QTimer::singleShot(std::chrono::milliseconds(200), this, [this, generation = m_generation] {
        if (generation != m_generation)
            return;
        m_told = true;
        m_panel->setProgress(0, 0, {});
        fillLoading();
    });
}

void StateView::fillLoading()
{
    m_panel->set(Icon::Hourglass, Tint::Muted, {}, m_loading);
    m_panel->setAction(m_cancel ? tr("Cancel") : QString(), m_cancel, false);
}

void StateView::setLoadingText(const QString& what)
{
    m_loading = what;
    if (m_state == State::Loading && m_told)
        fillLoading();
}

void StateView::setProgress(const Progress& progress)
{
    if (m_state != State::Loading)
        return;
    const bool known = progress.total > 0;
    const int total = known ? 1000 : 0;
    const int done = known ? int(1000.0 * double(progress.done) / double(progress.total)) : 0;
    const QString text = known ? tr("%1 of %2").arg(groupedNumber(progress.done), groupedNumber(progress.total))
                               : groupedNumber(progress.done);
    m_panel->setProgress(done, total, progress.done > 0 ? text : QString());
}

void StateView::showFailed(const Error& error, std::function<void()> retry)
{
    m_error = error;
    m_retry = std::move(retry);
    setState(State::Failed);
    fillFailed();
}

void StateView::fillFailed()
{
    const Sentence sentence = sentenceFor(*m_error);
    m_panel->set(Icon::Error, Tint::Error, sentence.what, sentence.advice);
    m_panel->setDetail(sentence.what.contains(m_error->detail) ? QString() : m_error->detail);
    m_panel->setAction(tr("Try again"), m_retry, false);
    offerProfile();
}

void StateView::showNoRight(const QString& right, const QString& whom)
{
    m_error.reset();
    setState(State::NoRight);
    m_panel->set(Icon::Lock, Tint::Muted, right, whom);
}

void StateView::showStale(EpochMs since, const Error& reason, std::function<void()> retry)
{
    m_error = reason;
    m_retry = std::move(retry);
    m_staleSince = since;
    setState(State::Content);
    m_staleBar->show();
    fillStale();
}

void StateView::fillStale()
{
    const Colors& c = colorsFor(palette());
    QPalette p = m_staleBar->palette();
    p.setColor(QPalette::Window, c.warningSoft);
    p.setColor(QPalette::WindowText, c.warning);
    m_staleBar->setPalette(p);
    m_staleText->setText(
        tr("As of %1. %2")
            .arg(relativeTime(m_staleSince, QDateTime::currentMSecsSinceEpoch()), sentenceFor(*m_error).what));
    m_staleText->setToolTip(exactTime(m_staleSince));
    auto* again = m_staleBar->findChild<QPushButton*>();
    again->setText(tr("Try again"));
    again->setVisible(m_retry != nullptr);
}

void StateView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::PaletteChange)
        return;
    if (m_error && m_state == State::Failed)
        fillFailed();
    else if (m_error && m_state == State::Content)
        fillStale();
    else if (m_state == State::Loading && m_told)
        fillLoading();
    else if (m_say)
        fillEmpty();
}

} // namespace nc
