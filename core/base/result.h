// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <type_traits>
#include <utility>

#include <tl/expected.hpp>

namespace adit {

/// A value, or the Error that kept it from being made. The compiler warns where a result is dropped, so that no failure
/// of storage or of a check can go unseen. `Result<>` is for functions that only succeed or fail.
template <typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;

    Result(Error error)
        : tl::expected<T, Error>(tl::unexpect, std::move(error))
    {}
    Result(ErrorCode code, QString subject = {}, QString detail = {})
        : Result(Error{code, std::move(subject), std::move(detail)})
    {}
};

} // namespace adit

/// Returns the error of `expression` to the caller, or goes on.
#define ADIT_TRY(expression)                                                                                           \
    do {                                                                                                               \
        if (auto aditTried = (expression); !aditTried)                                                                 \
            return std::move(aditTried).error();                                                                       \
    } while (false)

#define ADIT_CONCAT_(a, b) a##b
#define ADIT_CONCAT(a, b) ADIT_CONCAT_(a, b)
#define ADIT_TRY_ASSIGN_(temporary, target, expression)                                                                \
    auto temporary = (expression);                                                                                     \
    if (!temporary)                                                                                                    \
        return std::move(temporary).error();                                                                           \
    target = std::move(*temporary)

/// `ADIT_TRY_ASSIGN(auto value, compute());` declares `value`, or returns the error to the caller.
#define ADIT_TRY_ASSIGN(target, expression) ADIT_TRY_ASSIGN_(ADIT_CONCAT(aditTried, __LINE__), target, expression)
