// Every string of the window and of the command line is in Ukrainian, with its placeholders and plural forms.
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

struct Message {
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
    bool numerus = false;
};

static QList<Message> read(const QString& name)
{
    QFile file(QStringLiteral(NC_SOURCE_DIR "/translations/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message")
            messages.append(message);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            message = {context, {}, {}, false, xml.attributes().value(u"numerus"_s) == u"yes"};
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.unfinished = xml.attributes().hasAttribute(u"type"_s);
            if (!message.numerus)
                message.translations.append(xml.readElementText());
        } else if (xml.name() == u"numerusform") {
            message.translations.append(xml.readElementText());
        }
    }
    return messages;
}

static QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(L?\\d+|n)"_s);
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ukrainianIsWhole()
    {
        const QList<Message> messages = read(u"console_uk.ts"_s);
        QVERIFY(messages.size() > 300);
        QStringList wrong;
        for (const Message& m : messages) {
            const QString where = m.context + u": "_s + m.source;
            if (m.unfinished || m.translations.isEmpty() || m.translations.contains(QString()))
                wrong.append(u"unfinished: "_s + where);
            if (m.numerus && m.translations.size() != 3)
                wrong.append(u"plural forms: "_s + where);
            for (const QString& translation : m.translations) {
                // A plural form may leave the number out ("one record").
                if ((placeholders(translation) + placeholders(u"%n"_s))
                    != (placeholders(m.source) + placeholders(u"%n"_s)))
                    wrong.append(u"placeholders: "_s + where);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void englishHasItsPlurals()
    {
        for (const Message& m : read(u"console_en.ts"_s)) {
            QVERIFY2(!m.unfinished && m.translations.size() == 2, qPrintable(m.source));
            QVERIFY2(!m.translations.join(u' ').contains(u"(s)"_s), qPrintable(m.source));
        }
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
