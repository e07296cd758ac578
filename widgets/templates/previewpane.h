#pragma once

#include "publish/draftcheck.h"
#include "widgets/templates/letterview.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace nc {

class NoticeBar;
class StateView;

/// What a recipient gets: the letter at desktop or phone width, or the text as inbox and push show it. The browser
/// engine is made at the first letter. A failure stands above the last good picture.
class PreviewPane : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPane(QWidget* parent = nullptr);
    ~PreviewPane() override;

    void setChannel(Channel channel);
    void show(const DraftPreview& preview);
    void showFailure(const Error& error);
    void clear();
    void retranslate();

Q_SIGNALS:
    /// The fault's place was clicked.
    void placeChosen(int line, int column);

private:
    void showLetter(const QString& html);
    void showCard(const DraftPreview& preview);
    void applyWidth();
    void tellEngine();
    bool eventFilter(QObject* watched, QEvent* event) override;

    QToolButton* m_desktop;
    QToolButton* m_phone;
    QLabel* m_engine;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    QWidget* m_letterHolder;
    std::unique_ptr<LetterView> m_letter;
    QWidget* m_cardPage;
    QLabel* m_cardHeading;
    QLabel* m_cardTitle;
    QLabel* m_cardShort;
    QLabel* m_cardText;
    Channel m_channel = Channel::Email;
};

} // namespace nc
