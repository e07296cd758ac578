#include "widgets/preview/letterdress.h"
#include "widgets/text/jsonplaces.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What is done to a letter so that it can be looked at, and where members of JSON stand.
class TestLetterDress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLetterItselfIsUntouched()
    {
        const QString letter = u"<html><body><p style=\"color:red\">a &amp; b</p></body></html>"_s;
        QVERIFY(dressed(letter, LetterLight::Light).startsWith(letter));
        QVERIFY(dressed(letter, LetterLight::Dark).startsWith(letter));
        QCOMPARE(dressed(QString(), LetterLight::Dark), QString());
    }

    void darkRulesAreTheLettersOwn()
    {
        const QString letter = u"<style>@media (prefers-color-scheme: dark){p{color:white}}"
                               "@media ( PREFERS-COLOR-SCHEME:light ){p{color:black}}</style>"_s;
        QVERIFY(hasDarkRules(letter));
        const QString dark = dressed(letter, LetterLight::Dark);
        QVERIFY(dark.contains(u"@media (min-width:0px){p{color:white}}"_s));
        QVERIFY(dark.contains(u"@media (max-width:0px){p{color:black}}"_s));
        QVERIFY(!dark.contains(u"invert"_s));
        const QString light = dressed(letter, LetterLight::Light);
        QVERIFY(light.contains(u"@media (max-width:0px){p{color:white}}"_s));
        QVERIFY(light.contains(u"@media (min-width:0px){p{color:black}}"_s));
    }

    void lettersWithoutThemAreTurnedRound()
    {
        QVERIFY(!hasDarkRules(u"<p style='color: dark'>x</p>"_s));
        QVERIFY(hasDarkRules(u"<meta name=\"color-scheme\" content=\"light dark\">"_s));
        QVERIFY(hasDarkRules(u"<style>:root { color-scheme: light dark; }</style>"_s));
        QVERIFY(dressed(u"<p>x</p>"_s, LetterLight::Dark).contains(u"filter:invert"_s));
        QVERIFY(!dressed(u"<p>x</p>"_s, LetterLight::Light).contains(u"filter:invert"_s));
    }

    void membersOfJson()
    {
        // Single quotes for double ones, which the parser of Qt's meta objects mistakes.
        QString json = u"{'a': {'b': 'x\\'}'}, 'items': [{'t': 1}, {'t': [2, 3]}], 'z': null}"_s;
        json.replace(u'\'', u'"');
        QStringList found;
        for (const JsonPlace& place : jsonPlaces(json))
            found += place.path + u'=' + json.mid(place.begin, place.end - place.begin).replace(u'"', u'\'');
        QCOMPARE(found,
            (QStringList{u"a.b='b': 'x\\'}'"_s, u"a='a': {'b': 'x\\'}'}"_s, u"items[].t='t': 1"_s,
                u"items[].t='t': [2, 3]"_s, u"items='items': [{'t': 1}, {'t': [2, 3]}]"_s, u"z='z': null"_s}));
        for (const QString& broken : {u""_s, u"{"_s, u"{\"a"_s, u"{\"a\":"_s, u"[{\"a\":1"_s, QString(5000, u'[')})
            QVERIFY(jsonPlaces(broken).size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestLetterDress)
#include "tst_letterdress.moc"
