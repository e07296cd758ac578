#pragma once

#include <QTest>

// A condition that does not come is an error; one that comes late on a busy machine is none. Qt's five seconds are too
// few where servers, a JVM and other tests share the processors; a test that passes does not wait any longer for it.

#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 30'000)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(condition, words) QTRY_VERIFY2_WITH_TIMEOUT(condition, words, 30'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30'000)
