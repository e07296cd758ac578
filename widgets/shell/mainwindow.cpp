#include "widgets/shell/mainwindow.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "widgets/common/layoutmemory.h"
#include "widgets/common/stateview.h"
#include "widgets/shell/aboutdialog.h"
#include "widgets/shell/languageswitch.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/serverstatus.h"
#include "widgets/shell/shortcutsdialog.h"
#include "widgets/shell/taskbar.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/windowactions.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr const char* pageKeys[pageCount] = {
    "overview", "channels", "templates", "topics", "failures", "activity"};

MainWindow::MainWindow(WindowParts parts)
    : m_parts(std::move(parts))
    , m_memory(new LayoutMemory(m_parts.workspace.configFolder(), this))
    , m_top(new TopBar(m_parts.workspace, m_parts.probes, this))
    , m_notices(new NoticeBar(this))
    , m_rail(new Rail(this))
    , m_stack(new QStackedWidget(this))
    , m_palette(new CommandPalette(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icon(Icon::App, Tint::Accent));
    setMinimumSize(880, 560);

    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    auto* noticeHolder = new QVBoxLayout;
    noticeHolder->setContentsMargins(metrics::gap, 0, metrics::gap, 0);
    noticeHolder->addWidget(m_notices);
    middle->addLayout(noticeHolder);
    middle->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(middle, 1);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(row, 1);
    column->addWidget(new TaskBar(m_parts.workspace.tasks(), this));
    setCentralWidget(whole);

    const WindowJobs jobs{
        .refresh = [this] { refresh(); },
        .focusFilter = [this] { focusFilter(); },
        .openPalette = [this] { openPalette(); },
        .trace =
            [this] {
                openTarget(PageId::Failures, {{u"tab"_s, u"trace"_s}});
            },
        .showShortcuts = [this] { showShortcuts(); },
        .showAbout = [this] { showAbout(); },
    };
    m_windowActions = makeWindowActions(this, jobs, m_parts.settings, m_parts.theme, m_parts.language);
    fillMenu();
    addShortcuts();
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_top, &TopBar::openPalette, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::manageProfiles, this, &MainWindow::manageProfiles);
    connect(m_top, &TopBar::addProfile, this, &MainWindow::addProfile);
    connect(m_top, &TopBar::startSandbox, this, &MainWindow::startSandbox);
    connect(m_top, &TopBar::profileChosen, this, &MainWindow::profileChosen);
    connect(m_top, &TopBar::serverFails, m_notices, [this](const Error& error) { m_notices->showError(error); });
    connect(&m_parts.workspace, &Workspace::profileChanged, this, &MainWindow::profileChanged);
    connect(&m_parts.workspace, &Workspace::changed, this, [this] {
        for (int i = 0; i < pageCount; ++i)
            m_stale[size_t(i)] = m_stale[size_t(i)] || static_cast<PageId>(i) != m_current;
    });
    connect(&m_parts.theme, &Theme::changed, this,
        [this] { retranslateWindowActions(m_windowActions, m_parts.theme, m_parts.language); });
    retranslate();

    const QByteArray geometry = m_parts.settings.get(settings::windowGeometry);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1360, 860);
    const QString kept = m_parts.settings.get(settings::page);
    for (int i = 0; i < pageCount; ++i) {
        if (kept == QLatin1StringView(pageKeys[i]))
            m_current = static_cast<PageId>(i);
    }
    showPage(m_current);
    for (ServerStatus* status : m_top->servers())
        status->ask();
}

MainWindow::~MainWindow() = default;

Page* MainWindow::make(PageId id)
{
    Page*& page = m_pages[size_t(id)];
    if (page)
        return page;
    for (const PageFactory& factory : m_parts.pages) {
        if (factory.id == id)
            page = factory.make(m_parts.workspace, m_stack);
    }
    if (!page)
        return nullptr;
    m_stack->addWidget(page);
    connect(page, &Page::navigate, this, &MainWindow::openTarget);
    for (StateView* state : page->findChildren<StateView*>())
        connect(state, &StateView::profileWanted, this, &MainWindow::manageProfiles);
    m_stale[size_t(id)] = true;
    return page;
}

void MainWindow::showPage(PageId id)
{
    Page* next = make(id);
    if (!next)
        return;
    Page* before = m_shown ? m_pages[size_t(m_current)] : nullptr;
    m_current = id;
    m_rail->setCurrent(id);
    if (before != next) {
        if (before)
            before->deactivated();
        m_stack->setCurrentWidget(next);
        m_shown = true;
        next->activated();
    }
    if (std::exchange(m_stale[size_t(id)], false))
        next->refresh();
    setWindowTitle(tr("%1 — Registry Notification Console").arg(Page::titleOf(id)));
}

