// Every page in every state it can be in (nobody's profile, nothing named, nothing answers, a healthy registry): it
// says what to do next and offers it, speaks one language at a time, and every control has a name.
#include "guitest.h"
#include "testsandbox.h"
#include "widgets/common/stateview.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

bool isCyrillic(const QString& text)
{
    static const QRegularExpression letter(u"\\p{Cyrillic}"_s);
    return text.contains(letter);
}

/// What a person or a screen reader is told; not what stands in files, records and rows.
QStringList wordsOf(const QWidget* window)
{
    QStringList words;
    const auto add = [&words](const QString& where, const QString& text) {
        if (!text.isEmpty())
            words.append(where + u": "_s + text);
    };
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const QString name = QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        add(name, widget->accessibleName());
        add(name, widget->toolTip());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(name, label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(name, button->text());
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            add(name, line->placeholderText());
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < combo->count(); ++i)
                add(name, combo->itemText(i));
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(name, tabs->tabText(i));
        else if (const auto* table = qobject_cast<const DataTable*>(widget))
            for (int i = 0; i < table->model()->columnCount(); ++i)
                add(name, table->model()->headerData(i, Qt::Horizontal).toString());
    }
    for (const QAction* action : window->findChildren<QAction*>())
        add(u"action "_s + action->objectName(), action->text());
    return words;
}

} // namespace

class TestStates : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    std::unique_ptr<test::TestSandbox> m_sandbox;

    Profile healthy() const
    {
        Profile profile = m_sandbox->profile();
        profile.name = u"healthy"_s;
        profile.regulation = QStringLiteral(NC_SOURCE_DIR "/resources/demo/regulation");
        profile.registry = QStringLiteral(NC_SOURCE_DIR "/resources/demo/registry");
        return profile;
    }
    /// Nothing listens there, and the folders are gone.
    static Profile broken()
    {
        const QString port = u"1"_s; // reserved, and nobody's
        Profile profile;
        profile.name = u"broken"_s;
        profile.kafka.bootstrap = u"127.0.0.1:"_s + port;
        profile.database = u"postgresql://publisher@127.0.0.1:"_s + port + u"/notifications"_s;
        profile.regulation = u"/nowhere/regulation"_s;
        profile.registry = u"/nowhere/registry"_s;
        return profile;
    }
    Profile wrongPassword() const
    {
        Profile profile = healthy();
        profile.name = u"password"_s;
        profile.kafka.security = u"SASL_PLAINTEXT"_s;
        profile.kafka.username = u"somebody"_s;
        profile.database.replace(QRegularExpression(u"//[^@]*@"_s), u"//nobody:wrong@"_s);
        return profile;
    }
    QList<Profile> profiles() const
    {
        Profile bare;
        bare.name = u"bare"_s;
        Profile readOnly = healthy();
        readOnly.name = u"readonly"_s;
        readOnly.readOnly = true;
        readOnly.production = true;
        return {healthy(), broken(), wrongPassword(), bare, readOnly};
    }
    static void settle(GuiTest& test)
    {
        QCoreApplication::sendPostedEvents();
        QTRY_VERIFY_WITH_TIMEOUT(test.application->tasks().running().isEmpty(), 60'000);
        // What has just ended is handed over by a later turn of the loop.
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QTRY_VERIFY_WITH_TIMEOUT(test.application->tasks().running().isEmpty(), 60'000);
    }
    static void picture(GuiTest& test, const QString& name)
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty())
            test.window().grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("NOTIFYCTL_PROFILE");
        gui::initResources();
        m_sandbox = std::make_unique<test::TestSandbox>();
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    }

    void everyPageInEveryState_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<int>("page");
        for (const QString& profile : {QString(), u"bare"_s, u"broken"_s, u"password"_s, u"healthy"_s, u"readonly"_s}) {
            for (int i = 0; i < pageCount; ++i)
                QTest::addRow(
                    "%s, %s", profile.isEmpty() ? "none" : qPrintable(profile), Page::englishTitleOf(PageId(i)))
                    << profile << i;
        }
    }
    void everyPageInEveryState()
    {
        QFETCH(QString, profile);
        QFETCH(int, page);
        GuiTest test(profiles(), profile);
        if (qEnvironmentVariable("NC_THEME") == u"dark")
            test.application->theme().setMode(ThemeMode::Dark);
        test.application->language().setLanguage(Language::Ukrainian);
        test.window().resize(1280, 800);
        test.window().showPage(PageId(page));
        settle(test);
        const QString name = u"%1-%2"_s.arg(profile.isEmpty() ? u"none"_s : profile).arg(page);
        picture(test, name + u"-uk"_s);

        // Whoever cannot go on is told how.
        for (const StateView* state : test.window().findChildren<StateView*>()) {
            if (!state->isVisible() || (state->state() != StateView::State::Failed && !profile.isEmpty()))
                continue;
            // What nobody has done yet needs no way on.
            if (state->state() == StateView::State::Content || page == int(PageId::Activity))
                continue;
            // One of its own, not of a state that stands inside its content.
            const auto actions = state->findChildren<QPushButton*>(u"stateActionButton"_s);
            QVERIFY2(std::ranges::any_of(actions,
                         [](const QPushButton* action) { return action->isVisible() && !action->text().isEmpty(); }),
                qPrintable(name));
        }

        // One language at a time, also for what was said before the switch. Data here is without Cyrillic letters but
        // for what stands in the demo's files.
        test.application->language().setLanguage(Language::English);
        QCoreApplication::sendPostedEvents();
        settle(test);
        picture(test, name + u"-en"_s);
        QStringList left;
        for (const QString& words : wordsOf(&test.window())) {
            if (isCyrillic(words) && !words.contains(u"languageUkAction"_s) && !isData(words))
                left.append(words);
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

private:
    static bool isData(const QString& words)
    {
        // The preview of a template shows its title.
        return words.contains(u"letterTitle"_s) || words.contains(u"LetterHead"_s);
    }
};

QTEST_MAIN(TestStates)
#include "tst_states.moc"
