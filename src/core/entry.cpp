#include "core/entry.hpp"

#include <algorithm>
#include <concepts>
#include <utility>

namespace lth::core {
namespace {

constexpr std::array<std::string_view, 4> book_kind_names = {"club", "association", "territory",
                                                             "registry"};
constexpr std::array<std::string_view, 4> part_class_names = {"name", "contact", "sensitive",
                                                              "text"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

// Big-endian, as every number in a digest.
template <std::integral Integer>
void put(std::string& bytes, Integer value) {
    for (int shift = static_cast<int>(sizeof(Integer)) * 8 - 8; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFF);
    }
}

void put(std::string& bytes, const Uuid& id) {
    bytes.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

void put(std::string& bytes, const Digest& digest) {
    bytes.append(reinterpret_cast<const char*>(digest.data()), digest.size());
}

void put_counted(std::string& bytes, std::string_view text) {
    put(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
}

}  // namespace

EntryLimits limits_of(BookKind kind) {
    constexpr std::size_t kib = 1024;
    if (kind == BookKind::territory || kind == BookKind::registry) {
        return {.body_bytes = 4096 * kib, .private_bytes = 4096 * kib, .ops = 1000};
    }
    return {.body_bytes = 256 * kib, .private_bytes = 256 * kib, .ops = 1000};
}

std::string_view to_text(BookKind kind) { return book_kind_names[static_cast<std::size_t>(kind)]; }
std::string_view to_text(PartClass kind) {
    return part_class_names[static_cast<std::size_t>(kind)];
}
std::optional<BookKind> parse_book_kind(std::string_view text) {
    return find_name<BookKind>(book_kind_names, text);
}
std::optional<PartClass> parse_part_class(std::string_view text) {
    return find_name<PartClass>(part_class_names, text);
}

Digest part_digest(const PrivatePart& part, const PartContent& content) {
    std::string bytes = "LTH-P1";
    put(bytes, part.number);
    put_counted(bytes, part.subject ? to_text(*part.subject) : std::string());
    put_counted(bytes, to_text(part.kind));
    put_counted(bytes, {reinterpret_cast<const char*>(content.salt.data()), content.salt.size()});
    put_counted(bytes, content.text);
    return sha256(bytes);
}

Digest private_root(const std::vector<PrivatePart>& parts) {
    if (parts.empty()) return {};
    std::string bytes = "LTH-R1";
    for (const auto& part : parts) put(bytes, part.digest);
    return sha256(bytes);
}

Digest entry_digest(const Entry& entry) {
    std::string bytes = "LTH-E1";
    put(bytes, entry.book_id);
    put(bytes, entry.entry_id);
    put(bytes, entry.device);
    put(bytes, entry.author);
    put(bytes, entry.device_seq);
    put(bytes, entry.made_at);
    put(bytes, sha256(entry.body));
    put(bytes, private_root(entry.parts));
    return sha256(bytes);
}

Digest chain_hash(const Digest& previous, const Seal& seal, const Digest& entry) {
    std::string bytes = "LTH-C1";
    put(bytes, previous);
    put(bytes, seal.seq);
    put(bytes, seal.received_at);
    put(bytes, seal.sent_by);
    put(bytes, entry);
    return sha256(bytes);
}

SealedEntry seal(const Head& head, Entry entry, std::int64_t now_ms, const AccountId& sent_by) {
    Seal seal{.seq = head.last_seq + 1,
              .received_at = std::max(now_ms, head.received_at),
              .sent_by = sent_by,
              .hash = {}};
    seal.hash = chain_hash(head.hash, seal, entry_digest(entry));
    return {std::move(entry), seal};
}

bool follows(const Head& head, const SealedEntry& sealed) {
    const auto& [entry, seal] = sealed;
    if (seal.seq != head.last_seq + 1 || seal.received_at < head.received_at) return false;
    for (const auto& part : entry.parts) {
        if (part.content && part_digest(part, *part.content) != part.digest) return false;
    }
    return chain_hash(head.hash, seal, entry_digest(entry)) == seal.hash;
}

Head head_after(const SealedEntry& sealed) {
    return {sealed.seal.seq, sealed.seal.received_at, sealed.seal.hash};
}

}  // namespace lth::core
