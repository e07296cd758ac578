#include "core/errors.h"
#include "impact/errors.h"
#include "impact/impact.h"
#include "impact/impactmodel.h"
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
    static TemplateEvents events(const TemplateKey& key, const QByteArrayList& recipients, const QByteArray& more = {})
    {
        TemplateEvents made;
        for (const QByteArray& recipient : recipients)
            made.rows +=
                templateEventsIn({u"user-notifications"_s, 0, 1}, 1, event(key.name.toUtf8(), recipient, more));
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
        const auto of = [](const QByteArray& value) {
            return templateEventsIn({u"user-notifications"_s, 0, 1}, 1, value);
        };
        const QByteArray recipient =
            "{\"id\":\"a\",\"channels\":[{\"channel\":\"email\",\"email\":\"x@y\"}],\"parameters\":{}}";
        // By the preferences: nobody here knows them, so each channel may be meant.
        QVERIFY(of(event("letter", recipient)).first().mayUse(u"inbox"_s));
        // Only an event that ignores the preferences says which channels count.
        const auto forced = of(event("letter", recipient, ",\"ignoreChannelPreferences\":true,\"title\":\"\""));
        QVERIFY(forced.first().mayUse(u"email"_s));
        QVERIFY(!forced.first().mayUse(u"inbox"_s));
        QCOMPARE(forced.first().title, std::optional<QString>(QString()));
    }

    void subjectsCount()
    {
        TemplateEngine engine;
        const TemplateKey key{Channel::Inbox, u"note"_s};
        const QByteArrayList one{"{\"id\":\"1\",\"parameters\":{}}"};
        const auto judged = [&](const TemplateEvents& some, const QString& title) {
            return *judgeImpact(key, ImpactText{"a", u"Old"_s}, {"a", title}, some, engine, {});
        };
        QCOMPARE(words(judged(events(key, one), u"Old"_s)), u"same"_s);
        const ImpactReport other = judged(events(key, one), u"New"_s);
        QCOMPARE(words(other), u"differs"_s);
        QCOMPARE(other.cases.first().differences(), QStringList{u"subject"_s});
        QCOMPARE(other.cases.first().subjectBefore, u"Old"_s);
        QCOMPARE(other.cases.first().subjectAfter, u"New"_s);
        // The event's own wins.
        QCOMPARE(words(judged(events(key, one, ",\"title\":\"Event\""), u"New"_s)), u"same"_s);
    }

    void everyResult()
    {
        TemplateEngine engine;
        const TemplateKey key{Channel::Inbox, u"note"_s};
        const TemplateEvents some = events(key,
            {"{\"id\":\"1\",\"parameters\":{\"a\":\"A\",\"b\":\"B\"}}", "{\"id\":\"2\",\"parameters\":{\"a\":\"A\"}}",
                "{\"id\":\"3\",\"parameters\":{\"b\":\"B\"}}", "{\"id\":\"4\",\"parameters\":{}}"});
        const auto judged = [&](const std::optional<QByteArray>& before, const QByteArray& after) {
            std::optional<ImpactText> old;
            if (before)
                old = ImpactText{*before, {}};
            const auto report = judgeImpact(key, old, {after, {}}, some, engine, {});
            return report ? words(*report) : report.error().id();
        };
        QCOMPARE(judged("Hello ${a}", "Hello ${a}"), u"still-fails still-fails same same"_s);
        QCOMPARE(judged("Hello ${a}", "Dear ${a}"), u"still-fails still-fails differs differs"_s);
        QCOMPARE(judged("Hello ${a}", "Hello ${b}"), u"fails still-fails differs mended"_s);
        QCOMPARE(judged("Hello ${a}", "Hello ${a!}"), u"same same mended mended"_s);
        QCOMPARE(judged(std::nullopt, "Hello ${a!}"), u"new new new new"_s);
        const auto report = judgeImpact(key, ImpactText{"Hello", {}}, {"Hello ${a}", {}}, some, engine, {});
        QVERIFY(report->cases[0].afterError->is(errors::missingVariable));
        QCOMPARE(report->broken(), 2);
        // A template that never ends is a result, not the end of the judging.
        QCOMPARE(judged("x", "[#list 1.. as i][/#list]").section(u' ', 0, 0), u"fails"_s);
    }

    void diiaFailsWithoutAKey()
    {
        TemplateEngine engine;
        const TemplateKey key{Channel::Diia, u"push"_s};
        const auto report = judgeImpact(key, ImpactText{"Hello", {}}, {"Hello {name}", {}},
            events(key, {"{\"id\":\"1\",\"parameters\":{\"name\":\"N\"}}", "{\"id\":\"2\",\"parameters\":{}}"}), engine,
            {});
        QCOMPARE(words(*report), u"fails differs"_s);
        QCOMPARE(report->cases[1].after, u"Hello N"_s);
        QVERIFY(report->cases[0].afterError->is(errors::impactMissingKey));
        QCOMPARE(report->cases[0].afterError->subject, u"name"_s);
    }

    void cancelled()
    {
        TemplateEngine engine;
        const CancelSource cancel;
        cancel.cancel();
        const TemplateKey key{Channel::Inbox, u"note"_s};
        const auto report = judgeImpact(key, ImpactText{"a", {}}, {"b", {}},
            events(key, {"{\"id\":\"1\",\"parameters\":{}}"}), engine, {cancel.token()});
        QVERIFY(report.error().is(errors::cancelled));
    }

    void asATable()
    {
        ImpactModel model([](const Error& error) { return error.id(); });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ImpactReport report;
        ImpactCase one;
        one.event.person = u"who"_s;
        one.event.at = 5;
        one.result = ImpactResult::Fails;
        one.afterError = Error{errors::missingVariable, u"x"_s, {}};
        report.cases = {one};
        model.setReport(report);
        QCOMPARE(model.index(0, ImpactModel::RecipientColumn).data().toString(), u"who"_s);
        QCOMPARE(model.index(0, ImpactModel::ReasonColumn).data().toString(), u"render.missing-variable"_s);
        QCOMPARE(model.index(0, ImpactModel::TimeColumn).data().toLongLong(), 5);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
