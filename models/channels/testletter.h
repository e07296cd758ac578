#pragma once

#include <QByteArray>
#include <QString>

namespace nc {

/// What a test letter says; without a text, that it is one and no more.
struct TestLetterText {
    QString subject; ///< of the template; marked as a test
    QString text;
    bool isHtml = false;
};

/// The letter itself. It says that it is a test in its subject, its first line and a header.
QByteArray testLetter(const QString& from, const QString& to, const TestLetterText& text = {});

} // namespace nc
