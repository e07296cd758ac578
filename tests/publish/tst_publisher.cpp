#include "core/errors.h"
#include "postgres/errors.h"
#include "postgres/testdatabase.h"
#include "publish/diia/diiaregistrar.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/errors.h"
#include "publish/run/publisher.h"
#include "sources.h"
#include "testpass.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The platform's row rules (docs/contracts.md, sections 3 and 11) on a real server.
class TestPublisher : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;

    QString published(const PublishRequest& request)
    {
        const auto report = Publisher(m_database->target()).publish(testPass(Operation::Publish), request, {});
        if (!report)
            return report.error().id();
        QStringList words;
        for (const PublishOutcome& outcome : report->outcomes) {
            words += wordFor(outcome.result) + u' ' + outcome.key();
            const QByteArray id =
                m_database->value(u"select id from notification_template where channel = '%1' and name = '%2'"_s.arg(
                    outcome.channel, outcome.name));
            if (outcome.result != PublishResult::Deleted && outcome.id != QString::fromLatin1(id))
                words += u"(wrong id)"_s;
        }
        return words.join(u", "_s);
    }
    QString published(const QList<PublishSource>& sources)
    {
        return published(PublishRequest{sources, {}, false, false, {}});
    }
    /// Everything in both tables, times included.
    QList<QByteArrayList> dump()
    {
        return m_database->sql(
            u"select t.id, name, channel, content, checksum, created_at, updated_at, title, ext_template_id,"
            " ext_published_at, (select string_agg(a.id || a.name || '=' || a.value, ';' order by a.name)"
            "  from notification_template_attr a where a.template_id = t.id) from notification_template t order by 2, 3"_s);
    }

