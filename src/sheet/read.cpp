#include "sheet/read.hpp"

#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

constexpr std::string_view zip_mark = "PK";
constexpr std::string_view compound_file_mark = "\xD0\xCF\x11\xE0";  // .xls, and encrypted .xlsx

bool looks_like_markup(std::string_view bytes) {
    // Some systems name a web page .xls.
    const auto start = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return start != std::string_view::npos && bytes[start] == '<';
}

bool has_utf16_mark(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

core::Result<Workbook> read_workbook(std::string_view bytes, const Limits& limits) {
    if (bytes.empty()) return core::reject("sheet.empty_file");
    const bool zip = bytes.starts_with(zip_mark) && bytes.size() > 3 &&
                     static_cast<unsigned char>(bytes[2]) < 0x20;
    if (zip) return read_xlsx(bytes, limits);
    if (bytes.starts_with(compound_file_mark)) return core::reject("sheet.old_excel");
    const bool binary = !has_utf16_mark(bytes) && bytes.find('\0') != std::string_view::npos;
    if (binary || looks_like_markup(bytes) || bytes.starts_with("%PDF")) {
        return core::reject("sheet.not_a_workbook");
    }
    return read_csv(bytes, limits);
}

}  // namespace lth::sheet
