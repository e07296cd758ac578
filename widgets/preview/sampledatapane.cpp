#include "widgets/preview/sampledatapane.h"

#include "widgets/common/confirmdialog.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/text/jsoneditor.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace nc {

SampleDataPane::SampleDataPane(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_sets(new QComboBox(this))
    , m_more(new QToolButton(this))
    , m_takeEvent(new QPushButton(this))
    , m_editor(new JsonEditor(this))
    , m_status(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::half, 0, metrics::half, 0);
    row->setSpacing(metrics::half);
    row->addWidget(m_heading);
    row->addWidget(m_sets, 1);
    row->addWidget(m_more);
    row->addWidget(m_takeEvent);
    column->addLayout(row);
    column->addWidget(m_editor, 1);
    column->addWidget(m_status);
    m_sets->setObjectName(u"sampleSets"_s);
    m_sets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sets->setMinimumContentsLength(8);
    setTextSize(m_status, TextSize::Caption);
    setButtonKind(m_takeEvent, ButtonKind::Plain);
    m_takeEvent->setObjectName(u"takeEventButton"_s);
    m_editor->setObjectName(u"sampleEditor"_s);
    m_status->setObjectName(u"sampleStatus"_s);
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::RichText);
    m_status->setContentsMargins(metrics::half, 0, metrics::half, 0);
    makeMenu();
    connect(m_sets, &QComboBox::textActivated, this, &SampleDataPane::chosen);
    connect(m_takeEvent, &QPushButton::clicked, this, &SampleDataPane::eventAsked);
    connect(m_status, &QLabel::linkActivated, this, &SampleDataPane::completeAsked);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited(json());
    });
    retranslate();
}

void SampleDataPane::makeMenu()
{
    auto* menu = new QMenu(this);
    m_new = menu->addAction(icon(Icon::Add), {});
    m_duplicate = menu->addAction(icon(Icon::Copy), {});
    m_rename = menu->addAction(icon(Icon::Edit), {});
    m_generate = menu->addAction(icon(Icon::Refresh), {});
    menu->addSeparator();
    m_share = menu->addAction(icon(Icon::Branch), {});
    m_share->setCheckable(true);
    menu->addSeparator();
    m_remove = menu->addAction(icon(Icon::Trash), {});
    m_generate->setObjectName(u"generateSample"_s);
    m_new->setObjectName(u"newSample"_s);
    m_duplicate->setObjectName(u"duplicateSample"_s);
    m_rename->setObjectName(u"renameSample"_s);
    m_share->setObjectName(u"shareSample"_s);
    m_remove->setObjectName(u"removeSample"_s);
    m_more->setObjectName(u"sampleMenu"_s);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setIcon(icon(Icon::More));
    m_more->setAutoRaise(true);
    connect(m_new, &QAction::triggered, this,
        [this] { askName(tr("New set of sample data"), tr("New set"), &SampleDataPane::addAsked); });
    connect(m_duplicate, &QAction::triggered, this, [this] {
        askName(
            tr("Duplicate “%1”").arg(m_sets->currentText()), m_sets->currentText(), &SampleDataPane::duplicateAsked);
    });
    connect(m_rename, &QAction::triggered, this, [this] {
        askName(tr("Rename “%1”").arg(m_sets->currentText()), m_sets->currentText(), &SampleDataPane::renameAsked);
    });
    connect(m_generate, &QAction::triggered, this, &SampleDataPane::generateAsked);
    connect(m_share, &QAction::triggered, this, &SampleDataPane::shareAsked);
    connect(m_remove, &QAction::triggered, this, &SampleDataPane::askRemove);
}

void SampleDataPane::askName(
    const QString& title, const QString& proposal, void (SampleDataPane::*then)(const QString&))
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the set:"));
    dialog->setTextValue(proposal);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, then](const QString& name) {
        if (!name.trimmed().isEmpty())
            Q_EMIT(this->*then)(name.trimmed());
    });
    dialog->open();
}

void SampleDataPane::askRemove()
{
    Confirmation question;
    question.title = tr("Delete the set “%1”").arg(m_sets->currentText());
    question.text = m_share->isChecked()
        ? tr("It lies in the regulation; there git still has it when it was committed.")
        : tr("This cannot be undone.");
    question.actionText = question.title;
    question.destroys = true;
    ConfirmDialog::ask(this, question, [this](const QString&) { Q_EMIT removeAsked(); });
}

void SampleDataPane::retranslate()
{
    m_heading->setText(tr("Sample data"));
    m_sets->setAccessibleName(tr("Set of sample data"));
    m_more->setToolTip(tr("New, duplicate, rename, delete"));
    m_more->setAccessibleName(m_more->toolTip());
    fitButtons();
    m_new->setText(tr("New set…"));
    m_duplicate->setText(tr("Duplicate…"));
    m_rename->setText(tr("Rename…"));
    m_generate->setText(tr("Make anew from what the template reads"));
    m_share->setText(tr("Keep in the regulation"));
    m_share->setToolTip(tr("For everybody who clones it; else it stays with you"));
    m_remove->setText(tr("Delete…"));
    m_editor->setAccessibleName(tr("Sample data"));
    showFindings();
}

/// In a narrow pane the button keeps its picture, and its words go into the tooltip.
void SampleDataPane::fitButtons()
{
    const QString words = tr("Take from topic…");
    const QString about = tr("Preview with what a real event brought");
    m_takeEvent->setAccessibleName(words);
    m_takeEvent->setText(words);
    m_takeEvent->setIcon({});
    // First the heading goes, which says the least, then the button's words.
    const int controls = m_sets->minimumSizeHint().width() + m_more->sizeHint().width()
        + m_takeEvent->sizeHint().width() + 4 * metrics::half;
    m_heading->setVisible(width() >= controls + m_heading->sizeHint().width() + metrics::half);
    const bool narrow = width() < controls;
    if (narrow) {
        m_takeEvent->setText({});
        m_takeEvent->setIcon(icon(Icon::Topics));
    }
    m_takeEvent->setToolTip(narrow ? words + u'\n' + about : about);
}

void SampleDataPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitButtons();
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

void SampleDataPane::setSets(const QList<SampleSet>& sets, const QString& current)
{
    m_sets->clear();
    bool shared = false;
    for (const SampleSet& set : sets) {
        m_sets->addItem(set.shared ? icon(Icon::Branch) : QIcon(), set.name);
        shared = shared || (set.shared && set.name == current);
    }
    if (m_sets->findText(current) < 0)
        m_sets->insertItem(0, current);
    m_sets->setCurrentText(current);
    m_sets->setCurrentIndex(m_sets->findText(current));
    m_share->setChecked(shared);
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
        m_editor->setUnused({});
        return;
    }
    m_editor->setProblems({});
    m_editor->setUnused(m_findings.unused);
    QStringList parts;
    if (!m_findings.missing.isEmpty()) {
        parts += coloured(c.error, tr("Missing: %1").arg(m_findings.missing.join(u", "_s)))
            + u" <a href=\"add\" style=\"color:%1\">%2</a>"_s.arg(c.accent.name(), tr("Add").toHtmlEscaped());
    }
    if (!m_findings.unused.isEmpty())
        parts += coloured(c.muted, tr("Never read: %1").arg(m_findings.unused.join(u", "_s)));
    m_status->setText(
        parts.isEmpty() ? coloured(c.muted, tr("The data have all that the template reads.")) : parts.join(u"<br>"_s));
}

void SampleDataPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFindings();
}

} // namespace nc
