// Is everything in the store as its entries say? Chains, invariants, and rows against the fold.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ports.hpp"

namespace lth::app {

struct Difference {
    core::BookId book;
    std::uint64_t seq = 0;  // 0: of the book as a whole
    std::string what;       // "chain", "fault", "balance", "rows.member" …
};

struct Verified {
    std::size_t books = 0;
    std::uint64_t entries = 0;
    std::uint64_t operations = 0;
    std::vector<Difference> differences;  // the first of each kind in a book
};

using VerifyProgress = std::function<void(std::size_t done, std::size_t books)>;

[[nodiscard]] Verified verify(Store& store, const VerifyProgress& progress);

struct Rebuilt {
    std::size_t books = 0;
    std::size_t skipped = 0;  // written to meanwhile, or as new as the program already
};

enum class RebuildWhich : std::uint8_t { outdated, all };

/// Rows of clubs anew from their entries. Can be run again: what is done is not done twice.
[[nodiscard]] Rebuilt rebuild(Store& store, RebuildWhich which, const VerifyProgress& progress);

}  // namespace lth::app
