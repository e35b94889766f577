// The catalogue in data/thanh-hoa as a book. Header only: the folder is known to tests, not to
// support.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/territory/catalogue.hpp"
#include "support/territory_book.hpp"

namespace lth::tests {

/// Text of a file below the project's folder.
[[nodiscard]] inline std::string project_file(const std::string& path) {
    std::ifstream in(std::string(LTH_SOURCE_DIR) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

[[nodiscard]] inline std::vector<std::vector<core::territory::TerritoryOp>> thanh_hoa_entries() {
    const auto units = project_file("data/thanh-hoa/units.csv");
    const auto events = project_file("data/thanh-hoa/events.csv");
    const auto reform = project_file("data/thanh-hoa/reform-2025-07-01.csv");
    auto read = core::territory::read_catalogue({units, events, reform}, TerritoryBook::on);
    if (!read) throw std::logic_error(message(read.error(), core::Language::en));
    return std::move(*read);
}

/// The first `entries` of them recorded: 1 the list of 2020, 2 with the changes, 3 with the reform.
[[nodiscard]] inline TerritoryBook thanh_hoa(std::size_t entries = 3) {
    TerritoryBook book;
    const auto all = thanh_hoa_entries();
    for (std::size_t i = 0; i < entries; ++i) book.must(all.at(i));
    return book;
}

}  // namespace lth::tests
