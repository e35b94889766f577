#include "app/rating_desk.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/op_text.hpp"
#include "app/roles.hpp"
#include "app/sort_key.hpp"
#include "core/club/club.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

using core::club::RatingRow;
using core::club::RatingState;

// Each step is judged again by the book when it is recorded; see rating.wrong_step.
RatingMoves moves_of(const std::vector<Role>& roles, RatingState state) {
    const auto may = [&](std::string_view op) {
        return may_record(roles, core::BookKind::club, op);
    };
    const auto at = [&](std::initializer_list<RatingState> states) {
        return std::ranges::find(states, state) != states.end();
    };
    using enum RatingState;
    return {.self_score = at({none, returned}) && may("rating.self_scored"),
            .appraise = at({self_scored, answered}) && may("rating.appraised"),
            .approve = at({appraised}) && may("rating.approved"),
            .send_back = at({self_scored, appraised}) && may("rating.returned"),
            .answer = at({approved, returned}) && may("rating.answered")};
}

bool may_judge(const std::vector<Role>& roles) {
    return may_record(roles, core::BookKind::club, core::club::RatingAppraised::op) ||
           may_record(roles, core::BookKind::club, core::club::RatingApproved::op);
}

// What a club answers and why a sheet was returned is written for the other side.
bool passes_between(const RatingStepView& step) {
    return step.to == RatingState::answered || step.to == RatingState::returned;
}

bool waits(const RatingMoves& may) { return may.self_score || may.appraise || may.approve; }

/// The first `share` of 100 of those that wait for the province, in an order that nobody chooses.
std::set<core::BookId> drawn_of(const std::vector<RatingLine>& lines,
                                const RatingsQuestion& question) {
    std::vector<std::pair<core::Digest, core::BookId>> order;
    for (const auto& line : lines) {
        if (line.state != RatingState::appraised) continue;
        const auto said = std::to_string(question.year.value) + ' ' +
                          std::to_string(question.draw) + ' ' + core::to_text(line.book);
        order.emplace_back(core::sha256(said), line.book);
    }
    std::ranges::sort(order);
    order.resize((order.size() * question.share + 99) / 100);
    std::set<core::BookId> drawn;
    for (const auto& [digest, book] : order) drawn.insert(book);
    return drawn;
}

std::vector<RatingCount> states_of(const std::vector<RatingLine>& lines) {
    std::vector<RatingCount> counts;
    for (int i = 0; i <= static_cast<int>(RatingState::answered); ++i) {
        const auto state = static_cast<RatingState>(i);
        const auto clubs = std::ranges::count(lines, state, &RatingLine::state);
        counts.push_back({state, static_cast<std::uint64_t>(clubs)});
    }
    return counts;
}

RatingLine line_of(const ClubLine& club, core::Year year, const std::vector<Role>& roles) {
    const auto row = club.rating.value_or(RatingRow{.year = year, .since = {}});
    RatingLine line{.book = club.id,
                    .name = club.name,
                    .commune = club.commune.name,
                    .village = club.village,
                    .state = row.state,
                    .self_scored = row.self_scored,
                    .appraised = row.appraised,
                    .approved = row.approved,
                    .approved_on = row.approved_on};
    if (row.state != RatingState::none) line.since = row.since;
    line.counts = club.status == core::club::Status::active &&
                  club.launched_on < core::make_date(year.value, 7, 1);
    line.may = moves_of(roles, row.state);
    return line;
}

SortKey band_key(const RatingLine& line, int direction) {
    const auto band = line.approved    ? line.approved
                      : line.appraised ? line.appraised
                                       : line.self_scored;
    if (!band) return number_key({}, direction);
    return number_key(static_cast<std::int64_t>(*band), direction);  // the best is the first
}

SortKey key_of(const RatingLine& line, RatingsOrder order) {
    switch (order) {
        case RatingsOrder::waiting:
            return {};
        case RatingsOrder::name:
            return name_key(line.name);
        case RatingsOrder::commune:
            return place_key(line.commune, line.village);
        case RatingsOrder::best:
            return band_key(line, 1);
        case RatingsOrder::weakest:
            return band_key(line, -1);
        case RatingsOrder::oldest:
            return date_key(line.since, 1);
        case RatingsOrder::newest:
            return date_key(line.since, -1);
    }
    return {};
}

/// What was said last of the judged criteria, by the officer or the board.
std::vector<core::club::CriterionScore> said_last(const core::club::Club& club, core::Year year) {
    std::vector<core::club::CriterionScore> scores;
    for (const auto& [on, op, step] : club.rating_steps) {
        if (!is_live(club, op) || step.year != year || step.scores.empty()) continue;
        scores = step.scores;
    }
    return scores;
}

std::vector<RatingStepView> steps_of(const core::club::Club& club, core::Year year) {
    std::vector<RatingStepView> steps;
    for (const auto& [on, op, step] : club.rating_steps) {
        if (!is_live(club, op) || step.year != year) continue;
        steps.push_back({.seq = club.ops[op].seq,
                         .op_index = club.ops[op].op_index,
                         .on = on,
                         .to = step.to,
                         .band = step.band,
                         .criteria = step.criteria,
                         .scores = step.scores,
                         .decision = step.decision,
                         .known_at = step.known_at});
    }
    return steps;
}

}  // namespace

core::Result<core::rating::Criteria> RatingDesk::criteria_of(core::Year year,
                                                             std::string_view reference) {
    const auto versions = in_.reading.criteria();
    if (versions.empty()) return core::reject("question.criteria.none", "criteria");
    if (!reference.empty()) {
        const auto named = std::ranges::find_if(versions, [&](const auto& version) {
            return core::rating::reference(version) == reference;
        });
        if (named != versions.end()) return *named;
        return core::reject("question.choice.unknown", "criteria",
                            {{"value", std::string(reference)}});
    }
    const auto end = core::rating::facts_date(year);
    auto found = versions.front();
    for (const auto& version : versions) {
        if (version.from <= end) found = version;
    }
    return found;
}

