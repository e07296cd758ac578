#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace nc {

/// Says that a file was changed outside while it is edited here, and asks which is to stay. Does nothing itself.
class ConflictBar : public QWidget {
    Q_OBJECT

public:
    explicit ConflictBar(QWidget* parent = nullptr);

    void ask(const QString& file);
    QString file() const { return m_file; }
    void retranslate();

Q_SIGNALS:
    void keepMine(const QString& file);
    void takeTheirs(const QString& file);
    void merge(const QString& file);

private:
    QString m_file;
    QLabel* m_text;
    QPushButton* m_mine;
    QPushButton* m_theirs;
    QPushButton* m_merge;
};

} // namespace nc
