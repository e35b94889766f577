// What targets lack by name: the first names beside each target, all of them on a page of its own.
#include <algorithm>
#include <span>

#include "http/pages/figures.hpp"
#include "http/pages/pages.hpp"

namespace lth::http::pages {
namespace {

constexpr std::size_t names_beside_target = 200;

std::string unit_asked(const app::StandingView& view) {
    return view.frame.path.empty() ? std::string() : view.frame.path.back().code;
}

// A club's page; the standing of a unit, on the map that has it; of a village its line in the
// list of its commune. Nothing where the name is all that is known.
std::string address_of(const Links& links, const facts::Target& target,
                       const facts::Missing& missing) {
    if (const auto* club = std::get_if<core::BookId>(&missing.id)) {
        return links.to("/clubs/" + core::to_text(*club));
    }
    if (missing.unit.empty()) return {};
    if (const auto* village = std::get_if<core::VillageId>(&missing.id)) {
        return links.to("/units/" + percent_encoded(missing.unit)) + "#" + core::to_text(*village);
    }
    Parameters asked{{"unit", missing.unit}};
    if (target.map) asked.emplace_back("units_as_of", core::to_text(*target.map));
    return links.to("/standing", asked);
}

void draw_names(Page& page, const facts::Target& target, std::span<const facts::Missing> names) {
    page.open("ul", {{"class", "names"}});
    for (const auto& missing : names) {
        page.open("li");
        const auto address = address_of(page.links(), target, missing);
        if (address.empty()) {
            page.text(missing.name);
        } else {
            page.link(missing.name, address);
        }
        page.close();
    }
    page.close();
}

Parameters all_of(const app::StandingView& view, const facts::Target& target, MissingPart part) {
    const auto unless = [](std::size_t number, std::size_t usual) {
        return number == usual ? std::string() : std::to_string(number);
    };
    return {{"unit", unit_asked(view)},
            {"target", std::string(target.id)},
            {"offset", unless(part.offset, 0)},
            {"limit", unless(part.limit, max_page_missing)}};
}

}  // namespace

void draw_missing(Page& page, const app::StandingView& view, const facts::Target& target) {
    const auto number = [&](std::size_t count) {
        return number_text(static_cast<std::int64_t>(count), page.language());
    };
    const auto total = static_cast<std::size_t>(target.missing_total);
    const auto shown = std::min(names_beside_target, target.missing.size());
    page.element("p", std::string(page.say(words::missing)) + ": " + number(total));
    draw_names(page, target, std::span(target.missing).first(shown));
    if (total <= shown) return;
    page.open("p").text(page.say(words::and_more)).text(" " + number(total - shown) + ". ");
    page.link(std::string(page.say(words::all_missing)) + " " + number(total),
              page.links().to("/standing/missing", all_of(view, target, {})));
    page.close();
}

Response missing_page(const Links& links, const app::StandingView& view,
                      const facts::Target& target, MissingPart part) {
    const std::string id(target.id);
    const std::string title = std::string(words::missing.in(links.language())) + ": " + id;
    Page page(links, {.tab = Tab::standing,
                      .title = title,
                      .simulated = view.frame.simulated,
                      .json = links.to("/api/v1/status/missing", all_of(view, target, part))});
    page.breadcrumbs(view.frame);
    page.element("h1", title + " " + page.say(target.name));
    page.open("p", {{"class", "lead"}}).text(view.scheme.name).close();
    page.open("p");
    page.link(page.say(words::back),
              links.to("/standing", {{"unit", unit_asked(view)}}) + "#" + id);
    page.close();
    const auto total = target.missing.size();
    const auto first = std::min(part.offset, total);
    const auto count = std::min(part.limit, total - first);
    const auto number = [&](std::size_t value) {
        return number_text(static_cast<std::int64_t>(value), page.language());
    };
    std::string range = total == 0 ? std::string(page.say(words::nothing_missing)) : number(total);
    if (count > 0) range = number(first + 1) + "–" + number(first + count) + " / " + range;
    page.element("p", range);
    if (count > 0) draw_names(page, target, std::span(target.missing).subspan(first, count));
    page.open("nav", {{"aria-label", std::string(page.say(words::pages))}, {"class", "paging"}});
    const auto from = [&](std::size_t offset) {
        return links.to("/standing/missing", all_of(view, target, {offset, part.limit}));
    };
    if (first > 0) page.link(page.say(words::previous), from(first - std::min(part.limit, first)));
    page.text(" ");
    if (first + count < total) page.link(page.say(words::next), from(first + count));
    page.close();
    page.footnote(view.frame);
    return std::move(page).finish();
}

}  // namespace lth::http::pages
