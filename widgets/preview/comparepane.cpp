#include "widgets/preview/comparepane.h"

#include "widgets/common/noticebar.h"
#include "widgets/preview/lettercanvas.h"
#include "widgets/style/fonts.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

ComparePane::ComparePane(QWidget* parent)
    : QWidget(parent)
    , m_status(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_tabs(new QTabWidget(this))
    , m_letters(new QWidget)
    , m_leftTitle(new QLabel)
    , m_rightTitle(new QLabel)
    , m_left(new LetterCanvas)
    , m_right(new LetterCanvas)
    , m_texts(new DiffView)
    , m_sources(new DiffView)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    column->addWidget(m_notice);
    column->addWidget(m_status);
    column->addWidget(m_tabs, 1);
    m_status->setObjectName(u"compareStatus"_s);
    m_status->setContentsMargins(metrics::half, 0, metrics::half, 0);
    m_status->setWordWrap(true);
    m_tabs->setObjectName(u"compareTabs"_s);
    m_tabs->setDocumentMode(true);
    m_texts->setObjectName(u"compareTexts"_s);
    m_sources->setObjectName(u"compareSources"_s);
    auto* grid = new QGridLayout(m_letters);
    grid->setContentsMargins(0, metrics::half, 0, 0);
    grid->setSpacing(metrics::half);
    grid->addWidget(m_leftTitle, 0, 0);
    grid->addWidget(m_rightTitle, 0, 1);
    grid->addWidget(m_left, 1, 0);
    grid->addWidget(m_right, 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_left->setObjectName(u"publishedLetter"_s);
    m_right->setObjectName(u"editedLetter"_s);
    for (QLabel* title : {m_leftTitle, m_rightTitle})
        setTextSize(title, TextSize::Caption);
    m_tabs->addTab(m_letters, {});
    m_tabs->addTab(m_texts, {});
    m_tabs->addTab(m_sources, {});
    retranslate();
    clear();
}

void ComparePane::retranslate()
{
    m_leftTitle->setText(tr("Published"));
    m_rightTitle->setText(tr("Edited"));
    m_tabs->setTabText(m_tabs->indexOf(m_letters), tr("Letters"));
    m_tabs->setTabText(m_tabs->indexOf(m_texts), tr("Text"));
    m_tabs->setTabText(m_tabs->indexOf(m_sources), tr("Source"));
    for (DiffView* view : {m_texts, m_sources}) {
        view->setTitles(tr("Published"), tr("Edited"));
        view->setSameText(tr("Both are the same."));
    }
    if (m_shown)
        show(PublishedPreview(*m_shown));
}

void ComparePane::setChannel(Channel channel)
{
    m_isLetter = channel == Channel::Email;
    m_tabs->setTabVisible(m_tabs->indexOf(m_letters), m_isLetter);
    clear();
}

void ComparePane::setLight(LetterLight light)
{
    m_left->setLight(light);
    m_right->setLight(light);
}

void ComparePane::show(const PublishedPreview& published)
{
    m_shown = published;
    m_notice->dismiss();
    m_tabs->show();
    m_sources->setTexts(published.leftSource.toUtf8(), published.rightSource.toUtf8());
    if (published.fault) {
        m_status->setText(tr("What is published cannot be rendered with these data: %1")
                              .arg(sentenceFor(published.fault->error).what));
        m_left->clear();
        m_texts->setTexts({}, {});
        m_tabs->setCurrentWidget(m_sources);
        return;
    }
    m_texts->setTexts(published.letters.leftText.toUtf8(), published.letters.rightText.toUtf8());
    int changes = published.letters.changes;
    if (m_isLetter) {
        m_left->setHtml(published.letters.left);
        m_right->setHtml(published.letters.right);
    } else {
        changes = m_texts->addedCount() + m_texts->removedCount();
    }
    const bool sameSource = published.leftSource == published.rightSource;
    m_status->setText(changes > 0 ? tr("%n differences with these data.", nullptr, changes)
            : sameSource          ? tr("Published and edited are the same.")
                                  : tr("The sources differ, but with these data the reader sees the same."));
}

void ComparePane::showMissing(const Error& error)
{
    clear();
    m_status->clear();
    m_notice->showError(error);
}

void ComparePane::clear()
{
    m_shown.reset();
    m_notice->dismiss();
    m_status->setText(tr("Reading what is published…"));
    m_tabs->hide();
}

} // namespace nc
