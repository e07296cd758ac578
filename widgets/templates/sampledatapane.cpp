#include "widgets/templates/sampledatapane.h"

#include "widgets/common/buttons.h"
#include "widgets/common/colors.h"
#include "widgets/common/fonts.h"
#include "widgets/common/jsoneditor.h"
#include "widgets/common/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

SampleDataPane::SampleDataPane(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_generate(new QPushButton(this))
    , m_editor(new JsonEditor(this))
    , m_status(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    auto* row = new QHBoxLayout;
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(m_generate);
    column->addLayout(row);
    column->addWidget(m_editor, 1);
    column->addWidget(m_status);
    setTextSize(m_status, TextSize::Caption);
    setButtonKind(m_generate, ButtonKind::Plain);
    m_generate->setObjectName(u"generateSampleButton"_s);
    m_editor->setObjectName(u"sampleEditor"_s);
    m_status->setObjectName(u"sampleStatus"_s);
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::RichText);
    connect(m_generate, &QPushButton::clicked, this, &SampleDataPane::generateAsked);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited(json());
    });
    retranslate();
}

void SampleDataPane::retranslate()
{
    m_heading->setText(tr("Sample data"));
    m_generate->setText(tr("Make anew"));
    m_generate->setToolTip(tr("A set that has a value for everything the template reads"));
    m_editor->setAccessibleName(tr("Sample data"));
    showFindings();
}

void SampleDataPane::setJson(const QByteArray& json)
{
    m_loading = true;
    m_editor->setText(QString::fromUtf8(json));
    m_loading = false;
}

QByteArray SampleDataPane::json() const
{
    return m_editor->text().toUtf8();
}

void SampleDataPane::setFindings(const SampleFindings& findings)
{
    m_findings = findings;
    showFindings();
}

void SampleDataPane::showFindings()
{
    const Colors& c = colorsFor(palette());
    const auto coloured = [](const QColor& colour, const QString& text) {
        return u"<span style=\"color:%1\">%2</span>"_s.arg(colour.name(), text.toHtmlEscaped());
    };
    if (m_findings.badAt >= 0) {
        const qsizetype line = json().first(qMin<qsizetype>(m_findings.badAt, json().size())).count('\n') + 1;
        m_status->setText(coloured(c.error, tr("Line %1: this is not a JSON object.").arg(line)));
        m_editor->setProblems({{int(line), 0, 0, Tone::Error, tr("This is not a JSON object.")}});
        return;
    }
    m_editor->setProblems({});
    QStringList parts;
    if (!m_findings.missing.isEmpty())
        parts += coloured(c.error, tr("Missing: %1").arg(m_findings.missing.join(u", "_s)));
    if (!m_findings.unused.isEmpty())
        parts += coloured(c.muted, tr("Never read: %1").arg(m_findings.unused.join(u", "_s)));
    m_status->setText(
        parts.isEmpty() ? coloured(c.muted, tr("The data have all that the template reads.")) : parts.join(u"<br>"_s));
}

} // namespace nc
