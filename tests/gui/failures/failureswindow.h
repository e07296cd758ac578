#pragma once

#include "connections/profilestore.h"
#include "gui/application.h"
#include "testpass.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

/// The real window on the page Failures, worked by clicks and keys.
class FailuresWindow {
public:
    explicit FailuresWindow(nc::Profile profile, bool production = false)
    {
        using namespace Qt::StringLiterals;
        profile.name = u"land"_s;
        profile.production = production;
        nc::ProfileStore store(m_folder.path());
        const bool kept = store.add(profile, testPass(nc::Operation::AddProfile)).has_value()
            && store.use(profile.name, testPass(nc::Operation::UseProfile)).has_value();
        Q_ASSERT(kept);
        nc::gui::Options options;
        options.configFolder = m_folder.path();
        options.language =
            qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? nc::Language::Ukrainian : nc::Language::English;
        m_app = std::make_unique<nc::gui::Application>(*qApp, options);
        m_app->theme().setMode(
            qEnvironmentVariable("NC_THEME") == u"dark" ? nc::ThemeMode::Dark : nc::ThemeMode::Light);
        const int width = qEnvironmentVariableIntValue("NC_WIDTH");
        m_app->window().resize(width > 0 ? width : 1440, 900);
        m_app->window().show();
        (void)QTest::qWaitForWindowActive(&m_app->window());
        m_app->window().showPage(nc::PageId::Failures);
    }

    nc::gui::Application& app() { return *m_app; }
    nc::MainWindow& window() { return m_app->window(); }
    nc::Page* page() { return window().page(nc::PageId::Failures); }

    template <class T>
    T* find(const QString& name)
    {
        return page() ? page()->findChild<T*>(name) : nullptr;
    }
    template <class T>
    T* inDialog(const QString& name)
    {
        QWidget* dialog = QApplication::activeModalWidget();
        return dialog ? dialog->findChild<T*>(name) : nullptr;
    }
    /// A visible and enabled button of the open dialog.
    template <class T>
    bool isReady(const QString& name)
    {
        const T* found = inDialog<T>(name);
        return found && found->isVisible() && found->isEnabled();
    }
    static QString cell(const nc::DataTable* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static void clickRow(nc::DataTable* table, int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = table->model()->index(row, 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, table->visualRect(index).center());
    }
    static void rightClickRow(nc::DataTable* table, int row)
    {
        const QPoint at = table->visualRect(table->model()->index(row, 1)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QApplication::sendEvent(table->viewport(), &event);
    }
    /// Words of a label in the open dialog; empty while it is hidden.
    QString words(const QString& name)
    {
        const auto* label = inDialog<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    /// By the box itself: its words may be longer than the row.
    void tick(const QString& name)
    {
        auto* box = inDialog<QCheckBox>(name);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    bool isTicked(const QString& name)
    {
        const auto* box = inDialog<QCheckBox>(name);
        return box && box->isVisible() && box->isChecked();
    }
    bool isOffered(const QString& name)
    {
        const auto* box = inDialog<QCheckBox>(name);
        return box && box->isVisible() && box->isEnabled();
    }
    void type(const QString& name, const QString& text)
    {
        auto* line = inDialog<QLineEdit>(name);
        QTest::mouseClick(line, Qt::LeftButton);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name)
    {
        using namespace Qt::StringLiterals;
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        QWidget* dialog = QApplication::activeModalWidget();
        if (!folder.isEmpty())
            (dialog ? dialog : &window())->grab().save(folder + u'/' + name + u".png"_s);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<nc::gui::Application> m_app;
};
