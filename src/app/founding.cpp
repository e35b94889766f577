#include "app/founding.hpp"

#include <algorithm>
#include <embedded/data.hpp>
#include <iterator>

#include "app/fault.hpp"
#include "core/territory/catalogue.hpp"
#include "facts/criteria.hpp"
#include "facts/scheme.hpp"

namespace lth::app {
namespace {

// What is embedded at build is there, or the build is broken.
std::string_view embedded(std::string_view path) { return data::find(path).value(); }

bool is_criteria(std::string_view path) { return path.starts_with("schemes/criteria-"); }

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
        if (is_criteria(file.path)) {
            const auto criteria = readable(facts::parse_criteria(embedded(file.path)));
            ops.push_back(facts::adoption_of(criteria, embedded(file.path), on));
            continue;
        }
        const auto scheme = readable(facts::parse_scheme(embedded(file.path)));
        auto adoption = facts::adoption_of(scheme, embedded(file.path), on);
        std::ranges::move(adoption, std::back_inserter(ops));
    }
    return ops;
}

std::vector<core::rating::Criteria> founding_criteria() {
    std::vector<core::rating::Criteria> versions;
    for (const auto& file : data::files()) {
        if (!is_criteria(file.path)) continue;
        versions.push_back(readable(facts::parse_criteria(embedded(file.path))));
    }
    return versions;
}

}  // namespace lth::app
