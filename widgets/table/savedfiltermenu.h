#pragma once

#include "core/savedfilters.h"

#include <QPushButton>

#include <functional>

class QMenu;

namespace nc {

class FilterBar;

/// Filters with a name, at the end of a filter line: choose one, save what stands in the line, remove one. Kept by
/// profile (core/savedfilters.h).
class SavedFilterMenu : public QPushButton {
    Q_OBJECT

public:
    /// `profile` gives the name of the one that is in use when it is asked.
    SavedFilterMenu(FilterBar* bar, const QString& configFolder, std::function<QString()> profile);

    void open();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void askName();
    void remove(const SavedFilter& filter);
    void told(const Result<void>& done);

    FilterBar* m_bar;
    SavedFilters m_filters;
    std::function<QString()> m_profile;
    QMenu* m_menu;
    QMenu* m_removing;
};

} // namespace nc
