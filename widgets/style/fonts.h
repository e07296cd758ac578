#pragma once

#include <QFont>

class QLabel;
class QWidget;

namespace nc {

/// The four sizes of text, relative to the system's size, in points: they follow the screen's density.
enum class TextSize { Caption, Body, Heading, Title };

QFont textFont(TextSize size);
/// Figures and payloads.
QFont fixedFont(TextSize size = TextSize::Body);

/// Gives the widget that size and follows when the application's font changes.
void setTextSize(QWidget* widget, TextSize size);

} // namespace nc
