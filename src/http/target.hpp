// The target of a request, "/clubs/x?unit=16&lang=en", split and percent-decoded under limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"

namespace lth::http {

struct Target {
    std::string path;                                             // as sent, without the query
    std::vector<std::string> segments;                            // decoded; "/" has none
    std::vector<std::pair<std::string, std::string>> parameters;  // decoded, in order

    /// The value; nothing if absent or empty, as a form sends a field that was left blank.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Refuses what is not an absolute path, broken escapes, text that is not UTF-8, control
/// characters, "." and ".." as segments, and a parameter given twice.
[[nodiscard]] core::Result<Target> parse_target(std::string_view text);

/// Escapes everything but unreserved characters (RFC 3986, 2.3).
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace lth::http
