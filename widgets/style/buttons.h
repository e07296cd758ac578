#pragma once

class QAbstractButton;

namespace nc {

/// How a button looks. A page has exactly one Primary; Danger is for what destroys and is never beside it; Plain has no
/// frame until the pointer is over it; Link reads as a link in a text.
enum class ButtonKind { Normal, Primary, Danger, Plain, Link };

void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QAbstractButton* button);

/// Text at the left instead of the middle; for buttons that stand for a choice.
void setTextLeft(QAbstractButton* button);
bool isTextLeft(const QAbstractButton* button);

} // namespace nc
