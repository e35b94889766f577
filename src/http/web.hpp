// The app for phones: files that Vite built from web/, embedded in the binary.
#pragma once

#include <optional>
#include <string_view>

#include "http/message.hpp"

namespace lth::http {

/// A file of /app, or a page by its file's name ("club.html"); nullopt if there is none.
[[nodiscard]] std::optional<Response> web_file(std::string_view name, const Request& request);

}  // namespace lth::http
