#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace nc {

/// Looks for one text in many UTF-8 byte strings without regard to case (Unicode's simple folding). Immutable after
/// construction; any thread. Bytes that are not UTF-8 do not match anything but do no harm.
class TextSearch {
public:
    explicit TextSearch(const QString& needle);
    bool isIn(QByteArrayView haystack) const;

private:
    /// One letter of the needle in its two cases, as UTF-8 of the same length.
    struct Unit {
        QByteArray lower;
        QByteArray upper;
        qsizetype offset = 0; ///< from the needle's beginning
        bool startsAt(const char* at) const;
    };
    bool addUnit(QChar c);
    void chooseAnchor();
    bool bytesAreIn(QByteArrayView haystack) const;
    bool isAnchored(QByteArrayView haystack, char byte) const;

    QString m_needle; ///< folded
    std::vector<Unit> m_units; ///< empty: letters that only QString can compare
    qsizetype m_size = 0; ///< of the units, in bytes
    std::size_t m_anchor = 0; ///< the unit that is looked for first: the rarest
};

} // namespace nc
