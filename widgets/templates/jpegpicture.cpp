#include "widgets/templates/jpegpicture.h"

#include "core/errors.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace nc {

Result<QByteArray> jpegOf(const QString& path)
{
    constexpr qint64 mostPixels = 100'000'000;
    constexpr int quality = 90;
    QImageReader reader(path);
    // Its name may lie about what it is.
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > mostPixels)
        return fail(errors::cannotRead, path, u"%1 × %2"_s.arg(size.width()).arg(size.height()));
    const QImage picture = reader.read();
    if (picture.isNull())
        return fail(errors::cannotRead, path, reader.errorString());
    QImage opaque(picture.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    {
        QPainter painter(&opaque);
        painter.drawImage(0, 0, picture);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    if (!writer.write(opaque))
        return fail(errors::cannotWrite, path, writer.errorString());
    return bytes;
}

} // namespace nc