void MainWindow::openTarget(PageId id, const QVariantMap& target)
{
    showPage(id);
    if (Page* page = m_pages[size_t(id)]; page && !target.isEmpty())
        page->open(target);
}

void MainWindow::setCount(PageId id, qint64 count, Tone tone)
{
    m_rail->setCount(id, count, tone);
}

void MainWindow::profileChanged()
{
    m_notices->dismiss();
    m_stale.fill(true);
    showPage(m_current);
}

void MainWindow::refresh()
{
    for (ServerStatus* status : m_top->servers())
        status->ask();
    if (Page* page = m_pages[size_t(m_current)])
        page->refresh();
}

void MainWindow::focusFilter()
{
    if (Page* page = m_pages[size_t(m_current)])
        page->focusFilter();
}

void MainWindow::addShortcuts()
{
    for (int i = 0; i < pageCount; ++i) {
        auto* shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { showPage(static_cast<PageId>(i)); });
    }
}

void MainWindow::fillMenu()
{
    m_menu->setObjectName(u"windowMenu"_s);
    for (QAction* action : std::as_const(m_windowActions)) {
        const QString name = action->objectName();
        if (name == u"languageUkAction" || name == u"themeSystemAction" || name == u"shortcutsAction"
            || name == u"quitAction")
            m_menu->addSeparator();
        m_menu->addAction(action);
    }
    m_top->setMenu(m_menu);
}

Command MainWindow::commandOf(QAction* action, const char* context, const QString& group)
{
    const QByteArray english = action->property("english").toByteArray();
    Command command;
    command.text = action->text().remove(u'&');
    command.group = group;
    command.otherWords = {QString::fromUtf8(english), m_parts.language.ukrainian(context, english.constData())};
    command.keys = action->shortcut().toString(QKeySequence::NativeText);
    command.icon = action->icon();
    command.enabled = action->isEnabled();
    command.run = [action] { action->trigger(); };
    return command;
}

QList<Command> MainWindow::commands()
{
    QList<Command> list;
    static constexpr Icon drawings[pageCount] = {
        Icon::Overview, Icon::Channels, Icon::Templates, Icon::Topics, Icon::Failures, Icon::Activity};
    if (const Page* page = m_pages[size_t(m_current)]) {
        for (QAction* action : page->pageActions()) {
            if (action->isVisible())
                list.append(commandOf(action, page->metaObject()->className(), Page::titleOf(page->id())));
        }
    }
    for (int i = 0; i < pageCount; ++i) {
        const auto id = static_cast<PageId>(i);
        Command command;
        command.text = tr("Go to: %1").arg(Page::titleOf(id));
        command.keys = QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + i)).toString(QKeySequence::NativeText);
        command.icon = icon(drawings[i]);
        const char* english = Page::englishTitleOf(id);
        command.otherWords = {QString::fromUtf8(english), m_parts.language.ukrainian("nc::Page", english)};
        command.run = [this, id] { showPage(id); };
        list.append(command);
    }
    list += m_extraCommands;
    for (QAction* action : std::as_const(m_windowActions))
        list.append(commandOf(action, "window", {}));
    return list;
}

void MainWindow::openPalette()
{
    m_palette->open(commands());
}

void MainWindow::showShortcuts()
{
    QList<QAction*> pageActions;
    if (const Page* page = m_pages[size_t(m_current)])
        pageActions = page->pageActions();
    ShortcutsDialog::show(this, m_windowActions, pageActions);
}

void MainWindow::showAbout()
{
    AboutDialog::show(this);
}

void MainWindow::retranslate()
{
    retranslateWindowActions(m_windowActions, m_parts.theme, m_parts.language);
    setWindowTitle(tr("%1 — Registry Notification Console").arg(Page::titleOf(m_current)));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (int i = 0; i < pageCount; ++i) {
        if (m_pages[size_t(i)] && !m_pages[size_t(i)]->mayClose()) {
            showPage(static_cast<PageId>(i));
            event->ignore();
            return;
        }
    }
    (void)m_parts.settings.set(settings::windowGeometry, saveGeometry());
    (void)m_parts.settings.set(settings::page, QString::fromLatin1(pageKeys[int(m_current)]));
    m_memory->flush();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < metrics::wideLayout);
}

} // namespace nc
