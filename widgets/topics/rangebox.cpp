#include "widgets/topics/rangebox.h"

#include "core/timetext.h"
#include "kafka/client/errors.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace nc {

RangeBox::RangeBox(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_partition(new QComboBox(this))
{
    m_choice->setObjectName(u"rangeChoice"_s);
    m_value->setObjectName(u"rangeValue"_s);
    m_partition->setObjectName(u"rangePartition"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::unit);
    row->addWidget(m_choice);
    row->addWidget(m_value);
    row->addWidget(m_partition);
    m_choice->addItems(QStringList(5));
    m_value->setText(u"100"_s);
    setPartitions(0);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RangeBox::choiceChanged);
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        if (choice == Beginning || choice == Live || choice == Newest)
            Q_EMIT applied();
    });
    connect(m_value, &QLineEdit::returnPressed, this, &RangeBox::applied);
    connect(m_partition, &QComboBox::activated, this, &RangeBox::applied);
    retranslate();
    choiceChanged();
}

void RangeBox::retranslate()
{
    m_choice->setItemText(Newest, tr("Newest"));
    m_choice->setItemText(Beginning, tr("From the beginning"));
    m_choice->setItemText(Offset, tr("From offset"));
    m_choice->setItemText(Time, tr("Since"));
    m_choice->setItemText(Live, tr("Live"));
    m_choice->setAccessibleName(tr("Range"));
    m_value->setAccessibleName(tr("Beginning of the range"));
    m_partition->setAccessibleName(tr("Partition"));
    m_partition->setItemText(0, tr("All partitions"));
    for (int i = 1; i < m_partition->count(); ++i)
        m_partition->setItemText(i, tr("Partition %1").arg(i - 1));
    choiceChanged();
}

void RangeBox::setPartitions(int count)
{
    const QSignalBlocker blocker(m_partition);
    const int current = m_partition->currentIndex();
    m_partition->clear();
    m_partition->addItems(QStringList(count + 1));
    m_partition->setCurrentIndex(current > 0 && current <= count ? current : 0);
    m_partition->setVisible(count != 1);
    retranslate();
}

void RangeBox::choiceChanged()
{
    const int choice = m_choice->currentIndex();
    m_value->setFixedWidth(choice == Time ? 180 : 96);
    m_value->setVisible(choice == Newest || choice == Offset || choice == Time);
    if (choice == Newest) {
        m_value->setPlaceholderText(u"100"_s);
        m_value->setToolTip(tr("How many, over all partitions together"));
        if (m_value->text().toInt() <= 0)
            m_value->setText(u"100"_s);
    } else if (choice == Offset) {
        m_value->setPlaceholderText(u"0"_s);
        m_value->setToolTip(tr("The same offset in each partition"));
    } else if (choice == Time) {
        m_value->setPlaceholderText(tr("-15m or 2026-11-22T10:00"));
        m_value->setToolTip(tr("A time, or how long ago, like -15m, -2h, -1d"));
        if (m_value->text() == u"100")
            m_value->setText(u"-1h"_s);
    }
}

bool RangeBox::isLive() const
{
    return m_choice->currentIndex() == Live;
}

Result<ReadRequest> RangeBox::request() const
{
    ReadRequest request;
    if (m_partition->currentIndex() > 0)
        request.partition = m_partition->currentIndex() - 1;
    const QString value = m_value->text().trimmed();
    QString range = u"beginning"_s;
    switch (m_choice->currentIndex()) {
    case Newest:
        range = u'-' + value;
        break;
    case Offset:
        range = value.isEmpty() ? u"0"_s : value;
        break;
    case Time:
        range = u'@' + value;
        break;
    case Live:
        range = u"end"_s;
        request.follow = true;
        break;
    default:
        break;
    }
    const auto from = ReadFrom::parse(range, QDateTime::currentMSecsSinceEpoch());
    if (!from)
        return fail(from.error().code, value, from.error().detail);
    request.from = *from;
    return request;
}

void RangeBox::choose(const ReadRequest& request)
{
    const QSignalBlocker choice(m_choice);
    const QSignalBlocker partition(m_partition);
    switch (request.from.kind) {
    case ReadFrom::Kind::Newest:
        m_choice->setCurrentIndex(Newest);
        m_value->setText(QString::number(request.from.value));
        break;
    case ReadFrom::Kind::Beginning:
        m_choice->setCurrentIndex(Beginning);
        break;
    case ReadFrom::Kind::Offset:
        m_choice->setCurrentIndex(Offset);
        m_value->setText(QString::number(request.from.value));
        break;
    case ReadFrom::Kind::Time:
        m_choice->setCurrentIndex(Time);
        m_value->setText(isoTime(request.from.value));
        break;
    case ReadFrom::Kind::End:
        m_choice->setCurrentIndex(Live);
        break;
    }
    m_partition->setCurrentIndex(request.partition ? *request.partition + 1 : 0);
    choiceChanged();
}

} // namespace nc
