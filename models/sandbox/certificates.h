#pragma once

#include "core/task.h"

namespace nc {

/// Makes the sandbox's own certificate authority (`ca.pem`), the broker's key and certificate for 127.0.0.1 and
/// localhost (`server.pem`), and a client's (`client.pem`, `client.key`, `client.p12` with the sandbox's password) in
/// `folder`; leaves them alone when they are there. errors::noTool without openssl.
Result<void> makeCertificates(const QString& folder, const TaskContext& task);

} // namespace nc
