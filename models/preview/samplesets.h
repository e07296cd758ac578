#pragma once

#include "core/result.h"
#include "templates/source/template.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace nc {

/// A set of sample parameters by its name.
struct SampleSet {
    QString name;
    bool shared = false; ///< kept in the regulation, for everybody who clones it

    friend bool operator==(const SampleSet&, const SampleSet&) = default;
};

/// Named sets of parameters to preview templates with, one JSON object a file. They are kept in the console's own
/// folder, readable by this person alone (they may hold what real events held), by the regulation's remote, so that
/// another clone finds them too; a set goes into the regulation (`.notification-console/samples/`) only when it is
/// shared. Small files, read and written at once. Any thread.
class SampleSets {
public:
    /// `folder`: the configuration folder. `regulation`: as for TemplateLibrary.
    SampleSets(const QString& folder, const QString& regulation);

    /// By name.
    QList<SampleSet> list(const TemplateKey& key) const;
    /// errors::noSuchSample, cannotRead.
    Result<QByteArray> load(const TemplateKey& key, const QString& name) const;
    /// Where the set is; a new one among this person's own. errors::badSampleName, and of writing.
    Result<void> save(const TemplateKey& key, const QString& name, const QByteArray& json) const;
    /// errors::sampleExists for the new name.
    Result<void> rename(const TemplateKey& key, const QString& from, const QString& to) const;
    Result<void> remove(const TemplateKey& key, const QString& name) const;
    /// All sets of a template become those of another, which has got its name; a set that is there already stays, and
    /// the one that comes gets another name.
    Result<void> moveAll(const TemplateKey& from, const TemplateKey& to) const;
    /// Moves it into the regulation or out of it.
    Result<void> setShared(const TemplateKey& key, const QString& name, bool shared) const;

    /// The set that was in front last; empty when none was.
    QString chosen(const TemplateKey& key) const;
    void setChosen(const TemplateKey& key, const QString& name) const;

    /// The set that was in front last, else the first; nothing when there is none.
    std::optional<QByteArray> usual(const TemplateKey& key) const;

    /// `base`, or the first of `base 2`, `base 3`, … that is free.
    QString freeName(const TemplateKey& key, const QString& base) const;

private:
    QString folderOf(const TemplateKey& key, bool shared) const;
    QString pathOf(const TemplateKey& key, const QString& name, bool shared) const;
    std::optional<bool> find(const TemplateKey& key, const QString& name) const;
    Result<void> write(const TemplateKey& key, const QString& name, const QByteArray& json, bool shared) const;

    QString m_own;
    QString m_shared;
};

} // namespace nc
