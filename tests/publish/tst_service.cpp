#include "core/errors.h"
#include "fakeservice.h"
#include "http/errors.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/errors.h"
#include "publish/run/servicepublisher.h"
#include "sources.h"
#include "testpass.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace std::chrono_literals;

/// The same plan and the same results over notification-service's HTTP API.
class TestService : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeService> m_service;

    ServiceAccess access(const QString& token = u"secret"_s) const
    {
        ServiceAccess made{m_service->url() + u'/', token, {}};
        made.limits.timeout = 700ms;
        return made;
    }
    PublishReport publish(const QList<PublishSource>& sources, bool prune = false, const QString& token = u"secret"_s)
    {
        PublishRequest request;
        request.sources = sources;
        request.prune = prune;
        const auto report = ServicePublisher(access(token)).publish(testPass(Operation::Publish), request, {});
        return report ? *report : PublishReport{{}, report.error()};
    }
    static QString said(const PublishReport& report)
    {
        QStringList words;
        for (const PublishOutcome& outcome : report.outcomes)
            words += wordFor(outcome.result) + u' ' + outcome.key();
        return words.join(u", "_s);
    }

private Q_SLOTS:
    void init() { m_service = std::make_unique<FakeService>(); }
    void cleanup() { m_service.reset(); }

    void createsUpdatesAndLeavesAlone()
    {
        const QList<PublishSource> first{source(u"email/лист з пробілом"_s, "ґ \"x\" \n"),
            source(u"inbox/a"_s, "a", std::nullopt), source(u"email/kept"_s)};
        const PublishReport report = publish(first);
        QCOMPARE(said(report), u"created email/kept, created email/лист з пробілом, created inbox/a"_s);
        QVERIFY(report.outcomes[0].id.startsWith(u"id-"));
        QCOMPARE(m_service->row(u"email/лист з пробілом"_s)[u"content"].toString(), u"ґ \"x\" \n"_s);
        QVERIFY(m_service->row(u"inbox/a"_s)[u"title"].isNull());
        QCOMPARE(publish(first).count(PublishResult::Unchanged), 3);
        QCOMPARE(m_service->puts(), 3);
        QCOMPARE(said(publish({source(u"inbox/a"_s, "b"), source(u"email/kept"_s, "text", u"New"_s)})),
            u"updated email/kept, updated inbox/a"_s);
        QCOMPARE(m_service->size(), 3); // nothing is deleted by accident
        QCOMPARE(said(publish({source(u"inbox/a"_s, "b")}, true)),
            u"deleted email/kept, deleted email/лист з пробілом, unchanged inbox/a"_s);
        QCOMPARE(m_service->size(), 1);
    }

    void thePlanIsTheDatabases()
    {
        publish({source(u"email/a"_s), source(u"email/gone"_s)});
        const auto plan =
            ServicePublisher(access()).plan({source(u"email/a"_s, "text", u"Other"_s), source(u"email/b"_s)}, {});
        QVERIFY(plan);
        QCOMPARE(plan->toText(), u"update email/a: title\ncreate email/b\ndatabase-only email/gone"_s);
        const auto rows = ServicePublisher(access()).rows({});
        QCOMPARE(rows->first().createdAt, 1'795'341'600'500'000);
    }

    void attributesThatCannotBeSeenAreSentAlong()
    {
        const QList<PublishSource> sources{source(u"email/a"_s, "text", u"T"_s, {{u"k"_s, u"v"_s}})};
        publish(sources);
        QCOMPARE(m_service->row(u"email/a"_s)[u"attributes"].toArray().first()[u"name"].toString(), u"k"_s);
        QCOMPARE(said(publish(sources)), u"unchanged email/a"_s);
        QCOMPARE(m_service->puts(), 2);
    }

    void withoutATokenNothingIsWritten()
    {
        const PublishReport report = publish({source(u"email/a"_s)}, false, {});
        QVERIFY(report.stopped->is(errors::serviceRefused));
        QCOMPARE(m_service->size(), 0);
    }

    void namesThatHttpCannotCarry()
    {
        const PublishReport report =
            publish({source(u"email/a"_s), source(u"email/b;c"_s), source(u"email/d%20e"_s), source(u"email/f:g"_s)});
        QVERIFY(report.stopped->is(errors::nameOverHttp));
        QCOMPARE(said(report), u"skipped email/a, failed email/b;c, failed email/d%20e, failed email/f:g"_s);
        QCOMPARE(m_service->puts(), 0);
    }

    void faults_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("said");
        using F = FakeService::Fault;
        QTest::newRow("500") << int(F::ServerError) << u"created email/a, failed email/b, failed email/c"_s;
        QTest::newRow("answer lost") << int(F::CutAfterWriting)
                                     << u"created email/a, created email/b, created email/c"_s;
        QTest::newRow("cut") << int(F::CutBeforeWriting) << u"created email/a, failed email/b, failed email/c"_s;
        QTest::newRow("hang") << int(F::Hang) << u"created email/a, failed email/b, failed email/c"_s;
    }
    void faults()
    {
        QFETCH(int, fault);
        QFETCH(QString, said);
        const QList<PublishSource> sources{source(u"email/a"_s), source(u"email/b"_s), source(u"email/c"_s)};
        m_service->set(FakeService::Fault(fault), 1);
        const PublishReport report = publish(sources);
        QCOMPARE(this->said(report), said);
        if (fault == int(FakeService::Fault::ServerError))
            QCOMPARE(report.outcomes[1].error->detail, u"HTTP 500, Something broke"_s);
        m_service->set(FakeService::Fault::None);
        QVERIFY(publish(sources).ok());
        QCOMPARE(m_service->size(), 3);
    }

    void anotherServerIsRecognized()
    {
        m_service->set(FakeService::Fault::Garbage);
        QVERIFY(publish({source(u"email/a"_s)}).stopped->is(errors::serviceAnswer));
        const auto gone = ServicePublisher({u"http://127.0.0.1:1"_s, u"x"_s, {}}).plan({}, {});
        QVERIFY(gone.error().is(errors::httpRefused));
    }

    void theHistoryKnowsThatSomethingWasReplaced()
    {
        QTemporaryDir folder;
        PublishHistory history(folder.path(), m_service->url(), u"me"_s);
        const ServicePublisher publisher(access(), &history);
        PublishRequest request;
        request.sources = {source(u"email/a"_s)};
        QVERIFY(publisher.publish(testPass(Operation::Publish), request, {}));
        request.sources = {source(u"email/a"_s, "new")};
        QVERIFY(publisher.publish(testPass(Operation::Publish), request, {}));
        const auto entries = history.entriesOf(u"email/a"_s);
        QCOMPARE(entries->size(), 2);
        QVERIFY(!entries->last().content);
        QCOMPARE(entries->last().previousChecksum, source(u"email/a"_s).values.checksum);
    }

    void cancelBetweenTemplates()
    {
        const CancelSource cancel;
        int done = 0;
        PublishRequest request;
        request.sources = manySources(20);
        const auto report = ServicePublisher(access()).publish(
            testPass(Operation::Publish), request, {cancel.token()}, [&](const PublishOutcome&) {
                if (++done == 5)
                    cancel.cancel();
            });
        QCOMPARE(report->count(PublishResult::Created), 5);
        QCOMPARE(report->count(PublishResult::Skipped), 15);
        QVERIFY(report->stopped->is(errors::cancelled));
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
