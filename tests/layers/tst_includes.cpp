#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepest = 10;
constexpr int mostInFolder = 45;

/// Which file includes which, by path from the root; only our own files.
using Includes = QMap<QString, QStringList>;

/// `core/log.h` stands below models/, `cli/output.h` below app/, `widgets/shell/page.h` where it says, `page.h` beside
/// the file that includes it. Empty: not one of ours (a moc file).
QString fileOf(const QString& include, const QString& includedBy, const QSet<QString>& files)
{
    const QString beside = includedBy.section(u'/', 0, -2) + u'/' + include;
    for (const QString& path : {beside, u"models/"_s + include, u"app/"_s + include, include}) {
        if (files.contains(path))
            return path;
    }
    return {};
}

Includes readIncludes(QStringList& lost)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(NC_SOURCE_DIR));
    QMap<QString, QString> texts;
    for (const QString& top : {u"app"_s, u"models"_s, u"widgets"_s}) {
        QDirIterator found(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            if (file.open(QIODevice::ReadOnly))
                texts[root.relativeFilePath(file.fileName())] = QString::fromUtf8(file.readAll());
        }
    }
    const QStringList paths = texts.keys();
    const QSet<QString> files(paths.begin(), paths.end());
    Includes includes;
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        QStringList& mine = includes[it.key()];
        for (auto match = include.globalMatch(it.value()); match.hasNext();) {
            const QString name = match.next().captured(1);
            const QString path = fileOf(name, it.key(), files);
            if (!path.isEmpty())
                mine += path;
            else if (!name.endsWith(u".moc"))
                lost += it.key() + u" includes "_s + name;
        }
    }
    return includes;
}

/// A source and its header are one: where a part's header needs its façade's, and the façade's source the part's, one
/// cannot be understood, changed or tested without the other.
Includes byStem(const Includes& includes)
{
    const auto stem = [](const QString& path) { return path.section(u'.', 0, 0); };
    Includes stems;
    for (auto it = includes.constBegin(); it != includes.constEnd(); ++it) {
        QStringList& mine = stems[stem(it.key())];
        for (const QString& other : it.value()) {
            if (stem(other) != stem(it.key()) && !mine.contains(stem(other)))
                mine += stem(other);
        }
    }
    return stems;
}

/// Every circle that a walk over all files meets, as `a → b → a`; empty exactly where there is none.
QStringList circlesIn(const Includes& includes)
{
    QStringList circles;
    QStringList way;
    QSet<QString> done;
    const std::function<void(const QString&)> visit = [&](const QString& file) {
        if (const qsizetype at = way.indexOf(file); at >= 0) {
            circles += (way.mid(at) << file).join(u" → "_s);
            return;
        }
        if (done.contains(file))
            return;
        way += file;
        for (const QString& other : includes.value(file))
            visit(other);
        way.removeLast();
        done.insert(file);
    };
    for (auto it = includes.constBegin(); it != includes.constEnd(); ++it)
        visit(it.key());
    return circles;
}

/// The longest way from a file over what it includes, the file first. Headers without circles only.
QStringList chainOf(const QString& file, const Includes& includes, QHash<QString, QStringList>& known)
{
    if (const auto it = known.constFind(file); it != known.constEnd())
        return *it;
    known[file] = {file}; // so that a circle comes to an end; noCircles() tells of it
    QStringList longest;
    for (const QString& other : includes.value(file)) {
        const QStringList chain = chainOf(other, includes, known);
        if (chain.size() > longest.size())
            longest = chain;
    }
    return known[file] = QStringList{file} + longest;
}

/// Sources that open more than `most` of our headers one inside the other, each with its longest chain.
QStringList deeperThan(qsizetype most, const Includes& includes)
{
    QStringList found;
    QHash<QString, QStringList> known;
    for (auto it = includes.constBegin(); it != includes.constEnd(); ++it) {
        const QStringList chain = chainOf(it.key(), includes, known);
        if (it.key().endsWith(u".cpp") && chain.size() - 1 > most)
            found += u"%1: %2"_s.arg(chain.size() - 1).arg(chain.join(u" → "_s));
    }
    return found;
}

/// Folders with more than `most` sources and headers of their own.
QStringList fullerThan(int most, const Includes& includes)
{
    QMap<QString, int> counts;
    for (auto it = includes.constBegin(); it != includes.constEnd(); ++it)
        ++counts[it.key().section(u'/', 0, -2)];
    QStringList found;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
        if (it.value() > most)
            found += u"%1: %2 files"_s.arg(it.key()).arg(it.value());
    }
    return found;
}

} // namespace

/// How the files of app/, models/ and widgets/ hang together.
class TestIncludes : public QObject {
    Q_OBJECT

private:
    Includes m_includes;

private Q_SLOTS:
    void initTestCase()
    {
        QStringList lost;
        m_includes = readIncludes(lost);
        QVERIFY(m_includes.size() > 1000);
        // What is not found would be left out of everything below.
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    }

    void measuresMeasure()
    {
        // A part's header that needs its façade's.
        const Includes facade{{u"m/admin.cpp"_s, {u"m/admin.h"_s, u"m/query.h"_s}}, {u"m/admin.h"_s, {}},
            {u"m/query.cpp"_s, {u"m/query.h"_s}}, {u"m/query.h"_s, {u"m/admin.h"_s}}};
        QCOMPARE(circlesIn(byStem(facade)), QStringList{u"m/admin → m/query → m/admin"_s});
        const Includes values{{u"m/admin.cpp"_s, {u"m/admin.h"_s, u"m/query.h"_s}}, {u"m/admin.h"_s, {u"m/info.h"_s}},
            {u"m/info.h"_s, {}}, {u"m/query.cpp"_s, {u"m/query.h"_s}}, {u"m/query.h"_s, {u"m/info.h"_s}}};
        QCOMPARE(circlesIn(byStem(values)), QStringList());
        QCOMPARE(deeperThan(2, values), QStringList());
        QCOMPARE(deeperThan(1, values),
            (QStringList{u"2: m/admin.cpp → m/admin.h → m/info.h"_s, u"2: m/query.cpp → m/query.h → m/info.h"_s}));
        QCOMPARE(fullerThan(5, values), QStringList());
        QCOMPARE(fullerThan(4, values), QStringList{u"m: 5 files"_s});
    }

    void noCircles()
    {
        const QStringList found = circlesIn(byStem(m_includes));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void chainsStayShort()
    {
        const QStringList found = deeperThan(deepest, m_includes);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void foldersStaySmall()
    {
        const QStringList found = fullerThan(mostInFolder, m_includes);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
