// A map of tiles: the units right under the province, each on a cell of a grid near where it lies
// (data/thanh-hoa/tiles.csv, made by tools/tiles.py), with the value of one measure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/answer.hpp"

namespace lth::app {

struct TilePlace {
    std::string_view code;
    int column = 0;
    int row = 0;
};

/// Of the latest arrangement not after the day, else the first. Valid for ever.
[[nodiscard]] std::vector<TilePlace> tile_places(core::Date units_as_of);

struct TileLine {
    std::string code;
    std::string name;
    int column = 0;
    int row = 0;
    facts::Value value = {};
};

struct TileMap {
    std::string_view measure;                // empty: there is no map here
    std::vector<std::string_view> measures;  // to choose from
    std::vector<TileLine> tiles;             // by row, then column
};

}  // namespace lth::app
