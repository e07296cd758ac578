#include "../support/patience.h"
#include "core/errors.h"
#include "core/settings.h"
#include "core/settingstable.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

const Setting<QString> renamed{"test.new", u"nothing"_s, SettingScope::Shared, {"test.older", "test.oldest"}};

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableIsSound()
    {
        static const QRegularExpression form(u"^[a-z]+(\\.[a-z]+)*$"_s);
        QSet<QString> names;
        for (const SettingKey* key : settings::all()) {
            QVERIFY2(form.match(QString::fromLatin1(key->name)).hasMatch(), key->name);
            QVERIFY2(!names.contains(QString::fromLatin1(key->name)), key->name);
            names.insert(QString::fromLatin1(key->name));
            for (const char* old : key->oldNames) {
                QVERIFY2(!names.contains(QString::fromLatin1(old)), old);
                names.insert(QString::fromLatin1(old));
            }
        }
        QFile table(QStringLiteral(NC_SOURCE_DIR "/models/core/settingstable.h"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(settings::all().size(), table.readAll().count("inline const Setting<"));
    }

    void remembersEveryType()
    {
        const QTemporaryDir folder;
        const QByteArray bytes("\0\xff geometry", 11);
        {
            Settings settings(folder.path());
            QCOMPARE(settings.get(settings::maximumReturns), 5);
            QVERIFY(settings.set(settings::maximumReturns, 500));
            QVERIFY(settings.set(settings::maskPersonalData, false));
            QVERIFY(settings.set(settings::theme, u"dark"_s));
            QVERIFY(settings.set(settings::windowGeometry, bytes));
            QVERIFY(settings.set(settings::deadLetterNames, {u".DLT"_s}));
            QVERIFY(settings.set(settings::shelfLives, QJsonObject{{u"otp"_s, u"10m"_s}}));
        }
        Settings again(folder.path());
        QCOMPARE(again.get(settings::maximumReturns), 500);
        QCOMPARE(again.get(settings::maskPersonalData), false);
        QCOMPARE(again.get(settings::theme), u"dark"_s);
        QCOMPARE(again.get(settings::windowGeometry), bytes);
        QCOMPARE(again.get(settings::deadLetterNames), QStringList{u".DLT"_s});
        QCOMPARE(again.get(settings::shelfLives)["otp"_L1].toString(), u"10m"_s);
        // Where windows were is not what a person chose.
        QVERIFY(!content(folder.filePath(u"settings.json"_s)).contains("geometry"));
        QVERIFY(content(folder.filePath(u"state.json"_s)).contains("window.geometry"));
    }

    void keepsWhatItDoesNotKnow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        put(path, "{\"version\":1,\"theme\":\"dark\",\"from.tomorrow\":{\"a\":[1]}}");
        Settings settings(folder.path());
        QCOMPARE(settings.get(settings::theme), u"dark"_s);
        QVERIFY(settings.set(settings::theme, u"light"_s));
        const QJsonObject values = QJsonDocument::fromJson(content(path)).object();
        QCOMPARE(values["from.tomorrow"_L1].toObject()["a"_L1].toArray().size(), 1);
        QCOMPARE(values["theme"_L1].toString(), u"light"_s);
        // The default needs no line in the file.
        QVERIFY(settings.set(settings::theme, u"system"_s));
        QVERIFY(!QJsonDocument::fromJson(content(path)).object().contains(u"theme"));
    }

    void readsOldNames()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        put(path, "{\"test.oldest\":\"a\",\"test.older\":\"b\"}");
        Settings settings(folder.path());
        QCOMPARE(settings.get(renamed), u"b"_s);
        QVERIFY(settings.set(renamed, u"c"_s));
        QCOMPARE(settings.get(renamed), u"c"_s);
        const QJsonObject values = QJsonDocument::fromJson(content(path)).object();
        QVERIFY(!values.contains(u"test.older") && !values.contains(u"test.oldest"));
    }

    void aWrongTypeGivesTheDefault()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"settings.json"_s),
            "{\"theme\":7,\"privacy.mask\":\"no\",\"deadletters.suffixes\":[1],"
            "\"deadletters.maximumreturns\":1e12}");
        put(folder.filePath(u"state.json"_s), "{\"window.geometry\":\"%%%\"}");
        const Settings settings(folder.path());
        QVERIFY(!settings.problem());
        QCOMPARE(settings.get(settings::theme), u"system"_s);
        QCOMPARE(settings.get(settings::maskPersonalData), true);
        QCOMPARE(settings.get(settings::deadLetterNames).size(), 7);
        QCOMPARE(settings.get(settings::maximumReturns), 5);
        QVERIFY(settings.get(settings::windowGeometry).isEmpty());
    }

    void leavesABrokenFileAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << QByteArray("{\"theme\":\"da");
        QTest::newRow("not an object") << QByteArray("[]");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("newer") << QByteArray("{\"version\":2,\"theme\":\"dark\"}");
    }
    void leavesABrokenFileAlone()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.json"_s);
        put(path, bytes);
        Settings settings(folder.path());
        QVERIFY(settings.problem() && settings.problem()->is(errors::badSettings));
        QCOMPARE(settings.get(settings::theme), u"system"_s);
        const auto written = settings.set(settings::theme, u"light"_s);
        QVERIFY(!written && written.error().is(errors::badSettings));
        QCOMPARE(content(path), bytes);
    }

    void twoProcessesKeepEachOthersChanges()
    {
        const QTemporaryDir folder;
        Settings one(folder.path());
        Settings two(folder.path());
        QVERIFY(one.set(settings::theme, u"dark"_s));
        QVERIFY(two.set(settings::maximumReturns, 7));
        QVERIFY(one.set(settings::language, u"uk"_s));
        const Settings fresh(folder.path());
        QCOMPARE(fresh.get(settings::theme), u"dark"_s);
        QCOMPARE(fresh.get(settings::maximumReturns), 7);
        QCOMPARE(fresh.get(settings::language), u"uk"_s);
    }

    void noticesChangesOfOthers()
    {
        const QTemporaryDir folder;
        Settings one(folder.path());
        Settings two(folder.path());
        QStringList seen;
        connect(&two, &Settings::changed, this, [&](const SettingKey& key) { seen += QString::fromLatin1(key.name); });
        QVERIFY(one.set(settings::theme, u"dark"_s));
        QTRY_COMPARE(two.get(settings::theme), u"dark"_s);
        QCOMPARE(seen, QStringList{u"theme"_s});
        // And again: an atomic write replaces the file that was watched.
        QVERIFY(one.set(settings::theme, u"light"_s));
        QTRY_COMPARE(two.get(settings::theme), u"light"_s);
    }

    void tellsOfItsOwnChangeOnce()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        int count = 0;
        connect(&settings, &Settings::changed, this, [&] { ++count; });
        QVERIFY(settings.set(settings::theme, u"dark"_s));
        QVERIFY(settings.set(settings::theme, u"dark"_s));
        QCOMPARE(count, 1);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
