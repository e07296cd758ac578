#include "../support/fastest.h"
#include "render/errors.h"
#include "render/templateengine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

namespace {

const TaskContext noTask;

std::expected<QString, TemplateFault> render(TemplateEngine& engine, const QString& text, const QByteArray& data = "{}")
{
    return engine.render({u"Letter"_s, text, data}, noTask);
}

/// Sets a variable of the environment for as long as it lives.
class WithVariable {
public:
    WithVariable(const char* name, const QByteArray& value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_was(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~WithVariable()
    {
        if (m_was)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }
    WithVariable(const WithVariable&) = delete;
    WithVariable& operator=(const WithVariable&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
    bool m_was;
};

} // namespace

/// The real helper with the real libraries.
class TestTemplateEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void version()
    {
        TemplateEngine engine;
        const auto version = engine.version(noTask);
        QVERIFY2(version, qPrintable(version ? QString() : version.error().id() + version.error().detail));
        QCOMPARE(version->freemarker, u"2.3.31"_s);
        QCOMPARE(version->jsoup, u"1.13.1"_s);
    }

    void rendersAsProduction()
    {
        const auto text = render(m_engine, u"Вітаю, ${name}! [=name] ${n} [#list recipientRoles as r]${r}[/#list]"_s,
            R"({"name":"Олена <b>&","n":1234567.5})");
        QVERIFY(text);
        QCOMPARE(*text, u"Вітаю, Олена <b>&! [=name] 1,234,567.5 "_s);
    }

    void faultNamesVariableAndPlace()
    {
        const auto text = render(m_engine, u"Hi\n ${a.b}"_s, R"({"a":{}})");
        QVERIFY(!text);
        QVERIFY(text.error().error.is(errors::missingVariable));
        QCOMPARE(text.error().error.subject, u"a.b"_s);
        QCOMPARE(text.error().line, 2);
        QCOMPARE(text.error().column, 4);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("syntax") << u"[#if x]"_s << u"render.template-syntax"_s;
        QTest::newRow("new") << u"${'java.lang.String'?new()}"_s << u"render.forbidden-construct"_s;
        QTest::newRow("api") << u"${.data_model?api}"_s << u"render.forbidden-construct"_s;
        QTest::newRow("include") << u"[#include '/etc/passwd']"_s << u"render.render-failed"_s;
        QTest::newRow("boolean") << u"${true}"_s << u"render.render-failed"_s;
        QTest::newRow("stop") << u"[#stop 'x']"_s << u"render.template-stopped"_s;
        QTest::newRow("loop") << u"[#list 1.. as i][/#list]"_s << u"render.time-limit"_s;
        QTest::newRow("output") << u"[#list 1.. as i]${i} some more text[/#list]"_s << u"render.output-limit"_s;
        QTest::newRow("memory") << u"[#assign s='xxxxxxxx'][#list 1.. as i][#assign s=s+s][/#list]"_s
                                << u"render.memory-limit"_s;
        QTest::newRow("memory at one stroke") << u"[#assign s=''?left_pad(1000000000)]ok"_s << u"render.memory-limit"_s;
        QTest::newRow("memory in a capture")
            << u"[#assign s][#list 1.. as i]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[/#list][/#assign]"_s
            << u"render.memory-limit"_s;
        QTest::newRow("new by eval") << u"${('\"freemarker.template.utility.Execute\"?ne'+'w()')?eval}"_s
                                     << u"render.forbidden-construct"_s;
        QTest::newRow("class") << u"[#assign s='x']${s.class}"_s << u"render.render-failed"_s;
        QTest::newRow("include from the network")
            << u"[#include 'http://127.0.0.1:9/x']"_s << u"render.render-failed"_s;
        QTest::newRow("import") << u"[#import 'file:///etc/passwd' as p]"_s << u"render.render-failed"_s;
        // Not interruptible inside: the process goes.
        QTest::newRow("loop made by interpret")
            << u"[#assign t='[#list 1.. as i][/#list]'?interpret][@t/]"_s << u"render.time-limit"_s;
        QTest::newRow("size without end")
            << u"[#assign l=[1]][#list 1..60 as i][#assign l=l+l][/#list]${l?size}"_s << u"render.time-limit"_s;
        QTest::newRow("function recursion")
            << u"[#function f x][#return f(x)][/#function]${f(1)}"_s << u"render.endless-recursion"_s;
        QTest::newRow("recursion") << u"[#macro m][@m/][/#macro][@m/]"_s << u"render.endless-recursion"_s;
    }

    void faults()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        // A busy machine may need more than the usual two seconds to come to the other limits.
        const auto limit = id == u"render.time-limit" ? 2s : 20s;
        const auto result = m_engine.render({u"t"_s, text, "{}", limit}, noTask);
        QVERIFY(!result);
        QCOMPARE(result.error().error.id(), id);
        QCOMPARE(render(m_engine, u"${1}"_s).value_or(QString()), u"1"_s);
    }

