#include "core/errors.h"
#include "impact/errors.h"
#include "impact/impact.h"
#include "impact/impactmodel.h"
#include "publish/lettertext.h"
#include "render/errors.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What a new text means for events: which recipients count, and what becomes of each.
class TestJudge : public QObject {
    Q_OBJECT

private:
    static QByteArray event(const QByteArray& name, const QByteArray& recipients, const QByteArray& more = {})
    {
        return "{\"context\":{\"businessProcessInstanceId\":\"p1\"},\"notification\":{\"templateName\":\"" + name + "\""
            + more + "},\"recipients\":[" + recipients + "]}";
    }
    static ImpactEvents events(const TemplateKey& key, const QByteArrayList& recipients)
    {
        ImpactEvents made;
        for (const QByteArray& recipient : recipients)
            made.events += impactEventsIn(event(key.name.toUtf8(), recipient), key);
        return made;
    }
    static QString words(const ImpactReport& report)
    {
        QStringList list;
        for (const ImpactCase& one : report.cases)
            list += wordFor(one.result);
        return list.join(u' ');
    }

private Q_SLOTS:
    void whoIsConcerned()
    {
        const TemplateKey email{Channel::Email, u"letter"_s};
        const TemplateKey inbox{Channel::Inbox, u"letter"_s};
        const QByteArray both = event("letter",
            "{\"id\":\"a\",\"parameters\":{\"x\":1}},{\"id\":null,\"channels\":[{\"channel\":\"email\",\"email\":\"b@"
            "c\"}],"
            "\"parameters\":[{\"key\":\"x\",\"value\":\"2\"}]}");
        const auto found = impactEventsIn(both, email);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].recipient, u"a"_s);
        QCOMPARE(found[0].process, u"p1"_s);
        QCOMPARE(found[0].parameters[u"x"].toInt(), 1);
        QVERIFY(found[0].parameters[u"recipientRoles"].isArray());
        QCOMPARE(found[1].recipient, u"b@c"_s);
        QCOMPARE(found[1].parameters[u"x"].toString(), u"2"_s);
        QVERIFY(impactEventsIn(both, {Channel::Email, u"other"_s}).isEmpty());
        QVERIFY(impactEventsIn("{bad", email).isEmpty());
        // Only an event that ignores the preferences says which channels count.
        const QByteArray forced =
            event("letter", "{\"id\":\"a\",\"channels\":[{\"channel\":\"email\",\"email\":\"x@y\"}],\"parameters\":{}}",
                ",\"ignoreChannelPreferences\":true");
        QCOMPARE(impactEventsIn(forced, email).size(), 1);
        QVERIFY(impactEventsIn(forced, inbox).isEmpty());
    }

    void everyResult()
    {
        TemplateEngine engine;
        const TemplateKey key{Channel::Inbox, u"note"_s};
        const ImpactEvents some = events(key,
            {"{\"id\":\"1\",\"parameters\":{\"a\":\"A\",\"b\":\"B\"}}", "{\"id\":\"2\",\"parameters\":{\"a\":\"A\"}}",
                "{\"id\":\"3\",\"parameters\":{\"b\":\"B\"}}", "{\"id\":\"4\",\"parameters\":{}}"});
        const auto judged = [&](const std::optional<QByteArray>& before, const QByteArray& after) {
            const auto report = judgeImpact(key, before, after, some, engine, {});
            return report ? words(*report) : report.error().id();
        };
        QCOMPARE(judged("Hello ${a}", "Hello ${a}"), u"same same still-fails still-fails"_s);
        QCOMPARE(judged("Hello ${a}", "Dear ${a}"), u"differs differs still-fails still-fails"_s);
        QCOMPARE(judged("Hello ${a}", "Hello ${b}"), u"differs fails mended still-fails"_s);
        QCOMPARE(judged("Hello ${a}", "Hello ${a!}"), u"same same mended mended"_s);
        QCOMPARE(judged(std::nullopt, "Hello ${a!}"), u"new new new new"_s);
        const auto report = judgeImpact(key, "Hello", "Hello ${a}", some, engine, {});
        QVERIFY(report->cases[2].afterError->is(errors::missingVariable));
        QCOMPARE(report->broken(), 2);
        // A template that never ends is a result, not the end of the judging.
        QCOMPARE(judged("x", "[#list 1.. as i][/#list]").section(u' ', 0, 0), u"fails"_s);
    }

    void diiaFailsWithoutAKey()
    {
        TemplateEngine engine;
        const TemplateKey key{Channel::Diia, u"push"_s};
        const auto report = judgeImpact(key, "Hello", "Hello {name}",
            events(key, {"{\"id\":\"1\",\"parameters\":{\"name\":\"N\"}}", "{\"id\":\"2\",\"parameters\":{}}"}), engine,
            {});
        QCOMPARE(words(*report), u"differs fails"_s);
        QCOMPARE(report->cases[0].after, u"Hello N"_s);
        QVERIFY(report->cases[1].afterError->is(errors::impactMissingKey));
        QCOMPARE(report->cases[1].afterError->subject, u"name"_s);
    }

    void cancelled()
    {
        TemplateEngine engine;
        const CancelSource cancel;
        cancel.cancel();
        const TemplateKey key{Channel::Inbox, u"note"_s};
        const auto report =
            judgeImpact(key, "a", "b", events(key, {"{\"id\":\"1\",\"parameters\":{}}"}), engine, {cancel.token()});
        QVERIFY(report.error().is(errors::cancelled));
    }

    void asATable()
    {
        ImpactModel model([](const Error& error) { return error.id(); });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ImpactReport report;
        ImpactCase one;
        one.event.recipient = u"who"_s;
        one.event.at = 5;
        one.result = ImpactResult::Fails;
        one.afterError = Error{errors::missingVariable, u"x"_s, {}};
        report.cases = {one};
        model.setReport(report);
        QCOMPARE(model.index(0, ImpactModel::RecipientColumn).data().toString(), u"who"_s);
        QCOMPARE(model.index(0, ImpactModel::ReasonColumn).data().toString(), u"render.missing-variable"_s);
        QCOMPARE(model.index(0, ImpactModel::TimeColumn).data().toLongLong(), 5);
    }

    void lettersAsWords_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("words");
        QTest::newRow("blocks") << u"<html><head><title>T</title><style>p{}</style></head><body><p>A\n b</p><p>C</p>"_s
                                << u"A b\nC\n"_s;
        QTest::newRow("inline") << u"<p>one <b>two</b>three<br/>four</p>"_s << u"one twothree\nfour\n"_s;
        QTest::newRow("cells") << u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s << u"a b\nc\n"_s;
        QTest::newRow("entities") << u"&laquo;a&raquo; &amp;lt; &#1111;&#x456; &unknown; &"_s
                                  << u"«a» &lt; їі &unknown; &\n"_s;
        QTest::newRow("link") << u"<a href=\"https://x/?a=1&amp;b=2\">go</a> <img alt='logo' src=\"data:x\">"_s
                              << u"go <https://x/?a=1&b=2> [logo]\n"_s;
        QTest::newRow("odd") << u"a < b <!-- <p>no</p> --> <script>no()</script>c"_s << u"a < b c\n"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void lettersAsWords()
    {
        QFETCH(QString, html);
        QFETCH(QString, words);
        QCOMPARE(letterText(html), words);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
