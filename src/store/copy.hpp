// What stands beside the entries (accounts, roles, phones, cases, files, logs) in another database.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/ports.hpp"

namespace lth::store {

struct CopiedTable {
    std::string_view name;
    std::uint64_t rows = 0;
};

/// Copies every row of every such table; what the other has already stays as it is, so that it can
/// be run again. Both stores are of open_store. Sessions are not copied: people sign in anew. Rows
/// that follow from entries are none of it. Throws Fault.
std::vector<CopiedTable> copy_beside(app::Store& from, app::Store& to);

}  // namespace lth::store
