#include "render/errors.h"
#include "templates/library/templatelibrary.h"
#include "templates/source/checksum.h"
#include "templates/source/errors.h"
#include "templates/source/templateoperations.h"
#include "testregulation.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

const TaskContext noTask;

/// `code line` of each problem of one file.
QStringList codes(const QList<Problem>& problems, const QString& file = {})
{
    QStringList list;
    for (const Problem& problem : problems) {
        if (file.isEmpty() || problem.path.endsWith(file))
            list.append(u"%1 %2"_s.arg(problem.code()).arg(problem.line));
    }
    list.sort();
    return list;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Templates on disk through the real helper.
class TestLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Our cases against what the publisher's own steps gave for them with jsoup 1.13.1.
    void preparesToTheByte_data()
    {
        QTest::addColumn<QString>("name");
        QDirIterator it(
            QStringLiteral(NC_TEST_DATA "/templates/corpus/notifications/email"), QDir::Dirs | QDir::NoDotAndDotDot);
        while (it.hasNext()) {
            it.next();
            QTest::newRow(qPrintable(it.fileName())) << it.fileName();
        }
    }

    void preparesToTheByte()
    {
        QFETCH(QString, name);
        const TemplateLibrary library(QStringLiteral(NC_TEST_DATA "/templates/corpus"), m_engine, m_cache.path());
        const QByteArray expected = contentOf(QStringLiteral(NC_TEST_DATA "/templates/prepared/") + name + u".html"_s);
        QVERIFY(!expected.isEmpty());
        for (int i = 0; i < 2; ++i) { // the second time from the cache
            const auto one = library.publishable({Channel::Email, name}, noTask);
            QVERIFY2(one && !one->blocked, qPrintable(one && one->blocked ? one->blocked->id() : QString()));
            QCOMPARE(one->content, expected);
            QCOMPARE(one->checksum, contentChecksum(expected));
        }
    }

    /// More than go to the helper at once: each keeps its own.
    void manyStayInOrder()
    {
        TestRegulation files;
        for (int i = 0; i < 130; ++i) {
            const QString folder = u"email/letter-%1/"_s.arg(i, 3, 10, QChar(u'0'));
            const QByteArray number = QByteArray::number(i);
            files.write(folder + u"notification.ftlh"_s,
                i == 77 ? QByteArray("<p>[#if</p>") : "<p>Letter " + number + " ${name}</p>");
            files.write(folder + u"notification.yml"_s, "title: T" + number + "\n");
        }
        QTemporaryDir cache;
        const TemplateLibrary library(files.folder(), m_engine, cache.path());
        for (int round = 0; round < 2; ++round) { // the second time from the cache
            qint64 told = -1;
            TaskContext task;
            task.progress = [&told](const Progress& progress) { told = progress.done; };
            const auto list = library.publishables(task);
            QVERIFY(list);
            QCOMPARE(list->size(), 130);
            for (int i = 0; i < 130; ++i) {
                QCOMPARE(list->at(i).title, u"T%1"_s.arg(i));
                if (i != 77)
                    QVERIFY(list->at(i).content.contains("Letter " + QByteArray::number(i) + " ${name}"));
                QCOMPARE(hasErrors(list->at(i).problems), i == 77);
            }
            QCOMPARE(told > 0, round == 0);
        }
    }

    void inboxAndDiiaArePublishedAsTheyAre()
    {
        TestRegulation files;
        files.write(u"inbox/A/notification.ftl"_s, "\xEF\xBB\xBFHi\r\n ${x}\n");
        files.write(u"inbox/A/notification.yml"_s, "title: 5\n");
        files.write(u"inbox/Broken/notification.ftl"_s, "a\xFF");
        files.write(u"diia/D/notification.diia"_s, "some long text");
        files.write(u"diia/D/notification.yml"_s,
            "title: diia-title\nattributes:\n  actionType: DiiaActionType\n  templateType: DiiaTemplateType\n"
            "  shortText: DiiaShortText\n");
        const TemplateLibrary library(files.folder(), m_engine, {});
        const auto list = library.publishables(noTask);
        QVERIFY(list);
        QCOMPARE(list->size(), 3);
        QCOMPARE(list->at(0).content, QByteArray("\xEF\xBB\xBFHi\r\n ${x}\n"));
        QCOMPARE(list->at(0).title, u"5"_s);
        QVERIFY(hasErrors(list->at(0).problems));
        QCOMPARE(list->at(1).content, QByteArray("a\xEF\xBF\xBD"));
        QVERIFY(!list->at(1).title);
        QCOMPARE(list->at(2).checksum, QByteArray("b873ee130819ed542ec8ce28ea74a5830ad17756c55557e5f21e30efbcf57785"));
        QVERIFY(list->at(2).problems.isEmpty());
    }

    void lintOfALetter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QByteArray& text, const QStringList& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("clean", "<p>${x?html}</p>", {});
        row("empty", "", {u"empty-content 1"_s});
        row("blank", " \n", {});
        row("not UTF-8", "a\n\xFF", {u"not-utf8 2"_s});
        row("missing picture", "\n<p>\n<img alt='x'\n src=\"images/no.png\">", {u"missing-image 3"_s});
        row("remote picture", "<img src='https://x/y.png'>", {u"missing-image 1"_s});
        row("picture without a source", "\n<img>", {u"missing-image 2"_s});
        row("the same missing picture twice", "<img src=a>\n<img src=a>", {u"missing-image 1"_s, u"missing-image 2"_s});
        row("missing style", "<head>\n<link href='no.css'></head>", {u"missing-style 2"_s});
        row("escapes", "<img src='../x'>\n<img src='/etc/passwd'>\n<link href='../../y'>",
            {u"path-escape 1"_s, u"path-escape 2"_s, u"path-escape 3"_s});
        row("syntax", "<p>\n\n[#if x]\n</p>", {u"syntax 3"_s});
        row("ftl header", "[#ftl]\n<p>x</p>", {u"syntax 1"_s});
        row("forbidden", "<p>\n${'x'?new()} ${y?api?html}</p>", {u"forbidden 2"_s, u"forbidden 2"_s});
        row("torn", "<p>x</p>\n<p [#if odd]class=\"odd\"[/#if]>x</p>",
            {u"altered-by-html 2"_s, u"altered-by-html 2"_s, u"syntax 2"_s});
        row("quotes", "<p style=\"color:${c!\"red\"}\">x</p>", {u"altered-by-html 1"_s, u"no-auto-escape 1"_s});
        row("single quotes", "<p style=\"color:${c!'red'}\">x</p>", {u"no-auto-escape 1"_s});
        row("less than", "[#if a < b]x[/#if]", {});
        row("not interpolated", "<p>\n[=x] [=]</p>", {u"not-interpolated 2"_s});
        row("escaped as a whole", "<p>[#outputformat \"HTML\"]${x}[/#outputformat]</p>", {});
        row("gone with the style", "<head><style>${c?html}</style><link href='a.css'></head>",
            {u"altered-by-html 1"_s});
    }

    void lintOfALetter()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s, text);
        files.write(u"email/A/css/a.css"_s, "p{}");
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        for (int i = 0; i < 2; ++i) {
            const auto problems = library.lint(noTask);
            QVERIFY(problems);
            QCOMPARE(codes(*problems, u"notification.ftlh"_s), expected);
        }
    }

    void filesOfALetter()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s,
            "<link href='css/a.css'>\n<img src='images/a.png'>\n<img src='images/b.jpg'>");
        files.write(u"email/A/css/a.css"_s, "p{}");
        files.write(u"email/A/css/unused.css"_s, "p{}");
        files.write(u"email/A/images/a.png"_s, "\x89PNG");
        files.write(u"email/A/images/b.jpg"_s, "\xFF\xD8\xFF\xE0");
        const TemplateLibrary library(files.folder(), m_engine, {});
        const auto problems = library.lint(noTask);
        QVERIFY(problems);
        QCOMPARE(codes(*problems), (QStringList{u"image-type 2"_s, u"style-path 1"_s, u"unused-file 1"_s}));
        QVERIFY(!hasErrors(*problems));
    }

    void linksOutAreNotFollowed()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s, "<img src='images/x.png'>");
        QVERIFY(QDir().mkpath(files.path(u"notifications/email/A/images"_s)));
        QVERIFY(QFile::link(u"/etc/hostname"_s, files.path(u"notifications/email/A/images/x.png"_s)));
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        const auto one = library.publishable({Channel::Email, u"A"_s}, noTask);
        QVERIFY(one && one->blocked);
        QVERIFY(one->blocked->is(lint::pathEscape));
        QVERIFY(one->content.isEmpty());
    }

    void lintOfOtherChannels()
    {
        TestRegulation files;
        files.write(u"inbox/Empty/notification.ftl"_s, "");
        files.write(u"inbox/Bad/notification.ftl"_s, "a\n[#if x]\n[=y]");
        files.write(u"inbox/Bad/extra.txt"_s, "x");
        files.write(u"inbox/None/notification.yml"_s, "title: x");
        files.write(u"diia/Long/notification.diia"_s, QByteArray(2049, 'x'));
        files.write(u"diia/Long/notification.yml"_s,
            "title: " + QByteArray(61, 't')
                + "\nattributes:\n  actionType: a\n  templateType: b\n  shortText: " + QByteArray(201, 's') + "\n");
        files.write(u"diia/Fits/notification.diia"_s, QString(2048, u'ї').toUtf8());
        files.write(
            u"diia/Fits/notification.yml"_s, "title: t\nattributes: {actionType: a, templateType: b, shortText: c}\n");
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        const auto problems = library.lint(noTask);
        QVERIFY(problems);
        QCOMPARE(codes(*problems, u"Empty/notification.ftl"_s), QStringList{u"empty-content 1"_s});
        QCOMPARE(codes(*problems, u"Empty/notification.yml"_s), QStringList{u"missing-metadata 1"_s});
        QCOMPARE(codes(*problems, u"Bad/notification.ftl"_s), (QStringList{u"not-interpolated 3"_s, u"syntax 3"_s}));
        QCOMPARE(codes(*problems, u"extra.txt"_s), QStringList{u"unused-file 1"_s});
        QCOMPARE(codes(*problems, u"None/notification.ftl"_s), QStringList{u"missing-content 1"_s});
        QCOMPARE(codes(*problems, u"Long/notification.diia"_s), QStringList{u"too-long 1"_s});
        QCOMPARE(codes(*problems, u"Long/notification.yml"_s), (QStringList{u"too-long 1"_s, u"too-long 5"_s}));
        QCOMPARE(codes(*problems, u"Fits/notification.diia"_s), QStringList());
    }

    void anyChangeOfAnInputIsSeen()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s, "<link href=a.css><img src=i.png>");
        files.write(u"email/A/css/a.css"_s, "a{}");
        files.write(u"email/A/i.png"_s, "1");
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        const TemplateKey key{Channel::Email, u"A"_s};
        const auto checksum = [&] {
            const auto one = library.publishable(key, noTask);
            return one ? one->checksum : QByteArray("failed");
        };
        QSet<QByteArray> seen{checksum()};
        files.write(u"email/A/css/a.css"_s, "b{}");
        seen.insert(checksum());
        files.write(u"email/A/i.png"_s, "2");
        seen.insert(checksum());
        files.write(u"email/A/notification.ftlh"_s, "<link href=a.css><img src=i.png>.");
        seen.insert(checksum());
        QCOMPARE(seen.size(), 4);
        QVERIFY(QFile::remove(files.path(u"notifications/email/A/i.png"_s)));
        QVERIFY(checksum().isEmpty());
        files.write(u"email/A/i.png"_s, "2");
        QVERIFY(seen.contains(checksum()));
    }

    void theSameTextWithOtherFilesIsAnother()
    {
        TestRegulation files;
        for (const QString& name : {u"A"_s, u"B"_s}) {
            files.write(u"email/%1/notification.ftlh"_s.arg(name), "<link href=a.css>");
            files.write(u"email/%1/css/a.css"_s.arg(name), name.toUtf8() + "{}");
        }
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        for (int i = 0; i < 2; ++i) {
            const auto list = library.publishables(noTask);
            QVERIFY(list);
            QVERIFY(list->at(0).content.contains("A{}"));
            QVERIFY(list->at(1).content.contains("B{}"));
        }
    }

    void variablesHaveTheAuthorsLines()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s,
            "<html>\n<body>\n\n${a}\n<table>[#list xs as x]<tr>\n<td>${x.t!}</td></tr>[/#list]</table>\n${a}");
        files.write(u"diia/D/notification.diia"_s, "Hi {name},\n{sum} {name}");
        const TemplateLibrary library(files.folder(), m_engine, m_cache.path());
        const auto list = library.variables({Channel::Email, u"A"_s}, noTask);
        QVERIFY(list);
        QCOMPARE(list->size(), 3);
        QCOMPARE(list->at(0).name, u"a"_s);
        QCOMPARE(list->at(0).lines, (QList<int>{4, 7}));
        QCOMPARE(list->at(1).name, u"xs"_s);
        QCOMPARE(list->at(1).kind, TemplateVariable::Kind::List);
        QCOMPARE(list->at(2).name, u"xs[].t"_s);
        QCOMPARE(list->at(2).lines, QList<int>{6});
        QVERIFY(list->at(2).optional);
        const auto diia = library.variables({Channel::Diia, u"D"_s}, noTask);
        QVERIFY(diia);
        QCOMPARE(diia->size(), 2);
        QCOMPARE(diia->at(0).lines, (QList<int>{1, 2}));
    }

    void withoutTheHelperTheRestWorks()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s, "<p>x</p>");
        files.write(u"inbox/B/notification.ftl"_s, "text");
        files.write(u"inbox/B/notification.yml"_s, "title: t");
        files.write(u"diia/D/notification.diia"_s, "text");
        TemplateEngine none(u"/nonexistent.jar"_s);
        const TemplateLibrary library(files.folder(), none, {});
        const auto list = library.publishables(noTask);
        QVERIFY(list);
        QVERIFY(list->at(0).blocked && list->at(0).blocked->is(errors::engineMissing));
        QVERIFY(list->at(0).checksum.isEmpty());
        QVERIFY(!list->at(1).blocked);
        QCOMPARE(list->at(1).content, QByteArray("text"));
        QVERIFY(!list->at(2).blocked);
        const auto problems = library.lint(noTask);
        QVERIFY(problems);
        QCOMPARE(codes(*problems, u"notification.ftlh"_s), QStringList{u"not-checked 1"_s});
        QCOMPARE(codes(*problems, u"D/notification.yml"_s), QStringList{u"missing-metadata 1"_s});
    }

    void unknownTemplateAndCancel()
    {
        TestRegulation files;
        files.write(u"inbox/B/notification.ftl"_s, "text");
        const TemplateLibrary library(files.folder(), m_engine, {});
        const auto unknown = library.publishable({Channel::Email, u"B"_s}, noTask);
        QVERIFY(!unknown);
        QVERIFY(unknown.error().is(errors::templateNotFound));
        CancelSource source;
        source.cancel();
        TaskContext task;
        task.cancel = source.token();
        QVERIFY(library.publishables(task).error().is(errors::cancelled));
    }

