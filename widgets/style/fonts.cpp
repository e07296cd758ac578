#include "widgets/style/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace nc {

static void resize(QFont& font, TextSize size)
{
    const qreal body = QApplication::font().pointSizeF();
    switch (size) {
    case TextSize::Caption:
        font.setPointSizeF(body * 0.9);
        break;
    case TextSize::Body:
        font.setPointSizeF(body);
        break;
    case TextSize::Heading:
        font.setPointSizeF(body * 1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextSize::Title:
        font.setPointSizeF(body * 1.6);
        font.setWeight(QFont::DemiBold);
        break;
    }
}

QFont textFont(TextSize size)
{
    QFont font = QApplication::font();
    resize(font, size);
    return font;
}

QFont fixedFont(TextSize size)
{
    static const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont font = system;
    font.setFamilies({u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s, system.family()});
    font.setStyleHint(QFont::Monospace);
    resize(font, size);
    // Monospaced faces look larger than their neighbours at the same size.
    font.setPointSizeF(font.pointSizeF() * 0.95);
    return font;
}

void setTextSize(QWidget* widget, TextSize size)
{
    widget->setFont(textFont(size));
}

} // namespace nc
