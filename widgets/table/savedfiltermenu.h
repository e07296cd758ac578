#pragma once

#include "core/savedfilters.h"

#include <QPushButton>

#include <functional>

class QLineEdit;
class QMenu;

namespace nc {

/// Filters with a name, at the end of a filter line: choose one, save what stands in the line, remove one. Kept by
/// profile (core/savedfilters.h).
class SavedFilterMenu : public QPushButton {
    Q_OBJECT

public:
    /// `line` is the filter's; its objectName is the key of what is kept. `profile` gives the name of the one that is
    /// in use when it is asked.
    SavedFilterMenu(QLineEdit* line, const QString& configFolder, std::function<QString()> profile, QWidget* parent);

    void open();

Q_SIGNALS:
    void chosen(const QString& text);
    /// Its text is to be found among what was typed before.
    void removed(const QString& text);
    /// Reading or writing them failed, in words.
    void failed(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString lineText() const;
    void fill();
    void askName();
    void remove(const SavedFilter& filter);
    void told(const Result<void>& done);

    QLineEdit* m_line;
    SavedFilters m_filters;
    std::function<QString()> m_profile;
    QMenu* m_menu;
    QMenu* m_removing;
};

} // namespace nc
