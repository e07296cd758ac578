#pragma once

#include "widgets/style/icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace nc {

class IconLabel;

/// The middle of a page that has no content: drawing, heading, sentence, progress, one button. Part of StateView.
class StatePanel : public QWidget {
    Q_OBJECT

public:
    explicit StatePanel(QWidget* parent = nullptr);

    void set(Icon drawing, Tint tint, const QString& heading, const QString& text);
    void setDetail(const QString& detail);
    void setProgress(int done, int total, const QString& text);
    void hideProgress();
    void setAction(const QString& text, std::function<void()> run, bool primary);
    /// Under the first, as a link.
    void setOtherAction(const QString& text, std::function<void()> run);

private:
    IconLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_text;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QLabel* m_progressText;
    QPushButton* m_button;
    QPushButton* m_other;
    std::function<void()> m_run;
    std::function<void()> m_runOther;
};

} // namespace nc
