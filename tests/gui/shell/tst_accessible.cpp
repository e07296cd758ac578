// Every control says what it is: its visible label is its accessible name, in both languages.
#include "guitest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestAccessible : public QObject {
    Q_OBJECT

    static bool isControl(const QWidget* widget)
    {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QScrollBar*>(widget))
            return false;
        // Qt's own insides (the line of a combo box) speak through their parent.
        if (widget->objectName().startsWith(u"qt_") || qobject_cast<const QComboBox*>(widget->parentWidget())
            || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()))
            return false;
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
            || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
            || (qobject_cast<const QAbstractScrollArea*>(widget)
                && qstrcmp(widget->metaObject()->className(), "QScrollArea") != 0);
    }

    static QStringList nameless(QWidget* window)
    {
        QStringList wrong;
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            if (!isControl(widget) || !widget->isVisible())
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
                wrong.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
        }
        return wrong;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
        gui::initResources();
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<int>("page");
        for (int i = 0; i < pageCount; ++i)
            QTest::newRow(Page::englishTitleOf(PageId(i))) << i;
    }
    void everyControlHasAName()
    {
        QFETCH(int, page);
        Profile profile;
        profile.name = u"one"_s;
        GuiTest test({profile}, u"one"_s);
        for (const Language language : {Language::English, Language::Ukrainian}) {
            test.application->language().setLanguage(language);
            test.window().showPage(PageId(page));
            QCoreApplication::processEvents();
            const QStringList wrong = nameless(&test.window());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
        }
    }

    void dialogsToo()
    {
        GuiTest test;
        Q_EMIT test.window().addProfile();
        test.window().showShortcuts();
        test.window().showAbout();
        const QStringList wrong = nameless(&test.window());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
    }

private:
    QTemporaryDir m_data;
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
