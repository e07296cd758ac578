#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace nc {

struct RenderRequest {
    QString name; ///< the template's name: decides about escaping
    QString text; ///< as published (prepared, for email)
    QByteArray data; ///< JSON object: the recipient's parameters
    std::chrono::milliseconds timeLimit{2000};
    qint64 outputLimit = 16 * 1024 * 1024; ///< bytes of UTF-8
};

/// Two letters with what differs between them marked in both.
struct LetterComparison {
    QString left; ///< HTML
    QString right;
    QString leftText; ///< as plainText() gives it
    QString rightText;
    int changes = 0; ///< runs of words or pictures that are marked, on both sides together
};

} // namespace nc
