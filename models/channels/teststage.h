#pragma once

#include "core/epochms.h"
#include "core/error.h"

#include <QString>

#include <functional>
#include <optional>

namespace nc {

/// One line of a connection test.
struct TestStage {
    QString name; ///< dns, tcp, tls, ehlo, auth, letter; for Diia dns, tcp, tls, token
    bool ok = false;
    bool skipped = false; ///< not tried, `detail` says why ("no-password", "not-reached")
    qint64 ms = 0;
    QString detail; ///< facts without words of a language: addresses, protocol; never a secret
    std::optional<Error> error; ///< set when neither ok nor skipped
    std::optional<EpochMs> validUntil = {}; ///< of the certificate (tls), of the session token (token)

    friend bool operator==(const TestStage&, const TestStage&) = default;
};

/// Called as soon as a stage has ended, from the thread that runs the test.
using StageListener = std::function<void(const TestStage&)>;

} // namespace nc
