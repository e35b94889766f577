// Answers that are text travel compressed to whoever takes it.
#pragma once

#include "http/message.hpp"

namespace lth::http {

/// Leaves alone what is small, packed already, or not text.
void compress(Response& response, const Request& request);

}  // namespace lth::http
