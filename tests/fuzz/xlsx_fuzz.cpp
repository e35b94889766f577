// Whole .xlsx files; and, since a changed byte in an archive rarely gets past its checksums, the
// XML parts by themselves: styles, shared strings and a worksheet with lines "%%" between them.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/tables.hpp"
#include "sheet/read.hpp"
#include "sheet/xlsx_parts.hpp"

namespace {

using namespace lth::sheet;

constexpr std::string_view divider = "\n%%\n";

/// The text up to the divider, taken off the front.
std::string take_part(std::string_view& rest) {
    const auto end = rest.find(divider);
    const std::string part(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + divider.size());
    return part;
}

void read_parts(std::string_view rest) {
    const auto limits = lth::test::small_limits();
    const auto styles = parse_xml("styles", take_part(rest), limits);
    const auto strings = parse_xml("strings", take_part(rest), limits);
    const auto worksheet = parse_xml("worksheet", std::string(rest), limits);
    if (!styles || !strings || !worksheet) return;
    const auto meanings = parse_styles((*styles)->root());
    const auto texts = parse_shared_strings((*strings)->root());
    if (!texts) return;
    for (const auto dates : {DateSystem::from_1900, DateSystem::from_1904}) {
        Budget budget(limits);
        SheetBuilder builder(limits, budget);
        const CellContext context{*texts, meanings, dates};
        if (parse_worksheet((*worksheet)->root(), context, limits, builder)) return;
        Workbook workbook;
        workbook.dates = dates;
        workbook.sheets.push_back(std::move(builder.sheet));
        lth::test::parse_everything(workbook);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        const auto workbook = read_xlsx(bytes, lth::test::small_limits());
        if (workbook) lth::test::parse_everything(*workbook);
    } else {
        read_parts(bytes);
    }
    return 0;
}
