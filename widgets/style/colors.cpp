#include "widgets/style/colors.h"

namespace nc {

const QColor& Colors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return ok;
    case Tone::Warning:
        return warning;
    case Tone::Error:
        return error;
    case Tone::Neutral:
        break;
    }
    return neutral;
}

const QColor& Colors::soft(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return okSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Error:
        return errorSoft;
    case Tone::Neutral:
        break;
    }
    return neutralSoft;
}

const Colors& lightColors()
{
    static const Colors colors{
        .dark = false,
        .window = 0xf4f5f7u,
        .base = 0xffffffu,
        .zebra = 0xf8f9fbu,
        .rail = 0xe9ecf0u,
        .hover = 0xdde2e8u,
        .border = 0xd5dae1u,
        .inputBorder = 0x868f9cu,
        .text = 0x1b1f24u,
        .muted = 0x555e69u,
        .disabled = 0x8b939eu,
        .accent = 0x1d56a6u,
        .accentFill = 0x1d56a6u,
        .onAccent = 0xffffffu,
        .selection = 0xd6e4f7u,
        .error = 0xac2019u,
        .warning = 0x764c00u,
        .ok = 0x17633au,
        .neutral = 0x555e69u,
        .errorSoft = 0xfce9e7u,
        .warningSoft = 0xfff1d6u,
        .okSoft = 0xe0f2e6u,
        .neutralSoft = 0xe9ecf0u,
        .dangerFill = 0xac2019u,
        .onDanger = 0xffffffu,
        .added = 0xdcf3e3u,
        .removed = 0xfbe0deu,
        .changed = 0xfdf0d0u,
        .syntaxKey = 0x1d4e91u,
        .syntaxString = 0x17633au,
        .syntaxNumber = 0x8a3b00u,
        .syntaxWord = 0x7a2d8cu,
        .syntaxTag = 0x1d4e91u,
        .syntaxComment = 0x5c6570u,
    };
    return colors;
}

const Colors& darkColors()
{
    static const Colors colors{
        .dark = true,
        .window = 0x1b1e23u,
        .base = 0x15181cu,
        .zebra = 0x1a1d22u,
        .rail = 0x22262cu,
        .hover = 0x2e343cu,
        .border = 0x343a43u,
        .inputBorder = 0x717b88u,
        .text = 0xe3e6eau,
        .muted = 0xa6aeb9u,
        .disabled = 0x6f7884u,
        .accent = 0x86b6f4u,
        .accentFill = 0x2a64b8u,
        .onAccent = 0xffffffu,
        .selection = 0x25405fu,
        .error = 0xf5a19au,
        .warning = 0xe8bb60u,
        .ok = 0x82cf9fu,
        .neutral = 0xa6aeb9u,
        .errorSoft = 0x412523u,
        .warningSoft = 0x3b2f18u,
        .okSoft = 0x1c3526u,
        .neutralSoft = 0x2b3037u,
        .dangerFill = 0xa8281fu,
        .onDanger = 0xffffffu,
        .added = 0x1d3827u,
        .removed = 0x472625u,
        .changed = 0x41351au,
        .syntaxKey = 0x8fbcf5u,
        .syntaxString = 0x8fd3a7u,
        .syntaxNumber = 0xedb283u,
        .syntaxWord = 0xd3a6e3u,
        .syntaxTag = 0x8fbcf5u,
        .syntaxComment = 0x98a1acu,
    };
    return colors;
}

const Colors& colorsFor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightness() < 128 ? darkColors() : lightColors();
}

QPalette paletteOf(const Colors& c)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        p.setColor(QPalette::Active, role, color);
        p.setColor(QPalette::Inactive, role, color);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, c.window, c.window);
    set(QPalette::WindowText, c.text, c.disabled);
    set(QPalette::Base, c.base, c.window);
    set(QPalette::AlternateBase, c.zebra, c.window);
    set(QPalette::Text, c.text, c.disabled);
    set(QPalette::PlaceholderText, c.muted, c.disabled);
    set(QPalette::Button, c.base, c.window);
    set(QPalette::ButtonText, c.text, c.disabled);
    set(QPalette::BrightText, c.onAccent, c.onAccent);
    set(QPalette::Highlight, c.selection, c.neutralSoft);
    set(QPalette::HighlightedText, c.text, c.disabled);
    set(QPalette::Link, c.accent, c.disabled);
    set(QPalette::LinkVisited, c.accent, c.disabled);
    set(QPalette::ToolTipBase, c.rail, c.rail);
    set(QPalette::ToolTipText, c.text, c.text);
    set(QPalette::Light, c.base, c.base);
    set(QPalette::Midlight, c.hover, c.hover);
    set(QPalette::Mid, c.border, c.border);
    set(QPalette::Dark, c.inputBorder, c.border);
    set(QPalette::Shadow, c.border, c.border);
    return p;
}

} // namespace nc
