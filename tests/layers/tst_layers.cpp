#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path; ///< from the root: models/core/log.cpp
    QString text;
    QStringList includes; ///< as written, without quotes or brackets

    QString top() const { return path.section(u'/', 0, 0); }
    /// "core" of models/core/log.cpp
    QString folder() const { return path.section(u'/', 1, 1); }
};

QList<Source> readSources()
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(NC_SOURCE_DIR));
    QList<Source> sources;
    for (const QString& top : {u"app"_s, u"models"_s, u"widgets"_s, u"tests"_s}) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            Source source{root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()), {}};
            for (auto it = include.globalMatch(source.text); it.hasNext();)
                source.includes += it.next().captured(1);
            sources += source;
        }
    }
    return sources;
}

/// What each folder of models/ links, transitively, read from the CMake lists: the graph that the build enforces.
QHash<QString, QSet<QString>> readLinks()
{
    const QDir models(QStringLiteral(NC_SOURCE_DIR "/models"));
    QHash<QString, QSet<QString>> links;
    static const QRegularExpression alias(u"nc::(\\w+)"_s);
    for (const QString& folder : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(models.filePath(folder + u"/CMakeLists.txt"_s));
        links[folder].insert(folder);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = alias.globalMatch(text); it.hasNext();)
            links[folder].insert(it.next().captured(1));
    }
    for (bool grew = true; grew;) {
        grew = false;
        for (auto it = links.begin(); it != links.end(); ++it) {
            const QSet<QString> direct = it.value();
            for (const QString& other : direct)
                it.value().unite(links.value(other));
            grew = grew || it.value().size() > direct.size();
        }
    }
    return links;
}

/// What the folders may link at most (docs/architecture.md). A wider link is a decision, not an accident.
QHash<QString, QSet<QString>> allowedLinks()
{
    return {
        {u"core"_s, {}},
        {u"http"_s, {u"core"_s}},
        {u"connections"_s, {u"core"_s}},
        {u"kafka"_s, {u"core"_s, u"connections"_s}},
        {u"postgres"_s, {u"core"_s}},
        {u"render"_s, {u"core"_s}},
        {u"templates"_s, {u"core"_s, u"render"_s}},
        {u"channels"_s, {u"core"_s, u"connections"_s, u"http"_s}},
        {u"publish"_s, {u"core"_s, u"http"_s, u"render"_s, u"templates"_s, u"postgres"_s}},
        {u"impact"_s,
            {u"core"_s, u"connections"_s, u"http"_s, u"kafka"_s, u"render"_s, u"postgres"_s, u"templates"_s,
                u"publish"_s, u"channels"_s, u"deadletters"_s}},
        {u"deadletters"_s,
            {u"core"_s, u"connections"_s, u"http"_s, u"channels"_s, u"kafka"_s, u"render"_s, u"postgres"_s,
                u"templates"_s}},
        {u"sandbox"_s, {u"core"_s, u"connections"_s, u"kafka"_s, u"postgres"_s, u"render"_s, u"templates"_s}},
    };
}

/// The rooms of models/deadletters, each with those below it that it may use (docs/architecture.md). errors.h is for
/// all.
QHash<QString, QSet<QString>> deadLetterRooms()
{
    const QSet<QString> known{u"base"_s, u"ledger"_s, u"letters"_s, u"deliveries"_s};
    QHash<QString, QSet<QString>> rooms{{u"base"_s, {}}, {u"ledger"_s, {u"base"_s}},
        {u"letters"_s, {u"base"_s, u"ledger"_s}}, {u"deliveries"_s, {u"base"_s, u"ledger"_s, u"letters"_s}}};
    rooms[u"verdicts"_s] = known;
    rooms[u"trace"_s] = known;
    rooms[u"sending"_s] = known + QSet<QString>{u"verdicts"_s};
    rooms[u"lists"_s] = known + QSet<QString>{u"verdicts"_s, u"sending"_s};
    return rooms;
}

} // namespace

