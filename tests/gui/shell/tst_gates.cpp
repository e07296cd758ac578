#include "../../support/registryclone.h"
#include "gate/journal.h"
#include "guitest.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/page.h"
#include "widgets/shell/pageoperations.h"

#include <QAction>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace nc;

/// Every action of a page that changes something has a gate: the rows are those of the pages' own table.
class TestGates : public QObject {
    Q_OBJECT

    static QMap<QString, QByteArray> everythingIn(const QString& folder)
    {
        QMap<QString, QByteArray> files;
        QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly))
                files.insert(file.fileName(), file.readAll());
        }
        return files;
    }

    static void closeDialogs(QWidget& window)
    {
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (dialog->isVisible())
                dialog->reject();
        }
    }

    /// `SetChannel` as the table of operations has it: `set-channel`.
    static QString nameOf(const QString& word)
    {
        QString name;
        for (const QChar letter : word) {
            if (letter.isUpper() && !name.isEmpty())
                name += u'-';
            name += letter.toLower();
        }
        return name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("NOTIFYCTL_PROFILE");
        gui::initResources();
    }

    void everyPageActionStandsInTheTable()
    {
        GuiTest test;
        QStringList missing;
        for (int i = 0; i < pageCount; ++i) {
            test.window().showPage(PageId(i));
            const Page* page = test.window().page(PageId(i));
            QVERIFY(page);
            for (const QAction* action : page->pageActions()) {
                if (!operationsOfAction(action->objectName()))
                    missing += action->objectName();
            }
        }
        QCOMPARE(missing.join(u' '), QString());
    }

    void whatTheWindowDoesStandsInTheTable()
    {
        // Every operation that the window's sources name belongs to an action or a button.
        GuiTest test;
        QSet<QString> told;
        for (int i = 0; i < pageCount; ++i) {
            test.window().showPage(PageId(i));
            for (const QAction* action : test.window().page(PageId(i))->pageActions()) {
                for (const Operation operation : operationsOfAction(action->objectName()).value_or(QList<Operation>()))
                    told.insert(operationName(operation));
            }
        }
        for (const auto& [button, operation] : operationsOfButtons())
            told.insert(operationName(operation));
        static const QRegularExpression named(u"\\bOperation::([A-Z]\\w+)"_s);
        QStringList untold;
        const QDir root(QStringLiteral(NC_SOURCE_DIR));
        for (const QString& top : {u"widgets"_s, u"app/gui"_s, u"models/authoring"_s, u"models/publish/session"_s}) {
            QDirIterator files(root.filePath(top), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto it = named.globalMatch(text); it.hasNext();) {
                    const QString name = nameOf(it.next().captured(1));
                    if (operationOf(name) && !told.contains(name))
                        untold += root.relativeFilePath(file.fileName()) + u": "_s + name;
                }
            }
        }
        QCOMPARE(untold.join(u'\n'), QString());
    }

    void aReadOnlyProfileChangesNothing()
    {
        const QTemporaryDir folder;
        const test::RegistryClone registry(folder.path());
        const QString regulation = folder.filePath(u"regulation"_s);
        QVERIFY(writeFile(regulation + u"/templates/inbox/Note/notification.ftl"_s, "Hi ${name}"));
        QVERIFY(writeFile(regulation + u"/templates/inbox/Note/notification.yml"_s, "title: Note\n"));
        Profile profile;
        profile.name = u"readonly"_s;
        profile.readOnly = true;
        profile.regulation = regulation;
        profile.registry = registry.path();
        GuiTest test({profile}, u"readonly"_s);
        const auto before = everythingIn(regulation);
        int tried = 0;
        for (int i = 0; i < pageCount; ++i) {
            test.window().showPage(PageId(i));
            QTRY_VERIFY_WITH_TIMEOUT(test.application->tasks().running().isEmpty(), 60'000);
            for (QAction* action : test.window().page(PageId(i))->pageActions()) {
                const auto operations = operationsOfAction(action->objectName());
                if (!operations || operations->isEmpty())
                    continue;
                ++tried;
                action->trigger(); // one that is disabled does nothing, which is as well
                closeDialogs(test.window());
                QTRY_VERIFY_WITH_TIMEOUT(test.application->tasks().running().isEmpty(), 60'000);
            }
        }
        QVERIFY(tried > 10);
        QCOMPARE(everythingIn(regulation), before);
        QCOMPARE(registry.onDisk(), registry.original);
        // And where a dialog's answer would have come: the gate that its work takes along refuses.
        for (const OperationFacts& facts : nc::operations()) {
            const auto passed = test.application->workspace().gate(u"readonly"_s).pass(facts.operation, {u"x"_s});
            QCOMPARE(passed.has_value(), !facts.readOnlyForbids);
        }
    }

    void productionWithoutItsNamePassesNothing()
    {
        Profile profile;
        profile.name = u"prod"_s;
        profile.production = true;
        GuiTest test({profile}, u"prod"_s);
        for (const OperationFacts& facts : nc::operations()) {
            const auto passed = test.application->workspace().gate().pass(facts.operation, {u"orders.DLT"_s});
            QCOMPARE(passed.has_value(), facts.asked == NameAsked::Nothing);
        }
    }
};

QTEST_MAIN(TestGates)
#include "tst_gates.moc"