    void dataMustBeAnObject()
    {
        for (const QByteArray& data : {QByteArray("[]"), QByteArray("{"), QByteArray(), QByteArray("\xff")}) {
            const auto result = render(m_engine, u"x"_s, data);
            QVERIFY(!result);
            QVERIFY(result.error().error.is(errors::badData));
        }
    }

    /// A regular expression does not look at interruptions: the process is killed, and the next call has a new one.
    void whatDoesNotStopIsKilled()
    {
        const QString endless = u"${'%1'?matches('(.*a){30}b')?string}"_s.arg(QString(200, u'a'));
        QElapsedTimer timer;
        timer.start();
        RenderRequest request{u"Letter"_s, endless, "{}", 300ms};
        const auto result = m_engine.render(request, noTask);
        QVERIFY(!result);
        QCOMPARE(result.error().error.id(), u"render.time-limit"_s);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(render(m_engine, u"${1}"_s).value_or(QString()), u"1"_s);
    }

    void neighboursOfAKilledOneAreServed()
    {
        const QString endless = u"${'%1'?matches('(.*a){30}b')?string}"_s.arg(QString(200, u'a'));
        std::thread bad([&] { (void)m_engine.render({u"Letter"_s, endless, "{}", 200ms}, noTask); });
        bool good = true;
        for (int i = 0; i < 200; ++i)
            good = good && render(m_engine, u"${x}"_s, R"({"x":"y"})").value_or(QString()) == "y"_L1;
        bad.join();
        QVERIFY(good);
    }

    void plainTextOfALetter()
    {
        const auto text =
            m_engine.plainText(u"<h1>Шановна</h1><p>a<br>b <a href=\"https://e.org\">тут</a></p>"_s, noTask);
        QVERIFY(text);
        QCOMPARE(*text, u"Шановна\n\na\nb тут <https://e.org>\n"_s);
    }

    void lettersAreCompared()
    {
        const auto same = m_engine.compareLetters(u"<p>a</p>"_s, u"<p>a</p>"_s, noTask);
        QVERIFY(same);
        QCOMPARE(same->changes, 0);
        const auto other = m_engine.compareLetters(u"<p>сума 5 грн</p>"_s, u"<p>сума 6 грн</p>"_s, noTask);
        QVERIFY(other);
        QCOMPARE(other->changes, 2);
        QVERIFY(other->left.contains(u">5</mark>"_s) && other->right.contains(u">6</mark>"_s));
        QCOMPARE(other->rightText, u"сума 6 грн\n"_s);
    }

    void severalThreadsAtOnce()
    {
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const QByteArray data = "{\"x\":\"" + QByteArray::number(t * 1000 + i) + "\"}";
                    right += render(m_engine, u"${x}"_s, data).value_or(QString()) == QString::number(t * 1000 + i);
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 300);
    }

