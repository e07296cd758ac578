#include "gui/tour/tourdriver.h"

#include "gui/application.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSet>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc::gui {

TourDriver::TourDriver(Application& application)
    : m_application(application)
{
}

MainWindow& TourDriver::window()
{
    return m_application.window();
}

QWidget* TourDriver::look(const QString& name) const
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (!window->isVisible())
            continue;
        if (window->objectName() == name)
            return window;
        for (QWidget* widget : window->findChildren<QWidget*>(name)) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

bool TourDriver::isEnabled(const QString& name) const
{
    const QWidget* widget = look(name);
    return widget && widget->isEnabled();
}

void TourDriver::failed(const QString& what)
{
    if (m_failure.isEmpty())
        m_failure = what;
}

void TourDriver::clickAt(QWidget* widget, const QPoint& point)
{
    const QPointF global = widget->mapToGlobal(QPointF(point));
    QMouseEvent move(QEvent::MouseMove, point, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &move);
    QMouseEvent down(QEvent::MouseButtonPress, point, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    QMouseEvent up(QEvent::MouseButtonRelease, point, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &up);
}

void TourDriver::click(const QString& name)
{
    QWidget* widget = find(name);
    if (!widget)
        return;
    if (!widget->isEnabled())
        return failed(name + u" (disabled)"_s);
    clickAt(widget, widget->rect().center());
}

void TourDriver::press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &up);
}

void TourDriver::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* widget = QApplication::focusWidget();
    press(widget ? widget : &m_application.window(), key, modifiers);
}

void TourDriver::type(const QString& name, const QString& text)
{
    QWidget* widget = find(name);
    if (!widget)
        return;
    widget->setFocus(Qt::OtherFocusReason);
    press(widget, Qt::Key_A, Qt::ControlModifier);
    for (const QChar ch : text)
        press(widget, ch == u'\n' ? int(Qt::Key_Return) : ch.toUpper().unicode(), Qt::NoModifier, QString(ch));
}

void TourDriver::choose(const QString& combo, int index)
{
    if (auto* box = find<QComboBox>(combo)) {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
}

void TourDriver::tab(const QString& tabs, int index)
{
    QWidget* widget = find(tabs);
    auto* bar = qobject_cast<QTabBar*>(widget);
    if (auto* holder = qobject_cast<QTabWidget*>(widget))
        bar = holder->tabBar();
    if (!bar)
        return failed(tabs + u" (no tabs)"_s);
    clickAt(bar, bar->tabRect(index).center());
}

static bool rowSays(const QAbstractItemModel* model, int row, const QModelIndex& parent, const QString& text)
{
    for (int column = 0; column < model->columnCount(parent); ++column) {
        if (text.isEmpty() || model->index(row, column, parent).data().toString().contains(text))
            return true;
    }
    return false;
}

static QModelIndex findRow(
    const QAbstractItemModel* model, const QModelIndex& parent, const QString& text, const QString& also)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        if (rowSays(model, row, parent, text) && rowSays(model, row, parent, also))
            return model->index(row, 0, parent);
        if (const QModelIndex below = findRow(model, model->index(row, 0, parent), text, also); below.isValid())
            return below;
    }
    return {};
}

bool TourDriver::clickRow(const QString& view, const QString& text, const QString& also)
{
    auto* list = qobject_cast<QAbstractItemView*>(look(view));
    if (!list || !list->model())
        return false;
    const QModelIndex index = findRow(list->model(), {}, text, also);
    if (!index.isValid())
        return false;
    list->setFocus(Qt::MouseFocusReason);
    list->scrollTo(index);
    clickAt(list->viewport(), list->visualRect(index).center());
    return true;
}

int TourDriver::rows(const QString& view) const
{
    const auto* list = qobject_cast<const QAbstractItemView*>(look(view));
    return list && list->model() ? list->model()->rowCount(list->rootIndex()) : -1;
}

bool TourDriver::hasPicture(const QString& name) const
{
    QWidget* widget = look(name);
    if (!widget)
        return false;
    const QImage image = widget->grab().toImage();
    QSet<QRgb> seen;
    for (int y = 0; y < image.height() && seen.size() < 12; y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    }
    return seen.size() >= 12;
}

void TourDriver::runAction(const QString& action)
{
    QAction* found = m_application.window().findChild<QAction*>(action);
    if (!found || !found->isEnabled())
        return failed(action + (found ? u" (disabled)"_s : QString()));
    found->trigger();
}

void TourDriver::goTo(PageId page)
{
    static constexpr const char* names[pageCount] = {
        "railOverview", "railChannels", "railTemplates", "railTopics", "railFailures", "railActivity"};
    click(QLatin1StringView(names[int(page)]));
}

void TourDriver::speak(const QString& code)
{
    if (m_keepsLanguage)
        return;
    runAction(code == u"uk" ? u"languageUkAction"_s : u"languageEnAction"_s);
}

void TourDriver::dress(const QString& mode)
{
    runAction(mode == u"dark" ? u"themeDarkAction"_s : u"themeLightAction"_s);
}

void TourDriver::narrow(const QSize& size)
{
    m_wide = window().size();
    window().resize(m_wide.boundedTo(size));
}

void TourDriver::widen()
{
    window().resize(m_wide);
}

QImage TourDriver::picture() const
{
    MainWindow& window = m_application.window();
    QImage image = window.grab().toImage();
    QPainter painter(&image);
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget* top : tops) {
        if (top == &window || !top->isVisible() || top->windowType() == Qt::ToolTip)
            continue;
        QPoint at = window.mapFromGlobal(top->mapToGlobal(QPoint(0, 0)));
        // Dialogs stand in the middle even where no window manager puts them there.
        if (top->windowType() == Qt::Dialog)
            at = QPoint((window.width() - top->width()) / 2, (window.height() - top->height()) / 2);
        painter.fillRect(QRect(at - QPoint(1, 1), top->size() + QSize(2, 2)), QColor(0x80, 0x88, 0x94));
        painter.drawPixmap(at, top->grab());
    }
    return image;
}

} // namespace nc::gui
