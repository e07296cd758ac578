#include "authoring/languagewords.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside the namespace, as the macro wants it.
static void initWords()
{
    Q_INIT_RESOURCE(words);
}

namespace nc {
namespace {

QList<LanguageWord> load()
{
    initWords();
    QList<LanguageWord> words;
    QFile file(u":/lexer/freemarker.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return words;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (line.startsWith(u'#') || cells.size() != 5)
            continue;
        const auto kind = cells[0] == u"directive" ? LanguageWord::Kind::Directive : LanguageWord::Kind::BuiltIn;
        words.append({kind, cells[1], cells[2], {cells[3], cells[4]}});
    }
    return words;
}

} // namespace

const QList<LanguageWord>& languageWords()
{
    static const QList<LanguageWord> words = load();
    return words;
}

const LanguageWord* findWord(LanguageWord::Kind kind, QStringView name)
{
    const auto& words = languageWords();
    const auto found =
        std::ranges::find_if(words, [&](const LanguageWord& word) { return word.kind == kind && word.name == name; });
    return found == words.end() ? nullptr : &*found;
}

} // namespace nc
