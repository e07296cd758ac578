#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The program's sources by their path from the root.
using Sources = QHash<QString, QString>;

Sources readSources()
{
    const QDir root(QStringLiteral(NC_SOURCE_DIR));
    Sources sources;
    for (const QString& top : {u"app"_s, u"models"_s, u"widgets"_s}) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return sources;
}

/// What a regular expression finds anywhere, its first group.
QStringList allOf(const QString& text, const QString& expression)
{
    QStringList found;
    const QRegularExpression regex(expression, QRegularExpression::MultilineOption);
    for (auto it = regex.globalMatch(text); it.hasNext();)
        found += it.next().captured(1);
    return found;
}

/// Those of `declared` that are named nowhere as `prefix` and the name.
QStringList unnamed(const QStringList& declared, const QString& prefix, const Sources& sources)
{
    QSet<QString> named;
    for (const QString& text : sources) {
        for (const QString& name : allOf(text, u"\\b"_s + prefix + u"(\\w+)"_s))
            named.insert(name);
    }
    QStringList missing = declared;
    missing.removeIf([&named](const QString& name) { return named.contains(name); });
    return missing;
}

QStringList settingsIn(const QString& table)
{
    return allOf(table, u"^inline const Setting<[^>]+> (\\w+)\\{"_s);
}

struct Code {
    QString constant;
    QString name; ///< as in the table of sentences
    QString domain;
};

QList<Code> codesIn(const Sources& sources)
{
    static const QRegularExpression code(
        u"inline constexpr ErrorCode (\\w+)\\s*\\{\\s*\"([\\w.-]+)\",\\s*\"([\\w.-]+)\""_s);
    QList<Code> codes;
    for (const QString& text : sources) {
        for (auto it = code.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            codes += Code{match.captured(1), match.captured(3), match.captured(2)};
        }
    }
    return codes;
}

/// A code is raised, or asked for, where its constant is named again.
QStringList codesNeverRaised(const Sources& sources)
{
    QHash<QString, int> words;
    for (const QString& text : sources) {
        for (const QString& word : allOf(text, u"\\b([a-zA-Z]\\w+)\\b"_s))
            ++words[word];
    }
    QStringList never;
    for (const Code& code : codesIn(sources)) {
        if (words.value(code.constant) < 2)
            never += code.constant;
    }
    return never;
}

QStringList iconsIn(const QString& header)
{
    const QString list = header.section(u"enum class Icon {"_s, 1).section(u"};"_s, 0, 0);
    return allOf(list, u"(\\w+),"_s);
}

} // namespace

/// What stands in a table does something: settings are read, codes are raised, drawings are shown.
class TestUnused : public QObject {
    Q_OBJECT

    Sources m_sources;

private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources();
        QVERIFY(m_sources.size() > 800);
    }

    void theScanSeesWhatIsUnused()
    {
        const Sources made{
            {u"a.h"_s,
                u"inline const Setting<int> one{\"one\", 1};\ninline const Setting<QString> two{\"two\"};\n"
                "inline constexpr ErrorCode lost{\"core\", \"lost\"};\n"
                "inline constexpr ErrorCode found{\"core\", \"found\"};\n"
                "enum class Icon {\n    Sun,\n    Moon,\n};\n"_s},
            {u"b.cpp"_s, u"get(settings::one); return fail(errors::found); icon(Icon::Moon); // lostling"_s}};
        QCOMPARE(unnamed(settingsIn(made[u"a.h"_s]), u"settings::"_s, made), QStringList{u"two"_s});
        QCOMPARE(codesNeverRaised(made), QStringList{u"lost"_s});
        QCOMPARE(unnamed(iconsIn(made[u"a.h"_s]), u"Icon::"_s, made), QStringList{u"Sun"_s});
    }

    void everySettingIsRead()
    {
        const QStringList table = settingsIn(m_sources[u"models/core/settingstable.h"_s]);
        QVERIFY(table.size() > 5);
        QCOMPARE(unnamed(table, u"settings::"_s, m_sources), QStringList());
    }

    void everyCodeIsRaised()
    {
        QVERIFY(codesIn(m_sources).size() > 300);
        QCOMPARE(codesNeverRaised(m_sources), QStringList());
    }

    /// Rows are named by a code, or by a text that the sources hold (problems of templates, with a variant behind a
    /// dot).
    void everySentenceHasACode()
    {
        QSet<QString> known;
        for (const Code& code : codesIn(m_sources))
            known.insert(code.domain + u'.' + code.name);
        QSet<QString> literals;
        for (const QString& text : m_sources) {
            for (const QString& literal : allOf(text, u"\"([a-z][a-z0-9.-]+)\""_s))
                literals.insert(literal);
        }
        const QDir folder(QStringLiteral(NC_SOURCE_DIR "/resources/sentences"));
        QStringList strangers;
        int rows = 0;
        for (const QString& name : folder.entryList({u"*.tsv"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString domain = name.chopped(4);
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
                const QString row = line.section(u'\t', 0, 0);
                if (row.startsWith(u'#'))
                    continue;
                ++rows;
                const QString bare = row.section(u'.', 0, 0);
                if (!known.contains(domain + u'.' + row) && !known.contains(domain + u'.' + bare)
                    && !literals.contains(row) && !literals.contains(bare))
                    strangers += domain + u'.' + row;
            }
        }
        QVERIFY(rows > 300);
        QCOMPARE(strangers, QStringList());
    }

    void everyDrawingIsShown()
    {
        const QStringList icons = iconsIn(m_sources[u"widgets/style/icons.h"_s]);
        QVERIFY(icons.size() > 30);
        QCOMPARE(unnamed(icons, u"Icon::"_s, m_sources), QStringList());
        // And no file without a name in the table.
        const QDir drawings(QStringLiteral(NC_SOURCE_DIR "/resources/icons"));
        QCOMPARE(drawings.entryList({u"*.svg"_s}, QDir::Files).size(), icons.size());
    }
};

QTEST_GUILESS_MAIN(TestUnused)
#include "tst_unused.moc"
