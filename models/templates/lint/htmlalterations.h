#pragma once

#include "templates/source/problem.h"
#include "templates/source/templatescanner.h"
#include "templates/source/textplaces.h"

#include <vector>

namespace nc {

/// What preparation did to the template code of a letter: pairs the code of the source with that of the prepared text
/// in their order, so that a place in the one can be found in the other (docs/contracts.md, section 3). A plain value
/// over two texts, which it copies.
class HtmlAlterations {
public:
    struct Alteration {
        QString before;
        QString after; ///< empty: gone
        TextPlaces::Place place; ///< in the source
    };

    HtmlAlterations(QString source, QString prepared);

    /// Code of the source that is not the same after preparation; of many the first `most`.
    QList<Alteration> alterations(qsizetype most = mostOfAKind) const;
    /// An element that preparation begins or ends in a block of code (a loop, a branch) whose other end lies outside,
    /// where the source had it whole: `<tbody>` implied inside a [#list] is opened each time round and closed once.
    struct Split {
        QString block; ///< `[#list items as i]`
        QString tag; ///< `tbody`
        bool opensInside = true; ///< false: begins before the block and ends in it
        TextPlaces::Place place; ///< of the block, in the source
    };
    QList<Split> splits() const;
    /// `[=…]` of the source; of many the first `most`.
    QList<Alteration> notInterpolated(qsizetype most = mostOfAKind) const;

    /// A stretch of one of the texts.
    struct Range {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    /// Code that is not the same in the other text.
    QList<Range> alteredInSource() const { return unpaired(m_sourceTokens, m_partner); }
    QList<Range> alteredInPrepared() const { return unpaired(m_preparedTokens, m_origin); }
    const QString& source() const { return m_source; }
    const QString& prepared() const { return m_prepared; }

    /// The author's place for a place in the prepared text.
    TextPlaces::Place sourcePlace(int line, int column) const;

private:
    void pairTokens();
    void pairBetween(qsizetype begin, qsizetype n, qsizetype m, const QStringList& source, const QStringList& prepared);
    void join(qsizetype source, qsizetype prepared);
    static QList<Range> unpaired(const QList<TemplateToken>& tokens, const std::vector<qsizetype>& others);
    bool looksAlike(const TemplateToken& source, const TemplateToken& prepared) const;
    QString codeOf(const QString& text, const TemplateToken& token) const;

    QString m_source;
    QString m_prepared;
    TextPlaces m_sourcePlaces;
    TextPlaces m_preparedPlaces;
    QList<TemplateToken> m_sourceTokens; // without [=…]
    QList<TemplateToken> m_plainTokens; // [=…] of the source
    QList<TemplateToken> m_preparedTokens;
    std::vector<qsizetype> m_partner; // of each source token: index among the prepared, -1 none
    std::vector<qsizetype> m_origin; // of each prepared token: index among the source's, -1 none
    std::vector<qsizetype> m_lastOrigin; // of each prepared token: the origin of the last one up to it that has one
};

/// A prepared letter with the bytes of its pictures left out: good for every check, and much shorter.
QString withoutPictures(const QString& prepared);

} // namespace nc
