// The province generator: real entries, judged and sealed like everyone's, from a seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/ports.hpp"
#include "core/date.hpp"

namespace lth::demo {

struct Options {
    std::uint64_t seed = 1;
    core::Date until = core::make_date(2026, 6, 30);  // 30 September 2020 … the plan's horizon
    std::int64_t adoption = 100;  // percent of the clubs that keep a book; the others report
    std::optional<std::size_t> clubs = std::nullopt;  // only so many, spread over the plan
};

struct Progress {
    std::size_t books_done = 0;
    std::size_t books = 0;
    std::uint64_t entries = 0;
    std::uint64_t operations = 0;
};

/// Takes the books one after the other, always in the same order, on the thread of `generate`.
class Sink {
public:
    virtual ~Sink() = default;
    /// A whole book from its first entry, with the rows of its fold.
    virtual void write(app::BookWrite book) = 0;
    virtual void progress(const Progress&) {}
};

/// Throws app::Fault if the options make no sense. Uses two threads of its own beside the caller's.
void generate(const Options& options, Sink& sink);

}  // namespace lth::demo
