#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Citation {
    QString place; ///< path:line
    QString document; ///< docs/contracts.md
    QStringList headings; ///< quoted
    QStringList sections; ///< by number
};

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A comment's lines as one, so that a heading may go over the end of a line.
QString joined(const QString& text)
{
    static const QRegularExpression next(u"\\n\\s*(///?|\\*|#)(?!/) ?"_s);
    return QString(text).replace(next, u" "_s);
}

/// What a text cites: `docs/NAME.md`, and behind it `section 7`, `sections 6 and 10` or headings in quotes.
QList<Citation> citationsIn(const QString& text, const QString& path)
{
    static const QRegularExpression citation(
        u"(docs/[\\w.-]+\\.md)(?:,? *((?:sections? \\d+(?:(?:, | and )\\d+)*|\"[^\"]+\")(?:(?:, | and )(?:\"[^\"]+\"))*))?"_s);
    static const QRegularExpression number(u"\\b\\d+\\b"_s);
    static const QRegularExpression quoted(u"\"([^\"]+)\""_s);
    QList<Citation> found;
    for (auto it = citation.globalMatch(joined(text)); it.hasNext();) {
        const auto match = it.next();
        Citation one{path, match.captured(1), {}, {}};
        QString where = match.captured(2);
        for (auto q = quoted.globalMatch(where); q.hasNext();)
            one.headings += q.next().captured(1);
        where.remove(quoted);
        for (auto n = number.globalMatch(where); n.hasNext();)
            one.sections += n.next().captured(0);
        found += one;
    }
    return found;
}

/// Headings of a document as they are cited: without marks, without a number before them. Words in bold that begin a
/// paragraph head it as well.
struct Headings {
    QStringList titles;
    QStringList numbers;
};

Headings headingsOf(const QString& text)
{
    static const QRegularExpression heading(
        u"^(?:#+ +(?:(\\d+)\\. +)?(.+)|\\*\\*([^*\\n]+)\\*\\*.*)$"_s, QRegularExpression::MultilineOption);
    Headings out;
    for (auto it = heading.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out.titles += (match.captured(2) + match.captured(3)).remove(u'`').remove(u'*').trimmed();
        if (!match.captured(1).isEmpty())
            out.numbers += match.captured(1);
    }
    return out;
}

/// What is wrong with it; empty when it leads somewhere.
QString problemOf(const Citation& citation, const QHash<QString, Headings>& documents)
{
    const auto document = documents.constFind(citation.document);
    if (document == documents.constEnd())
        return u"%1: there is no %2"_s.arg(citation.place, citation.document);
    for (const QString& heading : citation.headings) {
        if (!document->titles.contains(heading))
            return u"%1: %2 has no heading “%3”"_s.arg(citation.place, citation.document, heading);
    }
    for (const QString& section : citation.sections) {
        if (!document->numbers.contains(section))
            return u"%1: %2 has no section %3"_s.arg(citation.place, citation.document, section);
    }
    return {};
}

} // namespace

/// Comments that send a reader to a document send him to a place that there is.
class TestCitations : public QObject {
    Q_OBJECT

    QHash<QString, Headings> m_documents;

private Q_SLOTS:
    void initTestCase()
    {
        const QDir docs(QStringLiteral(NC_SOURCE_DIR "/docs"));
        for (const QString& name : docs.entryList({u"*.md"_s}, QDir::Files))
            m_documents.insert(u"docs/"_s + name, headingsOf(textOf(docs.filePath(name))));
        QVERIFY(m_documents.contains(u"docs/contracts.md"_s));
        QVERIFY(m_documents[u"docs/contracts.md"_s].numbers.contains(u"7"_s));
    }

    void wrongOnesAreSeen_data()
    {
        QTest::addColumn<QString>("comment");
        QTest::addColumn<bool>("good");
        QTest::newRow("document") << u"// see docs/contracts.md."_s << true;
        QTest::newRow("no such document") << u"// see docs/nowhere.md."_s << false;
        QTest::newRow("section") << u"// (docs/contracts.md, section 7)"_s << true;
        QTest::newRow("sections") << u"// (docs/contracts.md, sections 6 and 10)"_s << true;
        QTest::newRow("no such section") << u"// (docs/contracts.md, section 77)"_s << false;
        QTest::newRow("one of two") << u"// (docs/contracts.md, sections 6 and 77)"_s << false;
        QTest::newRow("heading") << u"// docs/contracts.md, \"Dead letters\""_s << true;
        QTest::newRow("half a heading") << u"// docs/contracts.md, \"Dead\""_s << false;
        QTest::newRow("no such heading") << u"// docs/contracts.md, \"Nothing\""_s << false;
        QTest::newRow("over two lines") << u"/// (docs/contracts.md, \"Dead\n    /// letters\")"_s << true;
        QTest::newRow("in Java") << u" * docs/contracts.md,\n * \"Nothing of\n * the kind\""_s << false;
        QTest::newRow("the second") << u"// docs/contracts.md, \"Dead letters\" and \"Nothing\""_s << false;
    }
    void wrongOnesAreSeen()
    {
        QFETCH(QString, comment);
        QFETCH(bool, good);
        const QList<Citation> found = citationsIn(comment, u"x"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(problemOf(found.first(), m_documents).isEmpty(), good);
    }

    void everyCitationLeadsSomewhere()
    {
        const QDir root(QStringLiteral(NC_SOURCE_DIR));
        QStringList problems;
        int seen = 0;
        for (const QString& top : {u"app"_s, u"models"_s, u"widgets"_s, u"tests"_s, u"packaging"_s}) {
            QDirIterator files(root.filePath(top),
                {u"*.h"_s, u"*.cpp"_s, u"*.java"_s, u"*.txt"_s, u"*.cmake"_s, u"*.py"_s, u"*.xml"_s}, QDir::Files,
                QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                if (path.endsWith(u"/tst_citations.cpp") || path.contains(u"/target/"))
                    continue;
                for (const Citation& citation : citationsIn(textOf(path), root.relativeFilePath(path))) {
                    ++seen;
                    if (const QString problem = problemOf(citation, m_documents); !problem.isEmpty())
                        problems += problem;
                }
            }
        }
        QVERIFY2(seen > 80, qPrintable(QString::number(seen)));
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestCitations)
#include "tst_citations.moc"
