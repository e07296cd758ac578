#pragma once

#include "kafka/filter/filternode.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>

namespace nc {

/// A value found in JSON. The view lives until the next one is given.
struct JsonField {
    enum class Kind { Text, Number, Bool, Null, Object, Array };
    Kind kind = Kind::Null;
    QByteArrayView text; ///< strings decoded, all else as it is written
};

/// Walks paths in JSON texts with simdjson, without building a tree. Holds buffers: one a thread, reuse it.
class JsonFields {
public:
    JsonFields();
    ~JsonFields();
    JsonFields(const JsonFields&) = delete;
    JsonFields& operator=(const JsonFields&) = delete;

    /// Makes `json` the text that find() looks in; copies it.
    void load(QByteArrayView json);
    /// Calls `visit` for each value that the path leads to, until it says true; gives whether it did. Broken JSON has
    /// no values from where it breaks.
    bool find(const QList<FilterStep>& path, const std::function<bool(const JsonField&)>& visit);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
