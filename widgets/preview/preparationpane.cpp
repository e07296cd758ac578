#include "widgets/preview/preparationpane.h"

#include "widgets/editor/templateeditor.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QList<CodeProblem> marks(const QString& text, const QList<HtmlAlterations::Range>& ranges, const QString& words)
{
    const TextPlaces places(text);
    QList<CodeProblem> problems;
    for (const HtmlAlterations::Range& range : ranges) {
        const auto place = places.placeOf(range.begin);
        problems.append({place.line, place.column, int(range.end - range.begin), Tone::Warning, words});
    }
    return problems;
}

} // namespace

PreparationPane::PreparationPane(QWidget* parent)
    : QWidget(parent)
    , m_status(new QLabel(this))
    , m_sourceTitle(new QLabel(this))
    , m_preparedTitle(new QLabel(this))
    , m_source(new TemplateEditor(TemplateSyntax::Letter, this))
    , m_prepared(new TemplateEditor(TemplateSyntax::Letter, this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::half);
    grid->addWidget(m_status, 0, 0, 1, 2);
    grid->addWidget(m_sourceTitle, 1, 0);
    grid->addWidget(m_preparedTitle, 1, 1);
    grid->addWidget(m_source, 2, 0);
    grid->addWidget(m_prepared, 2, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_status->setObjectName(u"preparationStatus"_s);
    m_status->setWordWrap(true);
    m_status->setContentsMargins(metrics::half, 0, metrics::half, 0);
    m_source->setObjectName(u"preparationSource"_s);
    m_prepared->setObjectName(u"preparationResult"_s);
    for (QLabel* title : {m_sourceTitle, m_preparedTitle})
        setTextSize(title, TextSize::Caption);
    for (TemplateEditor* view : {m_source, m_prepared}) {
        view->setReadOnly(true);
        view->viewport()->installEventFilter(this);
    }
    retranslate();
}

void PreparationPane::retranslate()
{
    m_sourceTitle->setText(tr("As you wrote it"));
    m_preparedTitle->setText(tr("As it is published and rendered"));
    m_source->setAccessibleName(m_sourceTitle->text());
    m_prepared->setAccessibleName(m_preparedTitle->text());
    m_stale = true;
    if (isVisible())
        fill();
}

void PreparationPane::setPreparation(const std::shared_ptr<const HtmlAlterations>& preparation)
{
    m_preparation = preparation;
    m_stale = true;
    if (isVisible())
        fill();
}

void PreparationPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void PreparationPane::fill()
{
    m_stale = false;
    if (!m_preparation) {
        m_status->setText(tr("The letter has not been prepared yet."));
        m_source->load({});
        m_prepared->load({});
        return;
    }
    const auto load = [](TemplateEditor* view, const QString& text) {
        if (view->text() == text)
            return;
        const int line = view->firstVisibleLine();
        view->load(text);
        view->setFirstVisibleLine(line);
    };
    load(m_source, m_preparation->source());
    load(m_prepared, m_preparation->prepared());
    const auto altered = m_preparation->alteredInSource();
    m_source->setProblems(
        marks(m_preparation->source(), altered, tr("HTML parsing makes something else of this code.")));
    m_prepared->setProblems(marks(
        m_preparation->prepared(), m_preparation->alteredInPrepared(), tr("You did not write this code like that.")));
    m_status->setText(altered.isEmpty()
            ? tr("HTML parsing left all template code as you wrote it.")
            : tr("HTML parsing changed %n pieces of template code. Click to go to your line.", nullptr,
                int(altered.size())));
}

bool PreparationPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        for (TemplateEditor* view : {m_source, m_prepared}) {
            // After Scintilla has moved its caret.
            if (watched == view->viewport())
                QMetaObject::invokeMethod(
                    this, [this, view] { follow(view); }, Qt::QueuedConnection);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PreparationPane::follow(TemplateEditor* clicked)
{
    if (!m_preparation || clicked->hasSelectedText())
        return;
    int line = 0;
    int column = 0;
    clicked->getCursorPosition(&line, &column);
    TextPlaces::Place place{line + 1, column + 1};
    if (clicked == m_prepared) {
        place = m_preparation->sourcePlace(place.line, place.column);
        m_source->goTo(place.line, place.column);
    }
    Q_EMIT placeChosen(place.line, place.column);
}

} // namespace nc
