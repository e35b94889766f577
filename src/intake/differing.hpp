// Tells, cell by cell, where a row says otherwise than the books.
#pragma once

#include "intake/planner.hpp"
#include "intake/roster.hpp"
#include "sheet/columns.hpp"

namespace lth::intake {

/// Whether what the book says may be told.
enum class Before : std::uint8_t { told, withheld };

class Differing {
public:
    /// `who`: a member; empty: the club itself.
    Differing(Planner& planner, sheet::SheetKind table, sheet::Origin at, std::string club,
              std::string who = {}, Before before = Before::told)
        : planner_(planner),
          table_(table),
          at_(at),
          club_(std::move(club)),
          who_(std::move(who)),
          before_(before) {}

    void tell(sheet::ColumnId column, std::string before, std::string after);

private:
    Planner& planner_;
    sheet::SheetKind table_;
    sheet::Origin at_;
    std::string club_;
    std::string who_;
    Before before_;
};

// As cells show them; what is not there is empty.

[[nodiscard]] std::string shown(const std::optional<core::Date>& day);
[[nodiscard]] std::string shown(const std::optional<core::Money>& amount);
[[nodiscard]] std::string shown(const sheet::Birth& birth);
[[nodiscard]] std::string shown_birth(const Person& person);
/// "Nguyễn Thị Hoa, sinh 1950, vào 01/03/2019": enough to tell two people apart.
[[nodiscard]] std::string shown_person(const Person& person);

}  // namespace lth::intake
