#include "widgets/text/hexview.h"

#include "widgets/style/colors.h"

using namespace Qt::StringLiterals;

namespace nc {

static constexpr qsizetype perRow = 16;
static constexpr int offsetWidth = 8;

HexView::HexView(QWidget* parent)
    : LineView(parent)
{
}

void HexView::setBytes(const QByteArray& bytes)
{
    m_bytes = bytes;
    rowsReset();
}

qsizetype HexView::rowCount() const
{
    return (m_bytes.size() + perRow - 1) / perRow;
}

QString HexView::rowText(qsizetype row) const
{
    QString text = u"%1  "_s.arg(row * perRow, offsetWidth, 16, QChar(u'0'));
    QString plain;
    for (qsizetype i = 0; i < perRow; ++i) {
        const qsizetype at = row * perRow + i;
        if (i == perRow / 2)
            text += u' ';
        if (at >= m_bytes.size()) {
            text += u"   "_s;
            continue;
        }
        const auto byte = static_cast<unsigned char>(m_bytes[at]);
        text += u"%1 "_s.arg(uint(byte), 2, 16, QChar(u'0'));
        plain += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : QChar(0x00B7);
    }
    return text + u' ' + plain;
}

QList<QTextLayout::FormatRange> HexView::rowFormats(qsizetype, const QString&, const Colors& colors) const
{
    QTextLayout::FormatRange offset;
    offset.start = 0;
    offset.length = offsetWidth;
    offset.format.setForeground(colors.muted);
    return {offset};
}

} // namespace nc
