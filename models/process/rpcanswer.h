#pragma once

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace nc {

/// What the process answered: `{"result": …}` or `{"error": {…}}`. Whoever called knows what its errors mean.
struct RpcAnswer {
    QJsonValue result;
    std::optional<QJsonObject> error;
};

} // namespace nc
