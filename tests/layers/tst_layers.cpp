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
    /// "core/log.cpp" of models/core/log.cpp
    QString below() const { return path.section(u'/', 1); }
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

/// The libraries of models/ and what each links, transitively, read from the CMake lists: the graph that the build
/// enforces. A library's name is its folder: "core", "kafka/client". A folder with rooms links what its rooms do.
QHash<QString, QSet<QString>> readLinks()
{
    const QDir models(QStringLiteral(NC_SOURCE_DIR "/models"));
    static const QRegularExpression alias(u"nc::(\\w+)"_s);
    QHash<QString, QString> texts;
    QHash<QString, QString> folders; // by alias: kafka_client is kafka/client
    QDirIterator lists(models.path(), {u"CMakeLists.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (lists.hasNext()) {
        QFile file(lists.next());
        const QString folder = models.relativeFilePath(QFileInfo(file).path());
        if (folder == u"." || !file.open(QIODevice::ReadOnly))
            continue;
        texts[folder] = QString::fromUtf8(file.readAll());
        folders[QString(folder).replace(u'/', u'_')] = folder;
    }
    QHash<QString, QSet<QString>> links;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        links[it.key()].insert(it.key());
        for (auto found = alias.globalMatch(it.value()); found.hasNext();)
            links[it.key()].insert(folders.value(found.next().captured(1)));
        if (it.key().contains(u'/'))
            links[it.key().section(u'/', 0, 0)].insert(it.key());
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

/// The library that a path below models/ belongs to: the room where there are rooms, else the folder.
QString libraryOf(const QString& below, const QHash<QString, QSet<QString>>& links)
{
    const QString room = below.section(u'/', 0, 1);
    return links.contains(room) ? room : below.section(u'/', 0, 0);
}

/// What the folders may link at most (docs/architecture.md, "Rooms"). A wider link is a decision, not an accident.
QHash<QString, QSet<QString>> allowedLinks()
{
    const QSet<QString> base{u"core"_s, u"gate"_s, u"text"_s, u"yaml"_s, u"git"_s, u"process"_s, u"secrets"_s};
    const QSet<QString> templates = base + QSet<QString>{u"render"_s, u"templates"_s};
    const QSet<QString> publish = templates + QSet<QString>{u"http"_s, u"postgres"_s, u"publish"_s, u"preview"_s};
    const QSet<QString> failures = base
        + QSet<QString>{u"connections"_s, u"http"_s, u"channels"_s, u"kafka"_s, u"render"_s, u"postgres"_s,
            u"templates"_s, u"failures"_s};
    return {
        {u"core"_s, {}},
        {u"gate"_s, {u"core"_s}},
        {u"text"_s, {}},
        {u"yaml"_s, {u"core"_s}},
        {u"git"_s, {u"core"_s, u"gate"_s, u"text"_s}},
        {u"process"_s, {u"core"_s}},
        {u"secrets"_s, {u"core"_s}},
        {u"http"_s, {u"core"_s}},
        {u"connections"_s, {u"core"_s, u"gate"_s, u"git"_s, u"secrets"_s, u"text"_s}},
        {u"kafka"_s, {u"core"_s, u"gate"_s, u"git"_s, u"secrets"_s, u"text"_s, u"connections"_s, u"kafka"_s}},
        {u"postgres"_s, {u"core"_s}},
        {u"render"_s, {u"core"_s, u"process"_s}},
        {u"templates"_s, templates},
        {u"channels"_s, base + QSet<QString>{u"connections"_s, u"http"_s}},
        {u"publish"_s, publish},
        {u"preview"_s, publish},
        {u"authoring"_s, publish},
        {u"failures"_s, failures},
        {u"impact"_s, failures + publish},
        {u"sandbox"_s, base + QSet<QString>{u"connections"_s, u"kafka"_s, u"postgres"_s}},
    };
}

/// The order of the rooms in a house of several: each may use those before it (docs/architecture.md, "Rooms"). The
/// build keeps it too; this table says it in one place.
QList<QStringList> roomsInOrder()
{
    return {
        {u"kafka/client"_s, u"kafka/records"_s, u"kafka/cluster"_s, u"kafka/filter"_s, u"kafka/schemas"_s,
            u"kafka/reading"_s, u"kafka/writing"_s, u"kafka/lists"_s},
        {u"templates/source"_s, u"templates/lint"_s, u"templates/library"_s},
        {u"publish/plan"_s, u"publish/journal"_s, u"publish/history"_s, u"publish/diia"_s, u"publish/run"_s,
            u"publish/session"_s},
        {u"failures/facts"_s, u"failures/ledger"_s, u"failures/letters"_s, u"failures/deliveries"_s,
            u"failures/verdicts"_s, u"failures/trace"_s, u"failures/sending"_s, u"failures/lists"_s},
    };
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
        QTest::newRow("yaml-cpp") << u"yaml-cpp/.*"_s << QStringList{u"models/yaml/"_s};
        QTest::newRow("openssl") << u"openssl/.*"_s << QStringList{u"models/secrets/sealing.cpp"_s};
        QTest::newRow("libgit2") << u"git2(/.*|\\.h)"_s << QStringList{u"models/git/"_s};
        QTest::newRow("keychain") << u".*keychain/.*"_s << QStringList{u"models/secrets/keychain.cpp"_s};
        QTest::newRow("QScintilla") << u"Qsci/.*"_s << QStringList{u"widgets/"_s, u"tests/"_s};
    }
    void librariesStayInTheirFolder()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, allowed);
        const QStringList found = offenders(pattern, allowed);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void roomsLookDownOnly()
    {
        const QHash<QString, QSet<QString>> links = readLinks();
        QStringList found;
        for (const QStringList& rooms : roomsInOrder()) {
            const QString house = rooms.first().section(u'/', 0, 0);
            for (auto it = links.begin(); it != links.end(); ++it) {
                if (it.key().startsWith(house + u'/') && !rooms.contains(it.key()))
                    found += it.key() + u" is not in this test's order"_s;
            }
            for (const Source& source : m_sources) {
                if (!source.path.startsWith(u"models/"_s + house + u'/'))
                    continue;
                const qsizetype floor = rooms.indexOf(libraryOf(source.below(), links));
                if (floor < 0)
                    found += source.path + u" is in no room"_s;
                for (const QString& include : source.includes) {
                    if (rooms.indexOf(libraryOf(include, links)) > floor)
                        found += source.path + u" includes "_s + include;
                }
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
        QVERIFY(links.size() >= 40);
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.top() != u"models")
                continue;
            const QString mine = libraryOf(source.below(), links);
            for (const QString& include : source.includes) {
                const QString other = libraryOf(include, links);
                if (include.contains(u'/') && links.contains(other) && !links[mine].contains(other))
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
            const QString house = it.key().section(u'/', 0, 0);
            QVERIFY2(allowed.contains(house), qPrintable(house + u" is not in this test's table"_s));
            for (const QString& other : it.value()) {
                const QString top = other.section(u'/', 0, 0);
                if (!top.isEmpty() && top != house && !allowed[house].contains(top))
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
            << u"processEvents\\s*\\(|\\bQEventLoop\\b"_s << QStringList{u"models/secrets/keychain.cpp"_s, u"tests/"_s};
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
