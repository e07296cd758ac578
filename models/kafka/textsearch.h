#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace nc {

/// Looks for one text in many UTF-8 byte strings without regard to case (Unicode's simple folding). Immutable after
/// construction; any thread. Bytes that are not UTF-8 do not match anything but do no harm.
class TextSearch {
public:
    explicit TextSearch(const QString& needle);
    bool isIn(QByteArrayView haystack) const;

private:
    bool asciiIsIn(QByteArrayView haystack) const;

    QString m_needle; ///< folded
    QByteArray m_ascii; ///< the needle in lower case, when it is ASCII
    bool m_hasOddFolds = false; ///< k and s are the fold of letters beyond ASCII, too
    /// First letters in both cases as UTF-8: none of them in the haystack, no match.
    QList<QByteArray> m_starts;
};

} // namespace nc
