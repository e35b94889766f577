// The tree of units on a day, numbered in preorder, with the villages in the order of their
// communes: a unit is an interval of units and an interval of villages.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/territory/history.hpp"

namespace lth::core::territory {

/// Index into TerritoryView::units.
using Node = std::uint32_t;
inline constexpr Node no_node = 0xFFFFFFFF;

/// live: exists on the day · ended: existed, and its successor is not known · ahead: will exist,
/// and what it was made of is not known. The latter two stand under their last (first) parent as
/// "chưa rõ"; they are in no commune and no count of communes.
enum class Standing : std::uint8_t { live, ended, ahead };

struct UnitNode {
    UnitId id;
    std::string code;
    std::string name;  // with its kind: "Phường Hàm Rồng"
    UnitKind kind = UnitKind::commune;
    Level level = Level::commune;
    Standing standing = Standing::live;
    Evidence evidence = Evidence::unknown;  // of what was last said about it
    Node parent = no_node;
    Node end = 0;                     // units in it: [own index, end)
    std::uint32_t first_village = 0;  // villages in it: [first_village, end_village)
    std::uint32_t end_village = 0;
    std::optional<Classes> classes = {};  // its own, else of what it stands under
};

struct VillageNode {
    VillageId id;
    std::string name;
    Node unit = no_node;       // a live commune, or a unit that is "chưa rõ"
    bool provisional = false;  // the first of several answers
    bool split = false;        // its commune was split and its own part is not decided
    Evidence evidence = Evidence::unknown;
    std::optional<Classes> classes = {};
};

inline constexpr std::uint32_t no_village = 0xFFFFFFFF;

/// Where a village of any time counts on the map.
struct Place {
    Node unit = no_node;                 // no_node: no unit is known at all
    std::uint32_t village = no_village;  // one on the map that stands for it; else it is in no
                                         // list: of it only the commune is known
    bool provisional = false;
    bool split = false;
};

struct TerritoryView {
    MapDates dates;
    std::vector<UnitNode> units;        // preorder; siblings by code, what is unclear last
    std::vector<VillageNode> villages;  // by unit, then as first recorded

    // Look-ups, over units and villages of every time.
    std::unordered_map<UnitId, Place> unit_places;
    std::unordered_map<VillageId, Place> village_places;
    std::unordered_map<std::string_view, Node> codes;  // live units; views into `units`

    TerritoryView() = default;
    TerritoryView(const TerritoryView&) = delete;
    TerritoryView& operator=(const TerritoryView&) = delete;
    TerritoryView(TerritoryView&&) = default;
    TerritoryView& operator=(TerritoryView&&) = default;
    ~TerritoryView() = default;
};

/// The map of a day. About 1 ms for a province of 560 communes and 4,400 villages.
[[nodiscard]] TerritoryView make_view(const Territory& territory, Date as_of);

/// Where a village or a unit of any time is found; nullptr if the book does not know it.
[[nodiscard]] const Place* place_of(const TerritoryView& view, VillageId village);
[[nodiscard]] const Place* place_of(const TerritoryView& view, UnitId unit);

/// The live unit with that code on the day; no_node if there is none.
[[nodiscard]] Node find_code(const TerritoryView& view, std::string_view code);

/// Live units of that name, with or without its kind, in preorder: those written exactly so, else
/// those that fold to the same words ("xa quang trung" is Quang Trung and Quảng Trung). All of the
/// view if `within` is no_node.
[[nodiscard]] std::vector<Node> find_name(const TerritoryView& view, std::string_view name,
                                          Node within = no_node);

/// The unit of that level that `node` is or lies in; no_node if there is none, and for what is
/// unclear at its own level.
[[nodiscard]] Node ancestor_at(const TerritoryView& view, Node node, Level level);

/// True if `inner` is `outer` or lies in it.
[[nodiscard]] bool is_within(const TerritoryView& view, Node inner, Node outer);

/// Live units of that level in `within` (no_node: all).
[[nodiscard]] std::size_t count_units(const TerritoryView& view, Level level,
                                      Node within = no_node);

/// What somebody still has to decide, as the map stands on the view's day.
enum class DecisionKind : std::uint8_t {
    split,      // villages of a split commune wait to be assigned to one of `choices`
    successor,  // nobody knows what became of the unit
};
struct OpenDecision {
    DecisionKind kind;
    UnitId unit;
    std::string code;  // as last known
    std::string name;
    Date since;
    std::vector<UnitId> choices;      // of a split, in order: the first counts until decided
    std::vector<VillageId> villages;  // not yet assigned; empty where none is on record
    bool villages_on_record = false;  // false: the book has no village of the unit
};
[[nodiscard]] std::vector<OpenDecision> open_decisions(const Territory& territory, Date as_of);

}  // namespace lth::core::territory
