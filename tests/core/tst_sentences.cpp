#include "core/errors.h"
#include "core/sentences.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// Codes in the sources and sentences in the table must be the same set, in both languages.
class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentence()
    {
        QSet<QString> codes;
        QDirIterator files(
            QStringLiteral(NC_SOURCE_DIR "/models"), {u"errors.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        static const QRegularExpression code(uR"re(ErrorCode\s+\w+\s*\{\s*"([^"]+)",\s*"([^"]+)"\s*\})re"_s);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = code.globalMatch(text); it.hasNext();) {
                const auto match = it.next();
                codes.insert(match.captured(1) + u'.' + match.captured(2));
            }
        }
        QVERIFY(codes.size() > 10);
        const QStringList known = knownSentences();
        const QSet<QString> sentences(known.cbegin(), known.cend());
        QCOMPARE(QStringList((codes - sentences).values()).join(u", "_s), QString());
        QCOMPARE(QStringList((sentences - codes).values()).join(u", "_s), QString());
    }

    void bothLanguagesAreThere()
    {
        static const QRegularExpression letter(u"\\pL"_s, QRegularExpression::UseUnicodePropertiesOption);
        for (const QString& id : knownSentences()) {
            const QByteArray domain = id.section(u'.', 0, 0).toUtf8();
            const QByteArray name = id.section(u'.', 1).toUtf8();
            const Error error{{domain.constData(), name.constData()}, u"S"_s, u"D"_s};
            const Sentence english = sentenceFor(error, Language::English);
            const Sentence ukrainian = sentenceFor(error, Language::Ukrainian);
            QVERIFY2(!english.what.isEmpty() && !ukrainian.what.isEmpty(), qPrintable(id));
            // "%1: %2" is the same in every language.
            const bool onlyPlaces = !QString(english.what).remove(u'S').remove(u'D').contains(letter);
            QVERIFY2(onlyPlaces || english.what != ukrainian.what, qPrintable(id));
            QVERIFY2(english.advice.isEmpty() == ukrainian.advice.isEmpty(), qPrintable(id));
        }
    }

    void placesSubjectAndDetail()
    {
        const Error error{errors::cannotRead, u"/a/%2"_s, u"no such file"_s};
        QCOMPARE(sentenceFor(error, Language::English).what, u"Cannot read /a/%2: no such file"_s);
    }

    void unknownCodeStillSaysSomething()
    {
        QCOMPARE(describe({{"x", "y"}, u"subject"_s, {}}, Language::English), u"x.y: subject"_s);
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
