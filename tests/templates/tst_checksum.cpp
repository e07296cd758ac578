#include "templates/source/checksum.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The platform's known answers (docs/contracts.md, "What is published").
class TestChecksum : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contentOfLetter()
    {
        const QByteArray expected = "40c6d08f4bbd1fe4ac7f66239a7ca777dc7b0c449d4b459c523ad9eefab54abc";
        QCOMPARE(templateChecksum(Channel::Email, u"t"_s, {}, "<html><h1>Hello</h1></html>"), expected);
        QCOMPARE(templateChecksum(Channel::Inbox, {}, {}, "<html><h1>Hello</h1></html>"), expected);
    }

    void diiaWithAttributes()
    {
        const QMap<QString, QString> attributes{{u"actionType"_s, u"DiiaActionType"_s},
            {u"templateType"_s, u"DiiaTemplateType"_s}, {u"shortText"_s, u"DiiaShortText"_s}};
        QCOMPARE(templateChecksum(Channel::Diia, u"diia-title"_s, attributes, "some long text"),
            QByteArray("b873ee130819ed542ec8ce28ea74a5830ad17756c55557e5f21e30efbcf57785"));
    }

    void diiaWithoutAttributes()
    {
        QCOMPARE(templateChecksum(Channel::Diia, u"diia-title"_s, {}, "Updated content"),
            QByteArray("0f590c85b54774764456994cd1db7f87c58671cd2039f5735cd40d823bc8c68f"));
    }

    void jsonEscapesWhatJacksonEscapes()
    {
        QCOMPARE(diiaTemplateJson({}, {{u"shortText"_s, u"\"\\/\b\t\n\f\r\u0001\u001f\u007f</>ї\u2028"_s}}, u""_s),
            QByteArray("{\"actionType\":null,\"templateType\":null,\"title\":null,\"shortText\":\"\\\"\\\\/\\b\\t\\n"
                       "\\f\\r\\u0001\\u001F\x7f</>ї\u2028\",\"fullText\":\"\"}"));
    }

    void byteOrderMarkOfDiiaCounts()
    {
        QVERIFY(
            templateChecksum(Channel::Diia, {}, {}, "\xEF\xBB\xBFx") != templateChecksum(Channel::Diia, {}, {}, "x"));
    }
};

QTEST_APPLESS_MAIN(TestChecksum)
#include "tst_checksum.moc"
