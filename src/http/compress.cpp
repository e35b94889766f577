#include "http/compress.hpp"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "http/limits.hpp"

namespace lth::http {
namespace {

bool is_text(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("application/problem+json") || type.starts_with("application/wasm") ||
           type.starts_with("image/svg");
}

std::optional<std::string> gzip(const std::string& text) {
    constexpr int gzip_header = 16;  // added to the window bits
    constexpr int memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip_header, memory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return std::nullopt;
    }
    std::string out(deflateBound(&stream, text.size()), '\0');
    // zlib only reads what next_in points to.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

}  // namespace

void compress(Response& response, const Request& request) {
    const auto is_encoding = [](const auto& header) { return header.first == "Content-Encoding"; };
    if (!request.takes_gzip || response.body.size() < min_gzip_bytes) return;
    if (!is_text(response.content_type)) return;
    if (std::ranges::any_of(response.headers, is_encoding)) return;
    auto packed = gzip(response.body);
    if (!packed) return;
    response.body = std::move(*packed);
    response.headers.emplace_back("Content-Encoding", "gzip");
    const auto is_vary = [](const auto& header) { return header.first == "Vary"; };
    if (std::ranges::none_of(response.headers, is_vary)) {
        response.headers.emplace_back("Vary", "Accept-Encoding");
    }
}

}  // namespace lth::http
