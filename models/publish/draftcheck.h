#pragma once

#include "render/templateengine.h"
#include "templates/publishable.h"
#include "templates/regulation.h"

namespace nc {

/// The texts of a template as they stand in the editor, saved or not.
struct DraftTexts {
    QString content;
    std::optional<QByteArray> metadata; ///< absent: no such file
    bool contentFromDisk = false; ///< it cannot be edited (not UTF-8, a link out): what lies on disk is checked
};

struct DraftReport {
    QList<Problem> problems;
    QList<TemplateVariable> variables;
    /// What would be published (with pictures and sheets as they are on disk).
    PublishableTemplate publishable;
};

/// Lint of one template with the texts of the editor in place of its files. Blocks; errors of the helper other than a
/// missing one (then the rest is checked), cancelled.
Result<DraftReport> checkDraft(
    TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts, const TaskContext& context);

struct DraftPreview {
    QString text; ///< HTML for email, else plain text
    std::optional<QString> title;
    QMap<QString, QString> attributes;
    std::optional<TemplateFault> fault; ///< then text is empty
    QStringList missing; ///< diia: keys that the data lack
};

/// What a recipient with these parameters would get. Blocks; errors of the helper, cancelled, and the first thing that
/// stops preparation.
Result<DraftPreview> previewDraft(TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts,
    const QByteArray& data, const TaskContext& context);

/// Puts parameters in place of `{key}`, as Diia does; `missing` collects keys without a value.
QString fillDiia(const QString& text, const QJsonObject& data, QStringList* missing);

} // namespace nc
