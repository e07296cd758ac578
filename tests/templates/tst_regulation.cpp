#include "templates/source/errors.h"
#include "templates/source/regulation.h"
#include "testregulation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QStringList keys(const Regulation& regulation)
{
    QStringList list;
    for (const TemplateDirectory& directory : regulation.templates)
        list.append(directory.key.toString());
    return list;
}

QStringList problems(const Regulation& regulation)
{
    QStringList list;
    for (const Problem& problem : regulation.problems)
        list.append(severityName(problem.severity) + u' ' + problem.code() + u' ' + problem.error.subject);
    list.sort();
    return list;
}

} // namespace

class TestScanRegulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTemplatesInOrder()
    {
        TestRegulation files;
        files.write(u"inbox/B/notification.ftl"_s, "x");
        files.write(u"diia/C/notification.diia"_s, "x");
        files.write(u"email/Z/notification.ftlh"_s, "x");
        files.write(u"email/A/whatever"_s, "x");
        files.write(u"email/.gitkeep"_s, "");
        const auto regulation = scanRegulation(files.folder());
        QVERIFY(regulation);
        QCOMPARE(keys(*regulation), (QStringList{u"email/A"_s, u"email/Z"_s, u"inbox/B"_s, u"diia/C"_s}));
        QCOMPARE(problems(*regulation), QStringList());
        QVERIFY(regulation->find({Channel::Inbox, u"B"_s}));
        QVERIFY(!regulation->find({Channel::Inbox, u"A"_s}));
    }

    void theFolderItselfMayBeNamed()
    {
        TestRegulation files;
        files.write(u"email/A/notification.ftlh"_s, "x");
        const auto regulation = scanRegulation(files.path(u"notifications"_s));
        QVERIFY(regulation);
        QCOMPARE(keys(*regulation), QStringList{u"email/A"_s});
    }

    void whatDoesNotBelongIsSaid()
    {
        TestRegulation files;
        files.write(u"readme.txt"_s, "x");
        files.write(u"sms/A/notification.txt"_s, "x");
        files.write(u"Email/A/notification.ftlh"_s, "x");
        files.write(u"email/loose.ftlh"_s, "x");
        files.write(u"inbox"_s, "a file");
        files.write(u"diia/a:b/notification.diia"_s, "x");
        const auto regulation = scanRegulation(files.folder());
        QVERIFY(regulation);
        QCOMPARE(problems(*regulation),
            (QStringList{u"error not-a-directory inbox"_s, u"warning odd-name a:b"_s,
                u"warning stray-file loose.ftlh"_s, u"warning stray-file readme.txt"_s,
                u"warning unknown-channel Email"_s, u"warning unknown-channel sms"_s}));
    }

    void absentFoldersAreNoError()
    {
        QTemporaryDir folder;
        const auto regulation = scanRegulation(folder.path());
        QVERIFY(regulation);
        QVERIFY(regulation->templates.isEmpty());
        QVERIFY(regulation->problems.isEmpty());
    }

    void aFileInPlaceOfTheFolder()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"notifications"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto regulation = scanRegulation(folder.path());
        QVERIFY(regulation);
        QCOMPARE(problems(*regulation), QStringList{u"error not-a-directory notifications"_s});
    }

    void noSuchRegulation()
    {
        const auto regulation = scanRegulation(u"/nonexistent/regulation"_s);
        QVERIFY(!regulation);
        QVERIFY(regulation.error().is(errors::regulationNotFound));
    }

    void keysFromText()
    {
        QCOMPARE(TemplateKey::fromString(u"email/A b").value().toString(), u"email/A b"_s);
        for (const QString& text :
            {u"email"_s, u"email/"_s, u"sms/A"_s, u"email/.."_s, u"email/a/b"_s, u"/A"_s, QString()})
            QVERIFY2(!TemplateKey::fromString(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestScanRegulation)
#include "tst_regulation.moc"
