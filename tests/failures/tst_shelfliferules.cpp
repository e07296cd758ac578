#include "failures/sending/narrowevent.h"
#include "failures/sending/sendingrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 asked = 1'800'000'000'000;
constexpr qint64 now = asked + 53 * hour;
const QStringList channels{u"inbox"_s, u"email"_s, u"diia"_s};

/// How a recipient stands in the event.
enum class Person {
    Unreached, ///< channels null, no roles: preferences decide
    Reached, ///< his turn came: the channels of his preferences stand there, without inbox
    Named, ///< the event ignores preferences and names the channels
};

/// One case; sets are bits in the order of `channels`.
struct Case {
    Person person = Person::Unreached;
    int listed = 0;
    int late = 0; ///< their templates' lives are over
    int fresh = 0; ///< their templates have a life that is not over
    int templates = 7;
    bool templatesKnown = true;
    int delivered = 0;
    bool narrow = false;
    bool force = false;

    bool has(int set, int channel) const { return (set >> channel & 1) != 0; }
    bool asks() const { return person == Person::Unreached; }
    int possible() const { return templatesKnown ? templates : 7; }
    /// Where it may arrive as it stands.
    int reached() const
    {
        return asks() ? possible() : person == Person::Reached ? listed | 1 : listed;
    }
};

QByteArray eventOf(const Case& one)
{
    QJsonArray list;
    for (int i = 0; i < 3; ++i) {
        if (one.has(one.listed, i))
            list.append(QJsonObject{{u"channel"_s, channels[i]}, {u"email"_s, QJsonValue()}, {u"rnokpp"_s, QJsonValue()}});
    }
    QJsonObject parameters{{u"name"_s, u"Ann"_s}};
    if (one.person == Person::Reached)
        parameters.insert(u"recipientRoles"_s, QJsonArray{u"citizen"_s});
    const QJsonObject person{{u"id"_s, u"ann"_s}, {u"channels"_s, one.asks() ? QJsonValue() : QJsonValue(list)},
        {u"parameters"_s, parameters}, {u"realm"_s, u"CITIZEN"_s}};
    const QJsonObject event{
        {u"context"_s, QJsonObject{{u"businessProcessInstanceId"_s, u"p1"_s}, {u"businessActivityInstanceId"_s, u"a1"_s}}},
        {u"notification"_s,
            QJsonObject{{u"title"_s, QJsonValue()}, {u"templateName"_s, u"reminder"_s},
                {u"ignoreChannelPreferences"_s, one.person == Person::Named}}},
        {u"recipients"_s, QJsonArray{person}}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

ShelfLives livesOf(const Case& one)
{
    QJsonObject lives;
    for (int i = 0; i < 3; ++i) {
        if (one.has(one.late, i))
            lives.insert(channels[i] + u"/reminder"_s, u"1h"_s);
        else if (one.has(one.fresh, i))
            lives.insert(channels[i] + u"/reminder"_s, u"90d"_s);
    }
    return ShelfLives(lives);
}

DeliveryHistory historyOf(const Case& one)
{
    DeliveryHistory history;
    for (int i = 0; i < 3; ++i) {
        const QJsonObject record{
            {u"context"_s,
                QJsonObject{{u"businessProcessInstanceId"_s, u"p1"_s}, {u"businessActivityInstanceId"_s, u"a1"_s}}},
            {u"recipient"_s, QJsonObject{{u"id"_s, u"ann"_s}}}, {u"recipientName"_s, u"ann"_s}};
        if (one.has(one.delivered, i))
            history.addHandedOver(channels[i], QJsonDocument(record).toJson(QJsonDocument::Compact), asked + hour);
    }
    return history;
}

SendingRules::Finding look(const Case& one, ReplayFacts& facts)
{
    ReplayRequest request;
    request.shelfLives = livesOf(one);
    request.narrow = one.narrow;
    request.force = one.force;
    std::optional<QSet<QString>> templates;
    if (one.templatesKnown) {
        templates.emplace();
        for (int i = 0; i < 3; ++i) {
            if (one.has(one.templates, i))
                templates->insert(channels[i] + u"/reminder"_s);
        }
    }
    const SendingRules rules(request, historyOf(one), now, templates);
    DeadLetter letter;
    letter.origin.timestamp = asked;
    letter.record.timestamp = asked + hour;
    return rules.look(letter, u"user-notifications"_s, eventOf(one), facts);
}

/// Where what goes may arrive, whatever the preferences say; and surely arrives, if they name every channel.
int arrives(const Case& one, const QList<QByteArray>& events)
{
    int set = 0;
    for (const QByteArray& text : events) {
        const QJsonObject event = QJsonDocument::fromJson(text).object();
        for (const QJsonValue& person : event["recipients"_L1].toArray()) {
            if (asksPreferences(event, person.toObject())) {
                set |= one.possible();
                continue;
            }
            if (!event["notification"_L1]["ignoreChannelPreferences"_L1].toBool())
                set |= 1;
            for (const QJsonValue& channel : person["channels"_L1].toArray())
                set |= 1 << channels.indexOf(channel["channel"_L1].toString());
        }
    }
    return set;
}

QString describe(const Case& one)
{
    return u"person %1 listed %2 late %3 fresh %4 templates %5 known %6 delivered %7 narrow %8"_s
        .arg(int(one.person)).arg(one.listed).arg(one.late).arg(one.fresh).arg(one.templates)
        .arg(one.templatesKnown).arg(one.delivered).arg(one.narrow);
}

} // namespace

/// Shelf lives of single channels against events whose channels are known or not, over everything that was delivered.
class TestShelfLifeRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theUsualEvent();
    void everyCase();

private:
    static void check(const Case& one);
};

