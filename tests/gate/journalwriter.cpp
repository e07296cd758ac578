#include "gate/gate.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

/// journal_writer FOLDER COUNT: passes the gate so often, as another program would; with COUNT 0 it passes once, says
/// so and waits to be killed.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const nc::TypedBefore nobody{{}};
    const nc::Gate gate({QStringLiteral("p")}, nc::Journal(arguments.value(1)), nobody);
    const int count = arguments.value(2).toInt();
    if (count == 0) {
        const auto pass = gate.pass(nc::Operation::Transfer, {QStringLiteral("topic")});
        std::puts("passed");
        std::fflush(stdout);
        ::pause();
        return pass ? 0 : 1;
    }
    for (int i = 0; i < count; ++i) {
        auto pass = gate.pass(nc::Operation::Produce, {QString::number(i)});
        if (!pass || !pass->finish({nc::JournalResult::Done, 1}))
            return 1;
    }
    return 0;
}
