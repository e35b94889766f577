// All clubs of the province in memory: their figures through time, their life, villages,
// statements. Built from ClubFacts and brought up to date club by club; every figure is asked of
// it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/club_facts.hpp"
#include "facts/column_store.hpp"
#include "facts/pool.hpp"
#include "facts/statement.hpp"

namespace lth::facts {

using VillageNumber = std::uint32_t;  // dense: a village that some club ever named

/// Dates that never come are `never`.
inline constexpr core::Date never{0x7FFFFFFF};

/// What stood on the day of the launch, once and for all; absent where nothing says so.
struct LaunchFigures {
    std::optional<std::int64_t> members;
    std::optional<std::int64_t> elderly;
    Basis people = Basis::unknown;
    std::optional<std::int64_t> start_capital;  // đồng, see T12
    Basis capital = Basis::unknown;             // report: as on file
    std::int64_t later_capital = 0;             // came within the 60 days after, đồng
};

inline constexpr int later_capital_days = 60;

/// Read for every club by nearly every figure, so it is kept small.
struct ClubHead {
    core::Date launched = never;
    core::Date people_from = never;  // the book's, by roster.completed
    core::Date money_from = never;   // the book's, by book.opened; meetings too
    std::optional<core::ProgrammeId> programme;
    bool withdrawn = false;  // its proposal was reversed: it counts nowhere
};

struct ServedVillage {
    core::Date from;
    VillageNumber village;
    bool seat;
};

/// Where a book took over: its first day beside the last statement before it. Never smoothed.
struct Takeover {
    Group group;
    core::Date on;
    core::Date stated_as_of;
    Stated figure;
    std::int64_t stated;
    std::int64_t booked;
};

class Cube {
public:
    explicit Cube(MonthSpan span) : columns_(span) {}

    void reserve(std::size_t clubs) { columns_.reserve(clubs); }
    /// Gives back what growing left unused; after many clubs were put.
    void shrink() { columns_.shrink(); }

    /// Adds the club, or replaces all that was known of it.
    ClubNumber put(const ClubFacts& facts);

    [[nodiscard]] std::size_t size() const { return heads_.size(); }
    [[nodiscard]] std::optional<ClubNumber> find(core::BookId id) const;
    [[nodiscard]] core::BookId id(ClubNumber club) const { return ids_[club]; }
    [[nodiscard]] std::string_view name(ClubNumber club) const { return names_[club]; }
    [[nodiscard]] const ClubHead& head(ClubNumber club) const { return heads_[club]; }
    [[nodiscard]] const LaunchFigures& launch(ClubNumber club) const { return launches_[club]; }

    /// By date; the latest that is not after a date holds on it.
    [[nodiscard]] std::span<const core::club::StatusRow> statuses(ClubNumber club) const {
        return statuses_[club];
    }
    /// The villages served on a date, the seat among them.
    [[nodiscard]] std::span<const ServedVillage> villages(ClubNumber club, core::Date date) const {
        const auto all = villages_[club];
        if (all.size() == 1 && all[0].from <= date) return all;  // most clubs, for ever
        return latest_villages(club, date);
    }
    [[nodiscard]] std::span<const Statement> statements(ClubNumber club) const {
        return statements_[club];
    }
    [[nodiscard]] std::span<const core::club::RatingRow> ratings(ClubNumber club) const {
        return ratings_[club];
    }
    [[nodiscard]] std::span<const core::VillageId> village_ids() const { return village_ids_; }
    [[nodiscard]] const ColumnStore& columns() const { return columns_; }

    [[nodiscard]] std::vector<Takeover> takeovers(ClubNumber club) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    [[nodiscard]] std::span<const ServedVillage> latest_villages(ClubNumber club,
                                                                 core::Date date) const;
    [[nodiscard]] VillageNumber number_of(core::VillageId village);
    [[nodiscard]] LaunchFigures launch_figures(ClubNumber club, const ClubFacts& facts) const;

    ColumnStore columns_;
    std::vector<ClubHead> heads_;
    std::vector<LaunchFigures> launches_;
    std::vector<core::BookId> ids_;
    std::vector<std::string> names_;
    Pool<core::club::StatusRow> statuses_;
    Pool<ServedVillage> villages_;
    Pool<Statement> statements_;
    Pool<core::club::RatingRow> ratings_;
    std::vector<core::VillageId> village_ids_;
    std::unordered_map<core::VillageId, VillageNumber> village_numbers_;
    std::unordered_map<core::BookId, ClubNumber> numbers_;
};

/// The span that keeps every month in which anything of these clubs happened up to `today`, from
/// `earliest` on: what is older is answered from deltas.
[[nodiscard]] MonthSpan span_until(core::Date earliest, core::Date today);

[[nodiscard]] Cube cube_of(MonthSpan span, std::span<const ClubFacts> clubs);

}  // namespace lth::facts
