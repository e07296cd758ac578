#pragma once

#include <QPointer>
#include <QRegularExpression>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace nc {

class TemplateEditor;

/// Find and replace under an editor: marks all places, says how many, walks over them with Enter and Shift+Enter;
/// regular expressions with `$1` in what is put in their place. Escape closes it.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// The text that is searched from now on.
    void setEditor(TemplateEditor* editor);
    /// Comes up with what is selected; with `replace` also the second line.
    void open(bool replace);
    void findNext(bool backward);
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Hit {
        qsizetype begin;
        qsizetype end;
    };
    void search();
    void mark();
    void showCount();
    void replaceOne();
    void replaceAll();
    void closeBar();
    QString replacement(const QRegularExpressionMatch& match) const;
    QRegularExpression expression() const;

    QPointer<TemplateEditor> m_editor;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QToolButton* m_case;
    QToolButton* m_regex;
    QLabel* m_count;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_one;
    QPushButton* m_all;
    QPushButton* m_close;
    QWidget* m_second;
    QList<Hit> m_hits;
    QString m_text; ///< that the hits are of
};

} // namespace nc
