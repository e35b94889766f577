// Every limit on a template and on what it grows to, in one place.
#pragma once

#include <cstddef>

namespace lth::report {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// A review of a province has some 5,000 tags, a list of its 1,200 clubs some 40,000; a template
/// with a coat of arms in it weighs a few hundred kB.
struct Limits {
    std::size_t unpacked_bytes = 64 * mebibyte;  // all parts together
    std::size_t parts = 1'000;
    std::size_t tags = 2'000'000;  // of one part, as read and as filled
    std::size_t depth = 200;       // tags inside each other
};

}  // namespace lth::report
