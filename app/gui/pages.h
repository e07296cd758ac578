#pragma once

#include "widgets/shell/pagefactory.h"

namespace nc::gui {

/// Every page of the window.
PageFactories allPages();

} // namespace nc::gui
