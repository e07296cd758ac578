#pragma once

#include "widgets/shell/page.h"

#include <QSize>
#include <QString>

class QAbstractItemView;
class QImage;

namespace nc {
class MainWindow;
}

namespace nc::gui {

class Application;

/// Hands and eyes of the tour: finds the real widgets by their objectName, clicks and types by events as a mouse and a
/// keyboard would, and looks at what is shown. A thing that is not there is remembered as the step's failure.
class TourDriver {
public:
    explicit TourDriver(Application& application);

    Application& application() { return m_application; }
    MainWindow& window();

    /// A visible widget of that name in any window of the program; null and a failure when there is none.
    template <class T = QWidget>
    T* find(const QString& name)
    {
        T* found = qobject_cast<T*>(look(name));
        if (!found)
            failed(name);
        return found;
    }
    /// Without a failure.
    QWidget* look(const QString& name) const;
    bool isVisible(const QString& name) const { return look(name) != nullptr; }
    bool isEnabled(const QString& name) const;

    void click(const QString& name);
    void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {});
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Replaces what stands in a line or spin box.
    void type(const QString& name, const QString& text);
    void choose(const QString& combo, int index);
    void tab(const QString& tabs, int index);
    /// Clicks the row that has `text` in one of its cells (any depth); the first one when empty. False: not there yet.
    /// With `also`: the row has that in another cell.
    bool clickRow(const QString& view, const QString& text, const QString& also = {});
    int rows(const QString& view) const;
    /// Something was painted there: a web view shows late.
    bool hasPicture(const QString& name) const;
    void runAction(const QString& action);

    void goTo(PageId page);
    void speak(const QString& code); ///< "uk", "en"
    /// From now on speak() does nothing: the person who started the tour chose the language.
    void keepLanguage() { m_keepsLanguage = true; }
    void dress(const QString& mode); ///< "light", "dark"
    /// No larger than `size` until widen().
    void narrow(const QSize& size);
    void widen();

    /// The window with whatever stands over it.
    QImage picture() const;

    void failed(const QString& what);
    QString takeFailure() { return std::exchange(m_failure, QString()); }

private:
    void clickAt(QWidget* widget, const QPoint& point);

    Application& m_application;
    QString m_failure;
    QSize m_wide;
    bool m_keepsLanguage = false;
};

} // namespace nc::gui
