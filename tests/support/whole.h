#pragma once

#include "core/seen.h"

#include <QTest>

namespace nc::test {

/// The value of an answer that has to be complete; names what is missing where it is not.
template <class T>
T whole(const Seen<T>& seen)
{
    Unseen unseen;
    T value = seen.into(unseen);
    for (const UnseenSource& one : unseen.sources())
        QTest::qFail(qPrintable(one.source + QStringLiteral(" was not seen: ") + one.reason.id()), __FILE__, __LINE__);
    return value;
}

} // namespace nc::test
