// Bodies of a club, one a line, against the fold. `apply` is total: whatever a forged history
// holds, it neither crashes nor overflows. What `admit` refuses leaves the book as it was.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/club/fold.hpp"
#include "json/club_body.hpp"

namespace {

using namespace lth;

constexpr core::Date today = core::make_date(2026, 6, 30);

core::EntryId entry_id(std::uint64_t seq) {
    core::EntryId id;
    id.bytes[15] = static_cast<std::uint8_t>(seq);
    return id;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    core::club::Club forged;
    core::club::Club judged;
    core::club::Birthdays birthdays;
    std::uint64_t seq = 0;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto ops = json::read_club_ops(rest.substr(0, end), {});
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!ops) continue;
        ++seq;
        apply(forged, {entry_id(seq), seq}, *ops);
        const auto before = canonical_text(judged);
        const core::club::At at{entry_id(seq), judged.ops.size() + 1};
        if (!admit(judged, birthdays, at, *ops, {}, today) && canonical_text(judged) != before) {
            std::abort();
        }
    }
    (void)canonical_text(forged);
    (void)all_rows(forged, birthdays);
    return 0;
}
