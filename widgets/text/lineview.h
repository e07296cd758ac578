#pragma once

#include <QAbstractScrollArea>
#include <QTextLayout>

namespace nc {

struct Colors;

/// Shows any number of short rows of text in the fixed-width face and keeps none of them: the derived class makes the
/// rows that are in sight. Selection by mouse and keys, copy. For values of many megabytes.
class LineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LineView(QWidget* parent = nullptr);

    bool hasSelection() const { return m_anchor != m_caret; }
    QString selectedText() const;
    void selectAll();
    QSize sizeHint() const override { return {480, 320}; }

public Q_SLOTS:
    void copy() const;

protected:
    virtual qsizetype rowCount() const = 0;
    virtual QString rowText(qsizetype row) const = 0;
    virtual QList<QTextLayout::FormatRange> rowFormats(qsizetype row, const QString& text, const Colors& colors) const;
    /// The next row is the same line of the text: no line break when copied.
    virtual bool goesOn(qsizetype row) const;
    /// The rows are others now: back to the start, nothing selected.
    void rowsReset();

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Place {
        qsizetype row = 0;
        int column = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    int rowStep() const;
    void layOut(QTextLayout& layout) const;
    Place placeAt(const QPoint& point) const;
    void updateBars();

    Place m_anchor;
    Place m_caret;
    mutable int m_widest = 0;
};

} // namespace nc
