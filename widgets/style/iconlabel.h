#pragma once

#include "widgets/style/icons.h"

#include <QWidget>

namespace nc {

/// A drawing that follows light and dark, which a QLabel's pixmap does not.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(Icon drawing, Tint tint, int size, QWidget* parent = nullptr);
    void set(Icon drawing, Tint tint);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_drawing;
    Tint m_tint;
};

} // namespace nc
