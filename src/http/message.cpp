#include "http/message.hpp"

namespace lth::http {

std::string_view to_text(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::remove:
            return "DELETE";
        case Method::other:
            break;
    }
    return "OTHER";
}

Response json_response(std::string body) {
    return {.status = 200, .content_type = "application/json", .body = std::move(body)};
}

core::Language language_of(const Target& target) {
    return target.parameter("lang") == "en" ? core::Language::en : core::Language::vi;
}

}  // namespace lth::http
