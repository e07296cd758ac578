#pragma once

#include "channels/channelsession.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace nc {

class FieldRow;

/// The parts of the form for Diia and, because people look for it, the inbox channel that has nothing to set.
class DiiaForm : public QWidget {
    Q_OBJECT

public:
    explicit DiiaForm(QWidget* parent = nullptr);

    void present(const ChannelSession& session);
    /// Takes what stands in the fields over into `form`; of a token only that there is one.
    void read(ChannelForm& form) const;
    /// The token that was typed and not saved yet.
    QString token() const;
    void forgetToken();
    /// Does the profile name a vault, where a new token goes?
    void setVault(bool named);

Q_SIGNALS:
    void edited(const QString& field);
    /// The token is to leave the file.
    void moveToken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showToken();

    QLabel* m_heading;
    QCheckBox* m_on;
    QWidget* m_fields;
    FieldRow* m_url;
    FieldRow* m_token;
    FieldRow* m_secret;
    QLabel* m_open;
    QPushButton* m_move;
    QLabel* m_inboxHeading;
    QLabel* m_inbox;
    bool m_vaultNamed = false;
    bool m_inFile = false;
    bool m_moved = false;
    QString m_typed; ///< comes back with redo
};

} // namespace nc
