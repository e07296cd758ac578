#pragma once

#include "cli/commandline.h"
#include "cli/registry.h"

#include <QBuffer>
#include <QStringList>

/// A command line run in the test's own process.
struct CliRun {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline CliRun runCli(const QStringList& arguments, const QByteArray& input = {},
    const nc::cli::Registry& registry = nc::cli::Registry::all(), bool terminal = false)
{
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    CliRun run;
    {
        nc::cli::Environment env(&in, &out, &err);
        if (terminal)
            env.setInIsTerminal();
        run.code = nc::cli::runCommandLine(registry, arguments, env);
    }
    run.out = out.data();
    run.err = err.data();
    return run;
}
