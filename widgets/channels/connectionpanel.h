#pragma once

#include "channels/channelsession.h"
#include "http/teststage.h"
#include "templates/source/template.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nc {

/// Tries the servers that the form names: one line a stage, what it took, and what to do where it failed. The secrets
/// typed here are handed over and not kept by the panel; what runs is the page's business.
class ConnectionPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionPanel(QWidget* parent = nullptr);

    void present(const ChannelSession& session);
    void setBusy(bool busy);
    /// Stages in their order; `what` heads them.
    void showStages(std::function<QString()> what, const QList<TestStage>& stages);

    QString password() const;
    QString token() const;
    QString recipient() const;
    /// What the letter is made from; nothing: a plain test letter.
    std::optional<TemplateKey> letterTemplate() const;
    /// Those to choose from.
    void setTemplates(const QList<TemplateKey>& templates);
    bool keepSecrets() const;
    /// File of further authorities, PEM; empty: the system's.
    QString authorities() const;

Q_SIGNALS:
    void testEmail();
    void sendLetter();
    void testDiia();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void update();
    void fill();
    static QString facts(const TestStage& stage);
    void chooseAuthorities();

    QLabel* m_emailLabel;
    QLineEdit* m_password;
    QPushButton* m_testEmail;
    QLineEdit* m_to;
    QComboBox* m_template;
    QPushButton* m_send;
    QLabel* m_diiaLabel;
    QLineEdit* m_token;
    QPushButton* m_testDiia;
    QLineEdit* m_ca;
    QAction* m_chooseCa;
    QCheckBox* m_keep;
    QLabel* m_hint;
    QLabel* m_what;
    QWidget* m_lines;
    QGridLayout* m_grid;
    QList<TestStage> m_stages;
    std::function<QString()> m_say; ///< what was tried, in the language of the moment
    QString m_server;
    QString m_url;
    bool m_emailReady = false;
    bool m_diiaReady = false;
    bool m_busy = false;
};

} // namespace nc
