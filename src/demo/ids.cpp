#include "demo/ids.hpp"

#include <algorithm>
#include <string>

#include "core/sha256.hpp"

namespace lth::demo {
namespace {

void put(std::string& bytes, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(value >> shift & 0xFF);
    }
}

core::Digest digest_of(std::uint64_t seed, std::string_view what, std::uint64_t number) {
    std::string bytes = "lth-demo";
    put(bytes, seed);
    bytes += what;
    put(bytes, number);
    return core::sha256(bytes);
}

core::Uuid version_8(const core::Digest& digest) {
    core::Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

}  // namespace

core::Uuid derived_uuid(std::uint64_t seed, std::string_view what, std::uint64_t number) {
    return version_8(digest_of(seed, what, number));
}

core::EntryId derived_entry_id(const core::BookId& book, std::uint64_t number) {
    std::string bytes = "lth-demo-entry";
    bytes.append(reinterpret_cast<const char*>(book.bytes.data()), book.bytes.size());
    put(bytes, number);
    return core::EntryId(version_8(core::sha256(bytes)));
}

std::uint64_t derived_local(std::uint64_t seed, std::string_view what, std::uint64_t number) {
    const auto digest = digest_of(seed, what, number);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = value << 8 | digest[i];
    return value % core::local_id_limit;
}

}  // namespace lth::demo
