#pragma once

#include "kafka/records/recordview.h"

#include <QAbstractTableModel>

#include <deque>

namespace nc {

/// What a table keeps of a record: its place and the beginnings of key and value. The record itself is fetched again by
/// its place when somebody looks at it, so that many rows take little memory.
struct RecordRow {
    qint32 partition = -1;
    qint64 offset = -1;
    qint64 timestamp = -1;
    qint32 headers = 0;
    qint64 size = -1; ///< of the value; -1: null
    QByteArray key; ///< at most previewBytes
    QByteArray value; ///< at most previewBytes
    QByteArray headline; ///< what it is about, in a few words (kafka/headline.h); empty where nothing is known
    bool hasKey = false;

    static constexpr qsizetype previewBytes = 240;
    /// `decoded`: JSON that stands for a value in another format (Avro).
    static RecordRow of(const RecordView& record, const std::optional<QByteArray>& decoded = {});

    friend bool operator==(const RecordRow&, const RecordRow&) = default;
};

/// Records of one topic as they were found. Rows only ever come at one of the ends. GUI thread.
class RecordsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Partition, Offset, Key, Headline, Value, Size, Headers, ColumnCount };

    /// No more rows than this are kept: one more takes away the one at the other end.
    static constexpr int capacity = 100'000;
    void setCapacity(int rows) { m_capacity = rows; }

    explicit RecordsModel(QObject* parent = nullptr);

    void clear();
    /// Below the others, in the order given.
    void append(const QList<RecordRow>& rows);
    /// Above the others; the last given comes to stand first.
    void prepend(const QList<RecordRow>& rows);
    /// Hide what identifies a person.
    void setMasked(bool masked);
    bool isMasked() const { return m_masked; }
    const RecordRow& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVariant display(const RecordRow& row, int column) const;
    QString text(const QByteArray& bytes) const;

    std::deque<RecordRow> m_rows;
    bool m_masked = false;
    int m_capacity = capacity;
};

} // namespace nc
