#include "git/gitopening.h"

#include "git/errors.h"
#include "git/gittrust.h"

#include <array>
#include <pwd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString nameOf(uint owner)
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(owner, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return u"uid "_s + QString::number(owner);
}

} // namespace

Result<GitPlace> openClone(const QString& folder)
{
    auto place = findClone(folder);
    if (place && place->foreignOwner && !gittrust::isTrusted(place->top, *place->foreignOwner))
        return fail(errors::foreignClone, place->top, nameOf(*place->foreignOwner));
    return place;
}

} // namespace nc
