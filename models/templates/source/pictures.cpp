#include "templates/source/pictures.h"

#include "core/atomicfile.h"
#include "core/errors.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype mostPictures = 2000;
constexpr qint64 largestFile = 20LL * 1024 * 1024;

bool isJpeg(const QByteArray& begin)
{
    return begin.startsWith("\xFF\xD8\xFF");
}

bool isPicture(const QByteArray& begin)
{
    return isJpeg(begin) || begin.startsWith("\x89PNG\r\n\x1A\n") || begin.startsWith("GIF8") || begin.startsWith("BM")
        || (begin.startsWith("RIFF") && begin.mid(8, 4) == "WEBP") || begin.trimmed().startsWith("<svg")
        || (begin.trimmed().startsWith("<?xml") && begin.contains("<svg"));
}

QByteArray beginOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(1024) : QByteArray();
}

TemplatePicture pictureAt(const QString& directory, const QFileInfo& info, const QString& content)
{
    TemplatePicture picture;
    picture.path = info.filePath();
    picture.name = picture.path.mid(directory.size() + 1);
    picture.size = info.size();
    picture.isJpeg = isJpeg(beginOf(picture.path));
    picture.isUsed = content.contains(picture.name);
    return picture;
}

} // namespace

QList<TemplatePicture> templatePictures(const QString& directory, const QString& content)
{
    QList<TemplatePicture> pictures;
    QDirIterator files(
        directory + u"/images"_s, QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext() && pictures.size() < mostPictures) {
        files.next();
        if (!files.fileName().startsWith(u'.'))
            pictures.append(pictureAt(directory, files.fileInfo(), content));
    }
    std::ranges::sort(pictures, {}, &TemplatePicture::name);
    return pictures;
}

Result<TemplatePicture> addPicture(const QString& directory, const QString& file)
{
    const auto content = readFile(file, largestFile);
    if (!content)
        return fail(content.error());
    if (!isPicture(content->bytes.left(1024)))
        return fail(errors::cannotRead, file, u"not a picture"_s);
    const QFileInfo info(file);
    const QString base = info.completeBaseName().simplified().replace(u' ', u'-');
    const QString folder = directory + u"/images/"_s;
    QDir().mkpath(folder);
    for (int number = 1; number < 1000; ++number) {
        const QString name = base + (number > 1 ? u"-%1"_s.arg(number) : QString()) + u'.' + info.suffix().toLower();
        const FileStamp absent;
        const auto now = stampOf(folder + name);
        if (now && now->exists) {
            // The same picture once more is the one that is there.
            if (now->hash == content->stamp.hash)
                return pictureAt(directory, QFileInfo(folder + name), {});
            continue;
        }
        if (const auto written = writeFile(folder + name, content->bytes, absent); !written)
            return fail(written.error());
        return pictureAt(directory, QFileInfo(folder + name), {});
    }
    return fail(errors::cannotWrite, folder + info.fileName());
}

QString pictureTag(const TemplatePicture& picture)
{
    return u"<img src=\"%1\" alt=\"\">"_s.arg(picture.name.toHtmlEscaped());
}

} // namespace nc
