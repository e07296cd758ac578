#pragma once

#include "gate/gate.h"

#include <QTemporaryDir>

/// What a test needs to write on its own: a pass of the gate, noted in a journal that goes with the test.
inline nc::Pass testPass(nc::Operation operation)
{
    static const QTemporaryDir folder;
    static const nc::TypedBefore nobody{{}};
    return std::move(*nc::Gate({QStringLiteral("test")}, nc::Journal(folder.path()), nobody)
                          .pass(operation, {QStringLiteral("test")}));
}

/// The same for records, as long as the test runs.
inline const nc::Pass* testSending()
{
    static const nc::Pass pass = testPass(nc::Operation::Replay);
    return &pass;
}
