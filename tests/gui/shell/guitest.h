#pragma once

#include "gui/application.h"
#include "testpass.h"

#include <QTemporaryDir>
#include <QTest>

/// A window of its own with an empty folder of settings.
struct GuiTest {
    QTemporaryDir folder;
    std::unique_ptr<nc::gui::Application> application;

    explicit GuiTest(const QList<nc::Profile>& profiles = {}, const QString& profile = {})
    {
        nc::ProfileStore store(folder.path());
        for (const nc::Profile& p : profiles)
            (void)store.add(p, testPass(nc::Operation::AddProfile));
        nc::gui::Options options;
        options.configFolder = folder.path();
        options.profile = profile;
        options.language = nc::Language::English;
        application =
            std::make_unique<nc::gui::Application>(*qobject_cast<QApplication*>(QCoreApplication::instance()), options);
        application->window().show();
        // Keys go to the active window only.
        (void)QTest::qWaitForWindowActive(&application->window());
    }
    nc::MainWindow& window() { return application->window(); }
    template <class T>
    T* find(const QString& name)
    {
        return window().findChild<T*>(name);
    }
};
