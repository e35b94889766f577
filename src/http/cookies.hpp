// Cookies that browsers of officers keep: both only for this host, only over TLS (or on the machine
// itself), out of reach of scripts, and never sent along from another site.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace lth::http {

inline constexpr std::string_view session_cookie = "__Host-lth";
inline constexpr std::string_view browser_cookie = "__Host-lth-known";

[[nodiscard]] std::optional<std::string_view> cookie_of(const Request& request,
                                                        std::string_view name);

/// Ends with the browser's session if `max_age_s` is absent; 0 drops the cookie.
void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::int64_t> max_age_s = {});

}  // namespace lth::http