/// Channels null, preferences decide; only the letter's template has a life.
void TestShelfLifeRules::theUsualEvent()
{
    const Case letterAndInbox{.late = 2, .templates = 3};
    ReplayFacts facts;
    auto found = look(letterAndInbox, facts);
    QCOMPARE(found.skip, SkipReason::None);
    QCOMPARE(arrives(letterAndInbox, found.events), 1);
    QCOMPARE(facts.lateChannels, QStringList{u"email"_s});
    // No template elsewhere: there is nothing else to go.
    QCOMPARE(look({.late = 2, .templates = 2}, facts).skip, SkipReason::TooLate);
    // Diia's address stands in the preferences only.
    QCOMPARE(look({.late = 2}, facts).skip, SkipReason::TooLate);
    QCOMPARE(look({.late = 2, .templatesKnown = false}, facts).skip, SkipReason::TooLate);
    // Where there is no letter it cannot be too late for it.
    QCOMPARE(look({.late = 2, .templates = 1}, facts).skip, SkipReason::None);
    QVERIFY(look({.late = 2, .force = true}, facts).events.isEmpty());
    QCOMPARE(look({.late = 2, .force = true}, facts).skip, SkipReason::None);
}

void TestShelfLifeRules::check(const Case& one)
{
    ReplayFacts facts;
    const auto found = look(one, facts);
    const QList<QByteArray> going =
        found.skip != SkipReason::None ? QList<QByteArray>() : found.events.isEmpty() ? QList{eventOf(one)} : found.events;
    const int arriving = arrives(one, going);
    const int lateHere = one.reached() & one.late;
    const QByteArray words = describe(one).toUtf8();
    // Nothing goes where it is too late.
    QVERIFY2((arriving & one.late) == 0, words.constData());
    // Nothing arrives where it would not have arrived anyway, and what somebody got never by accident again.
    QVERIFY2((arriving & ~one.reached()) == 0, words.constData());
    // Somebody whose preferences nobody knows goes as he stood or not at all.
    if (!one.asks() || one.narrow == false)
        QVERIFY2((arriving & one.delivered) == 0, words.constData());
    switch (found.skip) {
    case SkipReason::None: {
        // And all the rest goes.
        const int rest = one.reached() & ~one.late & (one.narrow ? ~one.delivered : ~0);
        if (!(one.asks() && one.narrow && one.delivered != 0 && lateHere == 0))
            QVERIFY2((arriving & rest) == rest, words.constData());
        break;
    }
    case SkipReason::TooLate:
        QVERIFY2(lateHere != 0, words.constData());
        break;
    case SkipReason::AlreadyGot:
        QVERIFY2(!one.narrow && (one.delivered & ~lateHere) != 0, words.constData());
        break;
    case SkipReason::EverybodyGot:
        QVERIFY2(one.narrow && one.delivered != 0, words.constData());
        break;
    default:
        QFAIL(words.constData());
    }
}

void TestShelfLifeRules::everyCase()
{
    int count = 0;
    for (const Person person : {Person::Unreached, Person::Reached, Person::Named}) {
        for (int bits = 0; bits < 1 << 13; ++bits) {
            Case one;
            one.person = person;
            one.listed = bits & 7;
            one.late = bits >> 3 & 7;
            one.templates = bits >> 6 & 7;
            one.delivered = bits >> 9 & 7;
            one.narrow = (bits >> 12 & 1) != 0;
            one.fresh = (bits >> 4 & 7) & ~one.late;
            one.templatesKnown = one.templates != 0;
            // Without a channel there is nobody to send to; what nobody may reach was not delivered.
            if ((person == Person::Named && one.listed == 0) || (one.delivered & ~one.reached()) != 0)
                continue;
            check(one);
            if (QTest::currentTestFailed())
                return;
            ++count;
        }
    }
    QVERIFY(count > 5'000);
}

QTEST_GUILESS_MAIN(TestShelfLifeRules)
#include "tst_shelfliferules.moc"
