#pragma once

#include "publish/draftkeeper.h"
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
    /// What the template in front reads, as far as it was checked.
    QList<TemplateVariable> variables() const;

    /// Keeps unsaved texts through a crash.
    DraftKeeper& keeper() { return m_keeper; }
    /// What an earlier run left unsaved in this regulation and is not open now. Reads small files.
    QList<DraftEntry> lostDrafts() const;
    /// Puts it into its template's draft, unsaved; gives the template's key. errors::templateNotFound.
    Result<QString> restore(const DraftEntry& entry);
    /// Forgets an open template, unsaved texts included (it was deleted, or has another name now).
    void close(const QString& key);
    /// Asks git how the templates stand to the last commit and tells the tree; without a clone nothing is told.
    void loadChanges();
    const QString& folder() const { return m_folder; }

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
    Result<TemplateDraft*> draftOf(const QString& key);
    DraftTexts texts() const;
    void lint();
    void takeReport(const DraftReport& report);
    void compare();
    void keepSample();

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    TemplateTree m_tree;
    LiveCheck m_live;
    DraftKeeper m_keeper;
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
    CancelSource m_changesCancel;
    quint64 m_changesGeneration = 0;
};

} // namespace nc
