#include "http/cookies.hpp"

namespace lth::http {

std::optional<std::string_view> cookie_of(const Request& request, std::string_view name) {
    for (std::string_view rest = request.cookies; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::int64_t> max_age_s) {
    std::string text = std::string(name) + "=" + std::string(value) +
                       "; Path=/; Secure; HttpOnly; SameSite=Strict";
    if (max_age_s) text += "; Max-Age=" + std::to_string(*max_age_s);
    response.headers.emplace_back("Set-Cookie", std::move(text));
}

}  // namespace lth::http
