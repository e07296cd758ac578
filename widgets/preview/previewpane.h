#pragma once

#include "preview/draftcheck.h"
#include "widgets/preview/letterdress.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace nc {

class ComparePane;
class LetterCanvas;
class MessageCard;
class NoticeBar;
class PreparationPane;

/// What a recipient gets: the letter at desktop or phone width, in light or dark, and its text form; the message as
/// inbox and push show it; beside what is published; and what HTML parsing made of a letter. A failure stands above the
/// last good picture.
class PreviewPane : public QWidget {
    Q_OBJECT

public:
    enum class View { Reader, Text, Published, Preparation };

    explicit PreviewPane(QWidget* parent = nullptr);
    ~PreviewPane() override;

    /// For a text that nobody edits: there is only what the reader sees.
    void setReaderOnly();
    void setChannel(Channel channel);
    void setView(View view);
    View view() const { return m_view; }
    void show(const DraftPreview& preview);
    void showFailure(const Error& error);
    void showPublishedMissing(const Error& error);
    void setPreparation(const std::shared_ptr<const HtmlAlterations>& preparation);
    void clear();
    void retranslate();

Q_SIGNALS:
    /// A place in the author's text was clicked.
    void placeChosen(int line, int column);
    void plainWanted(bool wanted);
    void publishedWanted(bool wanted);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addChoice(QButtonGroup* group, const QString& name, int id);
    void makeControls(class QVBoxLayout* column);
    void fitControls();
    void applyView();
    void setLight(LetterLight light);
    void tellAbout();

    QBoxLayout* m_controls = nullptr;
    QToolButton* m_reader;
    QToolButton* m_plain;
    QToolButton* m_compare;
    QToolButton* m_parsing;
    QToolButton* m_desktop;
    QToolButton* m_phone;
    QToolButton* m_dark;
    QLabel* m_about;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    LetterCanvas* m_letter;
    QScrollArea* m_cardPage;
    MessageCard* m_card;
    QPlainTextEdit* m_text;
    ComparePane* m_published;
    PreparationPane* m_preparation;
    bool m_readerOnly = false;
    Channel m_channel = Channel::Email;
    View m_view = View::Reader;
};

} // namespace nc
