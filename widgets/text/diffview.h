#pragma once

#include "text/textdiff.h"

#include <QAbstractScrollArea>

namespace nc {

struct Colors;

/// Two texts side by side, changes coloured and marked (−, +, ~), what differs within a line marked more strongly. Copy
/// gives the unified diff.
class DiffView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    /// Compares; for texts up to some megabytes. `context` < 0: all lines.
    void setTexts(const QByteArray& left, const QByteArray& right, int context = 3);
    void setTitles(const QString& left, const QString& right);
    /// Instead of an empty view when nothing differs.
    void setSameText(const QString& text);
    bool differs() const { return m_differs; }
    int addedCount() const { return m_added; }
    int removedCount() const { return m_removed; }
    QSize sizeHint() const override { return {640, 320}; }

public Q_SLOTS:
    void copy() const;
    void nextChange();
    void previousChange();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        SideBySideRow line;
        bool separator = false; ///< lines were left out here
    };
    int rowStep() const;
    int numberWidth() const;
    void paintSide(QPainter& painter, const Row& row, const QRect& rect, bool left, const Colors& c) const;
    void updateBars();
    void jump(int direction);

    QByteArray m_left;
    QByteArray m_right;
    QString m_leftTitle;
    QString m_rightTitle;
    QString m_sameText;
    QList<Row> m_rows;
    int m_widest = 0;
    int m_lastLine = 0;
    int m_added = 0;
    int m_removed = 0;
    bool m_differs = false;
};

} // namespace nc
