// The trend of each target: the same standing asked at the end of every month of the scheme, on the
// same map and with the same knowledge.
#include <algorithm>

#include "app/province.hpp"

namespace lth::app {
namespace {

using facts::Standing;
using facts::Target;

// What grows one by one: of shares the communes, villages reached.
constexpr std::array<std::string_view, 5> counted = {"T1", "T3", "T4", "T5", "T6"};

std::vector<core::Month> months_of(const facts::Scheme& scheme, core::Date as_of) {
    std::vector<core::Month> months;
    const auto last = std::min(as_of, scheme.ends);
    for (auto month = core::month_of(scheme.baseline + 1); core::last_day(month) <= last;
         month = month + 1) {
        months.push_back(month);
    }
    return months;
}

std::optional<std::int64_t> count_of(const Target& target) {
    return target.value.kind == facts::ValueKind::share ? target.value.numerator
                                                        : target.value.value;
}

// The goal as a count: of a share the least numerator that reaches it.
std::optional<std::int64_t> goal_of(const Target& target) {
    if (target.value.kind != facts::ValueKind::share || !target.goal) return target.goal;
    constexpr std::int64_t ppm = 1'000'000;
    if (!target.value.denominator) return std::nullopt;
    return (*target.goal * *target.value.denominator + ppm - 1) / ppm;
}

// The count at the end of each month, from the scheme's first day on; empty where one is unknown.
std::vector<std::int64_t> steps_of(const std::vector<Standing>& ends, const Standing& start,
                                   std::string_view id) {
    std::vector<std::int64_t> steps;
    const auto* first = facts::find_target(start, id);
    auto before = first == nullptr ? std::nullopt : count_of(*first);
    for (const auto& end : ends) {
        const auto* target = facts::find_target(end, id);
        const auto now = target == nullptr ? std::nullopt : count_of(*target);
        if (!before || !now) return {};
        steps.push_back(*now - *before);
        before = now;
    }
    return steps;
}

struct Period {
    core::Month first;
    core::Month last;
};

std::int64_t start_count(const Standing& start, std::string_view id) {
    const auto* target = facts::find_target(start, id);
    return target == nullptr ? 0 : count_of(*target).value_or(0);
}

// The month that runs has not ended: it is forecast whole from the last one that has, and what it
// brought already is the least that it can bring.
plan::Outlook from_last_month(const std::vector<std::int64_t>& steps, std::int64_t now,
                              std::int64_t goal, std::int64_t begun, const Period& period) {
    std::int64_t then = begun;
    for (const auto step : steps) then += step;
    auto outlook = plan::outlook_of({period.first, steps, then, period.last}, goal);
    outlook.expected = std::max(outlook.expected, now);
    outlook.low = std::max(outlook.low, now);
    outlook.high = std::max(outlook.high, now);
    if (now < goal) return outlook;
    outlook.prospect = plan::Prospect::reached;
    outlook.chance_ppm = 1'000'000;
    return outlook;
}

std::optional<plan::Outlook> outlook(const std::vector<Standing>& ends, const Standing& start,
                                     const Target& target, const Period& period) {
    const auto total = count_of(target);
    const auto goal = goal_of(target);
    const auto steps = steps_of(ends, start, target.id);
    if (!total || !goal || steps.empty()) return std::nullopt;
    auto found = from_last_month(steps, *total, *goal, start_count(start, target.id), period);
    if (target.value.kind != facts::ValueKind::share) return found;
    // There are no more communes than there are.
    const auto whole = target.value.denominator.value_or(found.high);
    for (auto* count : {&found.expected, &found.low, &found.high}) {
        *count = std::min(*count, whole);
    }
    return found;
}

// Members come a club at a time: as many clubs as they need at the size that clubs have.
std::optional<plan::Outlook> by_clubs(const std::vector<Standing>& ends, const Standing& start,
                                      const Target& people, const Target& clubs,
                                      const Period& period) {
    const auto members = count_of(people);
    const auto founded = count_of(clubs);
    const auto steps = steps_of(ends, start, clubs.id);
    if (!members || !founded || !people.goal || *founded == 0 || steps.empty()) return std::nullopt;
    const auto in_members = [&](std::int64_t count) { return count * *members / *founded; };
    const std::int64_t goal =
        (*people.goal * *founded + *members - 1) / std::max<std::int64_t>(*members, 1);
    auto outlook = from_last_month(steps, *founded, goal, start_count(start, clubs.id), period);
    outlook.expected = in_members(outlook.expected);
    outlook.low = in_members(outlook.low);
    outlook.high = in_members(outlook.high);
    return outlook;
}

}  // namespace

TrendView Province::trend_of(ProvinceFacts& facts, const facts::Scheme& scheme,
                             facts::Question about, const Standing& now) {
    TrendView trend;
    trend.months = months_of(scheme, about.as_of);
    about.missing_limit = 0;
    const auto as_of = [&](core::Date day) {
        auto then = about;
        then.as_of = day;
        return facts.standing(scheme, then);
    };
    const auto start = as_of(scheme.baseline);
    std::vector<Standing> ends;
    for (const auto month : trend.months) ends.push_back(as_of(core::last_day(month)));
    const auto* clubs = facts::find_target(now, "T1");
    const Period period{core::month_of(scheme.baseline + 1), core::month_of(scheme.ends)};
    for (const auto& target : now.targets) {
        auto& line = trend.lines.emplace_back(TrendLine{.id = target.id, .values = {}});
        for (const auto& end : ends) {
            const auto* then = facts::find_target(end, target.id);
            line.values.push_back(then == nullptr ? std::nullopt : then->value.value);
        }
        if (now.ended || target.national) continue;
        if (clubs != nullptr && (target.id == "T2a" || target.id == "T2b")) {
            line.outlook = by_clubs(ends, start, target, *clubs, period);
        } else if (std::ranges::find(counted, target.id) != counted.end()) {
            line.outlook = outlook(ends, start, target, period);
        }
    }
    return trend;
}

}  // namespace lth::app
