#pragma once

#include "sandbox/demo/chance.h"

#include <QList>
#include <QMap>

namespace nc::demo {

struct Person {
    QString id; ///< user name
    QString fullName;
    QString email; ///< null: the channel is not activated
    QString taxNumber;
};

/// What the identity service calls the person: an id, not the user name that events carry (docs/contracts.md, section
/// 4).
QString identityOf(const Person& person);

/// Made-up citizens, some of them without email.
QList<Person> makePeople(int count, Chance& chance);

/// Values for the marks of a template: ⟦fullName⟧, ⟦number⟧, …; `at` is the event's time.
QMap<QString, QString> makeValues(const Person& person, qint64 at, Chance& chance);

/// The text with each ⟦mark⟧ replaced.
QString fillIn(QString text, const QMap<QString, QString>& values);

} // namespace nc::demo
