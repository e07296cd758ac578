#pragma once

#include "core/error.h"

#include <expected>
#include <utility>

namespace nc {

template <class T>
using Result = std::expected<T, Error>;

/// `return fail(errors::cannotRead, path, file.errorString());`
inline std::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {}, Next next = Next::Abort)
{
    return std::unexpected<Error>(Error{code, std::move(subject), std::move(detail), next});
}

inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

} // namespace nc
