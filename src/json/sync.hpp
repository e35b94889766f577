// POST /api/v1/sync: what a device asks and what the server answers.
#pragma once

#include <string>
#include <string_view>

#include "core/replica/messages.hpp"

namespace lth::json {

[[nodiscard]] std::string write_request(const core::replica::Request& request);
[[nodiscard]] core::Result<core::replica::Request> read_request(std::string_view text);

[[nodiscard]] std::string write_answer(const core::replica::Answer& answer);
[[nodiscard]] core::Result<core::replica::Answer> read_answer(std::string_view text);

}  // namespace lth::json
