#pragma once

#include "templates/source/template.h"

namespace nc {

/// What a new template of the channel begins with: lint finds nothing wrong in it (but the attributes of Diia, which
/// only the author knows).
QString startingContent(const TemplateKey& key);
QString startingMetadata(const TemplateKey& key);
/// What an attribute of Diia usually is.
QString startingAttribute(const TemplateKey& key, const QString& attribute);

} // namespace nc
