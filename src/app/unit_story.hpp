// What became of a unit through time, told from the territory book: each change with its date and
// what it rests on; its villages, classes and stated figures.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/territory/view.hpp"

namespace lth::app {

struct NamedUnit {
    core::UnitId unit = {};
    std::string code = {};
    std::string name = {};
};
BOOST_DESCRIBE_STRUCT(NamedUnit, (), (unit, code, name))

/// became: all of it went into `other` · part_to: a part did · made_of, part_of: the same, seen
/// from the younger unit · listed: the first list names it, how old it is nobody says.
enum class UnitChange : std::uint8_t {
    listed,
    created,
    renamed,
    retyped,
    recoded,
    moved,
    ended,
    became,
    part_to,
    made_of,
    part_of
};
BOOST_DESCRIBE_ENUM(UnitChange, listed, created, renamed, retyped, recoded, moved, ended, became,
                    part_to, made_of, part_of)

struct UnitChangeLine {
    core::Date from = {};
    std::optional<core::Date> not_before = {};  // the day lies from here to `from`
    UnitChange change = UnitChange::created;
    std::string before = {};  // a name or a code, by the change
    std::string after = {};
    std::optional<NamedUnit> other = {};  // the unit at the other end
    core::territory::Evidence evidence = core::territory::Evidence::unknown;
    std::string legal_basis = {};
    std::uint64_t seq = 0;  // of the entry
};
BOOST_DESCRIBE_STRUCT(UnitChangeLine, (),
                      (from, not_before, change, before, after, other, evidence, legal_basis, seq))

struct ClassLine {
    core::Date from = {};
    std::vector<core::territory::AreaClass> classes = {};
    core::territory::Evidence evidence = core::territory::Evidence::unknown;
    std::string legal_basis = {};
    std::uint64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(ClassLine, (), (from, classes, evidence, legal_basis, seq))

struct StatedLine {
    core::Date as_of = {};
    std::optional<std::int64_t> villages = {};
    std::optional<std::int64_t> elderly_population = {};
    std::optional<std::int64_t> poor_households = {};
    bool villages_complete = false;
    core::territory::Evidence evidence = core::territory::Evidence::unknown;
    std::string source = {};
    std::uint64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(StatedLine, (),
                      (as_of, villages, elderly_population, poor_households, villages_complete,
                       evidence, source, seq))

struct VillageLine {
    core::VillageId village = {};
    std::string name = {};
    std::optional<std::string> former = {};  // see former_communes
    core::Date since = {};
    bool undecided = false;  // its commune was split and where it belongs is open
    std::vector<core::territory::AreaClass> classes = {};  // in force, its own or the commune's
    std::vector<ClassLine> own_classes = {};               // by date
};
BOOST_DESCRIBE_STRUCT(VillageLine, (),
                      (village, name, former, since, undecided, classes, own_classes))

struct UnitStory {
    core::UnitId unit = {};
    std::string code = {};  // as last known
    std::string name = {};
    std::string kind = {};   // by its name in operations: "ward"
    std::string level = {};  // province, district, commune
    bool live = false;       // on the day asked about
    std::optional<NamedUnit> parent = {};
    std::vector<UnitChangeLine> changes = {};  // by date
    std::vector<ClassLine> classes = {};       // its own, by date
    std::vector<StatedLine> stated = {};
    std::vector<VillageLine> villages = {};          // of a commune, on the day
    std::optional<std::int64_t> village_count = {};  // the denominator in use
    bool villages_listed = false;                    // it is the list; else as stated
};
BOOST_DESCRIBE_STRUCT(UnitStory, (),
                      (unit, code, name, kind, level, live, parent, changes, classes, stated,
                       villages, village_count, villages_listed))

/// Of each village of a commune, in the order of the view: by name the commune that it was in
/// before, where another village of its name lies in the same commune now; else null.
[[nodiscard]] std::vector<std::optional<std::string>> former_communes(
    const core::territory::Territory& territory, const core::territory::TerritoryView& view,
    core::territory::Node commune);

/// `view` is the map of the day asked about, made from the book; null if the book does not know
/// the unit.
[[nodiscard]] std::optional<UnitStory> unit_story(const core::territory::Territory& territory,
                                                  const core::territory::TerritoryView& view,
                                                  core::UnitId unit);

/// As it is called on the day, else as it was last called.
[[nodiscard]] NamedUnit named_unit(const core::territory::Territory& territory,
                                   core::territory::UnitSlot unit, core::Date day);

}  // namespace lth::app
