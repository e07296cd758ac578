#include "../../support/patience.h"
#include "gate/journal.h"
#include "guitest.h"
#include "widgets/common/noticebar.h"
#include "widgets/style/colors.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

static Profile named(const QString& name)
{
    Profile profile;
    profile.name = name;
    return profile;
}

class TestShell : public QObject {
    Q_OBJECT

    static const inline QStringList rail{u"railOverview"_s, u"railChannels"_s, u"railTemplates"_s, u"railTopics"_s,
        u"railFailures"_s, u"railActivity"_s};

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("NOTIFYCTL_PROFILE");
        // No sandbox of this computer's user is to be found.
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
        gui::initResources();
    }

    void pagesByKeyAndByMouse()
    {
        GuiTest test({named(u"one"_s)}, u"one"_s);
        for (int i = 0; i < pageCount; ++i) {
            QTest::keyClick(&test.window(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(int(test.window().currentPage()), i);
            QVERIFY(test.window().page(PageId(i))->isVisible());
            QVERIFY(test.find<QAbstractButton>(rail[i])->isChecked());
        }
        QTest::mouseClick(test.find<QAbstractButton>(u"railTopics"_s), Qt::LeftButton);
        QCOMPARE(test.window().currentPage(), PageId::Topics);
        QVERIFY(test.window().windowTitle().startsWith(u"Topics"_s));
    }

    void pagesAreMadeWhenFirstShown()
    {
        GuiTest test;
        QVERIFY(test.window().page(PageId::Overview));
        QVERIFY(!test.window().page(PageId::Topics));
    }

    void withoutAProfileTheOverviewHelps()
    {
        GuiTest test;
        auto* action = test.window().page(PageId::Overview)->findChild<QPushButton*>(u"stateActionButton"_s);
        QVERIFY(action && action->isVisible());
        QVERIFY(!test.window().notices()->isVisible());
    }

    void aWrongProfileIsAnError()
    {
        GuiTest test({}, u"nowhere"_s);
        QVERIFY(test.window().notices()->isVisible());
        QVERIFY(test.window().notices()->text().contains(u"nowhere"_s));
    }

    void languageSwitchesAtOnce()
    {
        GuiTest test({named(u"one"_s)}, u"one"_s);
        test.find<QAction>(u"languageUkAction"_s)->trigger();
        QTRY_COMPARE(test.find<QAbstractButton>(u"railTemplates"_s)->text(), u"Шаблони"_s);
        QTRY_COMPARE(test.window().page(PageId::Overview)->findChild<QLabel*>(u"pageTitle"_s)->text(), u"Огляд"_s);
        QTRY_COMPARE(test.find<QLabel>(u"taskIdle"_s)->text(), u"Завдань немає"_s);
        test.find<QAction>(u"languageEnAction"_s)->trigger();
        QTRY_COMPARE(test.find<QAbstractButton>(u"railTemplates"_s)->text(), u"Templates"_s);
    }

    void lightAndDark()
    {
        GuiTest test;
        test.find<QAction>(u"themeDarkAction"_s)->trigger();
        QTRY_VERIFY(colorsFor(test.window().palette()).dark);
        const QColor corner = test.window().grab().toImage().pixelColor(test.window().width() - 40, 300);
        QVERIFY(corner.lightness() < 80);
        test.find<QAction>(u"themeLightAction"_s)->trigger();
        QTRY_VERIFY(!colorsFor(test.window().palette()).dark);
    }

    void paletteFindsBothLanguages_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("English") << u"failures"_s;
        QTest::newRow("Ukrainian") << u"збої"_s;
    }
    void paletteFindsBothLanguages()
    {
        QFETCH(QString, typed);
        GuiTest test;
        QTest::keyClick(&test.window(), Qt::Key_K, Qt::ControlModifier);
        auto* line = test.find<QLineEdit>(u"paletteLine"_s);
        QVERIFY(line->isVisible());
        line->insert(typed); // Qt Test has no Cyrillic keys
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(test.window().currentPage(), PageId::Failures);
        QVERIFY(!line->isVisible());
    }

    void escapeClosesThePalette()
    {
        GuiTest test;
        QTest::keyClick(&test.window(), Qt::Key_K, Qt::ControlModifier);
        auto* line = test.find<QLineEdit>(u"paletteLine"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
    }

    void productionAndReadOnlyAreSeen()
    {
        Profile profile = named(u"prod"_s);
        profile.production = true;
        profile.readOnly = true;
        GuiTest test({profile}, u"prod"_s);
        QVERIFY(test.find<QWidget>(u"productionBadge"_s)->isVisible());
        QVERIFY(test.find<QWidget>(u"readOnlyBadge"_s)->isVisible());
        const QColor bar = test.window().grab().toImage().pixelColor(600, 1);
        QVERIFY2(bar.red() > 140 && bar.green() < 90, qPrintable(bar.name()));
    }

    void aTaskShowsProgressAndCanBeCancelled()
    {
        GuiTest test;
        auto started = test.application->tasks().start<int>(
            u"replay"_s, u"x.DLT"_s, [gate = test.application->workspace().gate()](TaskContext& task) -> Result<int> {
                return gate.through(Operation::Replay, {u"x.DLT"_s}, [&task](const Pass&) -> Result<int> {
                    while (!task.isCancelled()) {
                        task.report(36, 100);
                        task.cancel.waitFor(std::chrono::milliseconds(5));
                    }
                    return TaskContext::cancelled();
                });
            });
        auto* words = test.find<QLabel>(u"taskWords"_s);
        QVERIFY(words);
        QTRY_VERIFY(words->accessibleName().contains(u"36 of 100"_s));
        QVERIFY(words->accessibleName().contains(u"x.DLT"_s));
        QTest::mouseClick(test.find<QPushButton>(u"taskCancelButton"_s), Qt::LeftButton);
        QTRY_VERIFY(started.future.isFinished());
        QVERIFY(started.future.result().error().is(errors::cancelled));
        QTRY_VERIFY(test.find<QLabel>(u"taskIdle"_s)->text().contains(u"cancelled"_s));
        Unseen unseen;
        const auto entries = Journal(test.folder.path()).read().into(unseen);
        QCOMPARE(entries.value(0).result, JournalResult::Cancelled);
        QCOMPARE(entries.value(0).subject, u"x.DLT"_s);
    }

    void aProfileIsAddedAndUsed()
    {
        GuiTest test;
        Q_EMIT test.window().addProfile();
        auto* dialog = test.find<QDialog>(u"profilesDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto* save = dialog->findChild<QPushButton*>(u"profileSaveButton"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"profileName"_s), u"test-1"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"profileRegulation"_s), test.folder.path());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(dialog->findChild<QListWidget*>(u"profileList"_s)->count(), 1);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"profileTestButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog->findChild<QWidget*>(u"profileChecks"_s)->findChildren<QLabel*>().isEmpty());
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"profileUseButton"_s), Qt::LeftButton);
        QCOMPARE(test.application->workspace().profile().name, u"test-1"_s);
        QCOMPARE(ProfileStore(test.folder.path()).active().value(), u"test-1"_s);
        QCOMPARE(test.find<QPushButton>(u"profileButton"_s)->text(), u"test-1"_s);
    }

    void theWindowComesBackAsItWas()
    {
        GuiTest test;
        QTest::keyClick(&test.window(), Qt::Key_6, Qt::ControlModifier);
        test.window().resize(1000, 700);
        test.window().close();
        gui::Options options;
        options.configFolder = test.folder.path();
        test.application.reset();
        gui::Application again(*qobject_cast<QApplication*>(QCoreApplication::instance()), options);
        again.window().show();
        QCOMPARE(again.window().currentPage(), PageId::Activity);
        QCOMPARE(again.window().size(), QSize(1000, 700));
    }

    void helpIsThere()
    {
        GuiTest test;
        QTest::keyClick(&test.window(), Qt::Key_F1);
        QTRY_VERIFY(test.find<QDialog>(u"shortcutsDialog"_s));
        test.find<QAction>(u"aboutAction"_s)->trigger();
        QTRY_VERIFY(test.find<QDialog>(u"aboutDialog"_s));
    }

private:
    QTemporaryDir m_data;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
