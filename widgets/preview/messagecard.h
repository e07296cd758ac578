#pragma once

#include "preview/draftcheck.h"

#include <QFrame>

class QLabel;

namespace nc {

/// A message as its reader meets it: in the inbox of the portal, or as the push card of Diia with its limits, what goes
/// beyond them marked. Shows text as it is, never as markup.
class MessageCard : public QFrame {
    Q_OBJECT

public:
    explicit MessageCard(QWidget* parent = nullptr);

    void setChannel(Channel channel);
    void setMessage(const DraftPreview& preview);
    void clear();
    void retranslate();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        QLabel* text;
        QLabel* counter;
    };
    Part addPart(const QString& name, int size);
    void fill();
    void fill(const Part& part, const QString& text, int limit);

    QLabel* m_heading;
    QLabel* m_date;
    Part m_title;
    Part m_short;
    Part m_text;
    Channel m_channel = Channel::Inbox;
    DraftPreview m_preview;
};

} // namespace nc
