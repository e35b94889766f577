// Tables of clubs, quotas and trainings.
#include <functional>
#include <set>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

// More clubs than any province has; readers are asked for one page.
constexpr std::size_t all_clubs = 100'000;

struct CommuneRow {
    std::string district;
    app::AreaLine area;
};

// Communes below the unit, through its districts if it has any.
core::Result<std::vector<CommuneRow>> communes_of(app::Reading& reading,
                                                  const app::Question& question) {
    const auto unit = reading.unit(question);
    if (!unit) return std::unexpected(unit.error());
    const auto map = reading.units(unit->frame.units_as_of);
    if (!map) return std::unexpected(map.error());
    std::set<std::string, std::less<>> districts;
    for (const auto& known : map->units) {
        if (known.level == core::territory::Level::district) districts.insert(known.code);
    }
    std::vector<CommuneRow> rows;
    for (const auto& area : unit->units) {
        if (area.unclear || !districts.contains(area.code)) {
            rows.push_back({"", area});
            continue;
        }
        auto below = question;
        below.unit = area.code;
        const auto inside = reading.unit(below);
        if (!inside) return std::unexpected(inside.error());
        for (const auto& commune : inside->units) rows.push_back({area.name, commune});
    }
    return rows;
}

void put_communes(Values& values, const std::vector<CommuneRow>& rows) {
    auto& communes = values.lists["communes"];
    for (const auto& [district, area] : rows) {
        communes.push_back(
            {{"code", {area.code}},
             {"district", {district}},
             {"name", {area.name + (area.unclear ? " (chưa rõ)" : "")}},
             {"clubs", count_field(area.clubs)},
             {"members", area.clubs == 0 ? count_field(0) : count_field(area.members)},
             {"villages", count_field(area.villages)},
             {"villages_covered", count_field(area.villages_covered)}});
    }
    for (std::size_t i = 0; i < communes.size(); ++i) {
        communes[i]["number"] = count_field(static_cast<std::int64_t>(i) + 1);
    }
}

}  // namespace

core::Result<Values> compose_clubs(app::Reading& reading, const Asked& asked) {
    const auto associations = reading.associations(asked.question, asked.year);
    if (!associations) return std::unexpected(associations.error());
    const auto clubs = reading.clubs({.at = asked.question, .limit = all_clubs});
    if (!clubs) return std::unexpected(clubs.error());
    Values values;
    facts::BasisCounts basis;
    auto& list = values.lists["clubs"];
    for (const auto& club : clubs->clubs) {
        if (club.status == core::club::Status::active) basis.add(club.basis);
        list.push_back({{"number", count_field(static_cast<std::int64_t>(list.size()) + 1)},
                        {"book", {to_text(club.id)}},
                        {"name", {club.name}},
                        {"commune", {club.commune.name}},
                        {"village", {club.village}},
                        {"status", {std::string(name_of(club.status))}},
                        {"launched", date_field(club.launched_on)},
                        {"members", count_field(club.members)},
                        {"basis", {basis_word(club.basis)}}});
    }
    const auto communes = communes_of(reading, asked.question);
    if (!communes) return std::unexpected(communes.error());
    put_communes(values, *communes);
    put_head(values, {asked, clubs->frame, *associations, basis_line("thành viên", basis)});
    return values;
}

core::Result<Values> compose_work(app::Reading& reading, const Asked& asked) {
    const auto view = reading.associations(asked.question, asked.year);
    if (!view) return std::unexpected(view.error());
    Values values;
    auto& quotas = values.lists["quotas"];
    for (const auto& line : view->quotas) {
        // Told as text, what is within another line is in no sum of the sheet.
        const auto told = [&](std::int64_t count) {
            auto field = count_field(count);
            return line.within ? Field{"(" + field.text + ")"} : field;
        };
        quotas.push_back(
            {{"number", count_field(static_cast<std::int64_t>(quotas.size()) + 1)},
             {"year", {std::to_string(line.year.value), std::to_string(line.year.value)}},
             {"unit", {(line.within ? "trong đó: " : "") + line.unit_name}},
             {"code", {line.unit_code}},
             {"quota", told(line.assigned)},
             {"launched", told(line.launched)},
             {"difference", told(line.launched - line.assigned)}});
    }
    for (const auto& [year, launched] : view->beside_quotas) {
        quotas.push_back({{"number", count_field(static_cast<std::int64_t>(quotas.size()) + 1)},
                          {"year", {std::to_string(year), std::to_string(year)}},
                          {"unit", {"Nơi không giao chỉ tiêu trong năm"}},
                          {"code", {}},
                          {"quota", {"–"}},
                          {"launched", count_field(launched)},
                          {"difference", count_field(launched)}});
    }
    values.set("no_quotas", quotas.empty() ? "Chưa có chỉ tiêu nào được ghi." : "");
    auto& trainings = values.lists["trainings"];
    for (const auto& line : view->trainings) {
        trainings.push_back(
            {{"number", count_field(static_cast<std::int64_t>(trainings.size()) + 1)},
             {"on", date_field(line.on)},
             {"association", {line.association}},
             {"topic", {std::string(name_of(line.topic))}},
             {"days", count_field(line.days)},
             {"participants", count_field(line.participants)},
             {"clubs", line.clubs > 0 ? count_field(line.clubs) : Field{std::string(no_data)}},
             {"source", {source_text(line.place)}}});
    }
    values.set("no_trainings", trainings.empty() ? "Chưa có lớp tập huấn nào được ghi." : "");
    const bool of_quotas = asked.kind == Kind::quotas;
    put_head(values, {asked, view->frame, *view,
                      of_quotas ? "Cơ sở số liệu: chỉ tiêu theo sổ của Hội; số ra mắt đếm câu lạc "
                                  "bộ có ngày ra mắt trong năm, tính đến ngày số liệu."
                                : "Cơ sở số liệu: các lớp đã ghi trong sổ của Hội."});
    return values;
}

}  // namespace lth::report
