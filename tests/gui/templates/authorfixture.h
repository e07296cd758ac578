#pragma once

#include "../../support/patience.h"
#include "core/atomicfile.h"
#include "gui/application.h"
#include "postgres/testdatabase.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/table/datatable.h"
#include "widgets/templates/templatetreeview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The real window on the templates page, with a small regulation and a database of its own.
class AuthorFixture : public QObject {

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<gui::Application> m_application;

    QWidget* page() const { return m_application->window().page(PageId::Templates); }
    template <class T>
    T* part(const QString& name) const
    {
        return page()->findChild<T*>(name);
    }
    QString pathOf(const QString& file) const { return m_folder->filePath(u"regulation/notifications/"_s + file); }
    void put(const QString& file, const QByteArray& bytes) { QVERIFY(writeFile(pathOf(file), bytes)); }

    void start(bool readOnly = false, bool production = false)
    {
        const QJsonObject profile{{u"name"_s, u"test"_s}, {u"database"_s, m_database->target().conninfo},
            {u"regulation"_s, m_folder->filePath(u"regulation"_s)}, {u"readOnly"_s, readOnly},
            {u"production"_s, production}};
        const QJsonObject file{{u"version"_s, 1}, {u"active"_s, u"test"_s}, {u"profiles"_s, QJsonArray{profile}}};
        QVERIFY(writeFile(m_folder->filePath(u"config/profiles.json"_s), QJsonDocument(file).toJson()));
        gui::Options options;
        options.configFolder = m_folder->filePath(u"config"_s);
        options.language = Language::English;
        m_application = std::make_unique<gui::Application>(*qApp, options);
        MainWindow& window = m_application->window();
        window.resize(1400, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(page());
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->model()->rowCount(), 2);
    }
    void choose(const QString& channel, const QString& name)
    {
        auto* tree = part<TemplateTreeView>(u"templateTree"_s);
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            const QModelIndex parent = tree->model()->index(row, 0);
            for (int leaf = 0; leaf < tree->model()->rowCount(parent); ++leaf) {
                const QModelIndex index = tree->model()->index(leaf, 0, parent);
                if (parent.data().toString() != channel || index.data().toString() != name)
                    continue;
                tree->scrollTo(index);
                QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
                return;
            }
        }
        QFAIL(qPrintable(u"no template "_s + name));
    }
    TemplateEditor* editor(const QString& file) const
    {
        for (TemplateEditor* candidate : page()->findChildren<TemplateEditor*>(u"editor."_s + file)) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void press(const QString& button)
    {
        auto* widget = m_application->window().findChild<QPushButton*>(button);
        QVERIFY2(widget, qPrintable(button));
        QTRY_VERIFY(widget->isVisible() && widget->isEnabled());
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    QString problems() const
    {
        const auto* table = part<DataTable>(u"problemsTable"_s);
        QStringList codes;
        for (int row = 0; row < table->source()->rowCount(); ++row)
            codes += table->source()->index(row, 2).data().toString();
        return codes.join(u' ');
    }

    void makeRegulation()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<TestDatabase>();
        put(u"email/greeting/notification.ftlh"_s, "<html><body><p>Hello ${name?html}</p></body></html>\n");
        put(u"email/greeting/notification.yml"_s, "title: Greeting # shown in the list\n");
        put(u"inbox/note/notification.ftl"_s, "Note ${x}\n");
        put(u"inbox/note/notification.yml"_s, "title: Note\n");
    }

    void endAll()
    {
        m_application.reset();
        m_database.reset();
        m_folder.reset();
    }
};
