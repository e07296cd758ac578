#include "kafka/lists/headersmodel.h"

#include "core/itemroles.h"
#include "kafka/records/headertext.h"

namespace nc {

HeadersModel::HeadersModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void HeadersModel::setHeaders(const Headers& headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

int HeadersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

int HeadersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeadersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Header& header = m_headers[index.row()];
    const std::optional<QByteArrayView> value =
        header.value ? std::optional<QByteArrayView>(*header.value) : std::nullopt;
    // Stack traces are long; a cell shows their beginning, copying gives the whole.
    constexpr qsizetype cellSize = 2000;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return QString::fromUtf8(header.name);
        if (index.column() == Type)
            return headerTypeName(headerType(header.name, value));
        return QString::fromUtf8(headerText(header.name, value).left(cellSize)).simplified();
    case roles::Copy:
        if (index.column() == Value)
            return QString::fromUtf8(headerText(header.name, value));
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Value)
            return QString::fromUtf8(headerText(header.name, value).left(cellSize));
        return {};
    default:
        return {};
    }
}

} // namespace nc
