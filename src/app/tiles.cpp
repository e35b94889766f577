#include "app/tiles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <embedded/data.hpp>

#include "app/fault.hpp"
#include "app/province.hpp"

namespace lth::app {
namespace {

struct Row {
    core::Date from;
    TilePlace place;
};

int whole(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "2025-07-01,14758,6,4"; what was built in is well formed, or the build is broken.
Row row_of(std::string_view line) {
    std::array<std::string_view, 4> cells;
    for (auto& cell : cells) {
        const auto comma = std::min(line.find(','), line.size());
        cell = line.substr(0, comma);
        line.remove_prefix(std::min(comma + 1, line.size()));
    }
    return {core::parse_date(cells[0]).value(), {cells[1], whole(cells[2]), whole(cells[3])}};
}

const std::vector<Row>& all_rows() {
    static const auto rows = [] {
        std::vector<Row> read;
        auto text = data::find("data/thanh-hoa/tiles.csv").value();
        for (bool head = true; !text.empty(); head = false) {
            const auto end = std::min(text.find('\n'), text.size());
            if (!head && end > 0) read.push_back(row_of(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return read;
    }();
    return rows;
}

}  // namespace

std::vector<TilePlace> tile_places(core::Date units_as_of) {
    const auto& rows = all_rows();
    auto from = rows.front().from;
    for (const auto& row : rows) {
        if (row.from <= units_as_of) from = std::max(from, row.from);
    }
    std::vector<TilePlace> places;
    for (const auto& row : rows) {
        if (row.from == from) places.push_back(row.place);
    }
    return places;
}

// Units without a place of their own stand in rows below all others.
TileMap Province::tiles_of(ProvinceFacts& facts, const facts::Ground& ground, facts::Question about,
                           const Question& question) {
    TileMap map;
    const auto* scheme = facts.scheme_asked(question.scheme, about.as_of);
    const auto& units = ground.view.units;
    if (scheme == nullptr || units.empty()) return map;
    about.missing_limit = 0;
    const auto whole_province = facts.standing(*scheme, about);
    for (const auto& one : whole_province.measures) map.measures.push_back(one.name);
    const auto wanted = std::ranges::find(map.measures, question.measure);
    map.measure = wanted == map.measures.end() ? std::string_view("members") : *wanted;
    const auto places = tile_places(about.units_as_of);
    int columns = 1;
    int rows = 0;
    for (const auto& place : places) {
        columns = std::max(columns, place.column + 1);
        rows = std::max(rows, place.row + 1);
    }
    int homeless = 0;
    for (facts::Node node = 1; node < units.size(); node = units[node].end) {
        const auto& unit = units[node];
        if (unit.standing != core::territory::Standing::live) continue;
        about.scope = facts::scope_of(ground.view, node);
        const auto standing = facts.standing(*scheme, about);
        auto& tile = map.tiles.emplace_back(TileLine{.code = unit.code, .name = unit.name});
        if (const auto* answer = facts::find_measure(standing, map.measure)) {
            tile.value = answer->answer.value;
        }
        const auto place = std::ranges::find(places, unit.code, &TilePlace::code);
        if (place != places.end()) {
            tile.column = place->column;
            tile.row = place->row;
        } else {
            tile.column = homeless % columns;
            tile.row = rows + homeless / columns;
            ++homeless;
        }
    }
    std::ranges::sort(map.tiles, {},
                      [](const TileLine& tile) { return std::pair(tile.row, tile.column); });
    return map;
}

}  // namespace lth::app
