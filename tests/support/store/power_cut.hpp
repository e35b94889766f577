// A disk that loses what was not synced when the power goes: a layer of SQLite's own interface to
// files. Made the default of the process, so that the store under test knows nothing of it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "support/dice.hpp"

namespace lth::tests {

class PowerCut {
public:
    /// From now on every file that SQLite opens in this process lies on such a disk.
    static void install();

    /// The power goes at the n-th write from now: it and everything after it fails.
    static void after_writes(std::int64_t n);
    /// The power is gone: nothing can be read, written or synced any more.
    static void now();
    [[nodiscard]] static bool is_off();
    /// Once every connection is closed: of each file of the folder, what was written since its last
    /// sync is lost from some write on, most often all of it; then there is power again.
    static void lose(const std::filesystem::path& folder, Dice& dice);

    /// How many writes have been lost so far.
    [[nodiscard]] static std::uint64_t lost_writes();
};

}  // namespace lth::tests
