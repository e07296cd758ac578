#pragma once

#include "widgets/shell/page.h"

class QStackedWidget;

namespace nc {

class AuthoringPane;
class HistorySession;
class ImpactSession;
class PublishPane;
struct PublishReport;
struct TemplateVersion;
class PublishSession;
class StateView;
class FileActions;
class TemplateActions;
class TemplateWorkbench;

/// The author's page: editing, and publishing with its plan. `open()` takes {"template": "email/Letter", "line": 3}, or
/// {"channel": "email", "name": "Letter"}; with {"event": JSON of a recipient's parameters, "eventName": how the set is
/// to be called (the event's place)} the template is previewed with them; {"publish": true} shows the plan.
class TemplatesPage : public Page {
    Q_OBJECT

public:
    explicit TemplatesPage(Workspace& workspace, QWidget* parent = nullptr);
    ~TemplatesPage() override;

    void refresh() override;
    void focusFilter() override;
    void open(const QVariantMap& target) override;
    void activated() override;
    bool mayClose() override;

protected:
    void retranslate() override;

private:
    void makeActions();
    void connectModels();
    void setPlace();
    void showPublishing(bool publishing);
    void updateActions();
    void updateStateLine();
    void publish();
    void registerAgain(const QStringList& keys);
    void removeRows();
    void openWanted();
    void takeEvent(const QString& templateName);
    void showResult(const PublishReport& report);
    void showHistory();
    void restore(const TemplateVersion& version);
    void offerLostDrafts();

    std::unique_ptr<TemplateWorkbench> m_workbench;
    std::unique_ptr<PublishSession> m_session;
    std::unique_ptr<ImpactSession> m_impact;
    std::unique_ptr<HistorySession> m_history;
    StateView* m_state;
    QStackedWidget* m_modes;
    AuthoringPane* m_authoring;
    PublishPane* m_publishing;
    TemplateActions* m_files = nullptr;
    FileActions* m_fileActions = nullptr;
    QAction* m_save;
    QAction* m_comment;
    QAction* m_back;
    QAction* m_publish;
    QAction* m_remove;
    QAction* m_showHistory;
    QString m_regulation;
    quint64 m_placeGeneration = 0;
    QVariantMap m_openWhenLoaded;
    bool m_discard = false;
    bool m_lostOffered = false;
};

} // namespace nc