std::optional<RatingSum> RatingDesk::sum_of(const core::BookId& book,
                                            const core::rating::Criteria& criteria,
                                            core::Year year) {
    std::optional<RatingSum> sum;
    const auto today = core::business_date(in_.clock.now_ms());
    (void)in_.books.read(book, [&](const Book& held) {
        const auto* fold = held.as<ClubFold>();
        if (fold == nullptr) return;
        const auto sheet =
            core::rating::evaluate(fold->club, criteria, year, today, said_last(fold->club, year));
        sum = {.total = sheet.total,
               .maximum = sheet.maximum,
               .unsaid = sheet.unsaid,
               .band = sheet.band,
               .next = sheet.next,
               .missing = sheet.missing};
    });
    return sum;
}

core::Result<RatingsView> RatingDesk::list(const core::AccountId& officer,
                                           const RatingsQuestion& question) {
    const auto criteria = criteria_of(question.year, {});
    if (!criteria) return std::unexpected(criteria.error());
    const auto today = core::business_date(in_.clock.now_ms());
    RatingsView view{.year = question.year,
                     .as_of = std::min(core::rating::facts_date(question.year), today),
                     .now = in_.clock.now_ms(),
                     .criteria = core::rating::reference(*criteria),
                     .offset = question.offset};
    ClubsQuestion asked;
    asked.at = {.as_of = view.as_of, .units_as_of = today, .unit = question.unit};
    asked.rated_in = question.year;
    asked.limit = 1'000'000;  // whoever may read them is known here only
    const auto clubs = in_.reading.clubs(asked);
    if (!clubs) return std::unexpected(clubs.error());
    const auto held = in_.rights.held_today(officer);
    std::vector<RatingLine> lines;
    for (const auto& club : clubs->clubs) {
        const auto roles = in_.rights.roles_over(held, club.id);
        if (!sees(roles, core::BookKind::club, Sight::lists)) continue;
        lines.push_back(line_of(club, question.year, roles));
    }
    const auto drawn = drawn_of(lines, question);
    for (auto& line : lines) line.drawn = drawn.contains(line.book);
    view.clubs = lines.size();
    view.drawn = drawn.size();
    view.states = states_of(lines);
    const auto wanted = core::fold_text(question.search);
    std::erase_if(lines, [&](const RatingLine& line) {
        if (question.state && line.state != *question.state) return true;
        if (question.drawn_only && !line.drawn) return true;
        return core::fold_text(line.name + ' ' + line.commune).find(wanted) == std::string::npos;
    });
    std::ranges::sort(lines, {}, [](const RatingLine& line) {
        return std::tuple(!waits(line.may), !line.drawn, line.commune, line.name, line.book);
    });
    sort_by_key(lines, [&](const RatingLine& line) { return key_of(line, question.order); });
    view.total = lines.size();
    const auto first = std::min(question.offset, lines.size());
    const auto end = std::min(first + question.limit, lines.size());
    for (auto at = first; at < end; ++at) {
        lines[at].sum = sum_of(lines[at].book, *criteria, question.year);
        view.lines.push_back(std::move(lines[at]));
    }
    return view;
}

// Read anew each time: what is erased is gone.
void RatingDesk::tell_notes(const core::BookId& book, std::vector<RatingStepView>& steps,
                            bool (*is_told)(const RatingStepView&)) {
    for (auto& step : steps) {
        if (!is_told(step)) continue;
        const auto read = in_.store.entries(book, step.seq - 1, {.entries = 1});
        if (read.empty()) continue;
        auto text = club_op_text(read.front().entry, static_cast<std::uint32_t>(step.op_index));
        if (!text.empty()) step.note = std::move(text);
    }
}

core::Result<RatingView> RatingDesk::look(const core::AccountId& officer,
                                          const RatingQuestion& question) {
    const auto roles = in_.rights.roles_over(officer, question.book);
    if (!sees(roles, core::BookKind::club, Sight::lists)) {
        return core::reject("reading.not_allowed", "book");
    }
    auto criteria = criteria_of(question.year, question.criteria);
    if (!criteria) return std::unexpected(criteria.error());
    RatingView view{.criteria = *std::move(criteria)};
    for (const auto& version : in_.reading.criteria()) {
        view.versions.push_back(core::rating::reference(version));
    }
    bool is_club = false;
    const auto today = core::business_date(in_.clock.now_ms());
    (void)in_.books.read(question.book, [&](const Book& held) {
        const auto* fold = held.as<ClubFold>();
        if (fold == nullptr) return;
        is_club = true;
        const auto& club = fold->club;
        view.state = rating_state(club, question.year);
        view.steps = steps_of(club, question.year);
        const auto judged = question.judged ? *question.judged : said_last(club, question.year);
        view.sheet = core::rating::evaluate(club, view.criteria, question.year, today, judged);
    });
    if (!is_club) {
        return core::reject("question.club.unknown", "club", {{"club", to_text(question.book)}});
    }
    if (sees(roles, core::BookKind::club, Sight::text)) {
        tell_notes(question.book, view.steps, [](const RatingStepView&) { return true; });
    } else if (may_judge(roles)) {
        tell_notes(question.book, view.steps, passes_between);
    }
    view.now = in_.clock.now_ms();
    view.name = in_.places.name_of(question.book);
    view.may = moves_of(roles, view.state);
    return view;
}

}  // namespace lth::app
