#pragma once

#include "core/error.h"
#include "kafka/lists/headersmodel.h"
#include "kafka/records/record.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTabWidget;

namespace nc {

class DataTable;
class HexView;
class StateView;
class TextView;

/// One record in full: where it stands, key, value (JSON in lines, text, or bytes), headers in their order.
class RecordDetail : public QWidget {
    Q_OBJECT

public:
    explicit RecordDetail(QWidget* parent = nullptr);

    void showNothing();
    void showLoading();
    void showFailed(const Error& error);
    /// `decoded`: JSON that stands for a value in another format (Avro).
    void showRecord(const Record& record, const std::optional<QByteArray>& decoded = {});
    void setMasked(bool masked);
    const std::optional<Record>& record() const { return m_record; }
    void retranslate();

private:
    void fill();
    void copyValue() const;
    void copyJson() const;

    StateView* m_state;
    QLabel* m_place;
    QLabel* m_facts;
    QLabel* m_key;
    QTabWidget* m_tabs;
    TextView* m_value;
    HexView* m_hex;
    DataTable* m_headers;
    HeadersModel m_headersModel;
    QPushButton* m_copyValue;
    QPushButton* m_copyJson;
    std::optional<Record> m_record;
    std::optional<QByteArray> m_decoded;
    bool m_masked = false;
};

} // namespace nc
