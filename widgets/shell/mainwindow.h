#pragma once

#include "widgets/shell/commandpalette.h"
#include "widgets/shell/pagefactory.h"
#include "widgets/shell/serverprobe.h"

#include <QMainWindow>

#include <array>

class QMenu;
class QStackedWidget;

namespace nc {

class CommandPalette;
class LanguageSwitch;
class LayoutMemory;
class NoticeBar;
class Rail;
class Settings;
class TaskBar;
class Theme;
class TopBar;

/// What the window is made from; all of it outlives the window.
struct WindowParts {
    Workspace& workspace;
    Settings& settings;
    Theme& theme;
    LanguageSwitch& language;
    PageFactories pages;
    std::vector<ServerProbe> probes;
};

/// The one window: rail, bar at the top, pages, tasks. Knows no area: pages come from the factories and are made when
/// first shown.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts);
    ~MainWindow() override;

    PageId currentPage() const { return m_current; }
    /// Nothing when it was not shown yet.
    Page* page(PageId id) const { return m_pages[size_t(id)]; }
    void showPage(PageId id);
    void openTarget(PageId id, const QVariantMap& target);
    void setCount(PageId id, qint64 count, Tone tone);
    NoticeBar* notices() const { return m_notices; }
    /// Further entries of the palette and the menu's first part.
    void addCommand(Command command) { m_extraCommands.append(std::move(command)); }

public Q_SLOTS:
    void refresh();
    void focusFilter();
    void openPalette();
    void showShortcuts();
    void showAbout();

Q_SIGNALS:
    void manageProfiles();
    void addProfile();
    void startSandbox();
    void profileChosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Page* make(PageId id);
    void profileChanged();
    void addShortcuts();
    void fillMenu();
    void retranslate();
    QList<Command> commands();
    Command commandOf(QAction* action, const char* context, const QString& group);

    WindowParts m_parts;
    LayoutMemory* m_memory;
    TopBar* m_top;
    NoticeBar* m_notices;
    Rail* m_rail;
    QStackedWidget* m_stack;
    CommandPalette* m_palette;
    QMenu* m_menu;
    std::array<Page*, pageCount> m_pages{};
    std::array<bool, pageCount> m_stale{};
    PageId m_current = PageId::Overview;
    bool m_shown = false;
    QList<QAction*> m_windowActions;
    QList<Command> m_extraCommands;
};

} // namespace nc
