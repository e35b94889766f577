// What a unit or a village was on a day, and what became of it by another day.
//
// Dates before the first known list are answered by that list: `MapDates` says so.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/territory/territory.hpp"

namespace lth::core::territory {

/// The days that answer for a date asked about.
struct MapDates {
    Date asked;
    Date units;     // asked, or the day of the first known list of units
    Date villages;  // likewise of villages

    [[nodiscard]] bool units_before_first() const { return units != asked; }
    [[nodiscard]] bool villages_before_first() const { return villages != asked; }
};
[[nodiscard]] MapDates map_dates(const Territory& territory, Date asked);

/// The first list of units, else the first unit; of villages the first day on which a unit's
/// villages are said to be complete, else the first village. Null in an empty book.
[[nodiscard]] std::optional<Date> first_units_on(const Territory& territory);
[[nodiscard]] std::optional<Date> first_villages_on(const Territory& territory);

/// Views into the book: valid until it changes.
struct UnitState {
    bool exists = false;
    Date since;           // it began to exist, or ended; of `exists` and not of the attributes
    OpNumber row_op = 0;  // what said so last
    std::string_view code;
    std::string_view name;
    UnitKind kind = UnitKind::commune;
    std::optional<UnitId> parent;
};
/// As recorded: no list answers for a date before it. Before its first fact a unit has the
/// attributes of that fact and does not exist.
[[nodiscard]] UnitState unit_on(const Territory& territory, UnitSlot unit, Date date);

struct VillageState {
    bool exists = false;
    bool begun = false;  // false: the date lies before the village
    Date since;
    OpNumber op = 0;
    std::string_view name;
    UnitSlot unit = 0;   // as last assigned, or first if not begun
    Date assigned_from;  // of `unit`
};
[[nodiscard]] VillageState village_on(const Territory& territory, VillageSlot village, Date date);

inline constexpr std::uint32_t no_slot = 0xFFFFFFFF;

/// Where a unit of any time is found on a day.
struct UnitPlace {
    UnitSlot unit = no_slot;   // one that exists on the day; with `unclear` the last one known
    bool provisional = false;  // the first of several successors or predecessors
    bool split = false;        // its villages are to be assigned one by one
    bool unclear = false;      // no successor is known, or none before it
};

struct VillagePlace {
    VillageSlot village = no_slot;  // one that exists on the day and stands for it
    UnitPlace unit;
};

/// Follows successions to one day; remembers what it found.
class Resolver {
public:
    Resolver(const Territory& territory, MapDates dates);

    [[nodiscard]] const MapDates& dates() const { return dates_; }
    [[nodiscard]] const UnitState& state(UnitSlot unit);

    [[nodiscard]] UnitPlace place_unit(UnitSlot unit);
    [[nodiscard]] VillagePlace place_village(VillageSlot village);

    /// The unit that `unit` stands under on the day: its parent, the parent's successor, or what
    /// stood above that; no_slot under nothing.
    [[nodiscard]] UnitSlot parent_of(UnitSlot unit);

private:
    enum class Mark : std::uint8_t { unseen, open, done };
    enum class Direction : std::uint8_t { onward, back };

    UnitPlace follow(UnitSlot unit);
    UnitPlace along(std::span<const UnitLink> links, Direction direction);
    VillageSlot stand_in(VillageSlot village, const VillageState& state, UnitPlace& place) const;
    [[nodiscard]] bool is_split_since(UnitSlot unit, Date assigned) const;
    [[nodiscard]] bool has_absorbed(UnitSlot unit, Date until) const;

    const Territory& territory_;
    MapDates dates_;
    std::vector<std::optional<UnitState>> states_;  // as they are asked for
    std::vector<UnitPlace> places_;
    std::vector<Mark> marks_;
};

/// The links that tell what became of a unit by `date`, the last change first known; empty if it
/// lives or nothing is known. One link for each other unit, in the order recorded.
[[nodiscard]] std::vector<UnitLink> successors_by(const Territory& territory, UnitSlot unit,
                                                  Date date);
/// What a unit that begins after `date` was made of.
[[nodiscard]] std::vector<UnitLink> predecessors_from(const Territory& territory, UnitSlot unit,
                                                      Date date);

/// Rights and figures follow lineage: every unit of `date` that `unit` lives on in, or was made of.
struct Relative {
    UnitId unit;
    Share share;  // whole: all of the older is in the younger
    friend bool operator==(const Relative&, const Relative&) = default;
};
[[nodiscard]] std::vector<Relative> relatives_on(const Territory& territory, UnitId unit,
                                                 Date date);

/// Classes of a village or unit on a day: its own, else of the unit it lies in, upwards.
struct Classes {
    std::uint8_t mask = 0;
    Evidence evidence = Evidence::unknown;

    [[nodiscard]] bool has(AreaClass one) const {
        return (mask >> static_cast<unsigned>(one) & 1U) != 0;
    }
    /// Mountain, remote, ethnic minority or especially difficult: what a scheme puts first.
    [[nodiscard]] bool is_priority() const { return (mask & 0x0FU) != 0; }
    friend bool operator==(const Classes&, const Classes&) = default;
};
[[nodiscard]] std::optional<Classes> village_classes_on(const Territory& territory,
                                                        VillageId village, Date date);
[[nodiscard]] std::optional<Classes> unit_classes_on(const Territory& territory, UnitId unit,
                                                     Date date);
/// The last of a dated list of classes.
[[nodiscard]] std::optional<Classes> last_classes(const Territory& territory,
                                                  std::span<const ClassFact> facts, Date date);

}  // namespace lth::core::territory
