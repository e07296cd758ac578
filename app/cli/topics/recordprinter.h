#pragma once

#include "cli/environment.h"
#include "kafka/records/recordview.h"

namespace nc::cli {

/// Writes records to stdout in one of the formats of `topics read`.
class RecordPrinter {
public:
    enum class Format { Json, Value, Raw };

    RecordPrinter(Format format, bool exact, bool mask, Environment& env)
        : m_format(format)
        , m_exact(exact)
        , m_mask(mask)
        , m_env(env)
    {
    }
    /// `decoded`: JSON that stands for a value in another format.
    void print(const RecordView& record, const std::optional<QByteArray>& decoded = {});

private:
    Format m_format;
    bool m_exact;
    bool m_mask;
    Environment& m_env;
};

} // namespace nc::cli
