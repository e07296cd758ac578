#pragma once

#include "connections/workspace.h"
#include "profiletest/profilecheck.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace nc {

class NoticeBar;
class ProfileForm;

/// The profiles at the left, the chosen one's fields at the right; test, save, remove, use.
class ProfilesDialog : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed; `workspace` outlives it.
    static ProfilesDialog* show(QWidget* parent, Workspace& workspace);
    void addProfile();

Q_SIGNALS:
    void chosen(const QString& name);

private:
    ProfilesDialog(QWidget* parent, Workspace& workspace);
    void reload(const QString& select);
    void showCurrent();
    void test();
    void showChecks(const QList<ProfileCheck>& checks);
    void clearChecks();
    void save();
    void keepSecrets(const Profile& profile, const ProfileSecrets& secrets);
    void saved(const Profile& profile);
    void remove();
    void fillButtons();

    Workspace& m_workspace;
    QListWidget* m_list;
    QLabel* m_none;
    ProfileForm* m_form;
    NoticeBar* m_notices;
    QWidget* m_checks;
    QVBoxLayout* m_checkRows;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_test;
    QPushButton* m_save;
    QPushButton* m_use;
    QList<Profile> m_profiles;
    bool m_isNew = false;
    bool m_edited = false;
};

} // namespace nc
