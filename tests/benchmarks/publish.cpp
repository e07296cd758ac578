// What `templates plan` and `templates publish` cost for 1,000 letters on the sandbox's PostgreSQL, as whole processes
// of notifyctl. The platform's publisher cannot be run here; its figures were taken on a machine of this kind.

#include "letters.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace bench;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QString program = QCoreApplication::applicationDirPath() + u"/../bin/notifyctl"_s;
    const int runs = qMax(1, qEnvironmentVariableIntValue("NC_BENCH_RUNS"));
    QTemporaryDir folder;
    makeRegulation(folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QList<double> cold;
    QList<double> known;
    QList<double> unchanged;
    QList<double> planned;
    const QStringList truncate{u"-q"_s, u"-c"_s, u"truncate notification_template_attr, notification_template"_s};
    for (int i = 0; i < runs; ++i) {
        environment.insert(u"XDG_CACHE_HOME"_s, folder.filePath(u"cache-%1"_s.arg(i)));
        const QStringList publish{u"--quiet"_s, u"templates"_s, u"publish"_s, folder.path()};
        timed(u"psql"_s, truncate, environment);
        cold += timed(program, publish, environment);
        unchanged += timed(program, publish, environment);
        planned += timed(program, {u"--quiet"_s, u"templates"_s, u"plan"_s, folder.path()}, environment);
        timed(u"psql"_s, truncate, environment);
        known += timed(program, publish, environment);
    }
    const QString platform = u"13-18 s (platform)"_s;
    row(u"publish 1,000 new, nothing cached, JVM cold"_s, seconds(median(cold)), platform, {}, {}, u"1.5 s"_s);
    row(u"publish 1,000 new, prepared before"_s, seconds(median(known)), platform, {}, {}, u"1.5 s"_s);
    row(u"publish 1,000, none changed"_s, seconds(median(unchanged)), u"11-15 s (platform)"_s, {}, {}, u"0.4 s"_s);
    row(u"plan 1,000, none changed"_s, seconds(median(planned)), {}, {}, {}, {});
    return 0;
}
