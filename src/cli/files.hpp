// Files that commands read and write whole.
#pragma once

#include <string>

#include "core/result.hpp"
#include "sheet/workbook.hpp"

namespace lth::cli {

/// Throws Fault with the path if it cannot be read or written.
[[nodiscard]] std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

/// Throws Fault if something of that name is there.
void expect_new_file(const std::string& path);

/// A spreadsheet; a rejection if it is none.
[[nodiscard]] core::Result<sheet::Workbook> read_sheet(const std::string& path);

/// "register.xlsx" of "folder/register.xlsx".
[[nodiscard]] std::string file_name(const std::string& path);

}  // namespace lth::cli
