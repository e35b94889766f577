// Units, villages and clubs on the map of a day.
#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <utility>

#include "http/pages/figures.hpp"
#include "http/pages/pages.hpp"

namespace lth::http::pages {
namespace {

const Phrase& status_phrase(core::club::Status status) {
    static constexpr Phrase phrases[] = {
        {"đang đề nghị", "proposed"}, {"đã có quyết định", "decided"}, {"hoạt động", "active"},
        {"tạm ngừng", "suspended"},   {"đang kết thúc", "closing"},    {"đã giải thể", "dissolved"},
        {"đã sáp nhập", "merged"},    {"đã rút", "withdrawn"}};
    return phrases[static_cast<std::size_t>(status)];
}

void draw_area(Page& page, const app::AreaLine& area) {
    page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
    page.link(area.name, page.links().to("/units/" + percent_encoded(area.code)));
    if (area.unclear) page.text(" (").text(page.say(words::unclear)).text(")");
    page.close();
    const auto language = page.language();
    page.cell(words::clubs_active, number_text(area.clubs, language), "number");
    page.cell(words::members, number_text(area.members, language), "number");
    const auto of = [&](std::int64_t part, std::optional<std::int64_t> whole) {
        return number_text(part, language) + " / " + number_text(whole, language);
    };
    page.cell(words::communes_reached, of(area.communes_covered, area.communes), "number");
    page.cell(words::villages_reached, of(area.villages_covered, area.villages), "number");
    page.close();
}

void draw_areas(Page& page, const app::UnitView& view) {
    if (view.units.empty()) return;
    page.open_table(words::units_caption).open("thead").open("tr");
    page.column(words::unit).column(words::clubs_active, "number");
    page.column(words::members, "number").column(words::communes_reached, "number");
    page.column(words::villages_reached, "number").close().close().open("tbody");
    for (const auto& area : view.units) draw_area(page, area);
    page.close().close();
}

void draw_clusters(Page& page, const app::UnitView& view) {
    if (view.clusters.empty()) return;
    page.element("h2", page.say(words::clusters)).open("ul", {{"class", "names"}});
    for (const auto& cluster : view.clusters) {
        page.open("li");
        page.link(cluster.name, page.links().to("/units/" + percent_encoded(cluster.code)));
        page.close();
    }
    page.close();
}

void draw_villages(Page& page, const app::UnitView& view) {
    if (view.villages.empty()) return;
    page.element("h2", page.say(words::villages_caption)).open("ul", {{"class", "names"}});
    for (const auto& village : view.villages) {
        page.open("li", {{"id", village.code}});
        page.text(village.villages_covered > 0 ? "● " : "○ ").text(village.name);
        if (village.former) page.text(" (" + *village.former + ")");
        if (village.provisional) page.text(" (").text(page.say(words::provisional)).text(")");
        std::string_view before = ": ";
        for (const auto& club : view.clubs) {
            if (std::ranges::find(village.served_by, club.id) == village.served_by.end()) continue;
            page.text(std::exchange(before, ", "));
            page.link(club.name, page.links().to("/clubs/" + core::to_text(club.id)));
        }
        page.close();
    }
    page.close();
}

}  // namespace

void draw_clubs(Page& page, const std::vector<app::ClubLine>& clubs) {
    if (clubs.empty()) {
        page.element("p", page.say(words::no_clubs));
        return;
    }
    page.open_table(words::clubs_caption).open("thead").open("tr");
    page.column(words::club).column(words::commune).column(words::village);
    page.column(words::launched).column(words::members, "number").column(words::status);
    page.close().close().open("tbody");
    for (const auto& club : clubs) {
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        page.link(club.name, page.links().to("/clubs/" + core::to_text(club.id))).close();
        page.open_cell(words::commune);
        page.link(club.commune.name,
                  page.links().to("/units/" + percent_encoded(club.commune.code)));
        page.close();
        page.cell(words::village, club.village);
        page.cell(words::launched, date_text(club.launched_on, page.language()));
        page.cell(words::members, number_text(club.members, page.language()), "number");
        page.cell(words::status, page.say(status_phrase(club.status)));
        page.close();
    }
    page.close().close();
}

Response units_page(const Links& links, const app::UnitView& view) {
    const std::string name = view.frame.path.empty()
                                 ? std::string(words::whole_province.in(links.language()))
                                 : view.frame.path.back().name;
    Page page(links, {.tab = Tab::units, .title = name, .simulated = view.frame.simulated});
    page.breadcrumbs(view.frame);
    page.element("h1", name);
    if (!view.frame.path.empty()) {
        page.open("p");
        page.link(page.say(words::standing_here),
                  links.to("/standing", {{"unit", view.frame.path.back().code}}));
        page.close();
    }
    draw_dates(page, view.frame, view.maps);
    draw_tiles(page, view.tiles);
    draw_clusters(page, view);
    draw_areas(page, view);
    if (view.units.empty()) {
        page.element("h2", page.say(words::clubs_here));
        draw_clubs(page, view.clubs);
    }
    draw_villages(page, view);
    page.footnote(view.frame);
    return std::move(page).finish();
}

namespace {

void draw_order(Page& page, app::ClubsOrder chosen) {
    using app::ClubsOrder;
    constexpr std::array orders = {std::pair{ClubsOrder::entered, words::as_entered},
                                   std::pair{ClubsOrder::name, words::club},
                                   std::pair{ClubsOrder::commune, words::commune},
                                   std::pair{ClubsOrder::newest, words::newest_first},
                                   std::pair{ClubsOrder::oldest, words::oldest_first},
                                   std::pair{ClubsOrder::largest, words::largest_first},
                                   std::pair{ClubsOrder::smallest, words::smallest_first}};
    page.element("label", page.say(words::sorted_by), {{"for", "sort"}});
    page.open("select", {{"id", "sort"}, {"name", "sort"}});
    const auto* was = boost::describe::enum_to_string(chosen, "");
    for (const auto& [order, phrase] : orders) {
        page.option(page.say(phrase), boost::describe::enum_to_string(order, ""), was);
    }
    page.close();
}

}  // namespace

Response clubs_page(const Links& links, const app::ClubsView& view) {
    Page page(links, {.tab = Tab::clubs,
                      .title = std::string(words::clubs.in(links.language())),
                      .simulated = view.frame.simulated,
                      .json = links.to("/api/v1/clubs", {{"q", view.search}})});
    page.element("h1", page.say(words::clubs));
    page.open("form", {{"method", "get"}, {"class", "search"}, {"role", "search"}});
    page.open("p").element("label", page.say(words::search), {{"for", "q"}});
    page.empty("input", {{"id", "q"}, {"name", "q"}, {"type", "search"}, {"value", view.search}});
    for (const auto* kept : {"as_of", "units_as_of", "known_at", "scheme", "lang"}) {
        const auto value = links.kept(kept);
        if (value.empty()) continue;
        page.empty("input", {{"type", "hidden"}, {"name", kept}, {"value", value}});
    }
    draw_order(page, view.order);
    page.element("button", page.say(words::find), {{"type", "submit"}}).close().close();
    page.element("p", number_text(static_cast<std::int64_t>(view.total), page.language()) + " " +
                          std::string(page.say(words::clubs)));
    draw_clubs(page, view.clubs);
    page.open("nav", {{"aria-label", std::string(page.say(words::pages))}, {"class", "paging"}});
    const auto to = [&](std::size_t offset) {
        return links.to("/clubs", {{"q", view.search},
                                   {"sort", boost::describe::enum_to_string(view.order, "")},
                                   {"offset", std::to_string(offset)}});
    };
    if (view.offset > 0) {
        page.link(page.say(words::previous),
                  to(view.offset > view.limit ? view.offset - view.limit : 0));
    }
    page.text(" ");
    if (view.offset + view.limit < view.total) {
        page.link(page.say(words::next), to(view.offset + view.limit));
    }
    page.close();
    page.footnote(view.frame);
    return std::move(page).finish();
}

}  // namespace lth::http::pages
