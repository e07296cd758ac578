#include "cli/sandbox/envcommand.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

// Plain words stay as they are; everything else goes into single quotes.
QString quoted(const QString& value)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    if (plain.match(value).hasMatch())
        return value;
    return u'\'' + QString(value).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

} // namespace

QStringList SandboxEnvCommand::words() const
{
    return {u"sandbox"_s, u"env"_s};
}

QString SandboxEnvCommand::summary() const
{
    return tr_("print shell lines that name the running sandbox's parts");
}

int SandboxEnvCommand::run(const Arguments& arguments, Environment& env)
{
    const auto status = sandboxOf(arguments).status();
    if (!status)
        return env.fail(status.error());
    const auto lines = sandboxEnvironment(*status);
    if (!lines)
        return env.fail(lines.error());
    QJsonObject object;
    for (const auto& [name, value] : *lines) {
        object.insert(name, value);
        if (!env.json)
            env.out().line(u"export "_s + name + u'=' + quoted(value));
    }
    if (env.json)
        env.out().json(object);
    return exitcode::done;
}

} // namespace nc::cli
