// Every operation of the territory book: units, villages, reforms, area classes, denominators.
//
// A unit has an id of its own; its official code, name, kind and parent are attributes dated by
// `from` (codes are used again for other areas). `from` may lie ahead of `on`. Each fact says on
// what evidence it stands.
#pragma once

#include "core/operation.hpp"
#include "core/territory/kinds.hpp"

namespace lth::core::territory {

/// law: a legal text says so, and is named · list: an official list shows it · inferred: concluded
/// from lists, the date or the way may be another · unknown: nothing is known · synthetic: made up
/// for a demonstration.
enum class Evidence : std::uint8_t { law, list, inferred, unknown, synthetic };
BOOST_DESCRIBE_ENUM(Evidence, law, list, inferred, unknown, synthetic)

enum class Share : std::uint8_t { whole, part };
BOOST_DESCRIBE_ENUM(Share, whole, part)

/// Dated classes of an area; the regions I–III are those of ethnic-minority and mountain areas.
enum class AreaClass : std::uint8_t {
    mountain,
    remote,
    ethnic_minority,
    especially_difficult,
    region_1,
    region_2,
    region_3
};
BOOST_DESCRIBE_ENUM(AreaClass, mountain, remote, ethnic_minority, especially_difficult, region_1,
                    region_2, region_3)
inline constexpr std::size_t area_class_count = 7;

/// A unit as a list names it. `name` is the full one, "Phường Hàm Rồng".
struct UnitRow {
    UnitId unit;
    PublicText code = {};
    PublicText name = {};
    UnitKind kind = UnitKind::commune;
    std::optional<UnitId> parent = {};  // none: a province

    friend bool operator==(const UnitRow&, const UnitRow&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (unit, code, name, kind, parent))

/// What a unit became: the first of several answers for what is not yet decided.
struct Successor {
    UnitId unit;
    Share share = Share::whole;

    friend bool operator==(const Successor&, const Successor&) = default;
};
BOOST_DESCRIBE_STRUCT(Successor, (), (unit, share))

struct Succession {
    UnitId from;
    UnitId to;
    Share share = Share::whole;

    friend bool operator==(const Succession&, const Succession&) = default;
};
BOOST_DESCRIBE_STRUCT(Succession, (), (from, to, share))

// ---- Units

/// The complete list of units on a day: what is not in it does not exist from that day.
struct UnitsLoaded {
    static constexpr std::string_view op = "units.loaded";
    Date as_of;
    std::vector<UnitRow> units;
    Evidence evidence = Evidence::list;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitsLoaded, (), (as_of, units, evidence, legal_basis))

struct UnitCreated {
    static constexpr std::string_view op = "unit.created";
    UnitRow row;
    Date from;
    std::vector<UnitId> predecessors;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitCreated, (), (row, from, predecessors, evidence, legal_basis))

struct UnitRenamed {
    static constexpr std::string_view op = "unit.renamed";
    UnitId unit;
    PublicText name;
    std::optional<PublicText> code;  // if it changed, too
    Date from;
    std::optional<Date> not_before;  // the day lies somewhere from here to `from`
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitRenamed, (), (unit, name, code, from, not_before, evidence, legal_basis))

/// A commune becomes a ward, a town a city: the area and the identity stay.
struct UnitRetyped {
    static constexpr std::string_view op = "unit.retyped";
    UnitId unit;
    UnitKind kind = UnitKind::commune;
    PublicText name;
    Date from;
    std::optional<Date> not_before;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitRetyped, (), (unit, kind, name, from, not_before, evidence, legal_basis))

/// To another parent.
struct UnitMoved {
    static constexpr std::string_view op = "unit.moved";
    UnitId unit;
    UnitId parent;
    Date from;
    std::optional<Date> not_before;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitMoved, (), (unit, parent, from, not_before, evidence, legal_basis))

/// No successors: where it went is an open decision (of a level that ended: nothing to decide).
struct UnitAbolished {
    static constexpr std::string_view op = "unit.abolished";
    UnitId unit;
    std::vector<Successor> successors;
    Date from;
    std::optional<Date> not_before;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(UnitAbolished, (),
                      (unit, successors, from, not_before, evidence, legal_basis))

/// Everything that one resolution does to the map on one day.
struct ReformApplied {
    static constexpr std::string_view op = "reform.applied";
    Date effective;
    std::vector<UnitRow> created;   // ids never used before
    std::vector<UnitRow> changed;   // units that live on, with what they are from that day
    std::vector<UnitId> abolished;  // units that end the day before
    std::vector<Succession> successions;
    Evidence evidence = Evidence::law;
    PublicText legal_basis;
};
BOOST_DESCRIBE_STRUCT(ReformApplied, (),
                      (effective, created, changed, abolished, successions, evidence, legal_basis))

// ---- Villages (khu dân cư)

struct VillageCreated {
    static constexpr std::string_view op = "village.created";
    VillageId village;
    UnitId unit;  // a commune
    PublicText name;
    std::vector<VillageId> predecessors;
    Date from;
    Evidence evidence = Evidence::list;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(VillageCreated, (),
                      (village, unit, name, predecessors, from, evidence, legal_basis))

struct VillageRenamed {
    static constexpr std::string_view op = "village.renamed";
    VillageId village;
    PublicText name;
    Date from;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(VillageRenamed, (), (village, name, from, evidence, legal_basis))

/// To another commune; decides where a village of a split commune belongs.
struct VillageAssigned {
    static constexpr std::string_view op = "village.assigned";
    VillageId village;
    UnitId unit;
    Date from;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(VillageAssigned, (), (village, unit, from, evidence, legal_basis))

struct VillageAbolished {
    static constexpr std::string_view op = "village.abolished";
    VillageId village;
    std::vector<VillageId> successors;
    Date from;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(VillageAbolished, (), (village, successors, from, evidence, legal_basis))

// ---- Classes and denominators

/// All classes of a unit or a village from a day; an empty list says that it has none.
struct ClassSet {
    static constexpr std::string_view op = "class.set";
    std::optional<UnitId> unit;  // exactly one of the two
    std::optional<VillageId> village;
    std::vector<AreaClass> classes;
    Date from;
    Evidence evidence = Evidence::law;
    std::optional<PublicText> legal_basis;
};
BOOST_DESCRIBE_STRUCT(ClassSet, (), (unit, village, classes, from, evidence, legal_basis))

/// What a unit states about itself: denominators where this book has no list.
struct UnitReported {
    static constexpr std::string_view op = "unit.reported";
    UnitId unit;
    Date as_of;
    std::optional<Count> villages;
    std::optional<Count> elderly_population;
    std::optional<Count> poor_households;
    bool villages_complete = false;  // the villages of the unit in this book are all there are
    Evidence evidence = Evidence::list;
    std::optional<PublicText> source;
};
BOOST_DESCRIBE_STRUCT(UnitReported, (),
                      (unit, as_of, villages, elderly_population, poor_households,
                       villages_complete, evidence, source))

using TerritoryWhat =
    std::variant<UnitsLoaded, UnitCreated, UnitRenamed, UnitRetyped, UnitMoved, UnitAbolished,
                 ReformApplied, VillageCreated, VillageRenamed, VillageAssigned, VillageAbolished,
                 ClassSet, UnitReported, OpReversed, PrivateErased, AttachmentAdded>;
using TerritoryOp = Operation<TerritoryWhat>;

}  // namespace lth::core::territory
