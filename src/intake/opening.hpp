// What a club's book said when its money was opened, read back from its entries.
#pragma once

#include <vector>

#include "app/book.hpp"
#include "core/club/operations.hpp"
#include "sheet/rows.hpp"

namespace lth::intake {

/// An operation and the row it came from; of what a book says the row is empty.
template <class What>
struct Stated {
    What what;
    sheet::Origin at = {};
};

struct Openings {
    std::optional<core::Date> opened_on = {};
    std::vector<Stated<core::club::BalanceOpened>> balances = {};
    std::vector<Stated<core::club::LoanOpened>> loans = {};
    std::vector<core::club::RulesSet> rules = {};
};

/// All that is live; empty if the store does not know the book.
[[nodiscard]] Openings stated_openings(app::Store& store, const app::Book& book,
                                       const core::BookId& id);

/// The same amounts on the same accounts, the same loans to the same people; ids may differ.
[[nodiscard]] bool same(const Openings& a, const Openings& b);
[[nodiscard]] bool same(const core::club::RulesSet& a, const core::club::RulesSet& b);

}  // namespace lth::intake
