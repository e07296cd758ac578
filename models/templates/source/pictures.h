#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace nc {

/// A file below images/ of a template.
struct TemplatePicture {
    QString name; ///< as `src` names it: images/logo.jpg
    QString path;
    qint64 size = 0; ///< bytes
    bool isJpeg = false; ///< whatever it is called: the publisher embeds everything as JPEG
    bool isUsed = false; ///< the content names it
    /// The letter carries it in base64, a third more, and is one record of at most 1 MiB.
    bool isLarge() const { return size > largePicture; }

    static constexpr qint64 largePicture = 200 * 1024;
};

/// The pictures of the template in `directory`, by name; links are left out. At most 2,000.
QList<TemplatePicture> templatePictures(const QString& directory, const QString& content);

/// Copies a file into images/ under its own name (with blanks as `-`; `-2` behind it when another picture has the name)
/// and gives the new picture. errors::cannotRead (also for what is no picture or over 20 MB), errors::cannotWrite.
Result<TemplatePicture> addPicture(const QString& directory, const QString& file);

/// What the editor inserts for it.
QString pictureTag(const TemplatePicture& picture);

} // namespace nc
