// Text on each surface that it is meant for can be read: 4.5 : 1, what can be pressed or typed into 3 : 1 (WCAG 2.1).
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"

#include <QPainter>
#include <QPixmap>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace nc;

static double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(const QColor& c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

static double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

class TestColors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("surface");
        for (const Colors* c : {&lightColors(), &darkColors()}) {
            const QByteArray mode = c->dark ? "dark " : "light ";
            const auto row = [&mode](const char* name, const QColor& text, const QColor& surface) {
                QTest::newRow((mode + name).constData()) << text << surface;
            };
            for (const auto& [name, surface] :
                std::initializer_list<std::pair<const char*, QColor>>{{"window", c->window}, {"base", c->base},
                    {"zebra", c->zebra}, {"rail", c->rail}, {"selection", c->selection}}) {
                row(QByteArray("text on ").append(name).constData(), c->text, surface);
                row(QByteArray("muted on ").append(name).constData(), c->muted, surface);
                row(QByteArray("accent on ").append(name).constData(), c->accent, surface);
                for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Error})
                    row((QByteArray("tone ") + QByteArray::number(int(tone)) + " on " + name).constData(),
                        c->tone(tone), surface);
            }
            for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Error})
                row((QByteArray("tone on its soft surface ") + QByteArray::number(int(tone))).constData(),
                    c->tone(tone), c->soft(tone));
            row("primary button", c->onAccent, c->accentFill);
            row("danger", c->onDanger, c->dangerFill);
            row("text on hover", c->text, c->hover);
            for (const QColor& surface : {c->added, c->removed, c->changed})
                row(("text on difference " + surface.name().toLatin1()).constData(), c->text, surface);
            for (const QColor& syntax :
                {c->syntaxKey, c->syntaxString, c->syntaxNumber, c->syntaxWord, c->syntaxTag, c->syntaxComment})
                row(("syntax " + syntax.name().toLatin1()).constData(), syntax, c->base);
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, surface);
        const double ratio = contrast(text, surface);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), surface.name()).arg(ratio)));
    }

    void controlsAreVisible()
    {
        for (const Colors* c : {&lightColors(), &darkColors()}) {
            QVERIFY(contrast(c->inputBorder, c->base) >= 3.0);
            QVERIFY(contrast(c->inputBorder, c->window) >= 2.9);
            QVERIFY(contrast(c->accent, c->base) >= 3.0);
        }
    }

    void paletteTellsItsColors()
    {
        QVERIFY(!colorsFor(paletteOf(lightColors())).dark);
        QVERIFY(colorsFor(paletteOf(darkColors())).dark);
    }

    void everyIconIsDrawn()
    {
        for (int i = 0; i < iconCount; ++i) {
            const QImage image = icon(static_cast<Icon>(i)).pixmap(48, 48).toImage();
            bool drawn = false;
            for (int y = 0; y < image.height() && !drawn; ++y) {
                for (int x = 0; x < image.width() && !drawn; ++x)
                    drawn = image.pixelColor(x, y).alpha() > 128;
            }
            QVERIFY2(drawn, iconName(static_cast<Icon>(i)));
        }
    }
};

QTEST_MAIN(TestColors)
#include "tst_colors.moc"
