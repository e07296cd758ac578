#include "templates/source/templatefolder.h"

#include "core/atomicfile.h"
#include "templates/source/errors.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype mostFiles = 5000; // a directory that somebody linked or unpacked by mistake

} // namespace

bool leadsOut(const QString& file, const QString& directory)
{
    const QFileInfo info(file);
    if (!info.exists())
        return false;
    // The channel's own place says what is inside: behind a linked directory `..` would be that of its target.
    const QString channel = QFileInfo(QFileInfo(directory).path()).canonicalFilePath();
    QString inside = QFileInfo(channel).path();
    if (!inside.endsWith(u'/'))
        inside += u'/';
    return !info.canonicalFilePath().startsWith(inside);
}

namespace {

void readContent(TemplateFolder& folder)
{
    QFile file(folder.contentPath);
    const QFileInfo info(file);
    folder.hasContent = info.isFile();
    if (!folder.hasContent)
        return;
    if (leadsOut(folder.contentPath, folder.path)) {
        folder.contentError = Error{lint::pathEscape, info.fileName(), {}};
        return;
    }
    auto read = readFile(folder.contentPath);
    if (!read) {
        folder.contentError = read.error();
        return;
    }
    folder.bytes = read->bytes;
    folder.content = decodeLikeJava(folder.bytes);
}

void readMetadataFile(TemplateFolder& folder)
{
    const QFileInfo info(folder.metadataPath);
    if (!info.isFile()) {
        folder.metadata = absentMetadata(folder.key.channel, folder.metadataPath);
        return;
    }
    if (leadsOut(folder.metadataPath, folder.path)) {
        folder.metadata.blocked = Error{lint::pathEscape, info.fileName(), {}};
        folder.metadata.problems.append(Problem::make(Severity::Error, *folder.metadata.blocked, folder.metadataPath));
        return;
    }
    const auto read = readFile(folder.metadataPath);
    if (read) {
        folder.metadata = readMetadata(folder.key.channel, read->bytes, folder.metadataPath);
        return;
    }
    folder.metadata.blocked = read.error();
    Problem problem = Problem::make(Severity::Error, read.error(), folder.metadataPath);
    problem.lint = QString::fromLatin1(lint::badMetadata.name);
    folder.metadata.problems.append(problem);
}

void listOtherFiles(TemplateFolder& folder)
{
    const qsizetype prefix = folder.path.size() + 1;
    QDirIterator files(folder.path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (files.hasNext() && folder.otherFiles.size() < mostFiles) {
        const QString path = files.next();
        const QFileInfo info = files.fileInfo();
        if (info.isDir() && !info.isSymLink())
            continue;
        if (path != folder.contentPath && path != folder.metadataPath)
            folder.otherFiles.append(path.mid(prefix));
    }
    folder.otherFiles.sort();
}

void addFile(QCryptographicHash& hash, const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink()) {
        hash.addData("link");
        hash.addData(info.symLinkTarget().toUtf8());
        hash.addData(info.exists() ? "1" : "0");
        if (!info.isFile())
            return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        hash.addData("unreadable");
        return;
    }
    QCryptographicHash content(QCryptographicHash::Sha256);
    content.addData(&file);
    hash.addData(content.result());
}

QByteArray keyOfInputs(const TemplateFolder& folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(folder.bytes.size()));
    hash.addData(":");
    hash.addData(folder.bytes);
    for (const QString& name : folder.otherFiles) {
        const QByteArray utf8 = name.toUtf8();
        hash.addData(QByteArray::number(utf8.size()));
        hash.addData(":");
        hash.addData(utf8);
        addFile(hash, folder.path + u'/' + name);
    }
    return hash.result().toHex();
}

} // namespace

TemplateFolder readTemplateFolder(const TemplateDirectory& directory)
{
    TemplateFolder folder;
    folder.key = directory.key;
    folder.path = directory.path;
    folder.contentPath = directory.path + u'/' + contentFileName(directory.key.channel);
    folder.metadataPath = directory.path + u'/' + metadataFileName();
    readContent(folder);
    readMetadataFile(folder);
    listOtherFiles(folder);
    if (directory.key.channel == Channel::Email && folder.hasContent)
        folder.inputsKey = keyOfInputs(folder);
    return folder;
}

} // namespace nc
