#pragma once

#include "connections/profile.h"
#include "connections/profilesecrets.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace nc {

/// All fields of one profile. What the form has no field for is kept.
class ProfileForm : public QWidget {
    Q_OBJECT

public:
    explicit ProfileForm(QWidget* parent = nullptr);

    void setProfile(const Profile& profile, bool isNew);
    Profile profile() const;
    /// Those that were typed; empty ones are to stay as they are.
    ProfileSecrets secrets() const;
    void focusName();

Q_SIGNALS:
    void edited();

private:
    QLineEdit* line(QFormLayout* form, const QString& name, const QString& label, const QString& example = {});
    QLineEdit* password(QFormLayout* form, const QString& name, const QString& label);
    QLineEdit* path(QFormLayout* form, const QString& name, const QString& label, bool folder);
    QFormLayout* section(const QString& title);
    void showNeeded();
    void alignLabels();

    Profile m_base;
    QLineEdit* m_name;
    QLineEdit* m_description;
    QCheckBox* m_readOnly;
    QCheckBox* m_production;
    QLineEdit* m_bootstrap;
    QComboBox* m_security;
    QComboBox* m_mechanism;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_ca;
    QLineEdit* m_certificate;
    QLineEdit* m_key;
    QLineEdit* m_keyPassword;
    QLineEdit* m_pkcs12;
    QLineEdit* m_schemaRegistry;
    QLineEdit* m_registryUser;
    QLineEdit* m_registryPassword;
    QPlainTextEdit* m_settings;
    QLineEdit* m_database;
    QLineEdit* m_databasePassword;
    QLineEdit* m_service;
    QLineEdit* m_serviceToken;
    QLineEdit* m_serviceCa;
    QLineEdit* m_serviceVersion;
    QLineEdit* m_regulation;
    QLineEdit* m_registry;
    QLineEdit* m_vault;
    QLineEdit* m_vaultMount;
    QLineEdit* m_vaultRole;
    QLineEdit* m_vaultSecret;
    QLineEdit* m_vaultCa;
    QFormLayout* m_kafkaForm = nullptr;
};

} // namespace nc
