#include "facts/statement.hpp"

#include <algorithm>
#include <tuple>

namespace lth::facts {

namespace {

using core::club::ReportRow;

constexpr std::uint16_t bits(Stated first, Stated last) {
    std::uint16_t mask = 0;
    for (auto i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
        mask = static_cast<std::uint16_t>(mask | 1U << i);
    }
    return mask;
}

constexpr std::array<std::uint16_t, group_count> group_bits{
    bits(Stated::members, Stated::volunteers),
    bits(Stated::capital, Stated::start_capital),
    bits(Stated::meetings_year, Stated::meetings_year),
    bits(Stated::borrowers_ever, Stated::borrowers_owing),
};

template <class Amount>
std::int64_t number(const Amount& amount) {
    if constexpr (requires { amount.dong; }) {
        return amount.dong;
    } else if constexpr (requires { amount.value; }) {
        return amount.value;
    } else {
        return static_cast<std::int64_t>(amount);
    }
}

Statement packed(const ReportRow& row) {
    Statement statement{.as_of = row.as_of};
    const auto set = [&](Stated what, const auto& figure) {
        if (!figure) return;
        const auto i = static_cast<std::size_t>(what);
        statement.named = static_cast<std::uint16_t>(statement.named | 1U << i);
        statement.values[i] = number(*figure);
    };
    const auto& f = row.figures;
    set(Stated::members, f.members);
    set(Stated::elderly, f.elderly);
    set(Stated::women, f.women);
    set(Stated::hardship, f.hardship);
    set(Stated::ethnic_minority, f.ethnic_minority);
    set(Stated::volunteers, f.volunteers);
    set(Stated::capital, f.capital);
    set(Stated::loans_outstanding, f.loans_outstanding);
    set(Stated::start_capital, f.start_capital);
    set(Stated::meetings_year, f.meetings_year);
    set(Stated::borrowers_ever, f.borrowers_ever);
    set(Stated::borrowers_year, f.borrowers_year);
    set(Stated::borrowers_owing, f.borrowers_owing);
    set(Stated::rating, f.rating);
    return statement;
}

}  // namespace

std::vector<Statement> statements_of(std::span<const ReportRow> reports) {
    std::vector<const ReportRow*> live;
    for (const ReportRow& row : reports) {
        if (row.live) live.push_back(&row);
    }
    std::ranges::sort(live, {}, [](const ReportRow* row) {
        return std::tuple(row->as_of, row->seq, row->op_index);
    });
    std::vector<Statement> statements;
    statements.reserve(live.size());
    for (const ReportRow* row : live) statements.push_back(packed(*row));
    return statements;
}

core::Date months_before(core::Date date, int months) {
    const core::Month month = core::month_of(date) + -months;
    const core::Date same_day =
        core::first_day(month) + static_cast<int>(core::civil(date).day - 1);
    return std::min(same_day, core::last_day(month));
}

std::uint32_t latest(std::span<const Statement> statements, Group group, core::Date oldest,
                     core::Date as_of) {
    const std::uint16_t wanted = group_bits[static_cast<std::size_t>(group)];
    for (std::size_t i = statements.size(); i-- > 0;) {
        if (statements[i].as_of > as_of) continue;
        if (statements[i].as_of < oldest) break;
        if ((statements[i].named & wanted) != 0) return static_cast<std::uint32_t>(i);
    }
    return no_statement;
}

}  // namespace lth::facts
