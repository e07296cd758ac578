#include "widgets/text/textview.h"

#include "core/deliver.h"
#include "widgets/style/colors.h"
#include "widgets/text/jsonpretty.h"

#include <QFuture>
#include <QtConcurrent/QtConcurrentRun>

namespace nc {

/// A line longer than this goes on in the next row, so that painting a row never takes long.
static constexpr qsizetype longestRow = 1024;
static constexpr qsizetype inlineLimit = 1024 * 1024;

TextView::TextView(QWidget* parent)
    : LineView(parent)
{
}

TextView::Prepared TextView::prepare(const QByteArray& utf8, Format format)
{
    Prepared p{format == Format::Json ? prettyJson(utf8) : utf8, {}};
    p.starts.reserve(size_t(p.text.size() / 40 + 2));
    const char* bytes = p.text.constData();
    const qsizetype size = p.text.size();
    qsizetype start = 0;
    while (start < size) {
        p.starts.push_back(start);
        const void* found = memchr(bytes + start, '\n', size_t(qMin(longestRow, size - start)));
        if (found) {
            start = static_cast<const char*>(found) - bytes + 1;
            continue;
        }
        start = qMin(start + longestRow, size);
        // Not in the middle of a character.
        while (start < size && (bytes[start] & 0xC0) == 0x80)
            ++start;
    }
    p.starts.push_back(size);
    return p;
}

void TextView::setText(const QByteArray& utf8, Format format)
{
    const quint64 generation = ++m_generation;
    m_format = format;
    if (utf8.size() <= inlineLimit) {
        take(prepare(utf8, format));
        return;
    }
    // What was there belongs to something else: better nothing than that.
    take(prepare({}, Format::Plain));
    const auto work = QtConcurrent::run([utf8, format] { return prepare(utf8, format); });
    deliver(work, this, [this, generation](Prepared prepared) {
        if (generation == m_generation)
            take(std::move(prepared));
    });
}

void TextView::take(Prepared prepared)
{
    m_text = std::move(prepared.text);
    m_starts = std::move(prepared.starts);
    // Screen readers get what a person would read at once.
    setAccessibleDescription(QString::fromUtf8(m_text.left(4096)));
    rowsReset();
}

qsizetype TextView::rowCount() const
{
    return m_starts.empty() ? 0 : qsizetype(m_starts.size()) - 1;
}

QString TextView::rowText(qsizetype row) const
{
    const qsizetype from = m_starts[size_t(row)];
    qsizetype to = m_starts[size_t(row) + 1];
    if (to > from && m_text[to - 1] == '\n')
        --to;
    if (to > from && m_text[to - 1] == '\r')
        --to;
    QString text = QString::fromUtf8(m_text.constData() + from, to - from);
    text.replace(u'\t', QStringLiteral("    "));
    // Control characters would be invisible.
    for (QChar& ch : text) {
        if (ch < u' ')
            ch = QChar(char16_t(0x2400 + ch.unicode()));
    }
    return text;
}

bool TextView::goesOn(qsizetype row) const
{
    const qsizetype end = m_starts[size_t(row) + 1];
    return end < m_text.size() && m_text[end - 1] != '\n';
}

static QTextLayout::FormatRange coloured(qsizetype from, qsizetype to, const QColor& color)
{
    QTextLayout::FormatRange range;
    range.start = int(from);
    range.length = int(to - from);
    range.format.setForeground(color);
    return range;
}

QList<QTextLayout::FormatRange> TextView::rowFormats(qsizetype row, const QString& text, const Colors& c) const
{
    QList<QTextLayout::FormatRange> formats;
    if (m_format != Format::Json)
        return formats;
    qsizetype i = 0;
    // Lines are only that long where a string is: what goes on begins inside it.
    if (row > 0 && goesOn(row - 1)) {
        while (i < text.size() && text[i] != u'"')
            i += text[i] == u'\\' ? 2 : 1;
        i = qMin(i + 1, text.size());
        formats.append(coloured(0, i, c.syntaxString));
    }
    while (i < text.size()) {
        const QChar ch = text[i];
        const qsizetype from = i++;
        if (ch == u'"') {
            while (i < text.size() && text[i] != u'"')
                i += text[i] == u'\\' ? 2 : 1;
            i = qMin(i + 1, text.size());
            const bool key = i < text.size() && text[i] == u':';
            formats.append(coloured(from, i, key ? c.syntaxKey : c.syntaxString));
        } else if (ch.isDigit() || ch == u'-') {
            while (i < text.size()
                && (text[i].isLetterOrNumber() || text[i] == u'.' || text[i] == u'+' || text[i] == u'-'))
                ++i;
            formats.append(coloured(from, i, c.syntaxNumber));
        } else if (ch.isLetter()) {
            while (i < text.size() && text[i].isLetter())
                ++i;
            formats.append(coloured(from, i, c.syntaxWord));
        }
    }
    return formats;
}

} // namespace nc
