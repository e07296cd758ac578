#pragma once

#include <QTreeView>

namespace nc {

class TraceModel;

/// A trace as a person reads it: words for stages, channels and outcomes, relative times, what identifies a person
/// hidden if asked.
class TraceTree : public QTreeView {
    Q_OBJECT

public:
    explicit TraceTree(TraceModel& model, QWidget* parent = nullptr);
    ~TraceTree() override;

    void setMasked(bool masked);
    void retranslate();
    /// Of the model itself.
    QModelIndex currentSource() const;
    /// Opens what did not simply arrive, and chooses the newest failure unless somebody has chosen something.
    void openWhatMatters();
    void forgetChoice() { m_chosen = false; }
    /// Row for row, tabs between the cells.
    QString asText() const;
    QString shown(const QString& text) const;

Q_SIGNALS:
    void currentRowChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Presenter;
    void appendText(const QModelIndex& parent, int level, QStringList& lines) const;

    TraceModel& m_trace;
    std::unique_ptr<Presenter> m_presenter;
    bool m_masked = false;
    bool m_chosen = false; ///< by hand
};

} // namespace nc
