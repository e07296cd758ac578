#pragma once

#include "render/inspection.h"
#include "render/prepared.h"
#include "templates/source/publishable.h"
#include "templates/source/templatefolder.h"

namespace nc {

/// What lint says of one template, metadata included. `prepared` and `inspection` are what the helper made of it; null
/// where there is none (no content, not needed, no Java): what hangs on them is left out then.
QList<Problem> checkTemplate(const TemplateFolder& folder, const Prepared* prepared, const Inspection* inspection);

/// Places in `inspection` are those of withoutPictures(prepared.content).
/// Only what concerns an email's text: pictures, sheets, what HTML parsing did, escaping.
QList<Problem> checkLetter(const TemplateFolder& folder, const Prepared& prepared, const Inspection* inspection);

/// The template as it would be published; `prepared` for email only.
PublishableTemplate toPublishable(const TemplateFolder& folder, const Prepared* prepared, QList<Problem> problems);

/// The first thing without which the letter cannot be published; its problem's words.
Error preparationError(const PreparedProblem& problem);

} // namespace nc
