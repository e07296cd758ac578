#include "git/gittrust.h"

#include "git/gitplace.h"

#include <QMutex>

namespace nc::gittrust {
namespace {

struct List {
    QMutex mutex;
    QJsonObject folders;
};

List& list()
{
    static List one;
    return one;
}

} // namespace

void set(const QJsonObject& trusted)
{
    const QMutexLocker lock(&list().mutex);
    list().folders = trusted;
}

Result<QJsonObject> add(const QString& folder)
{
    const auto place = findClone(folder);
    if (!place)
        return fail(place.error());
    const QMutexLocker lock(&list().mutex);
    if (place->foreignOwner)
        list().folders.insert(place->top, double(*place->foreignOwner));
    return list().folders;
}

bool isTrusted(const QString& top, uint owner)
{
    const QMutexLocker lock(&list().mutex);
    const auto found = list().folders.constFind(top);
    return found != list().folders.constEnd() && found->isDouble() && found->toDouble() == double(owner);
}

} // namespace nc::gittrust
