#pragma once

#include "core/itemroles.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace nc {

/// A line of a form: label, edit, and below it what is wrong with the value, in words and with an icon.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    /// `name` becomes the edit's objectName.
    explicit FieldRow(const QString& name, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setPlaceholder(const QString& text);
    QString text() const;
    /// What is typed stays hidden; blanks count.
    void setSecret();
    /// Without edited().
    void setText(const QString& text);
    /// Empty: nothing is wrong.
    void setProblem(Tone tone, const QString& text);
    /// Said below the edit when nothing is wrong.
    void setHint(const QString& text);
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintWords();

    QLabel* m_label;
    QLineEdit* m_edit;
    QWidget* m_below;
    QLabel* m_icon;
    QLabel* m_words;
    Tone m_tone = Tone::Neutral;
    QString m_problem;
    QString m_hint;
};

} // namespace nc
