#include "widgets/shell/serverstatus.h"

#include "core/deliver.h"
#include "core/taskrunner.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

ServerStatus::ServerStatus(ServerProbe probe, Workspace& workspace, QWidget* parent)
    : QAbstractButton(parent)
    , m_probe(std::move(probe))
    , m_workspace(workspace)
{
    setObjectName(QLatin1StringView(m_probe.objectName));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServerStatus::ask);
    connect(&workspace, &Workspace::profileChanged, this, [this] {
        m_error.reset();
        setState(State::None);
        ask();
    });
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_error)
            Q_EMIT tell(*m_error);
        ask();
    });
    describe();
}

void ServerStatus::ask()
{
    m_timer.stop();
    const Profile profile = m_workspace.profile();
    if (!m_workspace.hasProfile() || !m_probe.configured(profile)) {
        setState(State::None);
        return;
    }
    if (m_busy)
        return;
    m_busy = true;
    if (m_state == State::None)
        setState(State::Asking);
    auto started = m_workspace.tasks().start<QString>(
        u"probe"_s, QLatin1StringView(m_probe.objectName), m_probe.question(), false);
    deliver(started.future, this, [this, generation = m_workspace.generation()](const Result<QString>& result) {
        m_busy = false;
        if (generation != m_workspace.generation())
            return ask();
        m_error.reset();
        m_description = result.value_or(QString());
        if (!result)
            m_error = result.error();
        setState(result ? State::Answers : State::Fails);
        m_timer.start(result ? std::chrono::seconds(30) : std::chrono::seconds(5));
    });
}

void ServerStatus::setState(State state)
{
    const bool other = state != m_state;
    m_state = state;
    describe();
    if (other)
        Q_EMIT stateChanged();
}

Tone ServerStatus::tone() const
{
    return m_state == State::Answers ? Tone::Ok : m_state == State::Fails ? Tone::Error : Tone::Neutral;
}

QString ServerStatus::descriptionWords() const
{
    return *m_probe.words ? QCoreApplication::translate("servers", m_probe.words).arg(m_description) : m_description;
}

void ServerStatus::describe()
{
    const QString name = QCoreApplication::translate("servers", m_probe.name);
    setText(name);
    QString words;
    switch (m_state) {
    case State::None:
        words = tr("%1: not in this profile").arg(name);
        break;
    case State::Asking:
        words = tr("%1: connecting").arg(name);
        break;
    case State::Answers:
        words = m_description.isEmpty() ? tr("%1: connected").arg(name)
                                        : tr("%1: connected, %2").arg(name, descriptionWords());
        break;
    case State::Fails:
        words = m_error ? sentenceFor(*m_error).what : QString();
        break;
    }
    setAccessibleName(name);
    setAccessibleDescription(words);
    setToolTip(m_state == State::Fails ? words + u'\n' + tr("Click to try again.") : words);
    updateGeometry();
    update();
}

QSize ServerStatus::sizeHint() const
{
    return {metrics::unit + 14 + 6 + fontMetrics().horizontalAdvance(text()) + metrics::unit, metrics::controlHeight};
}

void ServerStatus::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || m_state == State::Fails) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_state == State::Fails ? c.errorSoft : c.hover);
        painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    }
    const QRect drawing(metrics::unit, (height() - 14) / 2, 14, 14);
    nc::icon(m_state == State::Asking ? Icon::Hourglass : toneIcon(tone()), toneTint(tone())).paint(&painter, drawing);
    painter.setPen(m_state == State::Fails ? c.error : m_state == State::None ? c.muted : c.text);
    painter.drawText(rect().adjusted(drawing.right() + 1 + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
}

void ServerStatus::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        describe();
}

} // namespace nc
