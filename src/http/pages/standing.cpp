// Where the scheme stands: a table that a leader reads in ten seconds, and what is missing by name.
#include <algorithm>
#include <set>

#include "facts/measures.hpp"
#include "http/pages/figures.hpp"
#include "http/pages/measure_names.hpp"
#include "http/pages/pages.hpp"
#include "view_json/standing.hpp"

namespace lth::http::pages {
namespace {

std::string title_of(const Page& page, const app::StandingView& view) {
    std::string title(page.say(words::standing));
    if (!view.standing.scope_name.empty()) title += ": " + view.standing.scope_name;
    return title;
}

// What a target counts.
const Phrase* counted_in(std::string_view target) {
    struct Unit {
        std::string_view target;
        Phrase phrase;
    };
    static constexpr Phrase clubs{"câu lạc bộ", "clubs"};
    static constexpr Phrase members{"thành viên", "members"};
    static constexpr Phrase communes{"xã, phường", "communes"};
    static constexpr Unit units[] = {{"T1", clubs},
                                     {"T2a", members},
                                     {"T2b", {"người cao tuổi", "elderly"}},
                                     {"T3", communes},
                                     {"T4", {"khu dân cư", "villages"}},
                                     {"T5", {"huyện", "districts"}},
                                     {"T6", communes},
                                     {"T8a", clubs},
                                     {"T11a", clubs},
                                     {"T11b", clubs},
                                     {"T11c", clubs},
                                     {"T11d", clubs},
                                     {"T12", clubs},
                                     {"T13a", members},
                                     {"T13b", members},
                                     {"T13c", members}};
    const auto at = std::ranges::find(units, target, &Unit::target);
    return at == std::end(units) ? nullptr : &at->phrase;
}

// How much more would reach the goal, of a share at today's whole.
std::optional<std::int64_t> gap_of(const facts::Target& target) {
    if (target.national) return std::nullopt;
    if (!target.goal || !target.value.value || target.met.value_or(false)) return std::nullopt;
    if (target.value.kind != facts::ValueKind::share) return *target.goal - *target.value.value;
    if (!target.value.numerator || !target.value.denominator) return std::nullopt;
    const auto wanted = static_cast<__int128>(*target.goal) * *target.value.denominator;
    const auto whole = (wanted + core::one_million - 1) / core::one_million;
    return static_cast<std::int64_t>(whole) - *target.value.numerator;
}

void draw_gap(Page& page, const facts::Target& target) {
    const auto gap = gap_of(target);
    if (!gap || *gap <= 0) return;
    const auto* unit = counted_in(target.id);
    const bool money = target.value.kind == facts::ValueKind::money || target.id == "T10";
    if (!money && unit == nullptr) return;
    const auto much = money
                          ? money_text(core::Money{*gap}, page.language())
                          : number_text(*gap, page.language()) + " " + std::string(page.say(*unit));
    page.element("span", std::string(page.say(words::short_of)) + " " + much, {{"class", "gap"}});
}

void draw_result(Page& page, const facts::Target& target) {
    if (!target.goal) {
        page.element("span", page.say(words::no_goal), {{"class", "state none"}});
    } else if (target.national) {
        page.element("span", page.say(words::national_goal), {{"class", "state none"}});
    } else if (!target.met) {
        page.element("span", page.say(words::undecided), {{"class", "state unknown"}});
    } else if (*target.met) {
        page.element("span", "✓ " + std::string(page.say(words::met)), {{"class", "state met"}});
    } else {
        page.element("span", "○ " + std::string(page.say(words::not_met)),
                     {{"class", "state open"}});
    }
}

const Phrase* prospect_text(plan::Prospect prospect) {
    switch (prospect) {
        case plan::Prospect::on_track:
            return &words::on_track;
        case plan::Prospect::watch:
            return &words::watch;
        case plan::Prospect::at_risk:
            return &words::at_risk;
        case plan::Prospect::reached:
        case plan::Prospect::missed:
            return nullptr;  // the result says it
    }
    return nullptr;
}

const app::TrendLine* trend_of(const app::StandingView& view, const facts::Target& target) {
    const auto at = std::ranges::find(view.trend.lines, target.id, &app::TrendLine::id);
    return at == view.trend.lines.end() ? nullptr : &*at;
}

void draw_outlook(Page& page, const plan::Outlook& outlook) {
    const auto number = [&](std::int64_t value) { return number_text(value, page.language()); };
    constexpr std::int64_t ppm_a_percent = 10'000;
    std::string text(page.say(words::outlook));
    text += ": " + std::string(page.say(words::outlook_about)) + " " + number(outlook.expected);
    text += "; " + std::string(page.say(words::outlook_between)) + " " + number(outlook.low) + "–" +
            number(outlook.high);
    text += "; " + std::string(page.say(words::outlook_chance)) + " " +
            number(outlook.chance_ppm / ppm_a_percent) + " %.";
    page.element("p", text);
}

void draw_months(Page& page, const app::StandingView& view, const facts::Target& target,
                 const app::TrendLine& line) {
    if (view.trend.months.empty()) return;
    page.element("p", page.say(words::by_month)).open("ul", {{"class", "months"}});
    for (std::size_t i = view.trend.months.size(); i-- > 0;) {
        const facts::Value value{
            .kind = target.value.kind, .value = line.values[i], .numerator = {}, .denominator = {}};
        page.element("li", month_text(view.trend.months[i]) + ": " +
                               value_text(value, target.goal, page.language()));
    }
    page.close();
}

void draw_details(Page& page, const app::StandingView& view, const facts::Target& target) {
    page.open("details").element("summary", page.say(words::more));
    page.element("p", page.say(facts::basis_text(target.basis, target.counted)));
    if (!target.note.empty()) page.element("p", page.say(target.note));
    if (!target.second.empty()) {
        page.open("dl", {{"class", "seconds"}});
        for (const auto& second : target.second) {
            page.open("div").element("dt", page.say(second.label));
            page.element("dd", value_text(second.value, target.goal, page.language())).close();
        }
        page.close();
    }
    if (const auto* line = trend_of(view, target)) {
        if (line->outlook) draw_outlook(page, *line->outlook);
        draw_months(page, view, target, *line);
    }
    if (target.missing_total > 0) draw_missing(page, view, target);
    page.close();
}

// A goal changed by decision keeps both values with their dates.
void draw_goals(Page& page, const facts::Target& target) {
    if (target.goals.empty()) return;
    page.open("ul", {{"class", "goals"}});
    for (const auto& version : target.goals) {
        page.element("li", goal_text(target.value.kind, version.goal, page.language()) + " " +
                               std::string(page.say(words::goal_from)) + " " +
                               date_text(version.from, page.language()) + " (" +
                               version.legal_basis + ")");
    }
    page.close();
}

void draw_milestones(Page& page, const facts::Target& target) {
    if (target.milestones.empty()) return;
    page.open("ul", {{"class", "goals"}});
    for (const auto& [by, goal] : target.milestones) {
        page.element("li", std::string(page.say(words::goal_by)) + " " +
                               date_text(by, page.language()) + ": " +
                               goal_text(target.value.kind, goal, page.language()));
    }
    page.close();
}

void draw_target(Page& page, const app::StandingView& view, const facts::Target& target) {
    page.open("tr", {{"role", "row"}, {"id", std::string(target.id)}});
    page.open("th", {{"scope", "row"}, {"role", "rowheader"}});
    page.element("span", target.id, {{"class", "id"}}).text(" ").text(page.say(target.name));
    page.close();
    page.open_cell(words::value, "number");
    page.element("strong", value_text(target.value, target.goal, page.language()));
    if (target.value.kind == facts::ValueKind::share && target.value.denominator) {
        page.element("span",
                     number_text(target.value.numerator, page.language()) + " / " +
                         number_text(target.value.denominator, page.language()),
                     {{"class", "parts"}});
    }
    page.close();
    page.open_cell(words::goal, "number");
    page.text(goal_text(target.value.kind, target.goal, page.language()));
    if (target.national) page.element("span", page.say(words::whole_country), {{"class", "parts"}});
    draw_milestones(page, target);
    draw_goals(page, target);
    page.close();
    page.open_cell(words::progress, "progress");
    draw_bar(page, target.value, target.national ? std::nullopt : target.goal);
    const auto* line = trend_of(view, target);
    if (line != nullptr) draw_trend(page, line->values);
    page.close();
    page.open_cell(words::result);
    draw_result(page, target);
    draw_gap(page, target);
    if (line != nullptr && line->outlook) {
        if (const auto* prospect = prospect_text(line->outlook->prospect)) {
            page.element("span", page.say(*prospect), {{"class", "prospect"}});
        }
    }
    page.close().close();
    page.open("tr", {{"role", "row"}});
    page.open("td", {{"role", "cell"}, {"class", "details"}, {"colspan", "5"}});
    draw_details(page, view, target);
    page.close().close();
}

void draw_table(Page& page, const app::StandingView& view, const Phrase& caption,
                const std::vector<const facts::Target*>& targets) {
    page.open_table(caption, "targets").open("thead").open("tr");
    page.column(words::target).column(words::value, "number").column(words::goal, "number");
    page.column(words::progress).column(words::result).close().close().open("tbody");
    for (const auto* target : targets) draw_target(page, view, *target);
    page.close().close();
}

// What the scheme leaves out can still be read, below and folded.
void draw_targets(Page& page, const app::StandingView& view) {
    std::vector<const facts::Target*> own;
    std::vector<const facts::Target*> others;
    for (const auto& target : view.standing.targets) {
        (target.in_scheme ? own : others).push_back(&target);
    }
    page.element("h2", page.say(words::targets), {{"id", "targets"}});
    for (const auto& note : view.standing.notes) {
        if (note.key == "national") page.element("p", page.say(note.text));
    }
    draw_table(page, view, words::targets_caption, own);
    if (others.empty()) return;
    page.open("details").element("summary", page.say(words::other_targets));
    draw_table(page, view, words::other_targets, others);
    page.close();
}

const facts::MeasureAnswer* known(const app::StandingView& view, std::string_view name) {
    return facts::find_measure(view.standing, name);
}

// The few numbers that the newspaper told.
void draw_glance(Page& page, const app::StandingView& view) {
    struct Tile {
        std::string_view measure;
        const Phrase& name;
    };
    static constexpr Tile tiles[] = {
        {"clubs_active", words::clubs_active}, {"communes_covered", words::communes_reached},
        {"members", words::members},           {"members_elderly", words::elderly},
        {"members_women", words::women},       {"clubs_on_books", words::on_books}};
    page.open("dl",
              {{"class", "glance"}, {"aria-label", std::string(page.say(words::at_a_glance))}});
    for (const auto& tile : tiles) {
        const auto* answer = known(view, tile.measure);
        if (answer == nullptr) continue;
        page.open("div").element("dt", page.say(tile.name));
        page.element("dd", value_text(answer->answer.value, std::nullopt, page.language())).close();
    }
    page.close();
}

void draw_measures(Page& page, const app::StandingView& view) {
    page.element("h2", page.say(words::measures));
    page.open_table(words::measures_caption).open("thead").open("tr");
    page.column(words::measure).column(words::value, "number").close().close().open("tbody");
    for (const auto& measure : view.standing.measures) {
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        const auto* name = measure_name(measure.name);
        page.text(name ? page.say(*name) : std::string_view(measure.name));
        if (!measure.answer.note.empty()) page.element("p", page.say(measure.answer.note));
        page.close();
        page.cell(words::value, value_text(measure.answer.value, std::nullopt, page.language()),
                  "number");
        page.close();
    }
    page.close().close();
}

Head head_of(const Links& links, const app::StandingView& view, Tab tab, std::string title) {
    Head head{.tab = tab, .title = std::move(title), .simulated = view.frame.simulated};
    const bool unit = !view.frame.path.empty();
    head.json = links.to(tab == Tab::claims ? "/api/v1/claims" : "/api/v1/status",
                         {{"unit", unit ? view.frame.path.back().code : std::string()}});
    return head;
}

void draw_claim(Page& page, const facts::ClaimCheck& check) {
    const auto& claim = check.claim;
    page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
    page.text(claim.words ? claim.words->value : claim.measure.value).close();
    page.cell(words::document_date, date_text(claim.date, page.language()));
    page.cell(words::books_say, value_text(check.books, claim.value, page.language()), "number");
    page.open_cell(words::result);
    if (!check.holds) {
        page.element("span", page.say(words::holds_unknown), {{"class", "state unknown"}});
    } else if (*check.holds) {
        page.element("span", "✓ " + std::string(page.say(words::holds)), {{"class", "state met"}});
    } else {
        page.element("span", "≠ " + std::string(page.say(words::holds_not)),
                     {{"class", "state open"}});
    }
    page.close();
    page.cell(words::explanation, page.say(check.explanation));
    page.close();
}

void draw_claims(Page& page, const app::StandingView& view) {
    if (view.claims.empty()) {
        page.element("p", page.say(words::no_claims));
        return;
    }
    page.element("p", page.say(words::claims_intro));
    page.open_table(words::claims).open("thead").open("tr");
    page.column(words::it_says).column(words::document_date).column(words::books_say, "number");
    page.column(words::result).column(words::explanation).close().close().open("tbody");
    for (const auto& check : view.claims) draw_claim(page, check);
    page.close().close();
}

void draw_schemes(Page& page, const std::vector<app::SchemeRef>& schemes) {
    page.open("p").element("label", page.say(words::scheme), {{"for", "scheme"}});
    page.open("select", {{"id", "scheme"}, {"name", "scheme"}});
    const auto chosen = page.links().kept("scheme");
    page.option(page.say(words::scheme_by_date), "", chosen);
    for (const auto& scheme : schemes) page.option(scheme.name, scheme.id, chosen);
    page.close().close();
}

}  // namespace

void draw_dates(Page& page, const app::Frame& frame, const std::vector<app::MapDay>& maps,
                const std::vector<app::SchemeRef>& schemes) {
    page.open("form", {{"method", "get"}, {"class", "dates"}});
    page.open("fieldset").element("legend", page.say(words::dates));
    const auto field = [&](const Phrase& name, const char* id, const std::string& value) {
        page.open("p").element("label", page.say(name), {{"for", id}});
        page.empty("input", {{"id", id}, {"name", id}, {"value", value}, {"type", "date"}}).close();
    };
    field(words::as_of, "as_of", core::to_text(frame.as_of));
    page.open("p").element("label", page.say(words::units_as_of), {{"for", "units_as_of"}});
    page.open("select", {{"id", "units_as_of"}, {"name", "units_as_of"}});
    const auto chosen_map = core::to_text(frame.units_as_of);
    page.option(date_text(frame.units_as_of, page.language()), chosen_map, chosen_map);
    for (const auto& map : maps) {
        const auto day = core::to_text(map.from);
        if (day == chosen_map) continue;
        std::string text = date_text(map.from, page.language()) + ": ";
        if (map.districts > 0) {
            text += std::to_string(map.districts) + " " +
                    std::string(page.say(words::map_districts)) + ", ";
        }
        text += std::to_string(map.communes) + " " + std::string(page.say(words::map_communes));
        page.option(text, day, chosen_map);
    }
    page.close().close();
    field(words::known_at, "known_at", page.links().kept("known_at"));
    const auto hidden = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        page.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    };
    if (schemes.empty()) {
        hidden("scheme", page.links().kept("scheme"));
    } else {
        draw_schemes(page, schemes);
    }
    if (!frame.path.empty()) hidden("unit", frame.path.back().code);
    hidden("lang", page.links().kept("lang"));
    page.open("p").element("button", page.say(words::show), {{"type", "submit"}}).close();
    page.close().close();
}

