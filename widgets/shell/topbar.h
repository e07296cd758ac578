#pragma once

#include "connections/workspace.h"
#include "widgets/shell/serverprobe.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace nc {

class ServerStatus;
class ToneLabel;

/// Top of the window: whose registry this is, whether its servers answer, commands, menu. A production profile paints
/// all of it.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(Workspace& workspace, const std::vector<ServerProbe>& probes, QWidget* parent = nullptr);

    /// Opened from the button at the right.
    void setMenu(QMenu* menu);
    const std::vector<ServerStatus*>& servers() const { return m_servers; }
    void openProfileMenu();

Q_SIGNALS:
    void profileChosen(const QString& name);
    void manageProfiles();
    void addProfile();
    void startSandbox();
    void openPalette();
    void serverFails(const nc::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fillProfileMenu();
    void describe();
    bool isProduction() const;

    Workspace& m_workspace;
    QPushButton* m_profile;
    QMenu* m_profiles;
    ToneLabel* m_production;
    ToneLabel* m_readOnly;
    QPushButton* m_palette;
    QPushButton* m_menuButton;
    std::vector<ServerStatus*> m_servers;
};

} // namespace nc
