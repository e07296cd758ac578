#pragma once

#include "widgets/shell/page.h"

#include <functional>
#include <vector>

namespace nc {

/// How one page of the rail is made. The composition root lists them (app/gui/pages.cpp).
struct PageFactory {
    PageId id;
    std::function<Page*(Workspace& workspace, QWidget* parent)> make;
};
using PageFactories = std::vector<PageFactory>;

} // namespace nc
