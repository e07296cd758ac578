#include "gui/tour/tourdriver.h"
#include "gui/tour/tourstep.h"

#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc::gui {

/// The author: a letter beside its source, on a phone, in the dark; the plan, a difference, published.
TourSteps templatesSteps()
{
    return {
        {u"templates"_s, [](TourDriver& tour) { tour.goTo(PageId::Templates); },
            [](TourDriver& tour) { return tour.rows(u"templateTree"_s) > 0; }},
        {{}, {}, [](TourDriver& tour) { return tour.clickRow(u"templateTree"_s, u"application-decided"_s); }},
        {u"templates-letter"_s, {},
            [](TourDriver& tour) { return tour.isVisible(u"templateFiles"_s) && tour.hasPicture(u"letterHolder"_s); },
            60},
        {u"templates-phone"_s, [](TourDriver& tour) { tour.click(u"phoneWidth"_s); },
            [](TourDriver& tour) { return tour.hasPicture(u"letterHolder"_s); }},
        {u"templates-letter-dark"_s,
            [](TourDriver& tour) {
                tour.click(u"desktopWidth"_s);
                tour.click(u"darkLetter"_s);
            },
            [](TourDriver& tour) { return tour.hasPicture(u"letterHolder"_s); }},
        {u"templates-dark"_s,
            [](TourDriver& tour) {
                tour.click(u"darkLetter"_s);
                tour.dress(u"dark"_s);
                tour.speak(u"en"_s);
            },
            {}},
        // What is wrong, and what can be done about it.
        {{},
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.speak(u"uk"_s);
            },
            [](TourDriver& tour) { return tour.clickRow(u"templateTree"_s, u"exam-scheduled"_s); }},
        {{}, {}, [](TourDriver& tour) { return tour.clickRow(u"problemsTable"_s, {}); }, 40},
        {u"templates-problem"_s, [](TourDriver& tour) { tour.runAction(u"fixProblem"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"fixMenu"_s); }},
        {u"templates-variables"_s,
            [](TourDriver& tour) {
                if (QWidget* menu = tour.look(u"fixMenu"_s))
                    menu->close();
                tour.tab(u"findingsTabs"_s, 1);
            },
            [](TourDriver& tour) { return tour.isVisible(u"variablesList"_s); }},
        {u"templates-find"_s,
            [](TourDriver& tour) {
                tour.tab(u"findingsTabs"_s, 0);
                tour.runAction(u"replaceInTemplate"_s);
                tour.type(u"findLine"_s, u"html"_s);
            },
            [](TourDriver& tour) { return tour.isVisible(u"replaceLine"_s); }},
        {{},
            [](TourDriver& tour) {
                if (QWidget* bar = tour.look(u"findBar"_s))
                    bar->hide();
            },
            [](TourDriver& tour) { return tour.clickRow(u"templateTree"_s, u"practice-digest"_s); }},
        {u"templates-pictures"_s,
            [](TourDriver& tour) {
                const auto* tabs = qobject_cast<QTabWidget*>(tour.look(u"templateFiles"_s));
                tour.tab(u"templateFiles"_s, tabs ? tabs->count() - 1 : 0);
            },
            [](TourDriver& tour) { return tour.isVisible(u"picturesList"_s); }},
        {u"templates-new"_s, [](TourDriver& tour) { tour.runAction(u"newTemplate"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"templateName"_s); }},
        {{},
            [](TourDriver& tour) {
                if (QWidget* dialog = tour.look(u"templateNameDialog"_s))
                    dialog->close();
            },
            {}},
        {u"publish-plan"_s, [](TourDriver& tour) { tour.click(u"publishTemplatesButton"_s); },
            [](TourDriver& tour) {
                return tour.rows(u"planTable"_s) > 3 && tour.isEnabled(u"publishTemplatesButton"_s);
            },
            40},
        {u"publish-difference"_s,
            [](TourDriver& tour) { (void)tour.clickRow(u"planTable"_s, u"certificate-expiring"_s, u"email"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"planDiff"_s); }},
        {u"publish-reader"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 2); },
            [](TourDriver& tour) { return tour.isVisible(u"planDiff"_s); }, 20},
        {u"publish-events"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 3); },
            [](TourDriver& tour) { return tour.rows(u"impactTable"_s) > 0 && tour.hasPicture(u"editedLetter"_s); }, 60},
        {u"publish-confirm"_s, [](TourDriver& tour) { tour.click(u"publishTemplatesButton"_s); },
            [](TourDriver& tour) { return tour.isEnabled(u"confirmButton"_s); }},
        {u"published"_s, [](TourDriver& tour) { tour.click(u"confirmButton"_s); },
            [](TourDriver& tour) { return tour.isVisible(u"noticeBar"_s); }, 40},
        {u"publish-history"_s, [](TourDriver& tour) { tour.tab(u"planTabs"_s, 4); },
            [](TourDriver& tour) { return tour.rows(u"versionTable"_s) > 0; }, 40},
        {u"publish-history-before"_s,
            [](TourDriver& tour) {
                tour.dress(u"dark"_s);
                tour.speak(u"en"_s);
                tour.choose(u"versionAgainst"_s, 1);
            },
            [](TourDriver& tour) { return tour.isVisible(u"versionDiff"_s); }},
        {{},
            [](TourDriver& tour) {
                tour.dress(u"light"_s);
                tour.speak(u"uk"_s);
            },
            {}},
    };
}

} // namespace nc::gui
