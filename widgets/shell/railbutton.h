#pragma once

#include "widgets/style/icons.h"

#include <QAbstractButton>

namespace nc {

/// One place of the rail.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(Icon drawing, QWidget* parent);

    /// -1: how many there are is not known.
    void setCount(qint64 count, Tone tone);
    void setNarrow(bool narrow);
    void setWords(const QString& text, const QString& keys);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    Icon m_drawing;
    QString m_keys;
    qint64 m_count = 0;
    Tone m_tone = Tone::Neutral;
    bool m_narrow = false;
};

} // namespace nc
