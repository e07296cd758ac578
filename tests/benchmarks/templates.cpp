// What 1,000 letters cost the author: from opening the regulation to a tree that can be used, and lint as a whole
// process of notifyctl, with nothing kept from before and with nothing changed.

#include "letters.h"
#include "publish/templateworkbench.h"

#include <QTemporaryDir>

using namespace bench;

namespace {

/// Until the tree has its rows; what follows (lint, git) goes on beside it.
qint64 opened(const QString& regulation, const QString& config)
{
    nc::TaskRunner tasks;
    nc::TemplateWorkbench workbench(tasks, std::make_shared<nc::TemplateEngine>());
    workbench.setRegulation(regulation, config);
    qint64 elapsed = -1;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&workbench, &nc::TemplateWorkbench::loaded, &workbench, [&](int count) {
        elapsed = count == letters ? clock.elapsed() : -1;
        QCoreApplication::quit();
    });
    workbench.load();
    QCoreApplication::exec();
    tasks.stop();
    if (elapsed < 0)
        qFatal("the regulation was not read");
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

    QList<qint64> times;
    for (int run = 0; run < runs; ++run)
        times.append(opened(folder.path(), cache.filePath(u"config"_s)));
    row("open a regulation of 1,000 letters", median(times), "", "0.3 s");

    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList lint{u"--quiet"_s, u"templates"_s, u"lint"_s, folder.path()};
    times.clear();
    for (int run = 0; run < runs; ++run) {
        QDir(cache.filePath(u"notification-console"_s)).removeRecursively();
        times.append(timed(program, lint, environment));
    }
    row("lint 1,000 letters, nothing cached, helper cold", median(times), "", "3 s");
    times.clear();
    for (int run = 0; run < runs; ++run)
        times.append(timed(program, lint, environment));
    row("lint 1,000 letters, nothing changed", median(times), "", "0.4 s");
    return 0;
}
