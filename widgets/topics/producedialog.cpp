#include "widgets/topics/producedialog.h"

#include "kafka/records/headertext.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

ProduceDialog::ProduceDialog(const QString& topic, int partitions, QWidget* parent)
    : QDialog(parent)
    , m_topic(topic)
    , m_key(new QLineEdit)
    , m_headers(new QPlainTextEdit)
    , m_partition(new QComboBox)
    , m_value(new QPlainTextEdit)
    , m_problem(new QLabel)
    , m_send(new QPushButton(tr("Send to %1").arg(topic)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"produceDialog"_s);
    setWindowTitle(tr("Send a record to %1").arg(topic));
    m_key->setObjectName(u"produceKey"_s);
    m_headers->setObjectName(u"produceHeaders"_s);
    m_value->setObjectName(u"produceValue"_s);
    m_partition->setObjectName(u"producePartition"_s);
    m_send->setObjectName(u"produceSend"_s);
    m_key->setPlaceholderText(tr("no key"));
    m_headers->setPlaceholderText(tr("one a line: name=value"));
    m_headers->setMaximumHeight(metrics::rowHeight * 4);
    m_value->setFont(fixedFont());
    m_headers->setFont(fixedFont());
    m_partition->addItem(tr("As the key says, any without a key"), -1);
    for (int i = 0; i < partitions; ++i)
        m_partition->addItem(QString::number(i), i);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setButtonKind(m_send, ButtonKind::Primary);

    auto* form = new QFormLayout;
    form->addRow(tr("Key"), m_key);
    form->addRow(tr("Partition"), m_partition);
    form->addRow(tr("Headers"), m_headers);
    form->addRow(tr("Value"), m_value);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_send, QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::unit);
    column->addLayout(form, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(640, 520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ProduceDialog::submit);
    m_value->setFocus();
}

void ProduceDialog::setRecord(const Record& record)
{
    if (record.key)
        m_key->setText(QString::fromUtf8(*record.key));
    m_value->setPlainText(QString::fromUtf8(record.value.value_or(QByteArray())));
    QStringList lines;
    for (const Header& header : record.headers) {
        const bool isLine = header.value && isUtf8(*header.value) && !header.value->contains('\n')
            && !header.name.contains('=') && headerType(header.name, QByteArrayView(*header.value)) == HeaderType::Text;
        if (isLine)
            lines.append(QString::fromUtf8(header.name) + u'=' + QString::fromUtf8(*header.value));
        else
            m_binaryHeaders.append(header);
    }
    m_headers->setPlainText(lines.join(u'\n'));
}

bool ProduceDialog::take(Record& record)
{
    record.topic = m_topic;
    record.partition = m_partition->currentData().toInt();
    if (!m_key->text().isEmpty())
        record.key = m_key->text().toUtf8();
    record.value = m_value->toPlainText().toUtf8();
    int number = 0;
    for (const QString& line : m_headers->toPlainText().split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1) {
            m_problem->setText(tr("Line %1 of the headers is not name=value.").arg(number));
            m_problem->show();
            return false;
        }
        record.headers.append({line.first(equals).toUtf8(), line.mid(equals + 1).toUtf8()});
    }
    record.headers += m_binaryHeaders;
    return true;
}

void ProduceDialog::submit()
{
    Record record;
    if (!take(record))
        return;
    Q_EMIT produceRequested(record);
    accept();
}

} // namespace nc
