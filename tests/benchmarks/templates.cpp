// What 1,000 letters cost the author: from opening the regulation to a tree that can be used, and lint as a whole
// process of notifyctl, with nothing kept from before and with nothing changed.

#include "authoring/templateworkbench.h"
#include "letters.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace bench;
using namespace Qt::StringLiterals;

namespace {

/// Until the tree has its rows; what follows (lint, git) goes on beside it.
double opened(const QString& regulation, const QString& config)
{
    nc::TaskRunner tasks;
    nc::TemplateWorkbench workbench(tasks, std::make_shared<nc::TemplateEngine>());
    workbench.setRegulation(regulation, config);
    double elapsed = -1;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&workbench, &nc::TemplateWorkbench::loaded, &workbench, [&](int count) {
        elapsed = count == letters ? double(clock.nsecsElapsed()) / 1e9 : -1;
        QCoreApplication::quit();
    });
    workbench.load();
    QCoreApplication::exec();
    tasks.stop();
    if (elapsed < 0)
        giveUp(u"the regulation was not read"_s);
    return elapsed;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QString program = QCoreApplication::applicationDirPath() + u"/../bin/notifyctl"_s;
    const int runs = qMax(1, qEnvironmentVariableIntValue("NC_BENCH_RUNS"));
    QTemporaryDir folder;
    makeRegulation(folder.path());
    QTemporaryDir cache;
    qputenv("XDG_CACHE_HOME", cache.path().toLocal8Bit());

    QList<double> times;
    for (int run = 0; run < runs; ++run)
        times.append(opened(folder.path(), cache.filePath(u"config"_s)));
    row(u"open a regulation of 1,000 letters"_s, seconds(median(times)), {}, {}, {}, u"0.3 s"_s);

    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList lint{u"--quiet"_s, u"templates"_s, u"lint"_s, folder.path()};
    times.clear();
    for (int run = 0; run < runs; ++run) {
        QDir(cache.filePath(u"notification-console"_s)).removeRecursively();
        times.append(timed(program, lint, environment));
    }
    row(u"lint 1,000 letters, nothing cached, helper cold"_s, seconds(median(times)), {}, {}, {}, u"3 s"_s);
    times.clear();
    for (int run = 0; run < runs; ++run)
        times.append(timed(program, lint, environment));
    row(u"lint 1,000 letters, nothing changed"_s, seconds(median(times)), {}, {}, {}, u"0.4 s"_s);
    return 0;
}
