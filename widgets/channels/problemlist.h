#pragma once

#include "channels/channelproblem.h"

#include <QWidget>

class QVBoxLayout;

namespace nc {

/// The problems of a file, each a line that leads to its place.
class ProblemList : public QWidget {
    Q_OBJECT

public:
    explicit ProblemList(QWidget* parent = nullptr);

    void present(const QList<ChannelProblem>& problems);

Q_SIGNALS:
    void chosen(int line, int column);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QVBoxLayout* m_rows;
    QList<ChannelProblem> m_problems;
};

} // namespace nc
