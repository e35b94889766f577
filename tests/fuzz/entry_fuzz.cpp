// The entry parsers. The first byte says what the rest is: the body of a (c)lub, (a)ssociation,
// (t)erritory or (r)egistry book, an (e)ntry as a device sends it, or a (s)ealed one.
// What is accepted must read the same after it is written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/entry.hpp"
#include "json/operations.hpp"

namespace {

using namespace lth;

void must(bool holds) {
    if (!holds) std::abort();
}

template <class Read>
void read_body(Read read, std::string_view body) {
    const auto ops = read(body, {});
    if (!ops) {
        must(!message(ops.error(), core::Language::vi).empty());
        return;
    }
    const auto written = json::write_body(*ops);
    const auto again = read(written, {});
    must(again.has_value());
    must(json::write_body(*again) == written);
}

void read_entry(std::string_view text) {
    const auto entry = json::read_unsealed(text);
    if (!entry) return;
    const auto again = json::read_unsealed(json::write_unsealed(*entry));
    must(again.has_value() && *again == *entry);
    must(entry_digest(*again) == entry_digest(*entry));
    read_body(json::read_club_ops, entry->body);
}

void read_sealed(std::string_view text) {
    const auto sealed = json::read_sealed_entry(text);
    if (!sealed) return;
    const auto again = json::read_sealed_entry(json::write_entry(*sealed));
    must(again.has_value() && *again == *sealed);
    (void)follows({}, *sealed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0]) {
        case 'c':
            read_body(json::read_club_ops, text);
            break;
        case 'a':
            read_body(json::read_association_ops, text);
            break;
        case 't':
            read_body(json::read_territory_ops, text);
            break;
        case 'r':
            read_body(json::read_registry_ops, text);
            break;
        case 'e':
            read_entry(text);
            break;
        case 's':
            read_sealed(text);
            break;
        default:
            return -1;  // not worth keeping
    }
    return 0;
}
