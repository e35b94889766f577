// Compressing as a phone would, for tests of what comes compressed.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>

namespace lth::tests {

[[nodiscard]] inline std::string gzip(const std::string& text) {
    z_stream stream{};
    constexpr int gzip_header = 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip_header, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib");
    }
    std::string packed(deflateBound(&stream, text.size()), '\0');
    std::string copy = text;
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

[[nodiscard]] inline std::string gunzip(std::string packed) {
    z_stream stream{};
    constexpr int gzip_header = 16;
    if (inflateInit2(&stream, MAX_WBITS + gzip_header) != Z_OK) throw std::runtime_error("zlib");
    constexpr std::size_t enough = 16 * 1024 * 1024;
    std::string text(enough, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return whole ? text : std::string();
}

}  // namespace lth::tests
