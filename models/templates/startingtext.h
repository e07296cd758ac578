#pragma once

#include "templates/template.h"

namespace nc {

/// What a new template of the channel begins with: lint finds nothing wrong in it (but the attributes of Diia, which
/// only the author knows).
QString startingContent(const TemplateKey& key);
QString startingMetadata(const TemplateKey& key);

} // namespace nc
