#pragma once

#include "widgets/shell/pagefactory.h"

namespace nc::gui {

/// Every page of the window; `made` is called with each once it is there.
PageFactories allPages(const std::function<void(Page*)>& made);

} // namespace nc::gui
