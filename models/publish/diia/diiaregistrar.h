#pragma once

#include "core/task.h"
#include "publish/plan/publishsource.h"

namespace nc {

struct DiiaRegistration {
    QString templateId;
    EpochUs publishedAt = 0;
};

/// Makes a template known to Diia before its row is written (docs/contracts.md, section 3, "Diia's API"). A publish
/// without one writes the rows and leaves ext_template_id and ext_published_at as they are.
class DiiaRegistrar {
public:
    virtual ~DiiaRegistrar() = default;

    /// Blocks; an error leaves the row alone. An empty id: it is not registered, and the row keeps what it has.
    virtual Result<DiiaRegistration> registerTemplate(const TemplateValues& values, const TaskContext& context) = 0;

    /// Its row is written with that registration.
    virtual void written(const TemplateValues& values) { Q_UNUSED(values) }
};

} // namespace nc
