#include <array>

#include "facts/criteria.hpp"
#include "facts/scheme.hpp"
#include "facts/toml_table.hpp"

namespace lth::facts {
namespace {

using core::rating::Criteria;
using core::rating::Criterion;
using core::rating::Measure;

constexpr std::array<std::string_view, 8> criteria_keys = {
    "id", "from", "name_vi", "name_en", "strong_ppm", "fair_ppm", "average_ppm", "criterion"};
constexpr std::array<std::string_view, 8> criterion_keys = {"id",  "measure", "points",  "step",
                                                            "min", "max",     "name_vi", "name_en"};
constexpr std::array<std::string_view, 2> step_keys = {"from", "points"};

// In the order of Measure.
constexpr std::array<std::string_view, 14> rating_measures = {"judged",
                                                              "meetings",
                                                              "areas",
                                                              "funds",
                                                              "home_care_volunteers",
                                                              "economic_volunteers",
                                                              "borrowing",
                                                              "on_time",
                                                              "counts",
                                                              "health_checks",
                                                              "performances",
                                                              "size",
                                                              "women",
                                                              "elderly"};

std::int64_t required(const TomlTable& table, std::string_view key, std::int64_t limit) {
    const auto found = table.optional_integer(key, limit);
    if (!found) {
        table.fail(core::make_rejection("scheme.missing", key, {{"key", std::string(key)}}));
    }
    return found.value_or(0);
}

Criterion read_criterion(const TomlTable& table) {
    table.only(criterion_keys);
    Criterion criterion;
    criterion.id = table.text("id");
    criterion.measure = static_cast<Measure>(table.one_of("measure", rating_measures));
    criterion.points.value = required(table, "points", core::rating::max_points);
    table.each("step", [&](const TomlTable& step) {
        step.only(step_keys);
        criterion.steps.push_back({required(step, "from", core::one_million),
                                   {required(step, "points", core::rating::max_points)}});
    });
    criterion.min = table.optional_integer("min", core::one_million);
    criterion.max = table.optional_integer("max", core::one_million);
    criterion.name_vi = table.text("name_vi");
    criterion.name_en = table.text("name_en");
    return criterion;
}

core::Result<Criteria> read_criteria(const toml::table& root) {
    std::optional<core::Rejection> failure;
    const TomlTable table(root, "", failure);
    table.only(criteria_keys);
    Criteria criteria;
    criteria.id = table.text("id");
    criteria.from = table.date("from");
    criteria.name_vi = table.text("name_vi");
    criteria.name_en = table.text("name_en");
    criteria.strong_ppm = required(table, "strong_ppm", core::one_million);
    criteria.fair_ppm = required(table, "fair_ppm", core::one_million);
    criteria.average_ppm = required(table, "average_ppm", core::one_million);
    table.each("criterion",
               [&](const TomlTable& t) { criteria.criteria.push_back(read_criterion(t)); });
    if (failure) return std::unexpected(std::move(*failure));
    if (auto sound = check(criteria); !sound) return std::unexpected(std::move(sound.error()));
    return criteria;
}

}  // namespace

core::Result<Criteria> parse_criteria(std::string_view text) {
    if (text.size() > max_scheme_bytes) {
        return core::reject(
            "scheme.too_large", {},
            {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(max_scheme_bytes)}});
    }
    try {
        return read_criteria(toml::parse(text));
    } catch (const toml::parse_error& error) {
        return core::reject("scheme.not_toml", {},
                            {{"line", std::to_string(error.source().begin.line)},
                             {"detail", std::string(error.description())}});
    }
}

core::registry::RegistryOp adoption_of(const Criteria& criteria, std::string_view text,
                                       core::Date on) {
    return {on,
            {},
            core::registry::CriteriaAdopted{{criteria.id}, criteria.from, {}, {std::string(text)}}};
}

}  // namespace lth::facts