    void cancelReturnsAtOnce()
    {
        const qint64 took = fastestOf(5, 100, [&]() -> qint64 {
            CancelSource source;
            TaskContext task;
            task.cancel = source.token();
            QElapsedTimer timer;
            std::thread canceller([&] {
                (void)CancelToken().waitFor(100ms); // the template runs for two seconds
                timer.start();
                source.cancel();
            });
            const auto result = m_engine.render({u"Letter"_s, u"[#list 1.. as i][/#list]"_s, "{}"}, task);
            const bool cancelled = !result && result.error().error.is(errors::cancelled);
            const qint64 elapsed = cancelled ? timer.elapsed() : 20'000;
            canceller.join();
            return elapsed;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    void stopsAndStartsAnew()
    {
        m_engine.stop();
        QCOMPARE(render(m_engine, u"${1}"_s).value_or(QString()), u"1"_s);
    }

    void inspectsManyInOrder()
    {
        QList<InspectRequest> requests;
        for (int i = 0; i < 250; ++i)
            requests.append({u"t"_s, u"${v%1!}"_s.arg(i)});
        requests.append({u"t"_s, u"[#if"_s});
        const auto list = m_engine.inspectMany(requests, noTask);
        QVERIFY(list);
        QCOMPARE(list->size(), 251);
        QCOMPARE(list->at(133).variables.first().name, u"v133"_s);
        QVERIFY(list->at(133).variables.first().optional);
        QVERIFY(list->last().syntaxError);
    }

    void largeTextsPass()
    {
        const QString large = QString(100, u'я').append(u'\n').repeated(50'000);
        const auto text = m_engine.render({u"t"_s, large, "{}", 60s}, noTask);
        QVERIFY2(text, qPrintable(text ? QString() : text.error().error.id()));
        QCOMPARE(text->size(), large.size());
    }

    void javaMissing()
    {
        const WithVariable path("PATH", "/nonexistent");
        const WithVariable home("JAVA_HOME", "");
        TemplateEngine engine;
        QCOMPARE(engine.version(noTask).error().id(), u"render.java-missing"_s);
    }

    void jarMissing()
    {
        TemplateEngine engine(u"/nonexistent/template-engine.jar"_s);
        const auto version = engine.version(noTask);
        QCOMPARE(version.error().id(), u"render.engine-missing"_s);
        QCOMPARE(version.error().subject, u"/nonexistent/template-engine.jar"_s);
    }

    /// Programs that stand in Java's place.
    void wrongHelper_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("id");
        QTest::newRow("old Java") << QByteArray("echo 'Exception UnsupportedClassVersionError: 61.0' >&2; exit 1")
                                  << u"render.java-too-old"_s;
        QTest::newRow("ends at once") << QByteArray("exit 7") << u"render.engine-start"_s;
        QTest::newRow("other version") << QByteArray(
            "printf '\\0\\0\\0\\111{\"id\":1,\"result\":{\"protocol\":\"1\",\"freemarker\":\"2.3.34\","
            "\"jsoup\":\"1.13.1\"}}'; cat >/dev/null")
                                       << u"render.engine-version"_s;
        QTest::newRow("nonsense") << QByteArray("echo hello world; cat >/dev/null") << u"render.engine-start"_s;
    }

    void wrongHelper()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, id);
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u"bin"_s));
        QFile java(home.filePath(u"bin/java"_s));
        QVERIFY(java.open(QIODevice::WriteOnly));
        java.write("#!/bin/sh\n" + script + "\n");
        java.close();
        QVERIFY(java.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const WithVariable variable("JAVA_HOME", home.path().toLocal8Bit());
        TemplateEngine engine;
        const auto version = engine.version(noTask);
        QVERIFY(!version);
        QCOMPARE(version.error().id(), id);
    }

private:
    TemplateEngine m_engine;
};

QTEST_GUILESS_MAIN(TestTemplateEngine)
#include "tst_templateengine.moc"
