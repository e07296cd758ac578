#pragma once

#include "publish/history/versionmodel.h"
#include "publish/session/historysession.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace nc {

class DataTable;
class DiffView;
class PreviewPane;
class StateView;

/// What stood in the database for one template, from when to when, by whom and from which commit; any of it compared
/// with another, looked at as a reader saw it, and put back. Starts nothing that writes: restoreAsked() is confirmed by
/// the page.
class HistoryPane : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPane(HistorySession& session, QWidget* parent = nullptr);
    ~HistoryPane() override;

    /// `directory`: what would be published now, to compare with; empty where there is none.
    void setTemplate(const QString& key, const QByteArray& directory);
    void retranslate();

Q_SIGNALS:
    void restoreAsked(const nc::TemplateVersion& version);

private:
    enum class Against { Now, Before, Directory };
    void load();
    void take(const QString& key, const QList<TemplateVersion>& versions);
    void showCurrent();
    void compare(const TemplateVersion& version, int row);

    HistorySession& m_session;
    QString m_key;
    QByteArray m_directory;
    VersionModel* m_model;
    DataTable* m_table;
    QLabel* m_about;
    QComboBox* m_against;
    QPushButton* m_restore;
    QTabWidget* m_tabs;
    DiffView* m_diff;
    PreviewPane* m_letter;
    StateView* m_state;
};

} // namespace nc
