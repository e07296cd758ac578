#pragma once

#include <QObject>

class QApplication;

namespace nc {

enum class ThemeMode { System, Light, Dark };

/// Dresses the application: style, palette and font; the only place that does. One a program, made by the composition
/// root before the first widget. Widgets need no reference to it: they read `colorsFor(palette())`, `textFont()`,
/// `icon()` and `metrics`, and hear of a switch by QEvent::PaletteChange.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication& app);

    ThemeMode mode() const { return m_mode; }
    bool isDark() const;
    void setMode(ThemeMode mode);

Q_SIGNALS:
    void changed();

private:
    bool systemIsDark() const;
    void apply();

    QApplication& m_app;
    ThemeMode m_mode = ThemeMode::System;
    bool m_systemDark = false;
};

} // namespace nc
