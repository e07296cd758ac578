#include "authoring/draftjournal.h"
#include "core/atomicfile.h"
#include "core/errors.h"
#include "templates/source/errors.h"
#include "templates/source/pictures.h"
#include "templates/source/templateoperations.h"
#include "testregulation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What the editor does with files beside editing: notes against a crash, pictures, new and deleted templates.
class TestDrafts : public QObject {
    Q_OBJECT

    std::unique_ptr<TestRegulation> m_files;
    std::unique_ptr<QTemporaryDir> m_config;

    QString path(const QString& name) const { return m_files->path(u"notifications/"_s + name); }

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<TestRegulation>();
        m_config = std::make_unique<QTemporaryDir>();
        m_files->write(u"email/A/notification.ftlh"_s, "<p>a</p>");
        m_files->write(u"email/A/images/deep/x.jpg"_s, "\xFF\xD8\xFF\xE0jpeg");
    }

    void unsavedTextsComeBack()
    {
        const DraftJournal journal(m_config->path());
        const DraftEntry entry{path(u"email/A/notification.ftlh"_s), u"<p>typed ї</p>"_s, "<p>a</p>",
            QDateTime::fromMSecsSinceEpoch(1700000000123)};
        QVERIFY(journal.note(entry));
        QVERIFY(journal.note({u"/elsewhere/notification.ftlh"_s, u"x"_s, {}, entry.at}));
        QCOMPARE(readFile(entry.path)->bytes, QByteArray("<p>a</p>"));
        const DraftJournal another(m_config->path());
        QCOMPARE(another.entries(m_files->folder()).size(), 1);
        QCOMPARE(another.entries(m_files->folder()).first().text, entry.text);
        QCOMPARE(another.entries(m_files->folder()).first().at.toMSecsSinceEpoch(), entry.at.toMSecsSinceEpoch());
        // Saved after all (or by another program): nothing to offer.
        m_files->write(u"email/A/notification.ftlh"_s, entry.text.toUtf8());
        QVERIFY(another.entries(m_files->folder()).isEmpty());
        QVERIFY(journal.note(entry));
        journal.forget(entry.path);
        m_files->write(u"email/A/notification.ftlh"_s, "<p>a</p>");
        QVERIFY(journal.entries(m_files->folder()).isEmpty());
        QCOMPARE(journal.entries(u"/elsewhere"_s).size(), 1);
        // A file that is cut off offers nothing and hurts nobody.
        QVERIFY(writeFile(m_config->filePath(u"drafts/broken.json"_s), "{\"path\""));
        QVERIFY(journal.entries(m_files->folder()).isEmpty());
    }

    void pictures()
    {
        const QString directory = path(u"email/A"_s);
        QVERIFY(writeFile(m_config->filePath(u"My Logo.PNG"_s), "\x89PNG\r\n\x1A\n" + QByteArray(300 * 1024, 'x')));
        const auto added = addPicture(directory, m_config->filePath(u"My Logo.PNG"_s));
        QVERIFY(added);
        QCOMPARE(added->name, u"images/My-Logo.png"_s);
        QCOMPARE(pictureTag(*added), u"<img src=\"images/My-Logo.png\" alt=\"\">"_s);
        QCOMPARE(addPicture(directory, m_config->filePath(u"My Logo.PNG"_s))->name, added->name);
        QVERIFY(writeFile(m_config->filePath(u"My Logo.PNG"_s), "GIF89a"));
        QCOMPARE(addPicture(directory, m_config->filePath(u"My Logo.PNG"_s))->name, u"images/My-Logo-2.png"_s);
        QVERIFY(writeFile(m_config->filePath(u"text.png"_s), "not a picture"));
        QVERIFY(addPicture(directory, m_config->filePath(u"text.png"_s)).error().is(errors::cannotRead));
        QVERIFY(!addPicture(directory, m_config->filePath(u"none.png"_s)));
        QFile::link(u"/etc/hostname"_s, directory + u"/images/link.jpg"_s);

        const auto list = templatePictures(directory, u"<img src='images/deep/x.jpg'>"_s);
        QCOMPARE(list.size(), 3);
        QCOMPARE(list[2].name, u"images/deep/x.jpg"_s);
        QVERIFY(list[2].isJpeg && list[2].isUsed && !list[2].isLarge());
        QVERIFY(!list[0].isJpeg && list[1].isLarge() && !list[1].isUsed);
    }

    void deletedTemplatesComeBack()
    {
        const QString trash = m_config->filePath(u"trash"_s);
        const TemplateKey key{Channel::Email, u"A"_s};
        const auto deleted = deleteTemplate(m_files->folder(), key, trash);
        QVERIFY(deleted);
        QVERIFY(!QFileInfo::exists(path(u"email/A"_s)));
        QVERIFY(QFileInfo::exists(deleted->kept + u"/images/deep/x.jpg"_s));
        QVERIFY(deleteTemplate(m_files->folder(), key, trash).error().is(errors::templateNotFound));
        QVERIFY(restoreTemplate(*deleted));
        QCOMPARE(readFile(path(u"email/A/notification.ftlh"_s))->bytes, QByteArray("<p>a</p>"));
        QVERIFY(QDir(trash).isEmpty());
        const auto again = deleteTemplate(m_files->folder(), key, trash);
        QVERIFY(createTemplate(m_files->folder(), key));
        QVERIFY(restoreTemplate(*again).error().is(errors::templateExists));
        QVERIFY(QFileInfo::exists(again->kept));
    }

    void copiesKeepLinksAsLinks()
    {
        QFile::link(u"/etc/hostname"_s, path(u"email/A/images/out.jpg"_s));
        const auto copied =
            createTemplate(m_files->folder(), {Channel::Email, u"B"_s}, TemplateKey{Channel::Email, u"A"_s});
        QVERIFY(copied);
        QVERIFY(QFileInfo(copied->path + u"/images/out.jpg"_s).isSymLink());
        QCOMPARE(readFile(copied->path + u"/images/deep/x.jpg"_s)->bytes.size(), 8);
    }

    void newTemplatesHaveNoProblems()
    {
        for (const Channel channel : {Channel::Email, Channel::Inbox, Channel::Diia}) {
            const auto made = createTemplate(m_files->folder(), {channel, u"It's: no"_s});
            QVERIFY(made.error().is(errors::oddTemplateName));
            QVERIFY(createTemplate(m_files->folder(), {channel, u"It's «new»"_s}));
        }
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
