#pragma once

#include "widgets/shell/page.h"

class QStackedWidget;

namespace nc {

class AuthoringPane;
class PublishPane;
struct PublishReport;
class PublishSession;
class StateView;
class TemplateActions;
class TemplateWorkbench;

/// The author's page: editing, and publishing with its plan. `open()` takes {"template": "email/Letter", "line": 3};
/// {"publish": true} shows the plan.
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
    void removeRows();
    void showResult(const PublishReport& report);
    void offerLostDrafts();

    std::unique_ptr<TemplateWorkbench> m_workbench;
    std::unique_ptr<PublishSession> m_session;
    StateView* m_state;
    QStackedWidget* m_modes;
    AuthoringPane* m_authoring;
    PublishPane* m_publishing;
    TemplateActions* m_files = nullptr;
    QAction* m_save;
    QAction* m_comment;
    QAction* m_back;
    QAction* m_publish;
    QAction* m_remove;
    QString m_regulation;
    quint64 m_placeGeneration = 0;
    QString m_openWhenLoaded;
    bool m_discard = false;
    bool m_lostOffered = false;
};

} // namespace nc
