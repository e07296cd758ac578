#pragma once

#include "widgets/preview/letterview.h"

#include <memory>

namespace nc {

/// Makes the browser engine's view, or the fallback where it is not built or cannot be loaded. Costs some 100 ms once.
std::unique_ptr<LetterView> makeLetterView(QWidget* parent);

} // namespace nc
