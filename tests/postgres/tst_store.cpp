#include "postgres/errors.h"
#include "postgres/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

TemplateValues letter(const QString& name, const QByteArray& content = "text")
{
    return {u"email"_s, name, u"Title"_s, content, u"sum"_s, {}, {}, {}};
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TemplateStore> m_store;

    TemplateRow rowOf(const QString& channel, const QString& name)
    {
        const auto row = m_store->row(channel, name, {});
        return row && *row ? **row : TemplateRow{};
    }

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        auto connection = Connection::open(m_database->target(), {});
        QVERIFY(connection);
        m_connection = std::move(*connection);
        m_store = std::make_unique<TemplateStore>(*m_connection);
    }
    void cleanup()
    {
        m_store.reset();
        m_connection.reset();
        m_database.reset();
    }

    void insertsWithAttributes()
    {
        TemplateValues values = letter(u"a"_s, "Ґрунт 'x' \\ \n");
        values.attributes = {{u"k"_s, u"v\"'\n"_s}, {u"ї"_s, u""_s}};
        const auto id = m_store->insert(values, {});
        QVERIFY(id);
        QVERIFY(!id->isEmpty());
        const TemplateRow row = rowOf(u"email"_s, u"a"_s);
        QCOMPARE(row.id, *id);
        QCOMPARE(row.title, u"Title"_s);
        QCOMPARE(row.attributes, values.attributes);
        QCOMPARE(row.createdAt, row.updatedAt);
        QVERIFY(!row.extTemplateId);
        QCOMPARE(m_store->contents({row.id}, {})->value(row.id), values.content);
        // A second one of that key does nothing and says so.
        QCOMPARE(m_store->insert(letter(u"a"_s, "other"), {}).value_or(u"?"_s), QString());
        QCOMPARE(m_store->contents({row.id}, {})->value(row.id), values.content);
    }

    void nullTitleStaysNull()
    {
        TemplateValues values = letter(u"a"_s);
        values.title.reset();
        QVERIFY(m_store->insert(values, {}));
        QVERIFY(!rowOf(u"email"_s, u"a"_s).title);
        values.content = "new";
        QVERIFY(m_store->update(rowOf(u"email"_s, u"a"_s), values, false, {}).value_or(false));
        QVERIFY(!rowOf(u"email"_s, u"a"_s).title);
    }

    void updateKeepsIdAndCreatedAt()
    {
        TemplateValues values = letter(u"a"_s);
        values.attributes = {{u"gone"_s, u"1"_s}, {u"kept"_s, u"2"_s}, {u"changed"_s, u"3"_s}};
        QVERIFY(m_store->insert(values, {}));
        const TemplateRow before = rowOf(u"email"_s, u"a"_s);
        const auto keptId = m_database->value(u"select id from notification_template_attr where name = 'kept'"_s);
        values.content = "new";
        values.checksum = u"new sum"_s;
        values.title = u"New"_s;
        values.attributes = {{u"kept"_s, u"2"_s}, {u"changed"_s, u"4"_s}, {u"added"_s, u"5"_s}};
        QVERIFY(m_store->update(before, values, true, {}).value_or(false));
        const TemplateRow after = rowOf(u"email"_s, u"a"_s);
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.createdAt, before.createdAt);
        QVERIFY(after.updatedAt > before.updatedAt);
        QCOMPARE(after.title, u"New"_s);
        QCOMPARE(after.checksum, u"new sum"_s);
        QCOMPARE(after.attributes, values.attributes);
        QCOMPARE(m_database->value(u"select id from notification_template_attr where name = 'kept'"_s), keptId);
    }

    void attributesAloneLeaveTheRow()
    {
        QVERIFY(m_store->insert(letter(u"a"_s), {}));
        const TemplateRow before = rowOf(u"email"_s, u"a"_s);
        TemplateValues values = letter(u"a"_s);
        values.attributes = {{u"k"_s, u"v"_s}};
        QVERIFY(m_store->updateAttributes(before, values, {}).value_or(false));
        const TemplateRow after = rowOf(u"email"_s, u"a"_s);
        QCOMPARE(after.updatedAt, before.updatedAt);
        QCOMPARE(after.attributes, values.attributes);
    }

    void nothingHappensToARowThatChanged()
    {
        QVERIFY(m_store->insert(letter(u"a"_s), {}));
        const TemplateRow seen = rowOf(u"email"_s, u"a"_s);
        m_database->sql(u"update notification_template set updated_at = now(), content = 'by hand'"_s);
        TemplateValues values = letter(u"a"_s, "mine");
        values.attributes = {{u"k"_s, u"v"_s}};
        QCOMPARE(m_store->update(seen, values, true, {}).value_or(true), false);
        QCOMPARE(m_store->updateAttributes(seen, values, {}).value_or(true), false);
        QCOMPARE(m_store->remove(seen, {}).value_or(true), false);
        QCOMPARE(m_database->value(u"select content from notification_template"_s), QByteArray("by hand"));
        QCOMPARE(m_database->value(u"select count(*) from notification_template_attr"_s), QByteArray("0"));
    }

    void removesAttributesFirst()
    {
        TemplateValues values = letter(u"a"_s);
        values.attributes = {{u"k"_s, u"v"_s}};
        QVERIFY(m_store->insert(values, {}));
        QVERIFY(m_store->insert(letter(u"b"_s), {}));
        QCOMPARE(m_store->remove(rowOf(u"email"_s, u"a"_s), {}).value_or(false), true);
        QCOMPARE(m_database->value(u"select string_agg(name, ',') from notification_template"_s), QByteArray("b"));
        QCOMPARE(m_database->value(u"select count(*) from notification_template_attr"_s), QByteArray("0"));
    }

    void diiaIdsAreKeptUnlessGiven()
    {
        TemplateValues values = letter(u"a"_s);
        values.channel = u"diia"_s;
        values.extTemplateId = u"ext-1"_s;
        // fixed time: it comes back as it was written.
        values.extPublishedAt = 1'700'000'000'123'456;
        QVERIFY(m_store->insert(values, {}));
        values.extTemplateId.reset();
        values.extPublishedAt.reset();
        QVERIFY(m_store->update(rowOf(u"diia"_s, u"a"_s), values, false, {}).value_or(false));
        const TemplateRow row = rowOf(u"diia"_s, u"a"_s);
        QCOMPARE(row.extTemplateId, u"ext-1"_s);
        QCOMPARE(row.extPublishedAt, 1'700'000'000'123'456);
        QCOMPARE(row.contentHash.size(), 64);
    }

    void hostileTextIsRefusedOrStored()
    {
        TemplateValues values = letter(u"a"_s, QByteArray("a\0b", 3));
        QVERIFY(m_store->insert(values, {}).error().is(errors::textWithNul));
        values.content = "\xff\xfe";
        QVERIFY(m_store->insert(values, {}).error().is(errors::textNotUtf8));
        values.content = "'); drop table notification_template; --${x}$1\\";
        values.name = u"it's \"odd\"; %20:\\{},🙂"_s;
        values.attributes = {{u"a','b"_s, u"{\"x\":1}\\u0000"_s}};
        QVERIFY(m_store->insert(values, {}));
        const TemplateRow row = rowOf(u"email"_s, values.name);
        QCOMPARE(row.attributes, values.attributes);
        QCOMPARE(m_store->contents({row.id}, {})->value(row.id), values.content);
    }

    void tenMegabytes()
    {
        const QByteArray content(10 * 1024 * 1024, 'x');
        QVERIFY(m_store->insert(letter(u"big"_s, content), {}));
        const TemplateRow row = rowOf(u"email"_s, u"big"_s);
        QVERIFY(m_store->contents({row.id}, {})->value(row.id) == content);
    }

    void lockWaitsForTheOther()
    {
        QCOMPARE(m_store->lock({}).value_or(true), false);
        const auto other = Connection::open(m_database->target(), {});
        QVERIFY(other);
        TemplateStore second(**other);
        const CancelSource cancel;
        bool waiting = false;
        TaskContext context{cancel.token(), [&](const Progress& progress) {
                                waiting = progress.stage == u"waiting";
                                cancel.cancel();
                            }};
        QVERIFY(!second.lock(context));
        QVERIFY(waiting);
        m_store->unlock({});
        QCOMPARE(second.lock({}).value_or(true), false);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