private Q_SLOTS:
    void init() { m_database = std::make_unique<TestDatabase>(); }
    void cleanup() { m_database.reset(); }

    void secondIdenticalPublishChangesNothing()
    {
        const QList<PublishSource> sources{source(u"email/a"_s, "x", u"T"_s, {{u"k"_s, u"v"_s}}), source(u"inbox/a"_s),
            source(u"diia/a"_s, "{x}", u"D"_s, {{u"shortText"_s, u"s"_s}})};
        QCOMPARE(published(sources), u"created diia/a, created email/a, created inbox/a"_s);
        const auto before = dump();
        QCOMPARE(published(sources), u"unchanged diia/a, unchanged email/a, unchanged inbox/a"_s);
        QCOMPARE(dump(), before);
        QCOMPARE(m_database->value(u"select count(*) from notification_template where created_at = updated_at"_s),
            QByteArray("3"));
    }

    void attributesAloneLeaveUpdatedAt()
    {
        published({source(u"email/a"_s), source(u"inbox/a"_s)});
        const auto times = m_database->sql(u"select id, updated_at from notification_template order by id"_s);
        QCOMPARE(published({source(u"email/a"_s, "text", u"Title"_s, {{u"k"_s, u"v"_s}}),
                     source(u"inbox/a"_s, "text", u"Title"_s, {{u"k"_s, u"v"_s}})}),
            u"updated email/a, updated inbox/a"_s);
        QCOMPARE(m_database->sql(u"select id, updated_at from notification_template order by id"_s), times);
        QCOMPARE(m_database->value(u"select count(*) from notification_template_attr"_s), QByteArray("2"));
    }

    void unchangedDiiaKeepsItsAttributes()
    {
        PublishSource diia = source(u"diia/a"_s, "x", u"T"_s, {{u"shortText"_s, u"s"_s}});
        published({diia});
        const auto before = dump();
        diia.values.attributes = {{u"other"_s, u"o"_s}};
        QCOMPARE(published({diia}), u"unchanged diia/a"_s);
        QCOMPARE(dump(), before);
        diia.values.checksum = u"another"_s;
        QCOMPARE(published({diia}), u"updated diia/a"_s);
        QCOMPARE(
            m_database->value(u"select string_agg(name, ',') from notification_template_attr"_s), QByteArray("other"));
    }

    void changeKeepsIdAndCreatedAt()
    {
        published({source(u"email/a"_s)});
        const auto before = m_database->sql(u"select id, created_at from notification_template"_s);
        QCOMPARE(published({source(u"email/a"_s, "new", u"New"_s)}), u"updated email/a"_s);
        QCOMPARE(m_database->sql(u"select id, created_at from notification_template"_s), before);
        QCOMPARE(m_database->sql(u"select content, title, updated_at > created_at from notification_template"_s),
            (QList<QByteArrayList>{{"new", "New", "t"}}));
    }

    void onlyAndPrune()
    {
        published({source(u"email/a"_s, "x", u"T"_s, {{u"k"_s, u"v"_s}}), source(u"email/b"_s)});
        const QList<PublishSource> now{source(u"email/b"_s), source(u"inbox/c"_s), source(u"inbox/d"_s)};
        QCOMPARE(published({now, {u"inbox/c"_s}, true, false, {}}), u"created inbox/c"_s);
        QCOMPARE(published({now, {u"email/nowhere"_s}, false, false, {}}), u"publish.no-such-template"_s);
        QCOMPARE(published({now, {}, false, false, {}}), u"unchanged email/b, unchanged inbox/c, created inbox/d"_s);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("4"));
        QCOMPARE(published({now, {}, true, false, {}}),
            u"deleted email/a, unchanged email/b, unchanged inbox/c, unchanged inbox/d"_s);
        QCOMPARE(m_database->value(u"select count(*) from notification_template_attr"_s), QByteArray("0"));
    }

    void problemsStopEverythingUnlessForced()
    {
        PublishSource flawed = source(u"email/a"_s);
        flawed.problems = {Problem{Severity::Error, u"missing-image"_s, Error{errors::notFound, u"x"_s, {}}, u"p"_s}};
        PublishSource impossible = source(u"email/b"_s);
        impossible.failure = Error{errors::notFound, u"picture.png"_s, {}};
        const QList<PublishSource> sources{flawed, impossible, source(u"email/c"_s)};
        const auto report =
            Publisher(m_database->target()).publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QVERIFY(report);
        QVERIFY(report->stopped->is(errors::problemsBlock));
        QCOMPARE(report->outcomes.size(), 3);
        QCOMPARE(report->outcomes[2].result, PublishResult::Skipped);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        // Those that were not chosen do not count.
        QCOMPARE(published({sources, {u"email/c"_s}, false, false, {}}), u"created email/c"_s);
        QCOMPARE(published({sources, {}, false, true, {}}), u"created email/a, failed email/b, unchanged email/c"_s);
    }

    void oneThatFailsLeavesTheOthersRight()
    {
        QList<PublishSource> sources{source(u"email/a"_s), source(u"email/b"_s, QByteArray("x\0y", 3)),
            source(u"email/c"_s, "\xff"), source(u"email/d"_s)};
        const auto report =
            Publisher(m_database->target()).publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QVERIFY(report && !report->ok());
        QVERIFY(report->outcomes[1].error->is(errors::textWithNul));
        QVERIFY(report->outcomes[2].error->is(errors::textNotUtf8));
        QCOMPARE(m_database->value(u"select string_agg(name, ',' order by name) from notification_template"_s),
            QByteArray("a,d"));
    }

    void missingRightIsSaidBeforeAnythingIsWritten()
    {
        published({source(u"email/b"_s)});
        m_database->sql(u"revoke update on notification_template from "_s + m_database->role());
        const auto report = Publisher(m_database->target())
                                .publish(testPass(Operation::Publish),
                                    {{source(u"email/a"_s), source(u"email/b"_s, "new")}, {}, false, false, {}}, {});
        QVERIFY(!report);
        QVERIFY(report.error().is(errors::missingRight));
        QCOMPARE(report.error().subject, u"notification_template"_s);
        QCOMPARE(report.error().detail, u"UPDATE"_s);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("1"));
        // What does not take that right goes on.
        QCOMPARE(published({source(u"email/a"_s), source(u"email/b"_s)}), u"created email/a, unchanged email/b"_s);
        m_database->sql(u"drop table notification_template_attr"_s);
        QCOMPARE(published({source(u"email/a"_s)}), u"postgres.missing-table"_s);
    }

    void driftIsNamed()
    {
        const QList<PublishSource> old{source(u"email/a"_s), source(u"email/b"_s)};
        published(old);
        const QList<PublishSource> now{
            source(u"email/a"_s, "new"), source(u"email/b"_s, "new"), source(u"email/c"_s, "new")};
        const auto plan = Publisher(m_database->target()).plan(now, {});
        QVERIFY(plan);
        m_database->sql(u"update notification_template set content = 'by hand', updated_at = now() where name = 'a'"_s);
        m_database->sql(u"insert into notification_template(name, channel, content, checksum) values"
                        " ('c', 'email', 'by hand', '1')"_s);
        const auto report =
            Publisher(m_database->target()).publish(testPass(Operation::Publish), {now, {}, false, false, *plan}, {});
        QVERIFY(report);
        QVERIFY(report->outcomes[0].error->is(errors::rowChanged));
        QCOMPARE(report->outcomes[1].result, PublishResult::Updated);
        QVERIFY(report->outcomes[2].error->is(errors::rowChanged));
        QCOMPARE(m_database->value(u"select string_agg(content, ',' order by name) from notification_template"_s),
            QByteArray("by hand,new,by hand"));
    }

    void historyKeepsWhatWasOverwritten()
    {
        QTemporaryDir folder;
        PublishHistory history(folder.path(), u"db"_s, u"somebody"_s);
        Publisher publisher(m_database->target(), nullptr, &history);
        const QList<PublishSource> first{
            source(u"email/a"_s, "old ґ", u"Old"_s, {{u"k"_s, u"v"_s}}), source(u"email/b"_s, "b")};
        QVERIFY(publisher.publish(testPass(Operation::Publish), {first, {}, false, false, {}}, {}));
        QVERIFY(
            publisher.publish(testPass(Operation::Publish), {{source(u"email/a"_s, "new")}, {}, true, false, {}}, {}));
        const auto a = history.entriesOf(u"email/a"_s);
        QCOMPARE(a->size(), 2); // made, changed
        QVERIFY(!a->first().row);
        const HistoryEntry& change = a->last();
        QCOMPARE(*change.content, QByteArray("old ґ"));
        QCOMPARE(*change.row->title, u"Old"_s);
        QCOMPARE(change.row->attributes.value(u"k"_s), u"v"_s);
        QCOMPARE(change.by, u"somebody"_s);
        QCOMPARE(change.previousChecksum, first[0].values.checksum);
        QCOMPARE(change.nextChecksum, source(u"email/a"_s, "new").values.checksum);
        QCOMPARE(history.entriesOf(u"email/b"_s)->last().action, u"delete"_s);
        QCOMPARE(*history.entriesOf(u"email/b"_s)->last().content, QByteArray("b"));
        // Unchanged: nothing to remember.
        QVERIFY(
            publisher.publish(testPass(Operation::Publish), {{source(u"email/a"_s, "new")}, {}, false, false, {}}, {}));
        QCOMPARE(history.heads()->size(), 4);
    }

    /// The same database by another connection string: one history.
    void historyIsTheDatabases()
    {
        QTemporaryDir folder;
        PublishHistory first(folder.path(), m_database->target().conninfo, u"a"_s);
        QVERIFY(Publisher(m_database->target(), nullptr, &first)
                    .publish(testPass(Operation::Publish), {{source(u"email/a"_s, "one")}, {}, false, false, {}}, {}));
        DatabaseTarget other = m_database->target();
        other.conninfo += u" connect_timeout=9"_s;
        PublishHistory second(folder.path(), other.conninfo, u"b"_s);
        QVERIFY(second.heads()->isEmpty()); // it has not been there yet
        QVERIFY(Publisher(other, nullptr, &second)
                    .publish(testPass(Operation::Publish), {{source(u"email/a"_s, "two")}, {}, false, false, {}}, {}));
        QCOMPARE(second.path(), first.path());
        QCOMPARE(first.entriesOf(u"email/a"_s)->size(), 2);
        QCOMPARE(*first.entriesOf(u"email/a"_s)->last().content, QByteArray("one"));
        TestDatabase another;
        PublishHistory third(folder.path(), another.target().conninfo, u"c"_s);
        QVERIFY(Publisher(another.target(), nullptr, &third).plan({}, {}));
        QVERIFY(third.path() != first.path());
        QVERIFY(third.heads()->isEmpty());
    }

    void withoutHistoryNothingIsOverwritten()
    {
        published({source(u"email/a"_s)});
        PublishHistory history(u"/dev/null/nowhere"_s, u"db"_s, u"x"_s);
        const auto report =
            Publisher(m_database->target(), nullptr, &history)
                .publish(testPass(Operation::Publish), {{source(u"email/a"_s, "new")}, {}, false, false, {}}, {});
        QVERIFY(report && report->stopped->is(errors::cannotWrite));
        QCOMPARE(m_database->value(u"select content from notification_template"_s), QByteArray("text"));
    }

    void onlyWhatIsCommittedWhereThatIsAsked()
    {
        PublishSource clean = source(u"email/clean"_s);
        clean.origin = TemplateOrigin{u"c0ffee"_s, false};
        PublishSource dirty = source(u"email/dirty"_s);
        dirty.origin = TemplateOrigin{u"c0ffee"_s, true};
        const PublishSource nowhere = source(u"email/nowhere"_s);
        PublishRequest request;
        request.sources = {clean, dirty, nowhere};
        request.committedOnly = true;
        const auto refused = Publisher(m_database->target()).publish(testPass(Operation::Publish), request, {});
        QVERIFY(refused->stopped->is(errors::notCommitted));
        QCOMPARE(refused->stopped->subject, u"email/dirty, email/nowhere"_s);
        QCOMPARE(refused->count(PublishResult::Failed), 2);
        QCOMPARE(refused->count(PublishResult::Skipped), 1);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        request.uncommitted = {u"email/dirty"_s, u"email/nowhere"_s};
        QVERIFY(Publisher(m_database->target()).publish(testPass(Operation::Publish), request, {})->ok());
        // What is published already needs no commit.
        request.uncommitted.clear();
        QVERIFY(Publisher(m_database->target()).publish(testPass(Operation::Publish), request, {})->ok());
    }

    void diiaIsRegisteredBeforeTheRow()
    {
        struct Registrar : DiiaRegistrar {
            QStringList asked;
            Result<DiiaRegistration> registerTemplate(const TemplateValues& values, const TaskContext&) override
            {
                asked += values.name;
                if (values.name == u"refused")
                    return fail(errors::timedOut, u"Diia"_s);
                // fixed time: it is written as it was told.
                return DiiaRegistration{u"ext-"_s + values.name, 1'700'000'000'000'001};
            }
        } registrar;
        const QList<PublishSource> sources{source(u"diia/a"_s), source(u"diia/refused"_s), source(u"email/a"_s)};
        Publisher publisher(m_database->target(), &registrar);
        QVERIFY(publisher.publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {}));
        QVERIFY(publisher.publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {}));
        QCOMPARE(registrar.asked, (QStringList{u"a"_s, u"refused"_s, u"refused"_s}));
        QCOMPARE(m_database->sql(u"select channel, name, ext_template_id from notification_template order by 1, 2"_s),
            (QList<QByteArrayList>{{"diia", "a", "ext-a"}, {"email", "a", ""}}));
    }
};

QTEST_GUILESS_MAIN(TestPublisher)
#include "tst_publisher.moc"
