// The map that the demo's clubs stand on: the communes of 1 November 2020, as the catalogue has
// them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.hpp"

namespace lth::demo {

struct District {
    core::UnitId unit;
    std::string code;
    std::string name;
    bool mountain = false;
    bool urban = false;  // a city or a town (thị xã)
};

struct Commune {
    core::UnitId unit;
    std::string code;
    std::string name;  // "Phường Tào Xuyên"
    std::uint32_t district = 0;
    bool rural = true;  // xã, not phường or thị trấn
};

struct Ground {
    core::UnitId province;
    std::vector<District> districts;  // by code
    std::vector<Commune> communes;    // by code
};

}  // namespace lth::demo
