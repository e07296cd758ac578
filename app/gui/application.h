#pragma once

#include "connections/workspace.h"
#include "core/settings.h"
#include "core/taskrunner.h"
#include "gui/options.h"
#include "widgets/shell/languageswitch.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/style/theme.h"

#include <QApplication>

#include <memory>

namespace nc::gui {

/// Everything the desktop program is made of, in the order in which it is taken apart again. Also what GUI tests and
/// the tour start.
class Application {
public:
    Application(QApplication& app, const Options& options);
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    MainWindow& window() { return *m_window; }
    Workspace& workspace() { return m_workspace; }
    TaskRunner& tasks() { return m_tasks; }
    Theme& theme() { return m_theme; }
    LanguageSwitch& language() { return m_language; }

private:
    void chooseProfile(const QString& name);
    void startSandbox();
    void connectWindow();
    void pageMade(Page* page);
    void manageProfiles(bool addOne);

    Settings m_settings;
    TaskRunner m_tasks;
    LanguageSwitch m_language;
    Theme& m_theme;
    Workspace m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

/// Once in a program, before the first Application.
void initResources();

} // namespace nc::gui
