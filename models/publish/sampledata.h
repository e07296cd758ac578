#pragma once

#include "core/result.h"
#include "render/templateengine.h"
#include "templates/template.h"

#include <QByteArray>

namespace nc {

/// What a template reads against what the data bring.
struct SampleFindings {
    QStringList missing; ///< read without a fallback, and not there
    QStringList unused; ///< there at the top level, and never read
    int badAt = -1; ///< byte offset where the text stops being JSON; -1: it is an object

    friend bool operator==(const SampleFindings&, const SampleFindings&) = default;
};

SampleFindings compareSample(const QList<TemplateVariable>& variables, const QByteArray& json);

/// Sample parameters to preview a template with, one JSON object a template, kept in the console's own folder and never
/// inside the regulation.
class SampleData {
public:
    /// `folder`: the configuration folder; `regulation` tells apart templates of the same name.
    SampleData(const QString& folder, const QString& regulation);

    /// Nothing when none was kept yet.
    std::optional<QByteArray> load(const TemplateKey& key) const;
    Result<void> save(const TemplateKey& key, const QByteArray& json) const;

    /// A first set that has a value for everything the template reads.
    static QByteArray generate(const QList<TemplateVariable>& variables);
    /// The same for `{key}` placeholders.
    static QByteArray generateForDiia(const QString& text);

private:
    QString pathOf(const TemplateKey& key) const;

    QString m_folder;
};

} // namespace nc
