#pragma once

#include "channels/channelsession.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace nc {

class FieldRow;

/// The parts of the form for Diia and, because people look for it, the inbox channel that has nothing to set.
class DiiaForm : public QWidget {
    Q_OBJECT

public:
    explicit DiiaForm(QWidget* parent = nullptr);

    void present(const ChannelSession& session);
    void read(ChannelForm& form) const;

Q_SIGNALS:
    void edited(const QString& field);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showToken();

    QLabel* m_heading;
    QCheckBox* m_on;
    QWidget* m_fields;
    FieldRow* m_url;
    QLabel* m_token;
    QLabel* m_inboxHeading;
    QLabel* m_inbox;
    QString m_secret;
};

} // namespace nc