private:
    TemplateEngine m_engine;
    QTemporaryDir m_cache;

    void linksOutAreNotRead()
    {
        TestRegulation files;
        const QString outside = files.path(u"outside.txt"_s);
        QFile secret(outside);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("secret ${x}");
        secret.close();
        files.write(u"inbox/Linked/notification.yml"_s, "title: t\n");
        QVERIFY(QFile::link(outside, files.path(u"notifications/inbox/Linked/notification.ftl"_s)));
        files.write(u"inbox/Meta/notification.ftl"_s, "x");
        QVERIFY(QFile::link(outside, files.path(u"notifications/inbox/Meta/notification.yml"_s)));
        files.write(u"inbox/Inside/notification.yml"_s, "title: t\n");
        QVERIFY(QFile::link(files.path(u"notifications/inbox/Meta/notification.ftl"_s),
            files.path(u"notifications/inbox/Inside/notification.ftl"_s)));
        QDir().mkpath(files.path(u"elsewhere"_s));
        QFile far(files.path(u"elsewhere/notification.ftl"_s));
        QVERIFY(far.open(QIODevice::WriteOnly));
        far.write("secret");
        far.close();
        QVERIFY(QFile::link(files.path(u"elsewhere"_s), files.path(u"notifications/inbox/Dir"_s)));
        TemplateEngine engine;
        const auto all = TemplateLibrary(files.folder(), engine, {}).publishables({});
        QVERIFY(all);
        for (const PublishableTemplate& one : *all) {
            const bool good = one.key.name == u"Inside";
            QCOMPARE(!one.blocked.has_value(), good);
            QVERIFY(!one.content.contains("secret"));
            if (!good)
                QVERIFY2(std::ranges::any_of(
                             one.problems, [](const Problem& problem) { return problem.code() == u"path-escape"; }),
                    qPrintable(one.key.name));
        }
        QCOMPARE(all->size(), 4);
    }

    /// Ten megabytes come to an end, and nobody says that they do not.
    void aVeryLargeLetter()
    {
        TestRegulation files;
        QByteArray letter = "<html><body>";
        while (letter.size() < 10'000'000)
            letter += "<p>Dear ${name?html}, this is a paragraph of text that goes on and on and on.</p>\n";
        files.write(u"email/Large/notification.ftlh"_s, letter + "[=x]</body></html>");
        const TemplateLibrary library(files.folder(), m_engine, {});
        const auto problems = library.lint(noTask);
        QVERIFY(problems);
        // On a machine that is too slow for it that is said, and not that the template is endless.
        if (*problems != QList<Problem>() && problems->first().code() == u"not-checked")
            QVERIFY(problems->first().error.is(errors::checkLimit));
        else
            QCOMPARE(codes(*problems), QStringList{u"not-interpolated %1"_s.arg(letter.count('\n') + 1)});
    }

    void aThousandPictures()
    {
        TestRegulation files;
        QByteArray letter = "<html><body>";
        for (int i = 0; i < 1000; ++i) {
            const QByteArray name = "images/p" + QByteArray::number(i) + ".jpg";
            files.write(u"email/Many/"_s + QString::fromLatin1(name), "\xff\xd8\xff" + QByteArray(2000, 'x'));
            letter += "<img src=\"" + name + "\">";
        }
        files.write(u"email/Many/notification.ftlh"_s, letter + "<img src=\"images/none.jpg\"></body></html>");
        const TemplateLibrary library(files.folder(), m_engine, {});
        const auto one = library.publishable({Channel::Email, u"Many"_s}, noTask);
        QVERIFY(one);
        QCOMPARE(codes(one->problems), QStringList{u"missing-image 1"_s});
        QVERIFY(one->blocked); // nothing by halves
        QVERIFY(one->content.isEmpty());
    }

    /// A channel's folder, or notifications/ as a whole, that is a link to somewhere else.
    void foldersThatLeadOutAreNotEntered()
    {
        TestRegulation outside;
        outside.write(u"email/Secret/notification.ftlh"_s, "<p>secret</p>");
        TestRegulation files;
        files.write(u"inbox/A/notification.ftl"_s, "x");
        files.write(u"inbox/A/notification.yml"_s, "title: t\n");
        QVERIFY(QFile::link(outside.path(u"notifications/email"_s), files.path(u"notifications/email"_s)));
        const auto scanned = scanRegulation(files.folder());
        QVERIFY(scanned);
        QCOMPARE(scanned->templates.size(), 1);
        QCOMPARE(scanned->problems.size(), 1);
        QCOMPARE(scanned->problems.first().code(), u"path-escape"_s);
        QCOMPARE(scanned->problems.first().severity, Severity::Error);
        QVERIFY(scanned->problems.first().path.endsWith("/notifications/email"_L1));
        // Nothing is written through it either.
        const auto made = createTemplate(files.folder(), {Channel::Email, u"New"_s}, {});
        QVERIFY(!made && made.error().is(lint::folderEscape));
        QVERIFY(!QFileInfo::exists(outside.path(u"notifications/email/New"_s)));

        TestRegulation whole;
        QVERIFY(QDir(whole.path(u"notifications"_s)).removeRecursively());
        QVERIFY(QFile::link(outside.path(u"notifications"_s), whole.path(u"notifications"_s)));
        const auto none = scanRegulation(whole.folder());
        QVERIFY(none);
        QVERIFY(none->templates.isEmpty());
        QCOMPARE(none->problems.size(), 1);
        QCOMPARE(none->problems.first().code(), u"path-escape"_s);
        // Named itself it is what the person means; a link that stays inside is a folder like any other.
        QCOMPARE(scanRegulation(outside.path(u"notifications"_s))->templates.size(), 1);
        TestRegulation inside;
        inside.write(u"inbox/A/notification.ftl"_s, "x");
        QVERIFY(QDir(inside.folder()).rename(u"notifications"_s, u"texts"_s));
        QVERIFY(QFile::link(inside.path(u"texts"_s), inside.path(u"notifications"_s)));
        QCOMPARE(scanRegulation(inside.folder())->templates.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
