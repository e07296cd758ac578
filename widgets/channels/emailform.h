#pragma once

#include "channels/channelsession.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QRadioButton;

namespace nc {

class FieldRow;

/// The email channel's part of the form. Shows a ChannelForm and tells what was typed.
class EmailForm : public QWidget {
    Q_OBJECT

public:
    explicit EmailForm(QWidget* parent = nullptr);

    void present(const ChannelSession& session);
    /// Takes what stands in the fields over into `form`; of a password only that there is one.
    void read(ChannelForm& form) const;
    /// The password that was typed and not saved yet.
    QString password() const;
    /// It was saved, or belongs to another file.
    void forgetPassword();
    /// Does the profile name a vault, where a new password goes?
    void setVault(bool named);

Q_SIGNALS:
    void edited(const QString& field);
    /// The old password is to leave the file.
    void movePassword();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showEncryption();
    void showPassword();

    QLabel* m_heading;
    QRadioButton* m_internal;
    QRadioButton* m_external;
    QLabel* m_internalHint;
    QWidget* m_fields;
    FieldRow* m_host;
    FieldRow* m_port;
    FieldRow* m_address;
    FieldRow* m_newPassword;
    FieldRow* m_vault;
    QLabel* m_password;
    QPushButton* m_move;
    bool m_inFile = false;
    bool m_moved = false;
    bool m_vaultNamed = false;
    QString m_typed; ///< comes back with redo
};

} // namespace nc
