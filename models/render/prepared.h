#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace nc {

/// A file that went into a prepared letter.
struct PreparedInput {
    QString path; ///< inside the template's directory
    QByteArray sha256; ///< lower-case hex
    qint64 size = 0;
    bool isImage = false;
    bool isJpeg = false;
};

/// Something preparation found. `code`: missing-image, missing-style, path-escape, or style-path (accepted, to be
/// told).
struct PreparedProblem {
    QString code;
    QString element; ///< img or link
    QString reference; ///< src or href, as written
    QString detail;
};

struct Prepared {
    /// False: problems name what is missing, and content is good for checks only.
    bool complete = false;
    QString content;
    QList<PreparedInput> inputs;
    QList<PreparedProblem> problems;
};

struct PrepareRequest {
    QString directory;
    QString text;
};

} // namespace nc
