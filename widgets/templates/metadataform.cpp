#include "widgets/templates/metadataform.h"

#include "widgets/common/timewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"
#include "yaml/yamldocument.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace nc {

MetadataForm::MetadataForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
    m_form->setSpacing(metrics::unit);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    // Limits of Diia (docs/contracts.md, "Template directories").
    addField(u"metadataTitle"_s, {u"title"_s}, 60, false);
    addField(u"metadataShortText"_s, {u"attributes"_s, u"shortText"_s}, 200, true);
    addField(u"metadataActionType"_s, {u"attributes"_s, u"actionType"_s}, 0, true);
    addField(u"metadataTemplateType"_s, {u"attributes"_s, u"templateType"_s}, 0, true);
    retranslate();
}

void MetadataForm::addField(const QString& name, QStringList path, int limit, bool diia)
{
    Field field{std::move(path), new QLabel(this), new QLineEdit(this), new QLabel(this), limit, diia};
    field.line->setObjectName(name);
    field.label->setBuddy(field.line);
    setTextSize(field.count, TextSize::Caption);
    auto* row = new QHBoxLayout;
    row->addWidget(field.line, 1);
    row->addWidget(field.count);
    m_form->addRow(field.label, row);
    const qsizetype index = m_fields.size();
    m_fields.append(field);
    connect(field.line, &QLineEdit::textEdited, this, [this, index] { write(m_fields[index]); });
}

void MetadataForm::retranslate()
{
    const QStringList words{tr("Title"), tr("Short text"), tr("Action type"), tr("Template type")};
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        m_fields[i].label->setText(words[i]);
        m_fields[i].line->setAccessibleName(words[i]);
        showCount(m_fields[i]);
    }
}

void MetadataForm::setTemplate(Channel channel, const QString& text)
{
    const bool diia = channel == Channel::Diia;
    for (int row = 0; row < m_fields.size(); ++row) {
        const Field& field = m_fields[row];
        const bool shown = diia || !field.diia;
        field.label->setVisible(shown);
        field.line->setVisible(shown);
        field.count->setVisible(shown);
    }
    m_fields[0].limit = diia ? 60 : 0;
    setText(text);
}

void MetadataForm::setText(const QString& text)
{
    if (m_filling)
        return;
    m_text = text;
    const auto document = YamlDocument::parse(text.toUtf8(), u"notification.yml"_s);
    for (const Field& field : std::as_const(m_fields)) {
        field.line->setEnabled(document.has_value());
        const YamlNode* node = document ? document->resolve(field.path) : nullptr;
        const QString value = node ? node->text : QString();
        if (field.line->text() != value)
            field.line->setText(value);
        showCount(field);
    }
}

void MetadataForm::write(const Field& field)
{
    showCount(field);
    auto document = YamlDocument::parse(m_text.toUtf8(), u"notification.yml"_s);
    if (!document || !document->set(field.path, YamlValue::string(field.line->text())))
        return;
    m_text = QString::fromUtf8(document->bytes());
    m_filling = true;
    Q_EMIT edited(m_text);
    m_filling = false;
}

void MetadataForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Field& field : std::as_const(m_fields))
            showCount(field);
    }
}

void MetadataForm::showCount(const Field& field)
{
    const qsizetype length = field.line->text().size();
    const bool tooLong = field.limit > 0 && length > field.limit;
    field.count->setText(field.limit > 0 ? tr("%1 of %2").arg(groupedNumber(length), groupedNumber(field.limit))
                                         : groupedNumber(length));
    QPalette colours = palette();
    const Colors& c = colorsFor(palette());
    colours.setColor(QPalette::WindowText, tooLong ? c.warning : c.muted);
    field.count->setPalette(colours);
}

} // namespace nc
