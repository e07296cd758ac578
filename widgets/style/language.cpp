#include "widgets/style/language.h"

#include <QLocale>

namespace nc {

Language currentLanguage()
{
    return QLocale().language() == QLocale::Ukrainian ? Language::Ukrainian : Language::English;
}

Sentence sentenceFor(const Error& error)
{
    return sentenceFor(error, currentLanguage());
}

} // namespace nc
