#pragma once

#include "publish/livecheck.h"
#include "publish/sampledata.h"
#include "publish/templatedraft.h"
#include "publish/templatetree.h"

#include <map>

namespace nc {

/// The author's desk: the tree of a regulation, the templates that are open, checks and preview of the one in front,
/// its sample data. Knows no widget. GUI thread.
class TemplateWorkbench : public QObject {
    Q_OBJECT

public:
    TemplateWorkbench(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);

    /// Forgets everything of another regulation, unsaved texts included.
    void setRegulation(const QString& folder, const QString& configFolder);
    /// Reads the directory, then checks every template; loaded() or loadFailed(), then linted().
    void load();

    TemplateTree& tree() { return m_tree; }
    LiveCheck& live() { return m_live; }

    /// Brings a template to the front; what was typed in others stays. Errors of reading.
    Result<TemplateDraft*> open(const QString& key);
    TemplateDraft* current() const { return m_current; }
    QStringList dirtyKeys() const;
    /// The front one's texts have changed (or must be looked at anew: `atOnce`).
    void textsChanged(bool atOnce = false);
    const QList<Problem>& problems() const { return m_problems; }

    void setSample(const QByteArray& json);
    const QByteArray& sample() const { return m_sample; }
    /// Makes a set with everything that the template reads.
    void generateSample();

Q_SIGNALS:
    void loaded(int templates);
    void loadFailed(const nc::Error& error);
    void linted(int errors);
    void problemsChanged(const QList<nc::Problem>& problems);
    /// The set was loaded or made, not typed.
    void sampleReplaced(const QByteArray& json);
    void findingsChanged(const nc::SampleFindings& findings);
    /// The sample set could not be kept.
    void sampleNotKept(const nc::Error& error);

private:
    DraftTexts texts() const;
    void lint();
    void takeReport(const DraftReport& report);
    void compare();
    void keepSample();

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    TemplateTree m_tree;
    LiveCheck m_live;
    QString m_folder;
    std::optional<SampleData> m_samples;
    std::map<QString, std::unique_ptr<TemplateDraft>> m_drafts;
    TemplateDraft* m_current = nullptr;
    QList<Problem> m_problems;
    QList<TemplateVariable> m_variables;
    QByteArray m_sample = "{}";
    bool m_sampleWanted = false; ///< none is kept: make one when the variables are known
    QTimer m_sampleTimer;
    quint64 m_generation = 0;
    CancelSource m_lintCancel;
};

} // namespace nc
