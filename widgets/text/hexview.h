#pragma once

#include "widgets/text/lineview.h"

namespace nc {

/// Bytes as offset, sixteen in hex, and text. Any size; read-only.
class HexView : public LineView {
    Q_OBJECT

public:
    explicit HexView(QWidget* parent = nullptr);
    void setBytes(const QByteArray& bytes);

protected:
    qsizetype rowCount() const override;
    QString rowText(qsizetype row) const override;
    QList<QTextLayout::FormatRange> rowFormats(qsizetype row, const QString& text, const Colors& colors) const override;

private:
    QByteArray m_bytes;
};

} // namespace nc
