#include "http/assets.hpp"

#include <embedded/assets.hpp>

#include "core/sha256.hpp"

namespace lth::http {
namespace {

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

}  // namespace

std::string asset_address(std::string_view name) {
    std::string address = "/assets/" + std::string(name);
    if (const auto content = assets::find(name)) {
        address += "?v=" + core::to_hex(core::sha256(*content)).substr(0, 8);
    }
    return address;
}

std::optional<Response> asset(std::string_view name) {
    const auto content = assets::find(name);
    if (!content) return std::nullopt;
    return Response{.status = 200,
                    .content_type = std::string(type_of(name)),
                    .body = std::string(*content),
                    .caching = Caching::a_year};
}

}  // namespace lth::http
