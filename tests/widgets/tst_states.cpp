#include "../support/patience.h"
#include "core/errors.h"
#include "widgets/common/confirmdialog.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/pageheader.h"
#include "widgets/common/stateview.h"
#include "widgets/table/filterbar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void failureSaysWhatToDo()
    {
        StateView view(new QLabel(u"content"_s));
        view.show();
        int retried = 0;
        view.showFailed(
            Error{errors::cannotRead, u"/x/values.yaml"_s, u"No such file"_s, Next::Retry}, [&] { ++retried; });
        QCOMPARE(view.state(), StateView::State::Failed);
        QVERIFY(view.findChild<QLabel*>(u"stateHeading"_s)->text().contains(u"/x/values.yaml"_s));
        QVERIFY(!view.findChild<QLabel*>(u"stateText"_s)->text().isEmpty());
        QTest::mouseClick(view.findChild<QPushButton*>(u"stateActionButton"_s), Qt::LeftButton);
        QCOMPARE(retried, 1);
    }

    void failureSpeaksTheLanguage()
    {
        StateView view(new QLabel);
        view.show();
        view.showFailed(Error{errors::timedOut, u"kafka"_s, {}, Next::Retry});
        const QString english = view.findChild<QLabel*>(u"stateHeading"_s)->text();
        QLocale::setDefault(QLocale(QLocale::Ukrainian, QLocale::Ukraine));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&view, &change);
        QVERIFY(view.findChild<QLabel*>(u"stateHeading"_s)->text() != english);
    }

    void quickAnswersDoNotFlicker()
    {
        StateView view(new QLabel);
        view.show();
        view.showLoading(u"Reading"_s, [] {});
        QVERIFY(!view.findChild<QLabel*>(u"stateText"_s)->isVisible());
        QTRY_COMPARE(view.findChild<QLabel*>(u"stateText"_s)->text(), u"Reading"_s);
        view.setProgress({36, 100, {}});
        QVERIFY(view.findChild<QLabel*>(u"stateProgressText"_s)->text().contains(u"36"_s));
        view.showContent();
        QVERIFY(!view.findChild<QLabel*>(u"stateText"_s)->isVisible());
    }

    void staleContentStays()
    {
        auto* content = new QLabel(u"content"_s);
        StateView view(content);
        view.show();
        view.showStale(1, Error{errors::timedOut, u"kafka"_s, {}, Next::Retry}, [] {});
        QVERIFY(content->isVisible());
        QVERIFY(view.isStale());
        view.showContent();
        QVERIFY(!view.isStale());
    }

    void noticeOfACancelIsNone()
    {
        NoticeBar bar;
        bar.showError(Error{errors::cancelled, {}, {}, Next::Retry});
        QVERIFY(!bar.isVisible());
        bar.showError(Error{errors::diskFull, u"/x"_s, {}, Next::Retry});
        QVERIFY(bar.isVisible());
        QVERIFY(bar.text().contains(u"/x"_s));
    }

    void productionMustBeTyped()
    {
        QWidget window;
        window.show();
        int done = 0;
        Confirmation confirmation;
        confirmation.title = u"Replay"_s;
        confirmation.actionText = u"Replay 36 records"_s;
        confirmation.mustType = u"prod-1"_s;
        const QPointer<ConfirmDialog> dialog =
            ConfirmDialog::ask(&window, confirmation, [&](const QString&) { ++done; });
        auto* act = dialog->findChild<QPushButton*>(u"confirmButton"_s);
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmLine"_s), u"prod-1"_s);
        QVERIFY(act->isEnabled());
        QTest::mouseClick(act, Qt::LeftButton);
        QCOMPARE(done, 1);
        QTRY_VERIFY(!dialog);
    }

    void enterDoesNotDestroy()
    {
        QWidget window;
        window.show();
        int done = 0;
        Confirmation confirmation;
        confirmation.title = u"Delete"_s;
        confirmation.actionText = u"Delete 3 rows"_s;
        confirmation.destroys = true;
        const QPointer<ConfirmDialog> dialog =
            ConfirmDialog::ask(&window, confirmation, [&](const QString&) { ++done; });
        QTest::keyClick(dialog.data(), Qt::Key_Return);
        QCOMPARE(done, 0);
    }

    void buttonsFollowTheirActions()
    {
        PageHeader header;
        QAction act(u"Publish"_s);
        act.setObjectName(u"publish"_s);
        header.setPrimaryAction(&act);
        auto* button = header.findChild<QPushButton*>(u"publishButton"_s);
        QVERIFY(button);
        act.setText(u"Publish 3"_s);
        act.setEnabled(false);
        QCOMPARE(button->text(), u"Publish 3"_s);
        QVERIFY(!button->isEnabled());
    }

    void filterAppliesOnEnterAndWhenEmptied()
    {
        FilterBar bar(u"f"_s);
        bar.show();
        QSignalSpy applied(&bar, &FilterBar::applied);
        QTest::keyClicks(bar.line(), u"a: b"_s);
        QCOMPARE(applied.size(), 0);
        QTest::keyClick(bar.line(), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        bar.setProblem(u"column 3: a value is missing"_s, 3);
        QVERIFY(bar.findChild<QLabel*>(u"fProblem"_s)->isVisible());
        bar.line()->clear();
        QCOMPARE(applied.size(), 2);
        QVERIFY(!bar.findChild<QLabel*>(u"fProblem"_s)->isVisible());
    }
};

QTEST_MAIN(TestStates)
#include "tst_states.moc"
