#include "sandbox/demo/people.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

struct Name {
    QString ukrainian;
    QString latin;
};

const QList<Name>& familyNames()
{
    static const QList<Name> names{{u"Шевченко"_s, u"shevchenko"_s}, {u"Коваленко"_s, u"kovalenko"_s},
        {u"Бондаренко"_s, u"bondarenko"_s}, {u"Ткаченко"_s, u"tkachenko"_s}, {u"Кравчук"_s, u"kravchuk"_s},
        {u"Олійник"_s, u"oliinyk"_s}, {u"Поліщук"_s, u"polishchuk"_s}, {u"Мельник"_s, u"melnyk"_s},
        {u"Гнатюк"_s, u"hnatiuk"_s}, {u"Романенко"_s, u"romanenko"_s}, {u"Савчук"_s, u"savchuk"_s},
        {u"Лисенко"_s, u"lysenko"_s}, {u"Мороз"_s, u"moroz"_s}, {u"Захарчук"_s, u"zakharchuk"_s},
        {u"Дем’яненко"_s, u"demianenko"_s}, {u"Яремчук"_s, u"yaremchuk"_s}, {u"Іваненко"_s, u"ivanenko"_s},
        {u"Паламарчук"_s, u"palamarchuk"_s}, {u"Білоус"_s, u"bilous"_s}, {u"Гаврилюк"_s, u"havryliuk"_s}};
    return names;
}

const QList<Name>& givenNames()
{
    static const QList<Name> names{{u"Олена"_s, u"olena"_s}, {u"Тарас"_s, u"taras"_s}, {u"Ірина"_s, u"iryna"_s},
        {u"Андрій"_s, u"andrii"_s}, {u"Марія"_s, u"mariia"_s}, {u"Богдан"_s, u"bohdan"_s}, {u"Оксана"_s, u"oksana"_s},
        {u"Сергій"_s, u"serhii"_s}, {u"Наталія"_s, u"nataliia"_s}, {u"Юрій"_s, u"yurii"_s}, {u"Ганна"_s, u"hanna"_s},
        {u"Микола"_s, u"mykola"_s}};
    return names;
}

QString day(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date().toString(u"dd.MM.yyyy"_s);
}

} // namespace

QString identityOf(const Person& person)
{
    static const QUuid realm(u"{0b7c2f1e-6b0d-5e53-9a43-1c1f7c1a9d52}"_s);
    return QUuid::createUuidV5(realm, person.id).toString(QUuid::WithoutBraces);
}

QList<Person> makePeople(int count, Chance& chance)
{
    QList<Person> people;
    for (int number = 1; number <= count; ++number) {
        const Name& family = chance.oneOf(familyNames());
        const Name& given = chance.oneOf(givenNames());
        Person person;
        person.id = u"%1.%2.%3"_s.arg(given.latin, family.latin).arg(number, 3, 10, QLatin1Char('0'));
        person.fullName = given.ukrainian + u' ' + family.ukrainian;
        if (chance.percent(65))
            person.email = person.id + u"@example.com"_s;
        person.taxNumber = QString::number(2'000'000'000 + chance.below(1'500'000'000));
        people.append(person);
    }
    return people;
}

QMap<QString, QString> makeValues(const Person& person, qint64 at, Chance& chance)
{
    constexpr qint64 oneDay = 24LL * 3600 * 1000;
    static const QStringList specialities{u"1.1 Дослідження почерку"_s, u"10.9 Комп’ютерно-технічна експертиза"_s,
        u"11.1 Економічні дослідження"_s, u"8.1 Трасологічні дослідження"_s, u"13.1 Психологічна експертиза"_s};
    return {{u"fullName"_s, person.fullName}, {u"number"_s, u"А-%1"_s.arg(10000 + chance.below(89999))},
        {u"date"_s, day(at)}, {u"later"_s, day(at + (10 + chance.below(20)) * oneDay)},
        {u"validUntil"_s, day(at + 1826 * oneDay)}, {u"room"_s, QString::number(100 + chance.below(400))},
        {u"certificate"_s, u"СЕ-%1"_s.arg(1000 + chance.below(8999))}, {u"speciality"_s, chance.oneOf(specialities)}};
}

QString fillIn(QString text, const QMap<QString, QString>& values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(u'⟦' + it.key() + u'⟧', *it);
    return text;
}

} // namespace nc::demo
