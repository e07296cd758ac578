#include "widgets/shell/windowactions.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "widgets/shell/languageswitch.h"
#include "widgets/style/icons.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace nc {

namespace {

struct Row {
    const char* name;
    const char* english;
    Icon drawing;
    QKeySequence keys;
    bool checkable = false;
};

const QList<Row>& rows()
{
    static const QList<Row> table{
        {"refreshAction", QT_TRANSLATE_NOOP("window", "Refresh"), Icon::Refresh, QKeySequence(Qt::Key_F5)},
        {"filterAction", QT_TRANSLATE_NOOP("window", "Search on this page"), Icon::Search, QKeySequence::Find},
        {"paletteAction", QT_TRANSLATE_NOOP("window", "Commands…"), Icon::Command, Qt::CTRL | Qt::Key_K},
        {"traceAction", QT_TRANSLATE_NOOP("window", "Find what happened to a person's message…"), Icon::User,
            Qt::CTRL | Qt::SHIFT | Qt::Key_F},
        {"languageUkAction", QT_TRANSLATE_NOOP("window", "Ukrainian"), Icon::Language, {}, true},
        {"languageEnAction", QT_TRANSLATE_NOOP("window", "English"), Icon::Language, {}, true},
        {"themeSystemAction", QT_TRANSLATE_NOOP("window", "Light or dark as the system"), Icon::Theme, {}, true},
        {"themeLightAction", QT_TRANSLATE_NOOP("window", "Light"), Icon::Theme, {}, true},
        {"themeDarkAction", QT_TRANSLATE_NOOP("window", "Dark"), Icon::Theme, {}, true},
        {"shortcutsAction", QT_TRANSLATE_NOOP("window", "Keyboard shortcuts"), Icon::Help, QKeySequence(Qt::Key_F1)},
        {"aboutAction", QT_TRANSLATE_NOOP("window", "About this program"), Icon::Info, {}},
        {"quitAction", QT_TRANSLATE_NOOP("window", "Quit"), Icon::Close, QKeySequence(Qt::CTRL | Qt::Key_Q)},
    };
    return table;
}

} // namespace

QList<QAction*> makeWindowActions(
    QWidget* window, const WindowJobs& jobs, Settings& settings, Theme& theme, LanguageSwitch& language)
{
    QList<QAction*> actions;
    for (const Row& row : rows()) {
        auto* action = new QAction(icon(row.drawing), QString(), window);
        action->setObjectName(QLatin1StringView(row.name));
        action->setProperty("english", QByteArray(row.english));
        action->setShortcut(row.keys);
        action->setCheckable(row.checkable);
        window->addAction(action);
        actions.append(action);
    }
    const auto on = [&actions, window](QLatin1StringView name, auto run) {
        for (QAction* action : std::as_const(actions)) {
            if (action->objectName() == name)
                QObject::connect(action, &QAction::triggered, window, run);
        }
    };
    const auto speak = [&settings, &language](Language chosen, const QString& code) {
        return [&settings, &language, chosen, code] {
            language.setLanguage(chosen);
            (void)settings.set(settings::language, code);
        };
    };
    const auto dress = [&settings, &theme](ThemeMode mode, const QString& name) {
        return [&settings, &theme, mode, name] {
            theme.setMode(mode);
            (void)settings.set(settings::theme, name);
        };
    };
    on("refreshAction"_L1, jobs.refresh);
    on("filterAction"_L1, jobs.focusFilter);
    on("paletteAction"_L1, jobs.openPalette);
    on("traceAction"_L1, jobs.trace);
    on("languageUkAction"_L1, speak(Language::Ukrainian, u"uk"_s));
    on("languageEnAction"_L1, speak(Language::English, u"en"_s));
    on("themeSystemAction"_L1, dress(ThemeMode::System, u"system"_s));
    on("themeLightAction"_L1, dress(ThemeMode::Light, u"light"_s));
    on("themeDarkAction"_L1, dress(ThemeMode::Dark, u"dark"_s));
    on("shortcutsAction"_L1, jobs.showShortcuts);
    on("aboutAction"_L1, jobs.showAbout);
    on("quitAction"_L1, [window] { window->close(); });
    return actions;
}

void retranslateWindowActions(const QList<QAction*>& actions, const Theme& theme, const LanguageSwitch& language)
{
    const bool ukrainian = language.language() == Language::Ukrainian;
    for (QAction* action : actions) {
        const QString name = action->objectName();
        action->setText(QCoreApplication::translate("window", action->property("english").toByteArray().constData()));
        if (name == u"languageUkAction")
            action->setChecked(ukrainian);
        else if (name == u"languageEnAction")
            action->setChecked(!ukrainian);
        else if (name == u"themeSystemAction")
            action->setChecked(theme.mode() == ThemeMode::System);
        else if (name == u"themeLightAction")
            action->setChecked(theme.mode() == ThemeMode::Light);
        else if (name == u"themeDarkAction")
            action->setChecked(theme.mode() == ThemeMode::Dark);
    }
}

} // namespace nc
