#include "core/atomicfile.h"
#include "publish/diia/registrationjournal.h"
#include "publish/history/publishhistory.h"
#include "publish/history/templateversions.h"
#include "publish/journal/databasefiles.h"
#include "publish/plan/errors.h"
#include "publish/plan/publishsource.h"
#include "publish/plan/tellorigins.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

TemplateRow row(const QString& checksum, EpochMs updated, const QString& id = u"1"_s)
{
    TemplateRow made;
    made.id = id;
    made.channel = u"email"_s;
    made.name = u"a"_s;
    made.title = u"Title"_s;
    made.checksum = checksum;
    made.updatedAt = updated * 1000;
    return made;
}

PlanItem change(const std::optional<TemplateRow>& before, const QString& checksum, const QString& name = u"a"_s)
{
    PlanItem item;
    item.channel = u"email"_s;
    item.name = name;
    item.action = !before ? PlanAction::Create : checksum.isEmpty() ? PlanAction::DatabaseOnly : PlanAction::Update;
    item.changes = PlanChange::Content;
    item.checksum = checksum;
    item.row = before;
    item.origin = TemplateOrigin{u"c-"_s + checksum, false};
    return item;
}

HistoryEntry entry(
    EpochMs at, const std::optional<TemplateRow>& before, const QString& next, const QByteArray& content = "old")
{
    HistoryEntry made;
    made.at = at;
    made.by = u"somebody"_s;
    made.channel = u"email"_s;
    made.name = u"a"_s;
    made.action = !before ? u"create"_s : next.isEmpty() ? u"delete"_s : u"update"_s;
    made.nextChecksum = next;
    made.row = before;
    if (before) {
        made.previousChecksum = before->checksum;
        made.content = content;
    }
    return made;
}

} // namespace