/// The rules of the house that a compiler does not know.
class TestLayers : public QObject {
    Q_OBJECT

private:
    QList<Source> m_sources;

    /// Which sources, outside `allowed` (path beginnings), include what matches.
    QStringList offenders(const QString& pattern, const QStringList& allowed) const
    {
        const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
        QStringList found;
        for (const Source& source : m_sources) {
            const bool may = std::any_of(
                allowed.begin(), allowed.end(), [&](const QString& begin) { return source.path.startsWith(begin); });
            if (may)
                continue;
            for (const QString& include : source.includes) {
                if (expression.match(include).hasMatch())
                    found += source.path + u" includes "_s + include;
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources();
        QVERIFY(m_sources.size() > 50);
    }

    void librariesStayInTheirFolder_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("allowed");
        // Tests may open a connection of their own to look at what was done.
        QTest::newRow("libpqxx") << u"pqxx/.*|libpq-fe\\.h"_s << QStringList{u"models/postgres/"_s, u"tests/"_s};
        QTest::newRow("librdkafka") << u"librdkafka/.*"_s << QStringList{u"models/kafka/"_s, u"tests/"_s};
        QTest::newRow("avro") << u"avro(/.*|\\.h)"_s << QStringList{u"models/kafka/"_s, u"tests/"_s};
        QTest::newRow("yaml-cpp") << u"yaml-cpp/.*"_s << QStringList{u"models/core/yaml"_s};
        QTest::newRow("openssl") << u"openssl/.*"_s << QStringList{u"models/core/sealing.cpp"_s};
        QTest::newRow("keychain") << u".*keychain/.*"_s << QStringList{u"models/core/keychain.cpp"_s};
        QTest::newRow("QScintilla") << u"Qsci/.*"_s << QStringList{u"widgets/"_s, u"tests/"_s};
    }
    void librariesStayInTheirFolder()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, allowed);
        const QStringList found = offenders(pattern, allowed);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void roomsOfDeadLettersLookDownOnly()
    {
        const QHash<QString, QSet<QString>> rooms = deadLetterRooms();
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.path.startsWith(u"models/deadletters/"_s) && source.path.count(u'/') > 2
                && !rooms.contains(source.path.section(u'/', 2, 2)))
                found += source.path + u" is in no room"_s;
            if (!source.path.startsWith(u"models/deadletters/"_s))
                continue;
            const QString room = source.path.section(u'/', 2, 2);
            for (const QString& include : source.includes) {
                const QString other = include.section(u'/', 1, 1);
                if (include.startsWith(u"deadletters/"_s) && rooms.contains(other) && other != room
                    && !rooms.value(room).contains(other))
                    found += source.path + u" includes "_s + include;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void modelsKnowNoWindow()
    {
        static const QRegularExpression gui(
            u"Q(Widget|Application|GuiApplication|Color|Icon|Pixmap|Image|Painter|Font|Palette|Window|Dialog|Action|"
            "TextDocument|Brush|Pen|Desktop.*|Clipboard|Standard(Item.*)|Syntax.*|Validator|KeySequence)"_s);
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.top() != u"models" && !source.path.startsWith(u"app/cli/"))
                continue;
            for (const QString& include : source.includes) {
                if (QRegularExpression(QRegularExpression::anchoredPattern(gui.pattern())).match(include).hasMatch()
                    || include.startsWith(u"QtGui") || include.startsWith(u"QtWidgets"))
                    found += source.path + u" includes "_s + include;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void layersGoOneWay()
    {
        // A name of our own is folder/file.h; whose it is tells its first part.
        const QDir root(QStringLiteral(NC_SOURCE_DIR));
        QStringList found;
        for (const Source& source : m_sources) {
            for (const QString& include : source.includes) {
                const QString folder = include.section(u'/', 0, 0);
                if (source.top() == u"models"
                    && (folder == u"widgets" || folder == u"gui" || folder == u"cli"
                        || (!QFile::exists(root.filePath(u"models/"_s + include))
                            && QFile::exists(root.filePath(u"widgets/"_s + include)))))
                    found += source.path + u" includes "_s + include;
                if (source.top() == u"widgets" && (folder == u"gui" || folder == u"cli"))
                    found += source.path + u" includes "_s + include;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void foldersIncludeWhatTheyLink()
    {
        const QHash<QString, QSet<QString>> links = readLinks();
        QVERIFY(links.size() >= 9);
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.top() != u"models")
                continue;
            for (const QString& include : source.includes) {
                const QString other = include.section(u'/', 0, 0);
                if (include.contains(u'/') && links.contains(other) && !links[source.folder()].contains(other))
                    found += source.path + u" includes "_s + include;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void linksAreTheDesigns()
    {
        const QHash<QString, QSet<QString>> allowed = allowedLinks();
        const QHash<QString, QSet<QString>> links = readLinks();
        QStringList found;
        for (auto it = links.begin(); it != links.end(); ++it) {
            QVERIFY2(allowed.contains(it.key()), qPrintable(it.key() + u" is not in this test's table"_s));
            for (const QString& other : it.value()) {
                if (other != it.key() && !allowed[it.key()].contains(other))
                    found += it.key() + u" links "_s + other;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void filesStaySmall()
    {
        QStringList found;
        QList<qsizetype> sizes;
        for (const Source& source : m_sources) {
            const qsizetype lines = source.text.count(u'\n');
            if (source.path.endsWith(u".cpp") && source.top() != u"tests")
                sizes += lines;
            if (lines > 500)
                found += u"%1: %2 lines"_s.arg(source.path).arg(lines);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        std::sort(sizes.begin(), sizes.end());
        const qsizetype median = sizes[sizes.size() / 2];
        QVERIFY2(median < 150, qPrintable(u"half of the .cpp files have more than %1 lines"_s.arg(median)));
    }

    void habitsThatAgeBadly_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("nested event loops")
            << u"processEvents\\s*\\(|\\bQEventLoop\\b"_s << QStringList{u"models/core/keychain.cpp"_s, u"tests/"_s};
        QTest::newRow("signals as strings") << u"\\b(SIGNAL|SLOT)\\s*\\("_s << QStringList{u"tests/layers/"_s};
        // A pause between tries, one for a picture, and one before the cancel of a read that tells nothing meanwhile.
        QTest::newRow("sleeping tests") << u"QTest::qSleep|QTest::qWait\\s*\\("_s
                                        << QStringList{u"tests/layers/"_s, u"tests/gui/topics/tst_topicspage.cpp"_s,
                                               u"tests/kafka/tst_reader.cpp"_s};
        QTest::newRow("settings by string") << u"\\bQSettings\\b"_s << QStringList{u"tests/layers/"_s};
        QTest::newRow("old include guards") << u"#ifndef \\w+_H\\b"_s << QStringList{u"tests/layers/"_s};
    }
    void habitsThatAgeBadly()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, allowed);
        const QRegularExpression expression(pattern);
        static const QRegularExpression comment(u"//[^\n]*"_s);
        QStringList found;
        for (const Source& source : m_sources) {
            const bool may = std::any_of(
                allowed.begin(), allowed.end(), [&](const QString& begin) { return source.path.startsWith(begin); });
            if (!may && QString(source.text).remove(comment).contains(expression))
                found += source.path;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void headersHaveOneGuard()
    {
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.path.endsWith(u".h") && !source.text.startsWith(u"#pragma once\n"))
                found += source.path;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void nothingPointsOutside()
    {
        // What the repository says must make sense to somebody who has nothing else.
        static const QRegularExpression outside(u"/work/(shared|main|wt)|issue #?\\d+\\b"_s);
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.path != u"tests/layers/tst_layers.cpp" && source.text.contains(outside))
                found += source.path;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
