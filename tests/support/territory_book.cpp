#include "support/territory_book.hpp"

#include <algorithm>
#include <stdexcept>

namespace lth::tests {

using namespace core::territory;

std::string TerritoryBook::record(const std::vector<TerritoryOp>& ops) {
    const auto seq = history.size() + 1;
    const auto admitted = admit(book, {.entry_id = entry(seq), .seq = seq, .today = today}, ops);
    if (!admitted) {
        last_refusal = admitted.error();
        return std::string(admitted.error().rule.id());
    }
    history.push_back(ops);
    return "";
}

std::string TerritoryBook::record(TerritoryWhat what) {
    return record(std::vector<TerritoryOp>{{.on = on, .parts = {}, .what = std::move(what)}});
}

void TerritoryBook::must(TerritoryWhat what) {
    must(std::vector<TerritoryOp>{{.on = on, .parts = {}, .what = std::move(what)}});
}

void TerritoryBook::must(const std::vector<TerritoryOp>& ops) {
    if (const auto rule = record(ops); !rule.empty()) {
        throw std::logic_error(rule + ": " + message(last_refusal, core::Language::en));
    }
}

core::EntryId TerritoryBook::entry(std::uint64_t seq) {
    core::Uuid id;
    id.bytes[15] = static_cast<std::uint8_t>(seq);
    id.bytes[14] = static_cast<std::uint8_t>(seq >> 8);
    return core::EntryId(id);
}

core::OpReversed TerritoryBook::reversal(std::uint64_t seq, std::int64_t op_index) {
    return {entry(seq), {op_index}};
}

core::UnitId unit_id(std::string_view code) {
    std::uint64_t value = 0;
    for (const char c : code) value = value << 8 | static_cast<unsigned char>(c);
    return {value};
}

core::VillageId village_id(std::uint64_t number) { return {number}; }

std::string list_text(const TerritoryView& view) {
    std::vector<std::string> lines;
    for (const auto& unit : view.units) {
        if (unit.standing != Standing::live) continue;
        const auto parent = unit.parent == no_node ? "" : view.units[unit.parent].code;
        lines.push_back(unit.code + "|" + unit.name + "|" + std::string(vietnamese(unit.kind)) +
                        "|" + parent + "\n");
    }
    std::ranges::sort(lines);
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
}

UnitsLoaded small_list() {
    const auto row = [](std::string code, std::string name, UnitKind kind, std::string parent) {
        UnitRow unit{.unit = unit_id(code), .code = {code}, .name = {name}, .kind = kind};
        if (!parent.empty()) unit.parent = unit_id(parent);
        return unit;
    };
    return {.as_of = core::make_date(2020, 1, 1),
            .units = {row("P", "Tỉnh P", UnitKind::province, ""),
                      row("1", "Huyện Một", UnitKind::rural_district, "P"),
                      row("2", "Huyện Hai", UnitKind::rural_district, "P"),
                      row("11", "Xã Mười Một", UnitKind::commune, "1"),
                      row("12", "Xã Mười Hai", UnitKind::commune, "1"),
                      row("13", "Xã Mười Ba", UnitKind::commune, "1"),
                      row("21", "Xã Hai Mốt", UnitKind::commune, "2"),
                      row("22", "Thị trấn Hai Hai", UnitKind::township, "2")},
            .evidence = Evidence::list,
            .legal_basis = {}};
}

TerritoryBook small_book() {
    TerritoryBook book;
    book.must(small_list());
    return book;
}

VillageCreated village(std::uint64_t number, std::string_view unit, core::Date from) {
    return {.village = village_id(number),
            .unit = unit_id(unit),
            .name = {"Thôn " + std::to_string(number)},
            .predecessors = {},
            .from = from,
            .evidence = Evidence::list,
            .legal_basis = {}};
}

std::string view_fault(const Territory& book, const TerritoryView& view) {
    std::uint32_t villages = 0;
    for (Node node = 0; node < view.units.size(); ++node) {
        const auto& unit = view.units[node];
        if (unit.end <= node || unit.end > view.units.size()) return "end of " + unit.code;
        if (unit.parent != no_node) {
            const auto& parent = view.units[unit.parent];
            if (unit.parent >= node || unit.end > parent.end) return "interval of " + unit.code;
            if (parent.level >= unit.level) return "level of " + unit.code;
            if (parent.standing != Standing::live) return "dead parent of " + unit.code;
        }
        const auto inner_end =
            node + 1 < unit.end ? view.units[node + 1].first_village : unit.end_village;
        if (unit.first_village != villages) return "villages before " + unit.code;
        for (; villages < inner_end; ++villages) {
            if (view.villages[villages].unit != node) return "village of " + unit.code;
        }
    }
    if (villages != view.villages.size()) return "villages left over";
    for (const auto& history : book.villages) {
        if (history.facts.empty()) continue;
        const auto* place = place_of(view, history.id);
        if (place == nullptr || place->unit == no_node) return "village in no unit";
        if (place->village != no_village && view.villages[place->village].unit != place->unit) {
            return "village apart from its place";
        }
    }
    return "";
}

}  // namespace lth::tests
