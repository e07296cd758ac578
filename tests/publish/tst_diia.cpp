#include "core/errors.h"
#include "fakediia.h"
#include "http/errors.h"
#include "postgres/testdatabase.h"
#include "publish/diia/diiaservice.h"
#include "publish/plan/errors.h"
#include "publish/run/publisher.h"
#include "sources.h"
#include "templates/source/checksum.h"
#include "testpass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace std::chrono_literals;

/// Diia templates: registered over HTTP before the row, once, whatever happens in between (docs/contracts.md, section
/// 3). Real PostgreSQL; Diia is played by a server of the test's own.
class TestDiia : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeDiia> m_diia;
    // fixed time: the clock that the tokens are given.
    EpochMs m_now = 1'700'000'000'000;
    std::shared_ptr<DiiaTokens> m_tokens;

    static PublishSource push(const QString& name = u"push"_s, const QByteArray& text = "Text {x}")
    {
        const QMap<QString, QString> attributes{
            {u"actionType"_s, u"A"_s}, {u"templateType"_s, u"T"_s}, {u"shortText"_s, u"S"_s}};
        PublishSource made = source(u"diia/"_s + name, text, u"Title"_s, attributes);
        made.values.checksum =
            QString::fromLatin1(templateChecksum(Channel::Diia, made.values.title, attributes, text));
        return made;
    }
    RegistrationJournal journal() const { return {m_folder->path(), u"db"_s, u"me"_s}; }
    std::unique_ptr<DiiaService> service(const QString& token = FakeDiia::partnerToken()) const
    {
        DiiaAccess access{m_diia->url(), token, {}};
        access.limits.timeout = 700ms;
        return std::make_unique<DiiaService>(
            [access](const TaskContext&) { return std::optional(access); }, journal(), m_tokens);
    }
    PublishReport publish(
        DiiaRegistrar* registrar, const QList<PublishSource>& sources = {push()}, const TaskContext& context = {})
    {
        PublishRequest request;
        request.sources = sources;
        const auto report =
            Publisher(m_database->target(), registrar).publish(testPass(Operation::Publish), request, context);
        return report ? *report : PublishReport{{}, report.error()};
    }
    void writeRegulation(const QString& regulation)
    {
        const QString folder = regulation + u"/notifications/diia/push"_s;
        QDir().mkpath(folder);
        const auto write = [](const QString& path, const QByteArray& bytes) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        write(folder + u"/notification.diia"_s, "Text {x}");
        write(folder + u"/notification.yml"_s,
            "title: Title\nattributes:\n  actionType: A\n  templateType: T\n  shortText: S\n");
        write(m_folder->filePath(u"profiles.json"_s),
            "{\"version\":1,\"profiles\":[{\"name\":\"p\",\"database\":\"" + m_database->target().conninfo.toUtf8()
                + "\"}]}");
    }
    /// The real program, with Diia's token on its input.
    void startProgram(QProcess& process, const QString& regulation, const QStringList& more)
    {
        process.start(QStringLiteral(NC_NOTIFYCTL),
            QStringList{u"--config-dir"_s, m_folder->path(), u"--profile"_s, u"p"_s, u"templates"_s, u"publish"_s,
                regulation, u"--diia-url"_s, m_diia->url(), u"--diia-token-stdin"_s}
                + more);
        QVERIFY(process.waitForStarted());
        process.write(FakeDiia::partnerToken().toUtf8() + '\n');
        process.closeWriteChannel();
    }
    QByteArray rows()
    {
        return m_database->value(
            u"select coalesce(string_agg(name || '=' || coalesce(ext_template_id, '-'), ',' order by name), '') from "
            "notification_template"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_diia = std::make_unique<FakeDiia>();
        m_tokens = std::make_shared<DiiaTokens>([this] { return m_now; });
    }
    void cleanup()
    {
        m_diia.reset();
        m_database.reset();
    }

    void registersThenWrites()
    {
        const auto diia = service();
        const PublishReport report = publish(diia.get());
        QVERIFY(report.ok());
        QCOMPARE(rows(), QByteArray("push=diia-1"));
        QCOMPARE(m_diia->registered(),
            QList<QByteArray>{
                R"({"actionType":"A","templateType":"T","title":"Title","shortText":"S","fullText":"Text {x}"})"});
        QCOMPARE(m_database->value(u"select count(*) from notification_template where ext_published_at between "
                                   "now() - interval '1 minute' and now()"_s),
            QByteArray("1"));
        // Unchanged by its checksum: Diia is not even asked.
        QCOMPARE(publish(diia.get()).count(PublishResult::Unchanged), 1);
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(m_diia->tokensGiven(), 1);
    }

    void tokenIsKeptForItsTwoHours()
    {
        publish(service().get(), {push(u"a"_s), push(u"b"_s)});
        m_now += DiiaTokens::validity - 1;
        publish(service().get(), {push(u"c"_s)});
        QCOMPARE(m_diia->tokensGiven(), 1);
        m_now += 1;
        QVERIFY(publish(service().get(), {push(u"d"_s)}).ok());
        QCOMPARE(m_diia->tokensGiven(), 2);
        QCOMPARE(m_diia->registered().size(), 4);
    }

    void aTokenTakenBackIsAskedForAgain()
    {
        publish(service().get(), {push(u"a"_s)});
        m_diia->set(FakeDiia::Fault::OldToken, 1);
        QVERIFY(publish(service().get(), {push(u"b"_s)}).ok());
        QCOMPARE(m_diia->tokensGiven(), 2);
        QCOMPARE(rows(), QByteArray("a=diia-1,b=diia-2"));
    }

    void aRefusalIsToldInDiiasWords()
    {
        m_diia->set(FakeDiia::Fault::Forbidden);
        const PublishReport report = publish(service().get(), {push(), source(u"email/x"_s)});
        QCOMPARE(report.count(PublishResult::Created), 1); // the letter is not held up
        QVERIFY(report.outcomes[0].error->is(errors::diiaRefused));
        QCOMPARE(report.outcomes[0].error->detail, u"HTTP 403, ForbiddenError: actionType is not allowed (code 403)"_s);
        QCOMPARE(rows(), QByteArray("x=-"));
        m_diia->set(FakeDiia::Fault::None);
        QVERIFY(publish(service().get()).ok());
        QCOMPARE(m_diia->registered().size(), 1);
    }

    void aWrongPartnerTokenIsSaidOnce()
    {
        const auto diia = service(u"wrong"_s);
        const PublishReport report = publish(diia.get(), {push(u"a"_s), push(u"b"_s)});
        QCOMPARE(report.count(PublishResult::Failed), 2);
        QVERIFY(report.outcomes[1].error->is(errors::diiaToken));
        QVERIFY(!report.outcomes[1].error->detail.contains(u"wrong"));
        QCOMPARE(rows(), QByteArray(""));
    }

    void oddAnswers_data()
    {
        QTest::addColumn<FakeDiia::Fault>("fault");
        QTest::addColumn<QString>("error");
        QTest::newRow("500") << FakeDiia::Fault::ServerError << u"publish.diia-answer"_s;
        QTest::newRow("garbage") << FakeDiia::Fault::Garbage << u"publish.diia-in-doubt"_s;
        QTest::newRow("hang") << FakeDiia::Fault::Hang << u"publish.diia-in-doubt"_s;
        QTest::newRow("cut") << FakeDiia::Fault::CutBeforeAnswering << u"publish.diia-in-doubt"_s;
    }
    void oddAnswers()
    {
        QFETCH(FakeDiia::Fault, fault);
        QFETCH(QString, error);
        m_diia->set(fault);
        const PublishReport report = publish(service().get());
        QCOMPARE(report.outcomes[0].error->id(), error);
        QCOMPARE(rows(), QByteArray(""));
        m_diia->set(FakeDiia::Fault::None);
        const auto again = service();
        if (report.outcomes[0].error->is(errors::diiaInDoubt))
            again->setRegisterAgain({u"all"_s});
        QVERIFY(publish(again.get()).ok());
        QCOMPARE(m_diia->registered().size(), 1);
    }

    void aCutAnswerIsNeverSentTwiceByItself()
    {
        // The connection was kept from asking for the token: curl would repeat a POST on it.
        m_diia->set(FakeDiia::Fault::CutAfterRegistering);
        const PublishReport report = publish(service().get());
        QVERIFY(report.outcomes[0].error->is(errors::diiaInDoubt));
        QCOMPARE(m_diia->registered().size(), 1);
        const auto known = journal().look(m_diia->url().chopped(1), push().values);
        QVERIFY(known && known->inDoubt);
        // Nor by the next publish: Diia cannot be asked, so a person has to say so by name.
        m_diia->set(FakeDiia::Fault::None);
        const PublishReport next = publish(service().get());
        QVERIFY(next.outcomes[0].error->is(errors::diiaUnsure));
        QVERIFY(next.outcomes[0].error->detail.contains(u"me"_s));
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(rows(), QByteArray(""));
        const auto other = service();
        other->setRegisterAgain({u"diia/other"_s});
        QVERIFY(!publish(other.get()).ok());
        const auto again = service();
        again->setRegisterAgain({u"diia/push"_s});
        QVERIFY(publish(again.get()).ok());
        QCOMPARE(m_diia->registered().size(), 2);
        QCOMPARE(rows(), QByteArray("push=diia-2"));
    }

    void unreachableIsSaidAtOnce()
    {
        DiiaAccess access{u"http://127.0.0.1:1"_s, u"t"_s, {}};
        DiiaService diia([access](const TaskContext&) { return std::optional(access); }, journal());
        const PublishReport report = publish(&diia, {push(u"a"_s), push(u"b"_s)});
        QVERIFY(report.outcomes[0].error->is(errors::httpRefused));
        QCOMPARE(report.count(PublishResult::Failed), 2);
    }

    void cancelWhileDiiaHangs()
    {
        m_diia->set(FakeDiia::Fault::Hang);
        const CancelSource cancel;
        DiiaAccess access{m_diia->url(), FakeDiia::partnerToken(), {}};
        DiiaService diia([access](const TaskContext&) { return std::optional(access); }, journal(), m_tokens);
        std::thread later([&] {
            while (m_diia->tokensGiven() == 0)
                std::this_thread::yield();
            cancel.cancel();
        });
        QElapsedTimer clock;
        clock.start();
        const PublishReport report = publish(&diia, {push(u"a"_s), push(u"b"_s)}, {cancel.token()});
        later.join();
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(report.count(PublishResult::Created), 0);
        QVERIFY(report.stopped || report.outcomes[0].error->is(errors::diiaInDoubt));
    }

    void aRowThatFailsIsRepairedWithoutRegisteringAgain()
    {
        m_database->sql(
            u"create function no() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$"_s);
        m_database->sql(u"create trigger no before insert on notification_template execute function no()"_s);
        QCOMPARE(publish(service().get()).count(PublishResult::Failed), 1);
        QCOMPARE(m_diia->registered().size(), 1);
        m_database->sql(u"drop trigger no on notification_template"_s);
        const auto again = service();
        QVERIFY(publish(again.get()).ok());
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(again->repaired(), 1);
        QCOMPARE(rows(), QByteArray("push=diia-1"));
        // Another text is another registration.
        QVERIFY(publish(service().get(), {push(u"push"_s, "Other")}).ok());
        QCOMPARE(rows(), QByteArray("push=diia-2"));
    }

    void aLostAnswerOnTheCommandLine()
    {
        QTemporaryDir regulation;
        writeRegulation(regulation.path());
        m_diia->set(FakeDiia::Fault::CutAfterRegistering, 1);
        const auto run = [&](const QStringList& more) {
            QProcess process;
            startProgram(process, regulation.path(), more);
            process.waitForFinished();
            return std::pair(process.exitCode(), process.readAllStandardError());
        };
        QCOMPARE(run({}).first, 1);
        const auto [code, words] = run({});
        QCOMPARE(code, 1);
        QVERIFY2(words.contains("--register-again diia/push"), words.constData());
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(run({u"--register-again"_s, u"diia/push"_s}).first, 0);
        QCOMPARE(rows(), QByteArray("push=diia-2"));
    }

    void killedBetweenDiiaAndTheRow()
    {
        // The real program; its insert waits for a lock of ours, and there it is killed.
        QTemporaryDir regulation;
        writeRegulation(regulation.path());
        const auto start = [&](QProcess& process) { startProgram(process, regulation.path(), {}); };
        const auto other = Connection::open(m_database->admin(), {});
        QVERIFY(other);
        QVERIFY((*other)->run(Effect::Read, "begin", {}, {}));
        QVERIFY((*other)->run(Effect::Read, "lock table notification_template in share mode", {}, {}));
        QProcess killed;
        start(killed);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(
                u"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = '%1'"_s.arg(
                    m_database->role())),
            QByteArray("1"), 20'000);
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(::kill(pid_t(killed.processId()), SIGKILL), 0);
        QVERIFY(killed.waitForFinished());
        m_database->sql(
            u"select pg_terminate_backend(pid) from pg_stat_activity where usename = '%1'"_s.arg(m_database->role()));
        QVERIFY((*other)->run(Effect::Read, "rollback", {}, {}));
        QCOMPARE(rows(), QByteArray(""));

        QProcess again;
        start(again);
        QVERIFY(again.waitForFinished());
        QCOMPARE(again.exitCode(), 0);
        QVERIFY(again.readAllStandardError().contains("had been registered before"));
        QCOMPARE(m_diia->registered().size(), 1);
        QCOMPARE(rows(), QByteArray("push=diia-1"));
    }

    void withoutATokenProductionIsRefused()
    {
        QVERIFY(!usableDiia({u"https://diia"_s, {}, {}}, true, u"p"_s));
        QVERIFY(usableDiia({u"https://diia"_s, {}, {}}, true, u"p"_s).error().is(errors::diiaNoToken));
        QVERIFY(!usableDiia({u"https://diia"_s, {}, {}}, false, u"p"_s)->has_value());
        DiiaService none([](const TaskContext&) { return std::optional<DiiaAccess>(); }, journal());
        QVERIFY(publish(&none).ok());
        QCOMPARE(none.unregistered(), 1);
        QCOMPARE(rows(), QByteArray("push=-"));
    }
};

QTEST_GUILESS_MAIN(TestDiia)
#include "tst_diia.moc"
