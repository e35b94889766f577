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
// A photograph is shown before it is kept: blob.
constexpr std::string_view policy_before_styles =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
constexpr std::string_view policy_after_styles =
    "; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view permissions_of_app =
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), "
    "midi=(), display-capture=(), publickey-credentials-get=(), browsing-topics=()";

// "club-ObpHq_YB.css": Vite puts a digest of the content into the names of most files.
bool names_its_content(std::string_view name) {
    constexpr std::size_t digest = 8;
    const auto dot = name.rfind('.');
    return dot != std::string_view::npos && dot > digest && name[dot - digest - 1] == '-';
}

std::string base64(const core::Digest& digest) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr unsigned bits_of_letter = 6;
    constexpr unsigned letter_mask = 63;
    std::string text;
    unsigned held = 0;
    unsigned bits = 0;
    for (const unsigned byte : digest) {
        held = held << 8 | byte;
        for (bits += 8; bits >= bits_of_letter; bits -= bits_of_letter) {
            text += letters[held >> (bits - bits_of_letter) & letter_mask];
        }
    }
    if (bits > 0) text += letters[held << (bits_of_letter - bits) & letter_mask];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

// A page whose styles stand in it, so that its first paint waits for nothing, is allowed exactly
// those.
std::string policy_for(std::string_view name, std::string_view content) {
    constexpr std::string_view open = "<style>";
    std::string policy(policy_before_styles);
    const auto from = name.ends_with(".html") ? content.find(open) : std::string_view::npos;
    if (from != std::string_view::npos) {
        const auto start = from + open.size();
        const auto style = content.substr(start, content.find("</style>", start) - start);
        policy += " 'sha256-" + base64(core::sha256(style)) + "'";
    }
    return policy.append(policy_after_styles);
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
    response.headers.emplace_back("Content-Security-Policy", policy_for(name, *content));
    // The camera reads a card and photographs a paper; nothing else of the machine is needed.
    response.headers.emplace_back("Permissions-Policy", permissions_of_app);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (name.ends_with("sw.js")) response.headers.emplace_back("Service-Worker-Allowed", "/");
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
