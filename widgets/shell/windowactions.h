#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

#include <functional>

namespace nc {

class MainWindow;
class LanguageSwitch;
class Settings;
class Theme;

/// The window's own actions (refresh, search, language, theme, help), with their English words in "english" and their
/// words in the window's language as texts. Children of the window.
QList<QAction*> makeWindowActions(MainWindow* window, Settings& settings, Theme& theme, LanguageSwitch& language);
/// Sets their texts and check marks anew.
void retranslateWindowActions(const QList<QAction*>& actions, const Theme& theme, const LanguageSwitch& language);

} // namespace nc
