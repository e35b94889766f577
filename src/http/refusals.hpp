// Answers of the server itself: rejections and faults as JSON for programs, plain text otherwise.
#pragma once

#include "http/message.hpp"

namespace lth::http {

/// The one table from rules to HTTP status; a rule that is not named there is 422.
[[nodiscard]] unsigned status_of(std::string_view rule);

/// {"rule", "message", "message_en", "field", "op_index", "facts"}.
[[nodiscard]] Response problem(const core::Rejection& rejection);

/// Retry-After, where the rejection knows it.
void say_when(Response& refused, const core::Rejection& rejection);

/// One sentence in both languages, for a request that cannot be read.
[[nodiscard]] Response plain_refusal(const core::Rejection& rejection);

}  // namespace lth::http
