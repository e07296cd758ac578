#pragma once

#include "kafka/records/record.h"

#include <QByteArray>

namespace nc {

/// Hides what identifies a person: RNOKPP (ten digits), email addresses, Ukrainian telephone numbers. JSON stays JSON.
/// For showing and exporting only: what is masked must never be written back.
QByteArray masked(const QByteArray& bytes);
/// Key, value and header values.
Record masked(Record record);

} // namespace nc
