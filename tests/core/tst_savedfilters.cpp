#include "core/atomicfile.h"
#include "core/errors.h"
#include "core/savedfilters.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestSavedFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keptByProfileAndPlace()
    {
        const QTemporaryDir folder;
        const QString config = folder.filePath(u"new/config"_s);
        const SavedFilters filters(config);
        QCOMPARE(*filters.list(u"a"_s, u"records"_s), QList<SavedFilter>());
        QVERIFY(filters.save(u"a"_s, u"records"_s, {u"Рішення"_s, u"name = \"x\""_s}));
        QVERIFY(filters.save(u"a"_s, u"records"_s, {u"all"_s, u"key: *"_s}));
        QVERIFY(filters.save(u"a"_s, u"letters"_s, {u"all"_s, u"state = new"_s}));
        // Another console on the same folder sees it, another registry does not.
        const SavedFilters other(config);
        QCOMPARE(other.list(u"a"_s, u"records"_s)->size(), 2);
        QCOMPARE(*other.list(u"a"_s, u"letters"_s), (QList<SavedFilter>{{u"all"_s, u"state = new"_s}}));
        QVERIFY(other.list(u"b"_s, u"records"_s)->isEmpty());
        // The same name again is the same filter, changed.
        QVERIFY(other.save(u"a"_s, u"records"_s, {u"all"_s, u"header.b3: *"_s}));
        QVERIFY(filters.list(u"a"_s, u"records"_s)->contains(SavedFilter{u"all"_s, u"header.b3: *"_s}));
        QVERIFY(filters.remove(u"a"_s, u"records"_s, u"all"_s));
        QCOMPARE(filters.list(u"a"_s, u"records"_s)->size(), 1);
        QCOMPARE(filters.list(u"a"_s, u"letters"_s)->size(), 1);
        const auto rights = QFileInfo(config + u"/filters.json"_s).permissions();
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aBrokenFileIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"filters.json"_s);
        for (const QByteArray& bytes : {QByteArray("{"), QByteArray("{\"version\":99}")}) {
            QVERIFY(writeFile(path, bytes));
            const SavedFilters filters(folder.path());
            QVERIFY(filters.list(u"a"_s, u"x"_s).error().is(errors::badSettings));
            QVERIFY(filters.save(u"a"_s, u"x"_s, {u"n"_s, u"t"_s}).error().is(errors::badSettings));
            QCOMPARE(readFile(path)->bytes, bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestSavedFilters)
#include "tst_savedfilters.moc"