Response standing_page(const Links& links, const app::StandingView& view) {
    const std::string name = view.standing.scope_name.empty()
                                 ? std::string(words::standing.in(links.language()))
                                 : view.standing.scope_name;
    Page page(links, head_of(links, view, Tab::standing, name));
    page.breadcrumbs(view.frame);
    page.element("h1", title_of(page, view));
    page.open("p", {{"class", "lead"}}).text(view.scheme.name).close();
    if (view.standing.ended) page.element("p", page.say(words::ended), {{"class", "ended"}});
    draw_dates(page, view.frame, view.maps, view.schemes);
    draw_glance(page, view);
    draw_targets(page, view);
    if (!view.claims.empty()) {
        page.element("h2", page.say(words::claims));
        draw_claims(page, view);
    }
    draw_measures(page, view);
    page.element("h2", page.say(words::notes)).open("ul");
    std::set<std::string_view> said;  // several measures may bear the same note
    for (const auto& note : view.standing.notes) {
        if (said.insert(page.say(note.text)).second) page.element("li", page.say(note.text));
    }
    page.close();
    page.footnote(view.frame);
    return std::move(page).finish();
}

Response claims_page(const Links& links, const app::StandingView& view) {
    Page page(links,
              head_of(links, view, Tab::claims, std::string(words::claims.in(links.language()))));
    page.element("h1", page.say(words::claims));
    draw_claims(page, view);
    page.footnote(view.frame);
    return std::move(page).finish();
}

}  // namespace lth::http::pages
