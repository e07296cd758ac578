#include "cli/templates/shelflifecommand.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/shelflives.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void show(const QString& key, const std::optional<ShelfLives::Duration>& life, Environment& env)
{
    const QString text = life ? durationText(*life) : u"none"_s;
    if (env.json)
        env.out().json(
            {{u"template"_s, key}, {u"shelfLife"_s, life ? QJsonValue(text) : QJsonValue(QJsonValue::Null)}});
    else
        env.out().line(key + u'\t' + text);
}

} // namespace

QString TemplatesShelfLifeCommand::summary() const
{
    return tr_("how long messages of a template make sense; what is older is not sent again by itself");
}

int TemplatesShelfLifeCommand::run(const Arguments& arguments, Environment& env)
{
    Settings settings(env.configFolder());
    const QString key = arguments.positional.value(0);
    const QString duration = arguments.positional.value(1);
    if (!duration.isEmpty()) {
        const auto pass = env.pass(GuardedProfile{}, Operation::SetShelfLife, {key, duration});
        if (!pass)
            return env.fail(pass.error());
        const auto life = duration == u"none" ? std::nullopt : std::optional(duration);
        if (const auto done = ShelfLives::set(settings, key, life, duration == u"default"); !done)
            return env.fail(done.error());
    }
    const ShelfLives lives(settings.get(settings::shelfLives));
    if (key.isEmpty()) {
        for (auto at = lives.all().constBegin(); at != lives.all().constEnd(); ++at)
            show(at.key(), at.value(), env);
        env.say(tr_("One-time codes (otp in the name) have ten minutes, all others none."));
        return exitcode::done;
    }
    const qsizetype slash = key.indexOf(u'/');
    show(key, lives.of(key.left(std::max<qsizetype>(slash, 0)), key.mid(slash + 1)), env);
    return exitcode::done;
}

} // namespace nc::cli
