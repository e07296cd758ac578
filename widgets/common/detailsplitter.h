#pragma once

#include <QSplitter>

namespace nc {

/// A table and its detail: beside each other when there is room, else below each other. The share is remembered for
/// each of the two under the objectName.
class DetailSplitter : public QSplitter {
    Q_OBJECT

public:
    DetailSplitter(const QString& name, QWidget* main, QWidget* detail, QWidget* parent = nullptr);

    void setDetailVisible(bool visible);
    bool isDetailVisible() const;
    /// Width from which the two stand beside each other; as pages usually are unless set.
    void setBesideFrom(int width) { m_besideFrom = width; }
    /// Part of the room that the detail takes until somebody moves it; 0.4 unless set.
    void setDetailShare(double share) { setDetailShare(share, share); }
    /// The same where it stands beside and where it stands below.
    void setDetailShare(double beside, double below)
    {
        m_beside = beside;
        m_below = below;
    }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QString key() const;
    void arrange();
    void applyShare();

    double m_beside = 0.4;
    double m_below = 0.4;
    int m_besideFrom;
    bool m_shown = false;
};

} // namespace nc
