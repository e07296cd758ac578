#pragma once

#include "core/result.h"

#include <QByteArray>

namespace nc {

/// What a Java key store holds for us.
struct JavaKeyStore {
    QByteArray certificates; ///< the trusted ones, as PEM
    int trusted = 0;
    int privateKeys = 0; ///< cannot be taken over: they are encrypted in a way of Java's own
};

/// Takes the trusted certificates out of a JKS file, which librdkafka cannot read. Needs no password: only private
/// keys are encrypted. errors::notAKeyStore for what is none, cut off, or PKCS#12 under a wrong name (what newer Javas
/// write; the detail says so).
Result<JavaKeyStore> readJks(const QByteArray& bytes, const QString& path);

} // namespace nc
