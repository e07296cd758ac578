#include "cli/templates/diiatext.h"

#include "preview/draftcheck.h"
#include "render/errors.h"
#include "templates/source/errors.h"
#include "templates/source/textfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {

Result<QString> diiaText(const TemplateKey& key, const QByteArray& content, const QByteArray& data)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(data, &problem);
    if (!document.isObject())
        return fail(errors::badData, {}, document.isNull() ? problem.errorString() : QString());
    QStringList missing;
    const QString text = fillDiia(decodeLikeJava(content).text, document.object(), &missing);
    if (!missing.isEmpty())
        return fail(errors::diiaKeyMissing, key.toString(), missing.join(u", "_s));
    return text;
}

} // namespace nc::cli
