#pragma once

#include "preview/draftcheck.h"
#include "widgets/preview/letterdress.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace nc {

class DiffView;
class LetterCanvas;
class NoticeBar;

/// What is published beside what is edited, both with the same data: the letters with what differs marked in them,
/// their texts, their sources.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget* parent = nullptr);

    void setChannel(Channel channel);
    void setLight(LetterLight light);
    void show(const PublishedPreview& published);
    /// There is nothing to compare with, or it cannot be read.
    void showMissing(const Error& error);
    void clear();
    void retranslate();

private:
    QLabel* m_status;
    NoticeBar* m_notice;
    QTabWidget* m_tabs;
    QWidget* m_letters;
    QLabel* m_leftTitle;
    QLabel* m_rightTitle;
    LetterCanvas* m_left;
    LetterCanvas* m_right;
    DiffView* m_texts;
    DiffView* m_sources;
    std::optional<PublishedPreview> m_shown;
    bool m_isLetter = true;
};

} // namespace nc
