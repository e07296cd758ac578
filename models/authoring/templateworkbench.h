#pragma once

#include "authoring/draftkeeper.h"
#include "authoring/livecheck.h"
#include "authoring/templatedraft.h"
#include "authoring/templatetree.h"
#include "postgres/connection.h"
#include "preview/sampledata.h"
#include "preview/samplesets.h"

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
    /// Between a key and the next check they are those of before, moved along with the text.
    const QList<Problem>& problems() const { return m_problems; }
    /// problems() are those of the texts as they stand: only then may they be acted upon.
    bool isChecked() const { return m_live.isCurrent(); }
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
    /// Fills the set anew with everything that the template reads.
    void generateSample();
    /// Adds what the template reads and the set lacks; leaves the rest alone.
    void completeSample();

    /// Named sets of the template in front. What is made is brought to the front. Errors of SampleSets.
    const QList<SampleSet>& samples() const { return m_sets; }
    const QString& sampleName() const { return m_sampleName; }
    /// How the first set of a template is called.
    void setDefaultSampleName(const QString& name) { m_defaultSampleName = name; }
    Result<void> chooseSample(const QString& name);
    /// `base` gets a number where it is taken; without `json` the set is generated.
    Result<void> addSample(const QString& base, const std::optional<QByteArray>& json);
    /// A set of this name with these parameters, made or replaced, is brought to the front.
    Result<void> takeSample(const QString& name, const QByteArray& json);
    Result<void> renameSample(const QString& name);
    Result<void> removeSample();
    /// Keeps the set in the regulation, or takes it out again.
    Result<void> shareSample(bool shared);

    /// Where the published version is read from when it is to be compared with.
    using DatabaseSource = std::function<Result<DatabaseTarget>(const TaskContext&)>;
    void setDatabase(DatabaseSource source) { m_database = std::move(source); }
    /// Renders what is published beside what is edited; publishedMissing() when there is nothing to compare with.
    void comparePublished(bool wanted);
    /// It may be another by now.
    void forgetPublished();
    /// A letter's text form is wanted as well.
    void setPlainWanted(bool wanted);

Q_SIGNALS:
    void loaded(int templates);
    void loadFailed(const nc::Error& error);
    void linted(int errors);
    /// How the templates stand to the last commit cannot be told: errors as GitRepo's.
    void changesFailed(const nc::Error& error);
    void problemsChanged(const QList<nc::Problem>& problems);
    /// The set was loaded or made, not typed.
    void sampleReplaced(const QByteArray& json);
    void samplesChanged(const QList<nc::SampleSet>& sets, const QString& current);
    void publishedMissing(const nc::Error& error);
    /// What preparation made of the letter in front; null for other channels.
    void preparationChanged(const std::shared_ptr<const nc::HtmlAlterations>& preparation);
    void findingsChanged(const nc::SampleFindings& findings);
    /// The sample set could not be kept.
    void sampleNotKept(const nc::Error& error);

private:
    Result<TemplateDraft*> draftOf(const QString& key);
    DraftTexts texts() const;
    void moveProblems(const DraftTexts& now);
    void lint();
    void takeReport(const DraftReport& report);
    void compare();
    void keepSample();
    void listSamples();
    void replaceSample(const QByteArray& json);
    void loadSample(const QString& name);
    void loadPublished();

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    TemplateTree m_tree;
    LiveCheck m_live;
    DraftKeeper m_keeper;
    QString m_folder;
    std::optional<SampleSets> m_samples;
    QList<SampleSet> m_sets;
    QString m_sampleName;
    QString m_defaultSampleName = QStringLiteral("Sample");
    DatabaseSource m_database;
    bool m_comparing = false;
    quint64 m_publishedGeneration = 0;
    CancelSource m_publishedCancel;
    SampleFindings m_findings;
    std::map<QString, std::unique_ptr<TemplateDraft>> m_drafts;
    TemplateDraft* m_current = nullptr;
    QList<Problem> m_problems;
    DraftTexts m_texts; ///< that m_problems are about
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
