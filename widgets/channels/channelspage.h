#pragma once

#include "channels/channelsession.h"
#include "git/gitstate.h"
#include "templates/source/template.h"
#include "widgets/shell/page.h"

class QScrollArea;
class QStackedWidget;
class QTabWidget;

namespace nc {

class CommitFlow;
class ConnectionPanel;
class DetailSplitter;
class DiffView;
class DiiaForm;
class EmailForm;
class ProblemList;
class StateView;
class YamlView;
class TemplateEngine;

/// Channels: the form beside the YAML it stands for, the difference, what results on the cluster, commit and review.
/// open() takes {"key": "global.notifications.email.host"} and puts the caret into that field.
class ChannelsPage : public Page {
    Q_OBJECT

public:
    explicit ChannelsPage(Workspace& workspace, QWidget* parent = nullptr);

    void refresh() override;
    void open(const QVariantMap& target) override;
    void activated() override;
    bool mayClose() override;

protected:
    void retranslate() override;

private:
    struct Loaded {
        ValuesFile file;
        std::optional<GitState> git;
        std::optional<Error> gitError; ///< why there is no state although there is a clone
        QByteArray committed; ///< the file as of the last commit
        QList<TemplateKey> templates; ///< of the regulation, for test letters
    };
    static Result<Loaded> read(const QString& folder, const QString& regulation, const TaskContext& task);

    void build();
    void present();
    void showState();
    void loaded(const Result<Loaded>& result);
    void edited(const QString& field);
    /// Takes a change of the form; a new secret gets a fresh place in the vault, where the profile names one.
    void change(ChannelForm form, const QString& field);
    void checkDisk();
    /// The YAML that a field stands for comes into sight.
    void reveal(const QString& field);
    void showNoRegistry();
    void reviewAndSave();
    void save();
    void askCommit();
    void testEmail(const QString& recipient);
    void testDiia();

    ChannelSession* m_session;
    CommitFlow* m_commitFlow;
    std::optional<GitState> m_git;
    QByteArray m_committed;
    QString m_folder;
    std::shared_ptr<TemplateEngine> m_engine; ///< started by the first test letter of a template
    QVariantMap m_target; ///< of open(), until the file is there
    bool m_busy = false;
    bool m_secretFileTold = false;

    StateView* m_state;
    EmailForm* m_email;
    DiiaForm* m_diia;
    QTabWidget* m_tabs;
    YamlView* m_yaml;
    DiffView* m_diff;
    QStackedWidget* m_clusterViews; ///< what is there, or how it changes
    YamlView* m_clusterYaml;
    DiffView* m_cluster;
    ConnectionPanel* m_connection;
    ProblemList* m_list;
    QAction* m_save;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_revert;
    QAction* m_commit;
    QAction* m_test;
};

} // namespace nc
