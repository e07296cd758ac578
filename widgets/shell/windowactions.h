#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

#include <functional>

namespace nc {

class LanguageSwitch;
class Settings;
class Theme;

/// What the window itself does when its actions are chosen.
struct WindowJobs {
    std::function<void()> refresh;
    std::function<void()> focusFilter;
    std::function<void()> openPalette;
    std::function<void()> trace; ///< to the search for what became of a person's message
    std::function<void()> showShortcuts;
    std::function<void()> showAbout;
};

/// The window's own actions (refresh, search, language, theme, help), with their English words in "english" and their
/// words in the window's language as texts. Children of the window.
QList<QAction*> makeWindowActions(
    QWidget* window, const WindowJobs& jobs, Settings& settings, Theme& theme, LanguageSwitch& language);
/// Sets their texts and check marks anew.
void retranslateWindowActions(const QList<QAction*>& actions, const Theme& theme, const LanguageSwitch& language);

} // namespace nc
