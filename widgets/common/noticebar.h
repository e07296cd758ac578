#pragma once

#include "core/error.h"
#include "core/itemroles.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace nc {

class IconLabel;

/// What a page tells in passing. Good news leave by themselves after eight seconds; the rest stays until dismissed.
struct Notice {
    Tone tone = Tone::Ok;
    QString text;
    QString actionText; ///< the next step, if one can be taken from here
    std::function<void()> action;
    QString tip = {}; ///< what stands behind the text, for who points at it
};

/// A line under the page's header; takes no room while there is nothing to tell.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void show(const Notice& notice);
    /// The same, made anew when the language has changed: for what stays until somebody reads it.
    void show(std::function<Notice()> make);
    /// The error's sentence and advice; "Try again" when `retry` is given. A cancel is not an error and shows nothing.
    void showError(const Error& error, std::function<void()> retry = {});
    void dismiss();
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();

    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
    Notice m_notice;
    std::function<Notice()> m_make;
    std::optional<Error> m_error;
    QTimer m_timer;
};

} // namespace nc
