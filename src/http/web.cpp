#include "http/web.hpp"

#include <embedded/web.hpp>

#include <algorithm>
#include <array>

#include "core/sha256.hpp"

namespace lth::http {
namespace {

struct Type {
    std::string_view ending;
    std::string_view content_type;
};
constexpr std::array types = {
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".wasm", "application/wasm"},
    Type{".svg", "image/svg+xml"},
    Type{".webmanifest", "application/manifest+json"},
};

// WebAssembly needs a permission of its own; a worker takes the policy that comes with its file.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view permissions_policy =
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), "
    "midi=(), display-capture=(), publickey-credentials-get=(), browsing-topics=()";

// "club-ObpHq_YB.css": Vite puts a digest of the content into the names of most files.
bool names_its_content(std::string_view name) {
    constexpr std::size_t digest = 8;
    const auto dot = name.rfind('.');
    return dot != std::string_view::npos && dot > digest && name[dot - digest - 1] == '-';
}

}  // namespace

std::optional<Response> web_file(std::string_view name, const Request& request) {
    const auto* type = std::ranges::find_if(
        types, [&](const Type& known) { return name.ends_with(known.ending); });
    const auto content = web::find(name);
    if (type == types.end() || !content) return std::nullopt;
    Response response{.status = 200,
                      .content_type = std::string(type->content_type),
                      .caching = names_its_content(name) ? Caching::a_year : Caching::revalidate};
    response.headers.emplace_back("Content-Security-Policy", content_security_policy);
    // The camera reads a card and photographs a paper; nothing else of the machine is needed.
    response.headers.emplace_back("Permissions-Policy", permissions_policy);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (name == "sw.js") response.headers.emplace_back("Service-Worker-Allowed", "/club");
    const auto etag = "\"" + core::to_hex(core::sha256(*content)).substr(0, 16) + "\"";
    response.headers.emplace_back("ETag", etag);
    if (request.if_none_match == etag) {
        response.status = 304;
        return response;
    }
    const auto packed = web::find(std::string(name) + ".br");
    if (packed && request.takes_brotli) {
        response.headers.emplace_back("Content-Encoding", "br");
        response.body = *packed;
    } else {
        response.body = *content;
    }
    return response;
}

}  // namespace lth::http