/// What is kept of a publish, as a file and as versions; where a template comes from.
class TestHistory : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    PublishHistory history() const { return {m_folder->path(), u"db"_s, u"me"_s}; }
    void write(const QByteArray& bytes) const
    {
        QFile file(history().path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(bytes);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void entriesComeBackAsTheyWere()
    {
        TemplateRow before = row(u"aaa"_s, 1'700'000'000'123);
        before.attributes = {{u"k \"q\""_s, u"v,\"row\":{}"_s}};
        before.extTemplateId = u"ext"_s;
        before.extPublishedAt = 1'700'000'000'123'456;
        const QByteArray content = "ґ\",\"row\":null}\n\u2028 ${x}";
        PublishHistory kept = history();
        QVERIFY(kept.keep({change(before, u"bbb"_s), change({}, u"ccc"_s, u"new,\"row\":"_s)}, {{u"1"_s, content}}));
        const auto entries = kept.entriesOf(u"email/a"_s);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(*entries->first().row, before);
        QCOMPARE(*entries->first().content, content);
        QCOMPARE(entries->first().origin->commit, u"c-bbb"_s);
        QCOMPARE(entries->first().by, u"me"_s);
        QCOMPARE(kept.heads()->size(), 2);
        QCOMPARE(kept.heads()->last().name, u"new,\"row\":"_s);
    }

    void aTornLineHarmsNobody()
    {
        PublishHistory kept = history();
        QVERIFY(kept.keep({change(row(u"a"_s, 1), u"b"_s)}, {{u"1"_s, "one"}}));
        write("{\"v\":1,\"at\":\"2026-11-22T10:00:00.000Z\",\"by\":\"me\",\"channel\":\"email\",\"name\":\"a\",\"act");
        QCOMPARE(kept.entriesOf(u"email/a"_s)->size(), 1);
        QVERIFY(kept.keep({change(row(u"b"_s, 2), u"c"_s)}, {{u"1"_s, "two"}}));
        const auto entries = kept.entriesOf(u"email/a"_s);
        QCOMPARE(entries->size(), 2);
        QCOMPARE(*entries->last().content, QByteArray("two"));
    }

    void aNewerHistoryIsLeftAlone()
    {
        PublishHistory kept = history();
        QVERIFY(kept.keep({change(row(u"a"_s, 1), u"b"_s)}, {}));
        write("{\"v\":2,\"other\":true}\n");
        QFile file(kept.path());
        const qint64 size = file.size();
        QVERIFY(kept.heads().error().is(errors::historyNewer));
        QVERIFY(kept.entriesOf(u"email/a"_s).error().is(errors::historyNewer));
        QVERIFY(kept.keep({change(row(u"b"_s, 2), u"c"_s)}, {}).error().is(errors::historyNewer));
        QCOMPARE(QFile(kept.path()).size(), size);
    }

    void versionsInTheirOrder()
    {
        // Created at 100, changed here at 200, by somebody else at 250, changed here at 300, put back to the first at
        // 400.
        const QList<HistoryEntry> entries{entry(99, {}, u"v1"_s), entry(199, row(u"v1"_s, 100), u"v2"_s),
            entry(299, row(u"other"_s, 250), u"v3"_s), entry(399, row(u"v3"_s, 300), u"v1"_s)};
        const auto versions = versionsOf(entries, row(u"v1"_s, 400), "now");
        QStringList words;
        for (const TemplateVersion& version : versions)
            words += u"%1 %2 %3-%4 %5"_s.arg(version.number)
                         .arg(version.row.checksum)
                         .arg(version.from)
                         .arg(version.until.value_or(0))
                         .arg(version.by);
        QCOMPARE(words.join(u'\n'),
            u"1 v1 100-199 somebody\n2 other 250-300 \n3 v3 300-400 somebody\n4 v1 400-0 somebody"_s);
        QCOMPARE(versionAt(versions, 150)->number, 1);
        QVERIFY(!versionAt(versions, 50)); // it was not there
        QVERIFY(!versionAt(versions, 220)); // what stood there was never seen
        QCOMPARE(versionAt(versions, 299)->number, 2); // until ours came, right behind
        QCOMPARE(versionAt(versions, 10'000)->number, 4);
        QVERIFY(versions.last().isCurrent());
    }

    void anAnnouncedPublishThatFailedIsNoVersion()
    {
        const TemplateRow same = row(u"v1"_s, 100);
        const auto versions = versionsOf({entry(200, same, u"v2"_s), entry(300, same, u"v2"_s)}, same, "text");
        QCOMPARE(versions.size(), 1);
        QVERIFY(versions.first().isCurrent());
    }

    void deletedRowsAreStillKnown()
    {
        const auto versions = versionsOf({entry(200, row(u"v1"_s, 100), {})}, std::nullopt, std::nullopt);
        QCOMPARE(versions.size(), 1);
        QCOMPARE(*versions.first().until, 200);
        QCOMPARE(versions.first().replacedBy, u"delete"_s);
        QVERIFY(!versionAt(versions, 250));
    }

    void driftIsNamed()
    {
        const QList<HistoryEntry> heads{entry(200, row(u"v1"_s, 100), u"v2"_s)};
        const auto driftOf = [&](const std::optional<TemplateRow>& now) {
            PublishPlan plan{{change(now, u"v3"_s)}};
            markDrift(plan, heads);
            return plan.items.first().drift;
        };
        QVERIFY(!driftOf(row(u"v2"_s, 200)));
        QVERIFY(!driftOf(row(u"v1"_s, 100))); // our publish did not come about
        QVERIFY(driftOf(row(u"by hand"_s, 300)));
        QCOMPARE(driftOf(row(u"by hand"_s, 300))->leftBy, u"somebody"_s);
        QVERIFY(driftOf({})->gone);
        QVERIFY(!driftOf(row(u"by hand"_s, 300))->touched);
    }

    /// Changed and changed back: nothing would be lost, but somebody was there.
    void aTouchedRowIsNamed()
    {
        const auto driftAfter = [](EpochMs time) {
            PublishPlan plan{{change(row(u"v2"_s, 200 + time), u"v2"_s)}};
            markDrift(plan, {entry(200, row(u"v1"_s, 100), u"v2"_s)});
            return plan.items.first().drift;
        };
        QVERIFY(!driftAfter(60'000)); // a publish takes its time, and clocks differ
        const auto drift = driftAfter(7'200'000);
        QVERIFY(drift && drift->touched && !drift->title && !drift->gone);
    }

    /// Email and inbox: the checksum is the text's alone, a title is changed without it.
    void aChangedTitleIsDrift()
    {
        HistoryEntry ours = entry(200, row(u"v1"_s, 100), u"v1"_s);
        ours.previousTitle = u"Old"_s;
        ours.nextTitle = u"New"_s;
        const auto kept = historyformat::decode(historyformat::encode(ours).chopped(1), historyformat::Part::Head);
        QVERIFY(kept);
        QCOMPARE(*kept->nextTitle, u"New"_s);
        const auto driftOf = [&](const QString& title) {
            TemplateRow now = row(u"v1"_s, 300);
            now.title = title;
            PublishPlan plan{{change(now, u"v3"_s)}};
            markDrift(plan, {*kept});
            return plan.items.first().drift;
        };
        QVERIFY(!driftOf(u"New"_s));
        QVERIFY(!driftOf(u"Old"_s)); // our publish did not come about
        QVERIFY(driftOf(u"By hand"_s)->title);
    }

    /// A forwarded port leads to this database today and to that one tomorrow; a database has two addresses.
    void filesFollowTheDatabase()
    {
        const QString folder = m_folder->filePath(u"files"_s);
        const DatabaseFiles port(folder, u"host=127.0.0.1 port=5432"_s);
        const DatabaseFiles name(folder, u"host=db.land"_s);
        const QString before = port.path(u"history"_s);
        QVERIFY(before != name.path(u"history"_s));
        QVERIFY(writeFile(before, "{\"v\":1}\n"));
        QVERIFY(port.learn(u"1/7"_s));
        const QString own = port.path(u"history"_s);
        QVERIFY(own != before);
        // What was written before the identity was known belongs to it.
        QCOMPARE(port.paths(u"history"_s), (QStringList{before, own}));
        QVERIFY(name.learn(u"1/7"_s));
        QCOMPARE(name.path(u"history"_s), own);
        QVERIFY(name.paths(u"history"_s).contains(before));
        QVERIFY(port.learn(u"2/9"_s));
        QVERIFY(port.path(u"history"_s) != own);
        QVERIFY(!port.paths(u"history"_s).contains(before));
        QCOMPARE(name.path(u"history"_s), own);
        QVERIFY(port.learn({})); // a server that does not tell: nothing changes
        QVERIFY(port.path(u"history"_s) != own);
    }

    void registrationsSurvive()
    {
        const RegistrationJournal journal(m_folder->path(), u"db"_s, u"me"_s);
        TemplateValues values;
        values.channel = u"diia"_s;
        values.name = u"a"_s;
        values.checksum = u"c"_s;
        QVERIFY(!journal.look(u"https://diia"_s, values)->registration);
        QVERIFY(journal.asking(u"https://diia"_s, values));
        QVERIFY(journal.look(u"https://diia"_s, values)->inDoubt);
        QVERIFY(journal.registered(u"https://diia"_s, values, {u"id"_s, 5}));
        QCOMPARE(journal.look(u"https://diia"_s, values)->registration->templateId, u"id"_s);
        QVERIFY(!journal.look(u"https://other"_s, values)->registration);
        values.checksum = u"d"_s;
        QVERIFY(!journal.look(u"https://diia"_s, values)->registration);
        values.checksum = u"c"_s;
        QVERIFY(journal.written(u"https://diia"_s, values));
        QVERIFY(!journal.look(u"https://diia"_s, values)->registration);
    }

    void originsAreGits()
    {
        const QString folder = m_folder->filePath(u"regulation"_s);
        const auto git = [&](const QStringList& arguments) {
            QProcess process;
            process.setWorkingDirectory(folder);
            process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@t"_s} + arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        const auto put = [&](const QString& name, const QByteArray& bytes) {
            QDir().mkpath(QFileInfo(folder + u'/' + name).path());
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        put(u"notifications/email/a/notification.ftlh"_s, "a");
        put(u"notifications/email/лист/notification.ftlh"_s, "b");
        const auto told = [&] {
            QList<PublishSource> sources;
            for (const QString& name : {u"a"_s, u"лист"_s, u"new"_s}) {
                PublishSource source;
                source.values.channel = u"email"_s;
                source.values.name = name;
                sources.append(source);
            }
            if (!tellOrigins(sources, folder, {}))
                return u"failed"_s;
            QStringList words;
            for (const PublishSource& source : std::as_const(sources))
                words += !source.origin ? u"none"_s : source.origin->isCommitted() ? u"committed"_s : u"dirty"_s;
            return words.join(u' ');
        };
        QCOMPARE(told(), u"none none none"_s);
        QVERIFY(git({u"init"_s, u"-q"_s}));
        QCOMPARE(told(), u"dirty dirty dirty"_s);
        QVERIFY(git({u"add"_s, u"-A"_s}) && git({u"commit"_s, u"-qm"_s, u"x"_s}));
        put(u"notifications/email/new/notification.ftlh"_s, "n");
        QCOMPARE(told(), u"committed committed dirty"_s);
        put(u"notifications/email/лист/css/x.css"_s, "n");
        QCOMPARE(told(), u"committed dirty dirty"_s);
        QVERIFY(git({u"add"_s, u"-A"_s}));
        QCOMPARE(told(), u"committed dirty dirty"_s);
        QVERIFY(git({u"commit"_s, u"-qm"_s, u"y"_s}));
        QCOMPARE(told(), u"committed committed committed"_s);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
