#include "render/errors.h"
#include "templates/library/preparedcache.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

Prepared example()
{
    Prepared prepared;
    prepared.complete = true;
    prepared.content = u"\uFEFF<p>ї</p>"_s;
    prepared.inputs = {{u"images/a.png"_s, "00ff", 7, true, false}};
    prepared.problems = {{u"style-path"_s, u"link"_s, u"css/x"_s, u"d"_s}};
    return prepared;
}

QStringList files(const QString& folder)
{
    QStringList list;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        list.append(it.next());
    return list;
}

} // namespace

class TestCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasStored()
    {
        QTemporaryDir folder;
        const PreparedCache cache(folder.path());
        QVERIFY(!cache.prepared("key"));
        cache.store("key", example());
        const auto found = cache.prepared("key");
        QVERIFY(found);
        QVERIFY(found->complete);
        QCOMPARE(found->content, example().content);
        QCOMPARE(found->inputs.first().path, u"images/a.png"_s);
        QVERIFY(found->inputs.first().isImage);
        QCOMPARE(found->problems.first().detail, u"d"_s);
        QVERIFY(!cache.prepared("other"));
    }

    void inspectionsToo()
    {
        QTemporaryDir folder;
        const PreparedCache cache(folder.path());
        Inspection inspection;
        inspection.variables = {{u"a.b"_s, TemplateVariable::Kind::List, true, {{1, 2, {}}}, {1}}};
        inspection.unescaped = {{3, 4, u"x"_s}};
        cache.store(u"Letter"_s, "text", inspection);
        const auto found = cache.inspection(u"Another"_s, "text");
        QVERIFY(found);
        QCOMPARE(found->variables.first().name, u"a.b"_s);
        QCOMPARE(found->variables.first().kind, TemplateVariable::Kind::List);
        QCOMPARE(found->variables.first().places.first().column, 2);
        QCOMPARE(found->unescaped.first().text, u"x"_s);
        QVERIFY(!cache.inspection(u"Letter.ftlh"_s, "text"));

        inspection.syntaxError = TemplateFault{{errors::templateSyntax, {}, u"bad"_s}, 5, 6};
        cache.store(u"Letter"_s, "broken", inspection);
        const auto broken = cache.inspection(u"Letter"_s, "broken");
        QVERIFY(broken && broken->syntaxError);
        QCOMPARE(broken->syntaxError->error.detail, u"bad"_s);
        QCOMPARE(broken->syntaxError->column, 6);
    }

    void damagedEntriesAreAbsent()
    {
        QTemporaryDir folder;
        const PreparedCache cache(folder.path());
        cache.store("key", example());
        const QStringList all = files(folder.path());
        QCOMPARE(all.size(), 1);
        QFile file(all.first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        for (qsizetype cut = 0; cut < good.size(); ++cut) {
            QVERIFY(file.resize(0) && file.seek(0));
            file.write(good.first(cut));
            file.flush();
            QVERIFY2(!cache.prepared("key"), qPrintable(QString::number(cut)));
        }
        QByteArray flipped = good;
        flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(flipped);
        file.flush();
        QVERIFY(!cache.prepared("key"));
    }

    void withoutAFolderNothingHappens()
    {
        const PreparedCache none{QString()};
        none.store("key", example());
        QVERIFY(!none.prepared("key"));
        const PreparedCache impossible(u"/proc/nonexistent/cache"_s);
        impossible.store("key", example());
        QVERIFY(!impossible.prepared("key"));
    }

    void oldEntriesGo()
    {
        QTemporaryDir folder;
        const PreparedCache cache(folder.path());
        cache.store("old", example());
        QFile file(files(folder.path()).first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-90), QFileDevice::FileModificationTime));
        file.close();
        cache.store("new", example());
        QCOMPARE(cache.prune(), 1);
        QVERIFY(!cache.prepared("old"));
        QVERIFY(cache.prepared("new"));
        QCOMPARE(cache.prune(), 0);
    }
};

QTEST_APPLESS_MAIN(TestCache)
#include "tst_cache.moc"
