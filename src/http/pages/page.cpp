#include "http/pages/page.hpp"

#include <algorithm>
#include <array>

#include "http/assets.hpp"
#include "http/cookies.hpp"
#include "http/pages/figures.hpp"
#include "http/pages/sign_in_words.hpp"

namespace lth::http::pages {
namespace {

constexpr std::array<std::string_view, 5> kept_names = {"as_of", "units_as_of", "known_at",
                                                        "scheme", "lang"};

std::string query_of(const std::vector<std::pair<std::string, std::string>>& parameters) {
    std::string query;
    for (const auto& [name, value] : parameters) {
        if (value.empty()) continue;
        query += query.empty() ? '?' : '&';
        query += name + "=" + percent_encoded(value);
    }
    return query;
}

void put(std::vector<std::pair<std::string, std::string>>& parameters, std::string_view name,
         std::string_view value) {
    const auto same = [&](const auto& parameter) { return parameter.first == name; };
    const auto found = std::ranges::find_if(parameters, same);
    if (found == parameters.end()) {
        parameters.emplace_back(name, value);
    } else {
        found->second = value;
    }
}

}  // namespace

Links::Links(const Request& request)
    : language_(language_of(request.target)),
      signed_in_(cookie_of(request, session_cookie).has_value()),
      here_(request.target.path),
      all_(request.target.parameters) {
    for (const auto name : kept_names) {
        if (const auto value = request.target.parameter(name)) kept_.emplace_back(name, *value);
    }
}

std::string Links::to(std::string_view path, const Parameters& extra) const {
    auto parameters = kept_;
    for (const auto& [name, value] : extra) put(parameters, name, value);
    return std::string(path) + query_of(parameters);
}

std::string Links::other_language() const {
    auto parameters = all_;
    put(parameters, "lang", language_ == core::Language::vi ? "en" : "");
    return here_ + query_of(parameters);
}

std::string Links::kept(std::string_view name) const {
    const auto same = [&](const auto& parameter) { return parameter.first == name; };
    const auto found = std::ranges::find_if(kept_, same);
    return found == kept_.end() ? std::string{} : found->second;
}

Page::Page(const Links& links, const Head& given) : links_(links), json_(given.json) {
    const bool vietnamese = language() == core::Language::vi;
    open("html", {{"lang", vietnamese ? "vi" : "en"}});
    head(given);
    open("body");
    element("a", say(words::skip), {{"class", "skip"}, {"href", "#main"}});
    open("header", {{"class", "top"}});
    open("div", {{"class", "bar"}});
    open("a", {{"class", "brand"}, {"href", links_.to("/standing")}});
    text(say(words::product)).close();
    navigation(given.tab);
    element("a", say(words::my_account), {{"class", "language"}, {"href", links_.to("/sign-in")}});
    element("a", say(words::other_language),
            {{"class", "language"},
             {"href", links_.other_language()},
             {"hreflang", vietnamese ? "en" : "vi"},
             {"lang", vietnamese ? "en" : "vi"}});
    close().close();
    if (given.simulated) {
        open("p", {{"class", "simulated"}});
        element("strong", say(words::simulated_mark)).text(" ").text(say(words::simulated)).close();
    }
    open("main", {{"id", "main"}, {"tabindex", "-1"}});
}

void Page::head(const Head& given) {
    open("head");
    empty("meta", {{"charset", "utf-8"}});
    empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    element("title", given.title + " · " + std::string(say(words::product)));
    empty("link", {{"rel", "stylesheet"}, {"href", asset_address("style.css")}});
    empty("link", {{"rel", "stylesheet"}, {"href", asset_address("charts.css")}});
    empty("link", {{"rel", "icon"}, {"href", asset_address("icon.svg")}});
    close();
}

void Page::navigation(Tab tab) {
    struct Entry {
        Tab tab;
        const Phrase& name;
        std::string_view path;
    };
    static constexpr std::array<Entry, 4> entries = {{
        {Tab::standing, words::nav_standing, "/standing"},
        {Tab::units, words::nav_units, "/units"},
        {Tab::clubs, words::nav_clubs, "/clubs"},
        {Tab::claims, words::nav_claims, "/claims"},
    }};
    open("nav", {{"aria-label", std::string(say(words::navigation))}}).open("ul");
    if (links_.signed_in()) {
        open("li");
        link(say(words::desk), "/desk");
        close();
    }
    for (const auto& entry : entries) {
        open("li");
        if (entry.tab == tab) {
            element("a", say(entry.name),
                    {{"href", links_.to(entry.path)}, {"aria-current", "page"}});
        } else {
            link(say(entry.name), links_.to(entry.path));
        }
        close();
    }
    close().close();
}

Page& Page::link(std::string_view content, const std::string& address) {
    element("a", content, {{"href", address}});
    return *this;
}

Page& Page::option(std::string_view text, std::string_view value, std::string_view chosen) {
    if (value == chosen) {
        element("option", text, {{"value", std::string(value)}, {"selected", "selected"}});
    } else {
        element("option", text, {{"value", std::string(value)}});
    }
    return *this;
}

Page& Page::column(const Phrase& phrase, std::string_view css) {
    element("th", say(phrase),
            {{"scope", "col"}, {"role", "columnheader"}, {"class", std::string(css)}});
    return *this;
}

Page& Page::open_cell(const Phrase& column, std::string_view css) {
    open("td",
         {{"role", "cell"}, {"data-label", std::string(say(column))}, {"class", std::string(css)}});
    return *this;
}

Page& Page::cell(const Phrase& column, std::string_view content, std::string_view css) {
    open_cell(column, css).text(content).close();
    return *this;
}

// Narrow screens show rows as blocks, which takes the meaning of a table away in some browsers:
// the roles keep it.
Page& Page::open_table(const Phrase& caption, std::string_view css) {
    open("table", {{"role", "table"}, {"class", std::string(css)}});
    element("caption", say(caption));
    return *this;
}

Page& Page::term(const Phrase& name, std::string_view content) {
    open("div").element("dt", say(name)).element("dd", content).close();
    return *this;
}

void Page::breadcrumbs(const app::Frame& frame) {
    if (frame.path.empty()) return;
    open("nav", {{"class", "path"}, {"aria-label", std::string(say(words::path))}}).open("ol");
    for (const auto& unit : frame.path) {
        open("li");
        link(unit.name, links_.to("/units/" + percent_encoded(unit.code)));
        close();
    }
    close().close();
}

void Page::footnote(const app::Frame& frame) {
    open("p", {{"class", "fine"}});
    text(say(words::as_of)).text(" ").text(date_text(frame.as_of, language()));
    text(" · ").text(say(words::units_as_of)).text(" ");
    text(date_text(frame.units_as_of, language())).text(" · ");
    if (frame.known_now) {
        text(say(words::known_now)).text(" ").text(say(words::answered_at)).text(" ");
    } else {
        text(say(words::known_until)).text(" ");
    }
    text(time_text(frame.known_at, language())).text(".").close();
}

Response Page::finish(unsigned status) && {
    close().open("footer");
    if (!json_.empty()) {
        open("p");
        link(say(words::same_in_json), json_);
        close();
    }
    element("p", "Liên Thế Hệ · Apache-2.0", {{"class", "fine"}});
    close().close().close();
    return {.status = status,
            .content_type = "text/html; charset=utf-8",
            .body = std::move(*this).take()};
}

}  // namespace lth::http::pages
