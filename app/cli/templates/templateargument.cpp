#include "cli/templates/templateargument.h"

#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"
#include "templates/source/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

Result<TemplateKey> templateArgument(const Arguments& arguments)
{
    const QString text = arguments.positional.value(1);
    const auto key = TemplateKey::fromString(text);
    if (!key)
        return nc::fail(errors::badTemplateName, text);
    return *key;
}

Result<PublishableTemplate> preparedTemplate(
    const QString& folder, const TemplateKey& key, TemplateEngine& engine, const Environment& env)
{
    const TemplateLibrary library(folder, engine, PreparedCache::defaultFolder());
    auto found = library.publishables(env.task(), {key}, false);
    if (!found)
        return nc::fail(found.error());
    PublishableTemplate one = found->takeFirst();
    if (!one.blocked)
        return one;
    const bool isHelper = qstrcmp(one.blocked->code.domain, "render") == 0;
    if (isHelper)
        return nc::fail(*one.blocked);
    return nc::fail(errors::notPreparable, key.toString(), sentenceFor(*one.blocked, env.language).what);
}

} // namespace nc::cli
