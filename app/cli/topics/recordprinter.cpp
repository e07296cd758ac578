#include "cli/topics/recordprinter.h"

#include "kafka/records/masking.h"
#include "kafka/records/recordjson.h"

namespace nc::cli {

void RecordPrinter::print(const RecordView& view, const std::optional<QByteArray>& decoded)
{
    Output& out = m_env.out();
    if (m_format != Format::Json && !m_mask) {
        // A decoded value is for reading; raw bytes stay untouched.
        if (decoded && m_format == Format::Value)
            out.write(*decoded);
        else if (view.value())
            out.write(*view.value());
        if (m_format == Format::Value)
            out.write("\n");
        return;
    }
    Record record = view.toRecord();
    RecordJsonOptions options{m_exact, decoded};
    if (m_mask) {
        record = masked(std::move(record));
        if (decoded)
            options.decodedValue = masked(*decoded);
    }
    if (m_format == Format::Json) {
        out.write(recordToJson(record, options));
        out.write("\n");
        return;
    }
    out.write(options.decodedValue && m_format == Format::Value ? *options.decodedValue
                                                                : record.value.value_or(QByteArray()));
    if (m_format == Format::Value)
        out.write("\n");
}

} // namespace nc::cli
