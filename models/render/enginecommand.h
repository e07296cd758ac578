#pragma once

#include "process/childprocess.h"

namespace nc {

/// How the helper is started: Java and our jar, looked for anew each time. `jar` empty: the installed one.
/// errors::javaMissing, engineMissing.
Result<ChildSpec> engineCommand(const QString& jar);

} // namespace nc
