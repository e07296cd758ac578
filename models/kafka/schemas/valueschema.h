#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace nc {

/// A JSON Schema (drafts 4 to 7, without references to other files) that values are checked against. Immutable; any
/// thread.
class ValueSchema {
public:
    /// errors::badValueSchema: the detail says what is wrong with the schema.
    static Result<ValueSchema> parse(const QByteArray& schema);

    /// Nothing when the value fits, otherwise the place in the value and what does not fit there.
    QString problemOf(QByteArrayView value) const;

private:
    struct Private;
    explicit ValueSchema(std::shared_ptr<const Private> d);
    std::shared_ptr<const Private> d;
};

} // namespace nc
