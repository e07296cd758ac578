#include "publish/plan/errors.h"
#include "publish/plan/planner.h"
#include "publish/plan/publishselection.h"
#include "sources.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// The row that publishing a source makes.
TemplateRow rowFor(const PublishSource& from)
{
    TemplateRow row;
    row.id = u"id-"_s + from.key();
    row.channel = from.values.channel;
    row.name = from.values.name;
    row.title = from.values.title;
    row.checksum = from.values.checksum;
    row.attributes = from.values.attributes;
    if (row.channel == u"diia") {
        row.contentHash =
            QString::fromLatin1(QCryptographicHash::hash(from.values.content, QCryptographicHash::Sha256).toHex());
    }
    return row;
}

QString planned(const PublishSource& from, const std::optional<TemplateRow>& row)
{
    return PublishPlan{{planTemplate(from, row)}}.toText();
}

} // namespace

class TestPlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << u"same"_s << u"unchanged email/a"_s;
        QTest::newRow("content") << u"content"_s << u"update email/a: content"_s;
        QTest::newRow("title") << u"title"_s << u"update email/a: title"_s;
        QTest::newRow("title gone") << u"no title"_s << u"update email/a: title"_s;
        QTest::newRow("attribute added") << u"added"_s << u"update email/a: attributes"_s;
        QTest::newRow("attribute changed") << u"changed"_s << u"update email/a: attributes"_s;
        QTest::newRow("attribute gone") << u"gone"_s << u"update email/a: attributes"_s;
        QTest::newRow("all") << u"all"_s << u"update email/a: content, title, attributes"_s;
    }
    void rules()
    {
        QFETCH(QString, now);
        QFETCH(QString, expected);
        const TemplateRow row = rowFor(source(u"email/a"_s, "old", u"Old"_s, {{u"k"_s, u"v"_s}}));
        QByteArray content = "old";
        std::optional<QString> title = u"Old"_s;
        QMap<QString, QString> attributes{{u"k"_s, u"v"_s}};
        if (now == u"content" || now == u"all")
            content = "new";
        if (now == u"title" || now == u"all")
            title = u"New"_s;
        if (now == u"no title")
            title.reset();
        if (now == u"added" || now == u"all")
            attributes.insert(u"k2"_s, u"v"_s);
        if (now == u"changed")
            attributes[u"k"_s] = u"other"_s;
        if (now == u"gone")
            attributes.clear();
        QCOMPARE(planned(source(u"email/a"_s, content, title, attributes), row), expected);
    }

    void emptyTitleIsNotNoTitle()
    {
        const TemplateRow row = rowFor(source(u"inbox/a"_s, "x", std::nullopt));
        QCOMPARE(planned(source(u"inbox/a"_s, "x", u""_s), row), u"update inbox/a: title"_s);
        QCOMPARE(planned(source(u"inbox/a"_s, "x", std::nullopt), row), u"unchanged inbox/a"_s);
    }

    void diiaGoesByChecksumAlone()
    {
        PublishSource diia = source(u"diia/a"_s, "text", u"T"_s, {{u"shortText"_s, u"s"_s}});
        const TemplateRow row = rowFor(diia);
        diia.values.title = u"Other"_s;
        diia.values.attributes.clear();
        QCOMPARE(planned(diia, row), u"unchanged diia/a"_s);
        diia.values.checksum = u"other"_s;
        QCOMPARE(planned(diia, row), u"update diia/a: title, attributes"_s);
        diia.values.content = "new";
        QCOMPARE(planned(diia, row), u"update diia/a: content, title, attributes"_s);
        // The stored checksum is not that of what stands there.
        TemplateRow tampered = rowFor(source(u"diia/a"_s));
        tampered.checksum = u"?"_s;
        QCOMPARE(planned(source(u"diia/a"_s), tampered), u"update diia/a: content"_s);
    }

    void wholePlan()
    {
        const PublishPlan plan = makePlan({source(u"inbox/b"_s), source(u"email/z"_s), source(u"email/b"_s)},
            {rowFor(source(u"email/b"_s)), rowFor(source(u"diia/old"_s)), rowFor(source(u"sms/x"_s))});
        QCOMPARE(plan.toText(),
            u"database-only diia/old\nunchanged email/b\ncreate email/z\ncreate inbox/b\ndatabase-only sms/x"_s);
        QCOMPARE(plan.count(PlanAction::Create), 2);
        QVERIFY(plan.pending());
        QVERIFY(
            !makePlan({source(u"email/b"_s)}, {rowFor(source(u"email/b"_s)), rowFor(source(u"sms/x"_s))}).pending());
        QCOMPARE(plan.find(u"diia/old"_s)->publishedChecksum(), source(u"diia/old"_s).values.checksum);
        QVERIFY(!plan.find(u"email/none"_s));
    }

    void impossibleIsPendingWithoutAChecksum()
    {
        PublishSource broken = source(u"email/a"_s);
        broken.failure = Error{errors::rowChanged, u"x"_s, {}, Next::Abort};
        broken.values.checksum.clear();
        const PlanItem item = planTemplate(broken, rowFor(source(u"email/a"_s)));
        QVERIFY(item.impossible);
        QCOMPARE(item.action, PlanAction::Update);
        QVERIFY(!item.changes);
    }

    void choosing()
    {
        const PublishPlan plan =
            makePlan({source(u"email/a"_s), source(u"inbox/a"_s)}, {rowFor(source(u"diia/old"_s))});
        const auto keys = [&](const QStringList& only, bool prune) {
            QStringList found;
            const auto chosen = chooseItems(plan, only, prune);
            if (!chosen)
                return chosen.error().subject;
            for (const PlanItem& item : *chosen)
                found += item.key();
            return found.join(u' ');
        };
        QCOMPARE(keys({}, false), u"email/a inbox/a"_s);
        QCOMPARE(keys({}, true), u"diia/old email/a inbox/a"_s);
        QCOMPARE(keys({u"inbox/a"_s}, true), u"inbox/a"_s);
        QCOMPARE(keys({u"diia/old"_s}, true), u"diia/old"_s);
        QCOMPARE(keys({u"email/none"_s}, false), u"email/none"_s);
    }

    void rightsAreThoseThatTheWorkTakes()
    {
        const auto needed = [](const QList<PlanItem>& items, const QSet<QString>& withAttributes) {
            QStringList words;
            for (const NeededRight& need : rightsFor(items, withAttributes))
                words += need.right + (need.table.endsWith(u"attr"_s) ? u"+"_s : u""_s);
            return words.join(u' ');
        };
        const PublishSource a = source(u"email/a"_s);
        QCOMPARE(needed({}, {}), u"select select+"_s);
        QCOMPARE(needed({planTemplate(a, rowFor(a))}, {}), u"select select+"_s);
        QCOMPARE(needed({planTemplate(a, std::nullopt)}, {}), u"select select+ insert"_s);
        QCOMPARE(needed({planTemplate(a, std::nullopt)}, {u"email/a"_s}), u"select select+ insert insert+"_s);
        QCOMPARE(needed({planTemplate(source(u"email/a"_s, "new"), rowFor(a))}, {}), u"select select+ update"_s);
        QCOMPARE(needed(makePlan({}, {rowFor(a)}).items, {}), u"select select+ delete+ delete"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
