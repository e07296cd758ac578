#include "gui/pages.h"

#include "gui/placeholderpage.h"

// One line for each page, added by whoever owns it.
#if __has_include("widgets/overview/overviewpage.h")
#include "widgets/overview/overviewpage.h"
#endif
#if __has_include("widgets/channels/channelspage.h")
#include "widgets/channels/channelspage.h"
#endif
#if __has_include("widgets/templates/templatespage.h")
#include "widgets/templates/templatespage.h"
#endif
#if __has_include("widgets/topics/topicspage.h")
#include "widgets/topics/topicspage.h"
#endif
#if __has_include("widgets/failures/failurespage.h")
#include "widgets/failures/failurespage.h"
#endif
#if __has_include("widgets/activity/activitypage.h")
#include "widgets/activity/activitypage.h"
#endif

namespace nc::gui {

template <class T>
static PageFactory factory(PageId id)
{
    return {id, [](Workspace& workspace, QWidget* parent) -> Page* { return new T(workspace, parent); }};
}

static PageFactory placeholder(PageId id)
{
    return {id,
        [id](Workspace& workspace, QWidget* parent) -> Page* { return new PlaceholderPage(id, workspace, parent); }};
}

PageFactories allPages(const std::function<void(Page*)>& made)
{
    PageFactories pages;
#if __has_include("widgets/overview/overviewpage.h")
    pages.push_back(factory<OverviewPage>(PageId::Overview));
#endif
#if __has_include("widgets/channels/channelspage.h")
    pages.push_back(factory<ChannelsPage>(PageId::Channels));
#endif
#if __has_include("widgets/templates/templatespage.h")
    pages.push_back(factory<TemplatesPage>(PageId::Templates));
#endif
#if __has_include("widgets/topics/topicspage.h")
    pages.push_back(factory<TopicsPage>(PageId::Topics));
#endif
#if __has_include("widgets/failures/failurespage.h")
    pages.push_back(factory<FailuresPage>(PageId::Failures));
#endif
#if __has_include("widgets/activity/activitypage.h")
    pages.push_back(factory<ActivityPage>(PageId::Activity));
#endif
    for (int i = 0; i < pageCount; ++i) {
        const auto id = static_cast<PageId>(i);
        const auto isThis = [id](const PageFactory& factory) { return factory.id == id; };
        if (std::none_of(pages.begin(), pages.end(), isThis))
            pages.push_back(placeholder(id));
    }
    for (PageFactory& factory : pages) {
        factory.make = [make = factory.make, made](Workspace& workspace, QWidget* parent) {
            Page* page = make(workspace, parent);
            made(page);
            return page;
        };
    }
    return pages;
}

} // namespace nc::gui
