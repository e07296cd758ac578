#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// What ConsoleStyle paints itself. Each takes what QStyle hands over and paints all of that element.
namespace nc::style {

void button(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void buttonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void toolButtonPanel(const QStyleOption& option, QPainter* painter, const QWidget* widget);
void input(const QStyleOption& option, QPainter* painter, bool focus);
void focusRing(const QStyleOption& option, QPainter* painter);
void checkBox(const QStyleOption& option, QPainter* painter);
void radioButton(const QStyleOption& option, QPainter* painter);
void header(const QStyleOptionHeader& option, QPainter* painter);
void headerArrow(const QStyleOptionHeader& option, QPainter* painter);
void tab(const QStyleOptionTab& option, QPainter* painter);
void comboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget);
void scrollBar(const QStyleOptionSlider& option, QPainter* painter, const QRect& slider);
void progress(const QStyleOptionProgressBar& option, QPainter* painter);
void splitter(const QStyleOption& option, QPainter* painter);
void branch(const QStyleOption& option, QPainter* painter);

} // namespace nc::style
