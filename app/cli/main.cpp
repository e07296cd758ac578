#include "cli/commandline.h"
#include "cli/language.h"
#include "cli/parser.h"
#include "cli/registry.h"
#include "cli/signals.h"
#include "connections/configfolder.h"
#include "core/coredump.h"
#include "core/log.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    nc::forbidCoreDumps();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("notifyctl"));
    using namespace nc::cli;
    const QStringList arguments = QCoreApplication::arguments().mid(1);

    const nc::Log log(nc::stateFolder(earlyValue(arguments, QStringLiteral("config-dir"))));
    Environment env;
    const auto language = chooseLanguage(arguments);
    if (!language)
        return env.usage(tr_("--lang is uk or en"));
    env.language = *language;
    installTranslation(app, *language);

    const nc::CancelSource cancel;
    const SignalGuard guard(cancel);
    env.setCancel(cancel.token());
    return runCommandLine(Registry::all(), arguments, env);
}
