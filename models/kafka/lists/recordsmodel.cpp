#include "kafka/lists/recordsmodel.h"

#include "core/itemroles.h"
#include "kafka/records/headertext.h"
#include "kafka/records/masking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QByteArray beginning(const std::optional<QByteArrayView>& bytes)
{
    if (!bytes)
        return {};
    qsizetype size = std::min(bytes->size(), RecordRow::previewBytes);
    // Not in the middle of a letter.
    while (size < bytes->size() && size > RecordRow::previewBytes - 4 && (bytes->at(size) & '\xc0') == '\x80')
        --size;
    return bytes->first(size).toByteArray();
}

} // namespace

RecordRow RecordRow::of(const RecordView& record, const std::optional<QByteArray>& decoded)
{
    RecordRow row;
    row.partition = record.partition();
    row.offset = record.offset();
    row.timestamp = record.timestamp();
    row.headers = static_cast<qint32>(record.headerCount());
    row.size = record.value() ? record.value()->size() : -1;
    row.hasKey = record.key().has_value();
    row.key = beginning(record.key());
    row.value = beginning(decoded ? std::optional<QByteArrayView>(*decoded) : record.value());
    return row;
}

RecordsModel::RecordsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void RecordsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RecordsModel::append(const QList<RecordRow>& rows)
{
    const int count = static_cast<int>(std::min<qsizetype>(rows.size(), m_capacity));
    if (count == 0)
        return;
    const int surplus = std::max(0, rowCount() + count - m_capacity);
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + surplus);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + count - 1);
    m_rows.insert(m_rows.end(), rows.end() - count, rows.end());
    endInsertRows();
}

void RecordsModel::prepend(const QList<RecordRow>& rows)
{
    const int count = static_cast<int>(std::min<qsizetype>(rows.size(), m_capacity));
    if (count == 0)
        return;
    const int surplus = std::max(0, rowCount() + count - m_capacity);
    if (surplus > 0) {
        beginRemoveRows({}, rowCount() - surplus, rowCount() - 1);
        m_rows.erase(m_rows.end() - surplus, m_rows.end());
        endRemoveRows();
    }
    beginInsertRows({}, 0, count - 1);
    for (auto row = rows.end() - count; row != rows.end(); ++row)
        m_rows.push_front(*row);
    endInsertRows();
}

void RecordsModel::setMasked(bool masked)
{
    m_masked = masked;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RecordsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecordsModel::text(const QByteArray& bytes) const
{
    const QByteArray shown = m_masked ? nc::masked(bytes) : bytes;
    if (!isUtf8(shown))
        return QString::fromLatin1(shown.left(64).toHex(' '));
    return QString::fromUtf8(shown).simplified();
}

QVariant RecordsModel::display(const RecordRow& row, int column) const
{
    switch (column) {
    case Time:
        return row.timestamp >= 0 ? QVariant(row.timestamp) : QVariant();
    case Partition:
        return row.partition;
    case Offset:
        return row.offset;
    case Key:
        return row.hasKey ? text(row.key) : QString();
    case Headline:
        return text(row.headline);
    case Value:
        return row.size >= 0 ? text(row.value) : QString();
    case Size:
        return row.size >= 0 ? QVariant(row.size) : QVariant();
    case Headers:
        return row.headers;
    default:
        return {};
    }
}

QVariant RecordsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecordRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return display(row, index.column());
    if (role == roles::Identity)
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    return {};
}

} // namespace nc
