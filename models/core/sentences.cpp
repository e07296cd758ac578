#include "core/sentences.h"

#include <QDir>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

// Resources of a static library must be asked for by name, outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(sentences);
}

namespace nc {
namespace {

struct Row {
    QString what[2];
    QString advice[2];
};

QHash<QString, Row> loadTable()
{
    initResources();
    QHash<QString, Row> table;
    const QDir folder(u":/sentences"_s);
    for (const QString& name : folder.entryList({u"*.tsv"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString domain = name.chopped(4);
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList cells = line.split(u'\t');
            if (line.startsWith(u'#') || cells.size() < 3)
                continue;
            table.insert(
                domain + u'.' + cells[0], {{cells.value(1), cells.value(2)}, {cells.value(3), cells.value(4)}});
        }
    }
    return table;
}

const QHash<QString, Row>& table()
{
    static const QHash<QString, Row> rows = loadTable();
    return rows;
}

QString filled(const QString& pattern, const Error& error)
{
    // One pass, so that a "%2" inside a subject stays what it is.
    QString text;
    text.reserve(pattern.size() + error.subject.size() + error.detail.size());
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == u'%' && i + 1 < pattern.size()
            && (pattern[i + 1] == u'1' || pattern[i + 1] == u'2')
            && (i + 2 >= pattern.size() || !pattern[i + 2].isDigit()); // "%20" is meant as it stands
        if (place)
            text += pattern[++i] == u'1' ? error.subject : error.detail;
        else
            text += pattern[i];
    }
    return text;
}

} // namespace

Sentence sentenceFor(const Error& error, Language language)
{
    const int column = language == Language::Ukrainian ? 1 : 0;
    const auto row = table().constFind(error.id());
    if (row == table().constEnd()) {
        QStringList parts{error.id()};
        for (const QString& part : {error.subject, error.detail}) {
            if (!part.isEmpty())
                parts += part;
        }
        return {parts.join(u": "_s), {}};
    }
    QString what = filled(row->what[column], error);
    if (!error.detail.isEmpty() && !row->what[column].contains("%2"_L1) && !row->advice[column].contains("%2"_L1))
        what += " ("_L1 + error.detail + u')';
    return {what, filled(row->advice[column], error)};
}

QString describe(const Error& error, Language language)
{
    const Sentence sentence = sentenceFor(error, language);
    return sentence.advice.isEmpty() ? sentence.what : QString(sentence.what + u' ' + sentence.advice);
}

QStringList knownSentences()
{
    QStringList ids = table().keys();
    ids.sort();
    return ids;
}

} // namespace nc
