#pragma once

#include "core/itemroles.h"

#include <QWidget>

class QLabel;

namespace nc {

/// A severity in words: icon and word on a soft surface ("● ok", "⚠ 3 problems").
class ToneLabel : public QWidget {
    Q_OBJECT

public:
    explicit ToneLabel(QWidget* parent = nullptr);

    void set(Tone tone, const QString& text);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_text;
};

} // namespace nc
