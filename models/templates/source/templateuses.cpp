#include "templates/source/templateuses.h"

#include "core/atomicfile.h"
#include "templates/source/textfile.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 largestFile = 32LL * 1024 * 1024;

/// The regulation's folder, also when that of its templates was named.
QString processFolder(const QString& regulation)
{
    const QString folder = QDir::cleanPath(QDir(regulation).absolutePath());
    const QString inside = folder + u"/bpmn"_s;
    if (!QFileInfo(inside).isDir() && QFileInfo(folder).fileName() == u"notifications")
        return QFileInfo(folder).path() + u"/bpmn"_s;
    return inside;
}

QString nameOrId(const QXmlStreamAttributes& attributes)
{
    const QString name = attributes.value("name"_L1).toString().simplified();
    return name.isEmpty() ? attributes.value("id"_L1).toString() : name;
}

void readProcesses(const QString& path, const QByteArray& bytes, QList<TemplateUse>& uses)
{
    const QString text = decodeLikeJava(bytes).text;
    QXmlStreamReader xml(bytes);
    QString process;
    QString activity;
    qsizetype from = 0; // of the file's text: names are looked for in their order
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QStringView element = xml.name();
        if (element == u"process")
            process = nameOrId(attributes);
        else if (element.endsWith(u"Task") || element.endsWith(u"Event") || element == u"callActivity")
            activity = nameOrId(attributes);
        if (attributes.value("name"_L1) != u"notificationTemplate")
            continue;
        TemplateUse use{path, int(xml.lineNumber()), int(xml.columnNumber()), process, activity, {}, false, -1, 0};
        const qsizetype marker = text.indexOf("notificationTemplate\""_L1, from);
        use.name = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        if (marker >= 0) {
            from = marker + 1;
            const qsizetype at = text.indexOf(use.name, marker);
            const qsizetype next = text.indexOf("notificationTemplate\""_L1, from);
            if (at >= 0 && !use.name.isEmpty() && (next < 0 || at < next)) {
                use.begin = at;
                use.length = use.name.size();
            }
        }
        use.isExpression = use.name.contains("${"_L1) || use.name.contains("#{"_L1);
        if (!use.name.isEmpty())
            uses.append(use);
    }
}

} // namespace

Result<QList<TemplateUse>> templateUses(const QString& regulation, const TaskContext& task)
{
    QStringList files;
    QDirIterator found(processFolder(regulation), {u"*.bpmn"_s, u"*.bpmn20.xml"_s}, QDir::Files | QDir::NoSymLinks,
        QDirIterator::Subdirectories);
    while (found.hasNext())
        files += found.next();
    files.sort();
    QList<TemplateUse> uses;
    for (const QString& file : std::as_const(files)) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        const auto content = readFile(file, largestFile);
        if (!content)
            return fail(content.error());
        readProcesses(file, content->bytes, uses);
    }
    return uses;
}

} // namespace nc
