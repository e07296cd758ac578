#pragma once

#include "widgets/shell/page.h"

#include <QWidget>

#include <array>

namespace nc {

class RailButton;

/// The six places at the left: drawing, word, and a count where something waits. Only drawings in a narrow window.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setCurrent(PageId page);
    /// 0 takes it away.
    void setCount(PageId page, qint64 count, Tone tone);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void chosen(nc::PageId page);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    std::array<RailButton*, pageCount> m_buttons{};
    bool m_setting = false;
};

} // namespace nc
