// Every limit on what a spreadsheet may hold, in one place.
#pragma once

#include <cstddef>

namespace lth::sheet {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// A province has some 50,000 members in a dozen columns; the limits leave room for ten of them and
/// keep a hostile file below about 1 GiB of memory.
struct Limits {
    std::size_t unpacked_bytes = 128 * mebibyte;  // all parts of an .xlsx together; a .csv
    std::size_t parts = 4096;                     // files in the archive
    std::size_t xml_tags = 10'000'000;            // of one part: the tree takes some 50 bytes each
    std::size_t sheets = 256;
    std::size_t rows = 500'000;               // of one sheet, to the last one with a value
    std::size_t columns = 512;                // likewise
    std::size_t cells = 4'000'000;            // of the file, each row counted to its last value
    std::size_t text_bytes = 256 * mebibyte;  // of all cells: a shared text counts each time
    std::size_t merge_visits = 4'000'000;     // cells looked at for merged areas
    std::size_t header_rows = 20;             // where the row of headings is looked for
    std::size_t errors = 200;                 // listed before reading stops
    std::size_t name_characters = 200;        // of a name, in code points
    std::size_t text_characters = 2'000;      // of any other text
};

}  // namespace lth::sheet
