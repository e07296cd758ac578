#pragma once

#include <QString>

namespace nc {

/// The words of a letter as a reader sees them, line by line, for comparing two letters: tags, styles and scripts are
/// gone, blocks stand on lines of their own, entities are characters, a link names its address behind it, a picture its
/// alternative text. Not what a mail program shows as the text form. Pure; takes any text.
QString letterText(const QString& html);

} // namespace nc
