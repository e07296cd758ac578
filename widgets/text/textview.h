#pragma once

#include "widgets/text/lineview.h"

#include <vector>

namespace nc {

/// A text of any size, read-only. JSON is set in lines and coloured; above 1 MB that is done off the GUI thread.
class TextView : public LineView {
    Q_OBJECT

public:
    enum class Format { Plain, Json };

    explicit TextView(QWidget* parent = nullptr);

    /// UTF-8; what is not is shown as �.
    void setText(const QByteArray& utf8, Format format = Format::Plain);
    void clear() { setText({}); }
    /// As shown.
    const QByteArray& text() const { return m_text; }

protected:
    qsizetype rowCount() const override;
    QString rowText(qsizetype row) const override;
    QList<QTextLayout::FormatRange> rowFormats(qsizetype row, const QString& text, const Colors& colors) const override;
    bool goesOn(qsizetype row) const override;

private:
    struct Prepared {
        QByteArray text;
        std::vector<qsizetype> starts;
    };
    static Prepared prepare(const QByteArray& utf8, Format format);
    void take(Prepared prepared);

    QByteArray m_text;
    std::vector<qsizetype> m_starts; ///< of each row, and the end
    Format m_format = Format::Plain;
    quint64 m_generation = 0;
};

} // namespace nc
