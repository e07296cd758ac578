#pragma once

#include "kafka/records/record.h"

#include <QAbstractTableModel>

namespace nc {

/// The headers of one record in their order, with the type that each is read as. GUI thread.
class HeadersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, Type, ColumnCount };

    explicit HeadersModel(QObject* parent = nullptr);
    void setHeaders(const Headers& headers);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Headers m_headers;
};

} // namespace nc
