// Any bytes as .csv, and what is read of them as every table.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/tables.hpp"
#include "sheet/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto workbook = lth::sheet::read_csv(bytes, lth::test::small_limits());
    if (workbook) lth::test::parse_everything(*workbook);
    return 0;
}
