#pragma once

#include "core/sentences.h"

#include <QList>
#include <QString>

namespace nc {

/// A word of FreeMarker that the editor offers.
struct LanguageWord {
    enum class Kind { Directive, BuiltIn };

    Kind kind = Kind::Directive;
    QString name;
    QString insert; ///< what is typed in its place; `|` is where the caret goes (none: behind it)
    QString help[2]; ///< English, Ukrainian: one line

    const QString& helpIn(Language language) const { return help[language == Language::Ukrainian ? 1 : 0]; }
};

/// Those of FreeMarker 2.3.31 that authors need, compiled in (resources/lexer), in the order of the file. Any thread.
const QList<LanguageWord>& languageWords();
const LanguageWord* findWord(LanguageWord::Kind kind, QStringView name);

} // namespace nc
