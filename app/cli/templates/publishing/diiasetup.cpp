#include "channels/registrydiia.h"
#include "cli/templates/publishing/publishsetup.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> diiaOptions()
{
    return {{u"diia-url"_s, u"URL"_s, tr_("Diia's API, instead of the one in the registry's configuration")},
        {u"diia-ca"_s, u"FILE"_s, tr_("Authority of its certificate, PEM (else the system's)")},
        {u"diia-token-stdin"_s, {}, tr_("Read the partner's token of Diia from stdin")},
        {u"register-again"_s, u"CHANNEL/NAME|all"_s,
            tr_("Register this Diia template although an earlier registration got no answer; may be given several "
                "times")},
        {u"without-diia"_s, {}, tr_("Write the rows of Diia templates without registering them")}};
}

Result<DiiaService::Find> diiaAccess(const Arguments& arguments, const Profile& profile, Environment& env)
{
    DiiaAccess given;
    given.url = arguments.value(u"diia-url"_s);
    given.limits.ca = arguments.value(u"diia-ca"_s);
    if (arguments.has(u"diia-token-stdin"_s)) {
        // At once: stdin is not to be waited for in the middle of a publish.
        const auto token = env.readPassword(tr_("Partner token of Diia"));
        if (!token)
            return nc::fail(token.error());
        given.partnerToken = token->trimmed();
    }
    return [given, profile, &env](const TaskContext& task) -> Result<std::optional<DiiaAccess>> {
        DiiaAccess access = given;
        if (access.url.isEmpty() || access.partnerToken.isEmpty()) {
            const auto known = registryDiia(profile.registry, *env.secretStore(), task);
            if (!known)
                return nc::fail(known.error());
            if (access.url.isEmpty())
                access.url = known->url;
            if (access.partnerToken.isEmpty())
                access.partnerToken = known->token;
        }
        return usableDiia(access, profile.production, profile.name);
    };
}

} // namespace nc::cli
