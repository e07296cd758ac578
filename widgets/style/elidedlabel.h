#pragma once

#include <QLabel>

namespace nc {

/// One line that gives up its middle when there is no room; the whole is in the tooltip then and for screen readers.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setFullText(const QString& text);
    QString fullText() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace nc
