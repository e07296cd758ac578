#pragma once

#include "core/error.h"
#include "widgets/style/icons.h"

#include <QFrame>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace nc {

class ElidedLabel;
class ToneLabel;

/// One thing on the overview: what, how it stands, a figure, some lines, a link to where more can be done.
class Card : public QFrame {
    Q_OBJECT

public:
    Card(const QString& name, Icon drawing, QWidget* parent);

    void setTitle(const QString& title);
    void setLink(const QString& text);
    /// What is shown stays until the answer is there; an empty card says what it waits for, see setLoadingText().
    void showLoading();
    /// Another registry's facts are nobody's business any more.
    void clear();
    /// What the card waits for; shown while there is nothing else to show. Said anew after the language has changed.
    void setLoadingText(const QString& what);
    /// `figure` may be empty; each line one fact.
    void showFacts(Tone tone, const QString& state, const QString& figure, const QStringList& lines);
    void showNone(const QString& sentence);
    void showFailed(const Error& error);
    /// Between the lines and the link.
    void setContent(QWidget* content);
    QString stateText() const;
    QString figure() const;
    /// Long words are elided or wrapped: no card makes the page wider than the window.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkClicked();
    void retry();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Shown { Nothing, Loading, Facts, Failed };
    void setShown(Shown shown);
    void fillFailed();
    void fillLoading();

    Shown m_shown = Shown::Nothing;
    QString m_loading;
    ElidedLabel* m_title;
    ToneLabel* m_state;
    QLabel* m_figure;
    QLabel* m_lines;
    QWidget* m_content = nullptr;
    QBoxLayout* m_column;
    QPushButton* m_link;
    bool m_linked = false;
    QPushButton* m_retry;
    std::optional<Error> m_error;
};

} // namespace nc
