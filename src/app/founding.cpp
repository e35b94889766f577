#include "app/founding.hpp"

#include <algorithm>
#include <embedded/data.hpp>
#include <iterator>

#include "app/fault.hpp"
#include "core/territory/catalogue.hpp"
#include "facts/scheme.hpp"

namespace lth::app {
namespace {

// What is embedded at build is there, or the build is broken.
std::string_view embedded(std::string_view path) { return data::find(path).value(); }

template <class T>
T readable(core::Result<T> result) {
    if (result) return std::move(*result);
    throw Fault(message(result.error(), core::Language::vi),
                message(result.error(), core::Language::en));
}

}  // namespace

std::vector<std::vector<core::territory::TerritoryOp>> founding_units(core::Date on) {
    const core::territory::CatalogueFiles files{
        .units = embedded("data/thanh-hoa/units.csv"),
        .events = embedded("data/thanh-hoa/events.csv"),
        .reform = embedded("data/thanh-hoa/reform-2025-07-01.csv")};
    return readable(core::territory::read_catalogue(files, on));
}

std::vector<core::registry::RegistryOp> founding_schemes(core::Date on) {
    std::vector<core::registry::RegistryOp> ops;
    for (const auto& file : data::files()) {
        if (!std::string_view(file.path).starts_with("schemes/")) continue;
        const auto scheme = readable(facts::parse_scheme(embedded(file.path)));
        auto adoption = facts::adoption_of(scheme, embedded(file.path), on);
        std::ranges::move(adoption, std::back_inserter(ops));
    }
    return ops;
}

}  // namespace lth::app
