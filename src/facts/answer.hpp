// How a measure or a target answers: value, numerator and denominator, basis, note, what is
// missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/scene.hpp"

namespace lth::facts {

struct Text {
    std::string vi;
    std::string en;

    [[nodiscard]] bool empty() const { return vi.empty(); }
    /// Sentences follow each other with a space.
    void add(const Text& sentence);
};

/// share: `value` in ppm, half up · money: in đồng.
enum class ValueKind : std::uint8_t { count, money, share };

/// A number with what it was made of; all absent where it is unknown.
struct Value {
    ValueKind kind = ValueKind::count;
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
};

[[nodiscard]] Value count_of(std::optional<std::int64_t> count);
[[nodiscard]] Value money_of(std::optional<std::int64_t> dong);
[[nodiscard]] Value share_of(Ratio share);  // 0/0: value null, both parts shown
[[nodiscard]] Value unknown_value(ValueKind kind);

/// A further reading of a target beside its first.
struct Second {
    Text label;
    Value value;
};

enum class MissingKind : std::uint8_t {
    club,          // not inside the goal, or not where it should be
    club_no_data,  // nothing says
    club_unrated,
    commune,           // not reached
    district,          // not every commune reached
    district_lost,     // was at the baseline
    village,           // not reached
    villages_unknown,  // a unit that nobody has a list or a number of villages for
    commune_not_full   // some of its villages are not reached
};

struct Missing {
    MissingKind kind;
    std::variant<core::BookId, core::UnitId, core::VillageId> id;
    std::string name;
    std::string unit = {};  // code of the unit, of a village that of its commune; of a club none
};

/// A goal that a decision set, in force from a day.
struct GoalVersion {
    core::Date from;
    std::string legal_basis;
    std::optional<std::int64_t> goal;
};

/// A goal that is due earlier than the end.
struct Milestone {
    core::Date by;
    std::int64_t goal = 0;
};

/// What a basis counts.
enum class Counted : std::uint8_t { clubs, funds };

struct Target {
    std::string_view id;
    Text name;
    Value value;
    std::optional<std::int64_t> goal;  // of the value's kind
    std::optional<bool> met;           // null: cannot be said
    bool national = false;             // the goal is the country's: nothing here reaches it
    bool in_scheme = false;            // else it is read beside the scheme's own
    std::vector<Milestone> milestones = {};
    BasisCounts basis;
    Counted counted = Counted::clubs;
    Text note;
    std::vector<Second> second;
    std::vector<GoalVersion> goals = {};  // by date, if a decision changed the goal
    std::vector<Missing> missing;         // at most Question::missing_limit of them
    std::int64_t missing_total = 0;       // how many there are
    std::optional<core::Date> map = {};   // of the units missing, if not the one asked about
};

/// "trong đó: theo sổ 12 · theo báo cáo 3 · chưa có số liệu 1 CLB".
[[nodiscard]] Text basis_text(const BasisCounts& basis, Counted counted = Counted::clubs);

/// For figures that rest on a count of people of that age: who is known by year of birth alone
/// counts from 1 January, so an erased birthday moves them within that year.
[[nodiscard]] Text by_year_rule(int age);

/// Gathers what is missing up to a limit, and counts the rest.
class MissingList {
public:
    MissingList(Target& target, std::size_t limit) : target_(target), limit_(limit) {}

    void add_club(MissingKind kind, const Cube& cube, ClubNumber club);
    void add_unit(MissingKind kind, const core::territory::UnitNode& unit);
    /// With its commune: half the communes have a "Thôn 1".
    void add_village(const core::territory::VillageNode& village,
                     const core::territory::UnitNode& commune);

private:
    [[nodiscard]] bool has_room();

    Target& target_;
    std::size_t limit_;
};

}  // namespace lth::facts
