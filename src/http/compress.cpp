#include "http/compress.hpp"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "app/fault.hpp"
#include "core/text.hpp"
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

// Ends the stream however the work goes.
class Inflating {
public:
    explicit Inflating(const std::string& packed) {
        constexpr int gzip_only = 16;  // added to the window bits
        if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) {
            throw app::Fault("Hết bộ nhớ khi giải nén.", "Out of memory while unpacking.");
        }
        stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
    }
    ~Inflating() { inflateEnd(&stream_); }
    Inflating(const Inflating&) = delete;
    Inflating& operator=(const Inflating&) = delete;

    /// zlib's code: Z_STREAM_END after the last bytes, and nothing may follow it.
    int append_to(std::string& out, std::size_t most) {
        const auto before = out.size();
        out.resize(before + most);
        stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream_.avail_out = static_cast<uInt>(most);
        const int code = inflate(&stream_, Z_NO_FLUSH);
        out.resize(before + most - stream_.avail_out);
        return code == Z_STREAM_END && stream_.avail_in > 0 ? Z_DATA_ERROR : code;
    }

private:
    z_stream stream_{};
};

core::Result<std::string> gunzip(const std::string& packed, std::size_t limit) {
    constexpr std::size_t step = 64 * 1024;
    Inflating inflating(packed);
    std::string text;
    for (int code = Z_OK; code == Z_OK;) {
        // One byte above the limit tells that there is more.
        code = inflating.append_to(text, std::min(step, limit + 1 - text.size()));
        if (text.size() > limit) {
            return core::reject("http.body.too_large", {}, {{"limit", std::to_string(limit)}});
        }
        if (code != Z_OK && code != Z_STREAM_END) return core::reject("http.body.not_gzip");
    }
    return text;
}

}  // namespace

core::Result<std::string> unpacked(const Request& request, std::size_t limit) {
    const auto encoding = core::fold_text(request.content_encoding);
    if (encoding.empty() || encoding == "identity") return request.body;
    if (encoding == "gzip" || encoding == "x-gzip") return gunzip(request.body, limit);
    return core::reject("http.encoding.unknown", "Content-Encoding",
                        {{"encoding", request.content_encoding}});
}

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
