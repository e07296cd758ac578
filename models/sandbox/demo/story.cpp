#include "sandbox/demo/story.h"

#include "sandbox/demo/storyteller.h"

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

constexpr qint64 minute = 60LL * 1000;
constexpr qint64 hour = 60 * minute;

const TemplateUse& use(const DemoData& data, const QString& name)
{
    static const TemplateUse none;
    for (const TemplateUse& each : data.uses) {
        if (each.name == name)
            return each;
    }
    return none;
}

// One template, those that are sent often more often.
const TemplateUse& anyUse(const DemoData& data, Chance& chance)
{
    int total = 0;
    for (const TemplateUse& each : data.uses)
        total += each.weight;
    qint64 left = chance.below(total);
    for (const TemplateUse& each : data.uses) {
        left -= each.weight;
        if (left < 0)
            return each;
    }
    return data.uses.last();
}

} // namespace

Story tellStory(const DemoData& data, qint64 now, quint32 seed, int partitions, std::optional<qint32> auditSchema)
{
    StoryTeller teller(data, seed, partitions, auditSchema);
    Chance& chance = teller.chance();
    const auto between = [&](qint64 from, qint64 to) { return now - from + chance.below(from - to); };

    for (int i = 0; i < figures::delivered; ++i)
        teller.citizen(anyUse(data, chance), between(96 * hour, 3 * minute), StoryTeller::Letter::Sent, false);
    for (int i = 0; i < figures::byAddress; ++i)
        teller.address(use(data, u"profile-changed"_s), between(96 * hour, 3 * minute));
    for (int i = 0; i < figures::diia; ++i)
        teller.diia(use(data, u"certificate-issued"_s), between(96 * hour, 3 * minute));

    const TemplateUse& decided = use(data, u"application-decided"_s);
    for (int i = 0; i < figures::unpublished; ++i) {
        const bool late = i < figures::unpublishedLate;
        teller.citizen(decided, late ? between(90 * hour, 76 * hour) : between(46 * hour, 20 * minute),
            StoryTeller::Letter::NoTemplate, true);
    }
    for (int i = 0; i < figures::missingVariable; ++i) {
        teller.citizen(
            use(data, u"fee-reminder"_s), between(30 * hour, 2 * hour), StoryTeller::Letter::NoVariable, true);
    }
    // The mail server refused for an hour and a half, yesterday.
    for (int i = 0; i < figures::refused; ++i) {
        teller.citizen(use(data, u"certificate-issued"_s), between(25 * hour, 23 * hour + 30 * minute),
            StoryTeller::Letter::Refused, true);
    }
    for (int i = 0; i < figures::poison; ++i)
        teller.poison(between(20 * hour, 10 * hour));
    for (int i = 0; i < figures::unknownUser; ++i)
        teller.unknownUser(use(data, u"exam-scheduled"_s), between(60 * hour, 40 * hour), i == 0, now - 15 * hour);
    return teller.finish();
}

} // namespace nc::demo
