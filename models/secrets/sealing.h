#pragma once

#include <QByteArray>

#include <optional>

namespace nc {

/// AES-256-GCM by OpenSSL. `key` has 32 bytes; `context` is not hidden but must be the same when opened. The result is
/// nonce (12 bytes), ciphertext, tag (16 bytes). Nothing when OpenSSL fails.
std::optional<QByteArray> seal(const QByteArray& key, const QByteArray& context, const QByteArray& plain);
/// Nothing when the key or the context is another, or a bit was changed.
std::optional<QByteArray> unseal(const QByteArray& key, const QByteArray& context, const QByteArray& sealed);
/// Random bytes fit for a key; empty when the system has none.
QByteArray randomKey(int size = 32);

} // namespace nc
