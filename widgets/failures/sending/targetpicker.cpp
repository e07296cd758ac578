#include "widgets/failures/sending/targetpicker.h"

#include "failures/facts/platformtopics.h"
#include "widgets/common/timewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace nc {

TargetPicker::TargetPicker(QString deadLetters, QWidget* parent)
    : QWidget(parent)
    , m_deadLetters(std::move(deadLetters))
    , m_box(new QComboBox(this))
    , m_hint(new QLabel(this))
{
    m_box->setObjectName(u"replayTo"_s);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setMaxVisibleItems(16);
    m_box->addItem(tr("where each came from"));
    QCompleter* completer = m_box->completer();
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    m_hint->setObjectName(u"replayToHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    setTextSize(m_hint, TextSize::Caption);
    m_hint->hide();
    setFocusProxy(m_box);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    column->addWidget(m_box);
    column->addWidget(m_hint);
    connect(m_box, &QComboBox::currentTextChanged, this, &TargetPicker::look);
    // An emptied line means what it meant at first.
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_box->currentText().trimmed().isEmpty())
            m_box->setCurrentIndex(0);
    });
}

TargetPicker::~TargetPicker()
{
    // A line that has the focus loses it while the base class goes, and tells that its editing is finished.
    m_box->lineEdit()->disconnect(this);
    m_box->disconnect(this);
}

void TargetPicker::setTopics(const QList<TopicInfo>& topics, const DeadLetterNaming& naming)
{
    QStringList names;
    for (const TopicInfo& topic : topics) {
        if (topic.isInternal || topic.topic == m_deadLetters || topic.topic == ledgerTopicName())
            continue;
        names.append(topic.topic);
        m_partitions.insert(topic.topic, topic.partitions.size());
    }
    // What stands there may have been typed already.
    const QString typed = m_box->currentText();
    const QSignalBlocker quiet(m_box);
    const QString own = naming.sourceOf(m_deadLetters);
    std::ranges::stable_partition(names, [&own](const QString& name) { return name == own; });
    m_box->addItems(names);
    m_box->setEditText(typed);
    m_known = true;
    look();
}

std::optional<QString> TargetPicker::target() const
{
    const QString text = m_box->currentText().trimmed();
    if (text.isEmpty() || text == m_box->itemText(0))
        return QString();
    return !m_known || m_partitions.contains(text) ? std::optional(text) : std::nullopt;
}

void TargetPicker::look()
{
    const auto chosen = target();
    const QString text = m_box->currentText().trimmed();
    if (!chosen) {
        tell(text == m_deadLetters          ? tr("That is where they lie now.")
                : text == ledgerTopicName() ? tr("The ledger takes no records of others.")
                                            : tr("There is no topic “%1”, and sending never makes one.").arg(text),
            true);
    } else if (chosen->isEmpty() || !m_known) {
        tell({}, false);
    } else {
        const auto partitions = static_cast<int>(m_partitions.value(*chosen));
        const QString type = QString::fromUtf8(expectedType(*chosen)).section(u'.', -1);
        tell(tr("%n partition(s)", nullptr, partitions) + u" · "_s
                + (type.isEmpty() ? tr("what its readers expect is not known") : tr("its reader expects %1").arg(type)),
            false);
    }
    if (chosen != m_last) {
        m_last = chosen;
        Q_EMIT changed();
    }
}

void TargetPicker::tell(const QString& words, bool isProblem)
{
    const Colors& colors = colorsFor(palette());
    QPalette p = m_hint->palette();
    p.setColor(QPalette::WindowText, isProblem ? colors.error : colors.muted);
    m_hint->setPalette(p);
    m_hint->setText(words);
    m_hint->setVisible(!words.isEmpty());
}

} // namespace nc
