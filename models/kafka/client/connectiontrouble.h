#pragma once

#include "connections/profile.h"
#include "core/error.h"

#include <QElapsedTimer>
#include <QString>

#include <optional>

namespace nc {

/// Remembers what librdkafka's error callback told about connections and turns it into one error in words. Used from
/// the thread that polls the client.
class ConnectionTrouble {
public:
    void note(int code, const QString& reason);
    void clear();

    /// Trouble that waiting does not mend, or that has lasted long enough (1.5 s without any broker).
    std::optional<Error> problem(const KafkaConnection& connection) const;
    /// Whatever trouble there is.
    std::optional<Error> anything(const KafkaConnection& connection) const;

private:
    int m_code = 0;
    QString m_reason;
    QElapsedTimer m_allDown;
};

} // namespace nc
