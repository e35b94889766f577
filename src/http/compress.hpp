// Answers that are text travel compressed to whoever takes it; phones may compress what they send.
#pragma once

#include "http/message.hpp"

namespace lth::http {

/// Leaves alone what is small, packed already, or not text.
void compress(Response& response, const Request& request);

/// The body as it was before the sender compressed it, at most `limit` bytes of it: a small body
/// that unfolds into a huge one costs no more than the limit. Rules http.body.not_gzip,
/// http.body.too_large, http.encoding.unknown.
[[nodiscard]] core::Result<std::string> unpacked(const Request& request, std::size_t limit);

}  // namespace lth::http
