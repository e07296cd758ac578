#include "widgets/publish/historypane.h"

#include "publish/plan/plandiff.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/preview/previewpane.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

static QByteArray wholeOf(const TemplateVersion& version)
{
    return metadataText(version.row.title, version.row.attributes) + "\n" + version.content.value_or(QByteArray());
}

HistoryPane::HistoryPane(HistorySession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(
          new VersionModel([](EpochMs time) { return relativeTime(time, QDateTime::currentMSecsSinceEpoch()); }, this))
    , m_table(new DataTable(u"versionTable"_s, this))
    , m_about(new QLabel(this))
    , m_against(new QComboBox(this))
    , m_restore(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_diff(new DiffView(this))
    , m_letter(new PreviewPane(this))
{
    m_letter->setReaderOnly();
    m_diff->setObjectName(u"versionDiff"_s);
    m_tabs->setObjectName(u"versionTabs"_s);
    m_against->setObjectName(u"versionAgainst"_s);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_restore->setIcon(icon(Icon::Undo));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_diff, {});
    m_tabs->addTab(m_letter, {});
    m_against->addItem({}, int(Against::Now));
    m_against->addItem({}, int(Against::Before));
    m_against->addItem({}, int(Against::Directory));
    m_table->setSource(m_model);
    m_table->setMinimumHeight(4 * metrics::rowHeight);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, metrics::half);
    bar->setSpacing(metrics::unit);
    bar->addWidget(m_about);
    bar->addWidget(m_against);
    bar->addStretch();
    bar->addWidget(m_restore);
    auto* below = new QWidget;
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, metrics::unit, 0, 0);
    belowColumn->setSpacing(0);
    belowColumn->addLayout(bar);
    belowColumn->addWidget(m_tabs, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"versionSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    m_state = new StateView(splitter, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);

    connect(m_table, &DataTable::currentRowChanged, this, &HistoryPane::showCurrent);
    connect(m_against, &QComboBox::currentIndexChanged, this, &HistoryPane::showCurrent);
    connect(m_tabs, &QTabWidget::currentChanged, this, &HistoryPane::showCurrent);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const QModelIndex index = m_table->currentSource(); index.isValid())
            Q_EMIT restoreAsked(m_model->at(index.row()));
    });
    connect(&m_session, &HistorySession::loaded, this, &HistoryPane::take);
    connect(&m_session, &HistorySession::failed, this, [this](const QString& key, const Error& error) {
        if (key == m_key)
            m_state->showFailed(error, [this] { load(); });
    });
    connect(&m_session, &HistorySession::rendered, this,
        [this](int, const DraftPreview& preview) { m_letter->show(preview); });
    connect(&m_session, &HistorySession::renderFailed, this,
        [this](int, const Error& error) { m_letter->showFailure(error); });
    connect(&m_session, &HistorySession::busyChanged, this, &HistoryPane::showCurrent);
    connect(&m_session, &HistorySession::restored, this, &HistoryPane::load);
    retranslate();
}

HistoryPane::~HistoryPane() = default;

void HistoryPane::retranslate()
{
    m_table->setAccessibleName(tr("Versions"));
    m_table->setColumns({{tr("No."), ColumnKind::Number, 40}, {tr("Since"), ColumnKind::Time, 104},
        {tr("Until"), ColumnKind::State, 128}, {tr("Published by"), ColumnKind::Text, 112},
        {tr("Commit"), ColumnKind::Code, 120}, {tr("Title"), ColumnKind::Text, 0, true}});
    m_about->setText(tr("Compare with"));
    m_against->setItemText(0, tr("what stands there now"));
    m_against->setItemText(1, tr("the version before"));
    m_against->setItemText(2, tr("the directory"));
    m_against->setAccessibleName(tr("Compare with"));
    m_restore->setText(tr("Put this version back…"));
    m_tabs->setTabText(0, tr("Difference"));
    m_tabs->setTabText(1, tr("As a reader saw it"));
    m_diff->setSameText(tr("Both are the same."));
    m_diff->setAccessibleName(tr("Difference between two versions"));
    m_letter->retranslate();
    showCurrent();
}

void HistoryPane::setTemplate(const QString& key, const QByteArray& directory)
{
    m_directory = directory;
    if (const auto channel = channelFromName(key.section(u'/', 0, 0)))
        m_letter->setChannel(*channel);
    if (key != m_key) {
        m_key = key;
        m_model->setVersions({});
        m_letter->clear();
    }
    load();
}

void HistoryPane::load()
{
    if (m_key.isEmpty())
        return;
    if (m_model->rowCount() == 0)
        m_state->showLoading(tr("Reading the history"));
    m_session.load(m_key);
}

void HistoryPane::take(const QString& key, const QList<TemplateVersion>& versions)
{
    if (key != m_key)
        return;
    const int chosen = m_model->rowCount() > 0 && m_table->currentSource().isValid()
        ? m_model->at(m_table->currentSource().row()).number
        : 0;
    m_model->setVersions(versions);
    if (versions.isEmpty()) {
        m_state->showEmpty(Icon::History,
            tr("This template is not in the database, and this console has not changed it yet. What stands there "
               "before each publish is kept from then on."));
        return;
    }
    m_state->showContent();
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->at(i).number == chosen)
            row = i;
    }
    m_table->selectSourceRow(row);
    showCurrent();
}

void HistoryPane::compare(const TemplateVersion& version, int row)
{
    const QString mine = tr("Version %1").arg(version.number);
    switch (Against(m_against->currentData().toInt())) {
    case Against::Before: {
        const TemplateVersion* before = m_model->before(row);
        m_diff->setTitles(before ? tr("Version %1").arg(before->number) : tr("Nothing"), mine);
        m_diff->setTexts(before ? wholeOf(*before) : QByteArray(), wholeOf(version));
        return;
    }
    case Against::Now: {
        const TemplateVersion* now = m_model->current();
        m_diff->setTitles(mine, now ? tr("Now in the database") : tr("Nothing stands there now"));
        m_diff->setTexts(wholeOf(version), now ? wholeOf(*now) : QByteArray());
        return;
    }
    case Against::Directory:
        m_diff->setTitles(mine, m_directory.isEmpty() ? tr("There is no directory") : tr("In the directory"));
        m_diff->setTexts(wholeOf(version), m_directory);
    }
}

void HistoryPane::showCurrent()
{
    const QModelIndex index = m_table->currentSource();
    const bool valid = index.isValid() && index.row() < m_model->rowCount();
    const bool kept = valid && m_model->at(index.row()).content;
    m_restore->setEnabled(kept && !m_model->at(index.row()).isCurrent() && !m_session.isBusy());
    m_restore->setToolTip(valid && !kept ? tr("The content of this version was not kept.") : QString());
    if (!valid)
        return;
    const TemplateVersion& version = m_model->at(index.row());
    if (m_tabs->currentIndex() == 0)
        compare(version, index.row());
    else if (kept)
        m_session.render(version);
    else
        m_letter->clear();
}

} // namespace nc
