#include "widgets/failures/sending/sendform.h"

#include "widgets/common/timewords.h"
#include "widgets/failures/sending/replaywords.h"
#include "widgets/failures/sending/sendjob.h"
#include "widgets/failures/sending/targetpicker.h"
#include "widgets/style/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

enum What { Selected, Groups, Shown, AllOpen };

} // namespace

SendForm::SendForm(const QString& topic, bool isReplay, const FailureScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_isReplay(isReplay)
    , m_scope(scope)
    , m_form(new QFormLayout(this))
    , m_what(new QComboBox(this))
    , m_to(new TargetPicker(topic, this))
    , m_rate(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_narrow(new QCheckBox(tr("Leave out recipients and channels that already got theirs"), this))
    , m_samePartition(new QCheckBox(tr("Keep the original partition where a key is set"), this))
    , m_canary(new QCheckBox(tr("Send one first and watch what becomes of it; stop when failures come back"), this))
{
    m_what->setObjectName(u"replayWhat"_s);
    fillChoices(scope);
    m_rate->setObjectName(u"replayRate"_s);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("as fast as it goes"));
    m_rate->setSuffix(tr(" a second"));
    m_reason->setObjectName(u"replayReason"_s);
    m_reason->setPlaceholderText(tr("stands in the ledger"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::gap);
    m_form->setVerticalSpacing(metrics::unit);
    addRow(tr("What"), m_what);
    m_to->setVisible(isReplay);
    if (isReplay)
        addRow(tr("To"), m_to);
    addRow(tr("Rate"), m_rate);
    addRow(tr("Reason"), m_reason);
    // What is held, and what is only sometimes a question, shows up when the trial has found some of it.
    addBox(m_narrow, u"replayNarrow"_s, false);
    addHold(SkipReason::WouldFail, u"replayWouldFail"_s);
    addHold(SkipReason::TooLate, u"replayTooLate"_s);
    addHold(SkipReason::AlreadyGot, u"replayAlreadyGot"_s);
    addHold(SkipReason::ExpectsReply, u"replayWithReplies"_s);
    addHold(SkipReason::CameBackTooOften, u"replayForce"_s);
    addHold(SkipReason::EventIsDead, u"replayEventIsDead"_s);
    addHold(SkipReason::EventReplayed, u"replayEventReplayed"_s);
    addHold(SkipReason::AlreadyReplayed, u"replayAgain"_s);
    addBox(m_canary, u"replayCanary"_s, true);
    addBox(m_samePartition, u"replaySamePartition"_s, isReplay);
    connectParts();
}

void SendForm::fillChoices(const FailureScope& scope)
{
    const auto choice = [this](const QString& text, qint64 count, What what) {
        m_what->addItem(tr("%1 (%2)").arg(text, groupedNumber(count)), what);
    };
    if (scope.selectedCount > 0)
        choice(tr("The selected ones"), scope.selectedCount, Selected);
    if (scope.groupsCount > 0)
        choice(tr("All of the group: %1").arg(scope.groupName.left(60)), scope.groupsCount, Groups);
    if (scope.shownCount > 0)
        choice(tr("All that pass the filter"), scope.shownCount, Shown);
    m_what->addItem(m_isReplay ? tr("All open records of the topic") : tr("All open failed deliveries"), AllOpen);
}

void SendForm::addRow(const QString& label, QWidget* widget)
{
    widget->setAccessibleName(label);
    if (QWidget* proxy = widget->focusProxy())
        proxy->setAccessibleName(label);
    m_form->addRow(label, widget);
}

void SendForm::addBox(QCheckBox* box, const QString& name, bool shown)
{
    box->setObjectName(name);
    m_form->addRow({}, box);
    m_form->setRowVisible(box, shown);
}

void SendForm::addHold(SkipReason reason, const QString& name)
{
    m_holds.append({reason, new QCheckBox(this)});
    addBox(m_holds.last().box, name, false);
}

void SendForm::connectParts()
{
    connect(m_what, &QComboBox::currentIndexChanged, this, &SendForm::scopeChanged);
    connect(m_to, &TargetPicker::changed, this, &SendForm::scopeChanged);
    for (QCheckBox* box : {m_samePartition, m_narrow})
        connect(box, &QCheckBox::toggled, this, &SendForm::scopeChanged);
    for (const Hold& hold : std::as_const(m_holds))
        connect(hold.box, &QCheckBox::toggled, this, &SendForm::holdsChanged);
    connect(m_rate, &QSpinBox::valueChanged, this, &SendForm::rateChanged);
}

void SendForm::setTopics(const QList<TopicInfo>& topics)
{
    m_to->setTopics(topics);
}

void SendForm::showHeld(const Held& held)
{
    for (const Hold& hold : std::as_const(m_holds)) {
        const QSignalBlocker quiet(hold.box);
        const qint64 count = held.value(hold.reason).size();
        // What was sent before is offered only where somebody pointed at it.
        const bool offered = hold.reason != SkipReason::AlreadyReplayed || !offsets().isEmpty();
        m_form->setRowVisible(hold.box, count > 0 && offered);
        if (count > 0)
            hold.box->setText(holdWords(hold.reason, count));
        else
            hold.box->setChecked(false);
    }
    const bool narrows = !held.value(SkipReason::AlreadyGot).isEmpty()
        || !held.value(SkipReason::EverybodyGot).isEmpty() || m_narrow->isChecked();
    m_form->setRowVisible(m_narrow, m_isReplay && narrows);
}

void SendForm::setOpen(bool open, bool rateToo)
{
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_what, m_to, m_reason, m_samePartition, m_narrow, m_canary})
        widget->setEnabled(open);
    for (const Hold& hold : std::as_const(m_holds))
        hold.box->setEnabled(open);
    m_rate->setEnabled(rateToo);
}

OffsetSelection SendForm::offsets() const
{
    switch (m_what->currentData().toInt()) {
    case Selected:
        return m_scope.selected;
    case Groups:
        return m_scope.groups;
    case Shown:
        return m_scope.shown;
    default:
        return {};
    }
}

std::optional<QString> SendForm::target() const
{
    return m_isReplay ? m_to->target() : QString();
}

QSet<SkipReason> SendForm::chosen() const
{
    QSet<SkipReason> chosen;
    for (const Hold& hold : m_holds) {
        if (hold.box->isChecked())
            chosen.insert(hold.reason);
    }
    return chosen;
}

bool SendForm::isCanary() const
{
    return m_canary->isChecked();
}

int SendForm::rate() const
{
    return m_rate->value();
}

void SendForm::fill(SendOptions& options) const
{
    options.offsets = offsets();
    options.target = target().value_or(QString());
    options.samePartition = m_samePartition->isChecked();
    options.narrow = m_narrow->isChecked();
    options.rate = m_rate->value();
    options.reason = m_reason->text().trimmed();
}

void SendForm::permit(SendOptions& options) const
{
    options.allowed = chosen();
    options.withReplies = options.allowed.contains(SkipReason::ExpectsReply);
    options.again = options.allowed.contains(SkipReason::AlreadyReplayed);
}

} // namespace nc
