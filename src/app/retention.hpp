// What the registry's terms of retention say is to be erased by now, and its erasure: of what
// stands in books by entries; of what stands beside them, cases that have ended and photographs, at
// once.
#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include "app/books.hpp"
#include "app/erasing.hpp"
#include "core/registry/operations.hpp"

namespace lth::app {

enum class HeldIn : std::uint8_t {
    entries,
    cases,  // that have ended
    files,  // photographs
};
BOOST_DESCRIBE_ENUM(HeldIn, entries, cases, files)

/// Of one class in one book.
struct RetentionLine {
    core::BookId book = {};
    std::string name = {};  // of the club or the association; empty if it has none
    core::registry::Retained kind = core::registry::Retained::text;
    HeldIn where = HeldIn::entries;
    std::uint64_t parts = 0;  // or photographs
    core::Date oldest = {};   // since when the oldest of them is needed no more
};
BOOST_DESCRIBE_STRUCT(RetentionLine, (), (book, name, kind, where, parts, oldest))

struct RetentionTerm {
    core::registry::Retained what = core::registry::Retained::text;
    std::int64_t months = 0;
};
BOOST_DESCRIBE_STRUCT(RetentionTerm, (), (what, months))

struct RetentionPlan {
    std::vector<RetentionTerm> terms = {};  // in force on the day
    std::vector<RetentionLine> lines = {};
};
BOOST_DESCRIBE_STRUCT(RetentionPlan, (), (terms, lines))

/// What went.
struct RetentionRun {
    std::uint64_t entries = 0;  // that say so
    std::uint64_t cases = 0;    // that held some
    std::uint64_t reasons = 0;  // that officers gave for cases
    std::uint64_t files = 0;
};

class Retention {
public:
    Retention(Store& store, Books& books, Clock& clock, Ids& ids);

    /// Records a term. Rule retention.no_registry, and those of the registry's book.
    [[nodiscard]] core::Result<void> set(const core::registry::RetentionSet& term);

    /// What is due today. A part about a member is needed while he or she is in the club or owes
    /// it; any other since its entry came. What a case holds is needed until it ends, a photograph
    /// since it came.
    [[nodiscard]] RetentionPlan plan();

    /// Erases what the plan says; digests stay. Throws Fault; then run it again: it does the rest.
    [[nodiscard]] core::Result<RetentionRun> run();

private:
    struct Due;
    [[nodiscard]] Due due();

    Store& store_;
    Books& books_;
    Clock& clock_;
    Ids& ids_;
};

}  // namespace lth::app
