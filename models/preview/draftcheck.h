#pragma once

#include "render/templateengine.h"
#include "templates/lint/htmlalterations.h"
#include "templates/source/publishable.h"
#include "templates/source/regulation.h"

#include <QJsonObject>

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
    /// Email: what preparation made of the text, pictures left out; null where it could not be made.
    std::shared_ptr<const HtmlAlterations> preparation;
};

/// Lint of one template with the texts of the editor in place of its files. Blocks; errors of the helper other than a
/// missing one (then the rest is checked), cancelled.
Result<DraftReport> checkDraft(
    TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts, const TaskContext& context);

/// What a preview is to show besides the thing itself.
struct PreviewWish {
    bool plain = false; ///< a letter's text form
    std::optional<QByteArray> published; ///< content of the row in the database: compare with what that gives

    friend bool operator==(const PreviewWish&, const PreviewWish&) = default;
};

/// The published template with the same data, against the one that is edited.
struct PublishedPreview {
    std::optional<TemplateFault> fault; ///< it cannot be rendered with these data; then there are no letters
    LetterComparison letters; ///< email: marked; else the texts alone
    QString leftSource; ///< published, pictures left out
    QString rightSource;
};

struct DraftPreview {
    QString text; ///< HTML for email, else plain text
    QString plain; ///< a letter's text form, if wished for
    std::optional<Error> incomplete; ///< a letter that cannot be published for this; it is shown without it
    std::optional<PublishedPreview> published; ///< if wished for
    std::optional<QString> title;
    QMap<QString, QString> attributes;
    std::optional<TemplateFault> fault; ///< then text is empty
    QStringList missing; ///< diia: keys that the data lack
};

/// What a recipient with these parameters would get. Blocks; errors of the helper, cancelled.
Result<DraftPreview> previewDraft(TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts,
    const QByteArray& data, const PreviewWish& wish, const TaskContext& context);

/// Puts parameters in place of `{key}`, as Diia does; `missing` collects keys without a value.
QString fillDiia(const QString& text, const QJsonObject& data, QStringList* missing);

} // namespace nc
