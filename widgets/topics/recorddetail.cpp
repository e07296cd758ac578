#include "widgets/topics/recorddetail.h"

#include "kafka/records/headertext.h"
#include "kafka/records/masking.h"
#include "kafka/records/recordjson.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/hexview.h"
#include "widgets/text/jsonpretty.h"
#include "widgets/text/textview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

RecordDetail::RecordDetail(QWidget* parent)
    : QWidget(parent)
    , m_place(new QLabel)
    , m_facts(new QLabel)
    , m_key(new QLabel)
    , m_tabs(new QTabWidget)
    , m_value(new TextView)
    , m_hex(new HexView)
    , m_headers(new DataTable(u"recordHeaders"_s))
    , m_copyValue(new QPushButton)
    , m_copyJson(new QPushButton)
{
    setObjectName(u"recordDetail"_s);
    m_place->setObjectName(u"recordPlace"_s);
    m_key->setObjectName(u"recordKey"_s);
    m_value->setObjectName(u"recordValue"_s);
    m_hex->setObjectName(u"recordHex"_s);
    m_tabs->setObjectName(u"recordTabs"_s);
    m_copyValue->setObjectName(u"copyValue"_s);
    m_copyJson->setObjectName(u"copyJson"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setObjectName(u"recordFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    for (QLabel* label : {m_place, m_facts, m_key})
        label->setTextFormat(Qt::PlainText);
    m_key->setWordWrap(true);
    setTextSize(m_place, TextSize::Heading);
    m_headers->setSource(&m_headersModel);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_value, {});
    m_tabs->addTab(m_headers, {});
    m_tabs->addTab(m_hex, {});
    setButtonKind(m_copyValue, ButtonKind::Plain);
    setButtonKind(m_copyJson, ButtonKind::Plain);
    m_copyValue->setIcon(icon(Icon::Copy));
    m_copyJson->setIcon(icon(Icon::Copy));
    m_copyJson->setText(u"JSON"_s);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::gap, metrics::unit, metrics::gap, metrics::unit);
    column->setSpacing(metrics::half);
    auto* row = new QHBoxLayout;
    row->addWidget(m_place, 1);
    row->addWidget(m_copyValue);
    row->addWidget(m_copyJson);
    column->addLayout(row);
    column->addWidget(m_facts);
    column->addWidget(m_key);
    column->addWidget(m_tabs, 1);
    m_state = new StateView(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_state);
    connect(m_copyValue, &QPushButton::clicked, this, &RecordDetail::copyValue);
    connect(m_copyJson, &QPushButton::clicked, this, &RecordDetail::copyJson);
    retranslate();
    showNothing();
}

void RecordDetail::retranslate()
{
    m_tabs->setTabText(0, tr("Value"));
    m_tabs->setTabText(2, tr("Bytes"));
    for (auto [button, words] : {std::pair{m_copyValue, tr("Copy value")}, std::pair{m_copyJson, tr("Copy as JSON")}}) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    }
    m_value->setAccessibleName(tr("Value of the record"));
    m_hex->setAccessibleName(tr("Bytes of the value"));
    m_headers->setAccessibleName(tr("Headers of the record"));
    m_headers->setColumns({{tr("Name"), ColumnKind::Code, 150}, {tr("Value"), ColumnKind::Code, 140, true},
        {tr("Type"), ColumnKind::Text, 60}});
    if (m_record)
        fill();
    if (m_state->state() == StateView::State::Empty)
        m_state->showEmpty(Icon::Table, tr("Choose a record to see all of it."));
}

void RecordDetail::showNothing()
{
    m_record.reset();
    m_state->showEmpty(Icon::Table, tr("Choose a record to see all of it."));
}

void RecordDetail::showLoading()
{
    m_state->showLoading(tr("Reading the record"));
}

void RecordDetail::showFailed(const Error& error)
{
    m_record.reset();
    m_state->showFailed(error);
}

void RecordDetail::showRecord(const Record& record, const std::optional<QByteArray>& decoded)
{
    m_record = record;
    m_decoded = decoded;
    fill();
    m_state->showContent();
}

void RecordDetail::setMasked(bool masked)
{
    m_masked = masked;
    if (m_record)
        fill();
}

void RecordDetail::fill()
{
    const Record shown = m_masked ? masked(*m_record) : *m_record;
    m_place->setText(tr("Partition %1, offset %2").arg(shown.partition).arg(QLocale().toString(shown.offset)));
    QStringList facts;
    if (shown.timestamp >= 0)
        facts.append(exactTime(shown.timestamp));
    if (shown.value)
        facts.append(byteSize(shown.value->size()));
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setVisible(!facts.isEmpty());
    m_key->setText(
        shown.key ? tr("Key: %1").arg(QString::fromUtf8(headerText("key", *shown.key).left(500))) : tr("No key"));
    const QByteArray value = shown.value.value_or(QByteArray());
    if (!shown.value)
        m_value->setText(tr("No value (a tombstone)").toUtf8());
    else if (m_decoded)
        m_value->setText(m_masked ? masked(*m_decoded) : *m_decoded, TextView::Format::Json);
    else
        m_value->setText(value, looksLikeJson(value) ? TextView::Format::Json : TextView::Format::Plain);
    m_hex->setBytes(value);
    m_headersModel.setHeaders(shown.headers);
    m_tabs->setTabText(1, tr("Headers (%1)").arg(shown.headers.size()));
}

void RecordDetail::copyValue() const
{
    if (m_record && m_decoded)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_masked ? masked(*m_decoded) : *m_decoded));
    else if (m_record)
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8((m_masked ? masked(*m_record) : *m_record).value.value_or(QByteArray())));
}

void RecordDetail::copyJson() const
{
    if (m_record)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(recordToJson(m_masked ? masked(*m_record) : *m_record,
            {false, m_decoded && m_masked ? masked(*m_decoded) : m_decoded})));
}

} // namespace nc
