#include <algorithm>

#include "app/ports.hpp"

namespace lth::app {
namespace {

core::Uuid marked(core::Uuid id, std::uint8_t version) {
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | version << 4U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
    return id;
}

}  // namespace

core::Uuid make_uuid7(std::int64_t now_ms, Ids& ids) {
    constexpr std::size_t time_bytes = 6;
    core::Uuid id;
    ids.fill(id.bytes);
    for (std::size_t i = 0; i < time_bytes; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(now_ms >> 8 * (time_bytes - 1 - i) & 0xFF);
    }
    return marked(id, 7);
}

core::Uuid make_uuid8(const core::Digest& digest) {
    core::Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    return marked(id, 8);
}

}  // namespace lth::app
