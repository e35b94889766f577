// What the registry's terms of retention say is to be erased by now, and its erasure by entries.
#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include "app/books.hpp"
#include "app/erasing.hpp"
#include "core/registry/operations.hpp"

namespace lth::app {

/// Of one class in one book.
struct RetentionLine {
    core::BookId book = {};
    std::string name = {};  // of the club; empty if it has none
    std::string kind = {};  // class: name, contact, sensitive, text
    std::uint64_t parts = 0;
    core::Date oldest = {};  // since when the oldest of them is needed no more
};
BOOST_DESCRIBE_STRUCT(RetentionLine, (), (book, name, kind, parts, oldest))

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

class Retention {
public:
    Retention(Store& store, Books& books, Clock& clock, Ids& ids);

    /// What is due today. A part about a member is needed while he or she is in the club or owes
    /// it; any other since its entry came.
    [[nodiscard]] RetentionPlan plan();

    /// Erases what the plan says, by entries of the system. The number of entries. Throws Fault;
    /// then run it again: it does the rest.
    [[nodiscard]] core::Result<std::uint64_t> run();

private:
    struct Due {
        RetentionPlan plan;
        std::vector<std::pair<core::BookId, PartsOfEntries>> parts;
    };
    [[nodiscard]] Due due();

    Store& store_;
    Books& books_;
    Clock& clock_;
    Ids& ids_;
};

}  // namespace lth::app
