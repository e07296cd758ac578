#include "widgets/style/theme.h"

#include "widgets/style/colors.h"
#include "widgets/style/consolestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace nc {

/// The desktop's own face stays; where there is no desktop to say one ("Sans Serif"), a good face with Cyrillic.
static QFont bodyFont(QFont font)
{
    const QStringList generic{u"Sans Serif"_s, u"Sans"_s, u"sans-serif"_s, u""_s, u"Helvetica"_s, u"DejaVu Sans"_s};
    if (generic.contains(font.family(), Qt::CaseInsensitive))
        font.setFamilies({u"Inter"_s, u"Noto Sans"_s, font.family()});
    if (font.pointSizeF() < 10)
        font.setPointSizeF(10);
    return font;
}

Theme::Theme(QApplication& app)
    : QObject(&app)
    , m_app(app)
    , m_systemDark(app.palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setFont(bodyFont(QApplication::font()));
    QApplication::setStyle(new ConsoleStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    apply();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    return m_systemDark;
}

bool Theme::isDark() const
{
    return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemIsDark());
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::apply()
{
    QApplication::setPalette(paletteOf(isDark() ? darkColors() : lightColors()));
    Q_EMIT changed();
}

} // namespace nc
