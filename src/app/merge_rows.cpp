#include "app/merge_rows.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

namespace lth::app {
namespace {

using namespace core::club;

template <class T>
void append_list(std::vector<T>& list, std::vector<T>& next) {
    list.insert(list.end(), std::make_move_iterator(next.begin()),
                std::make_move_iterator(next.end()));
}

template <class T>
void replace(std::optional<T>& whole, std::optional<T>& next) {
    if (next) whole = std::move(next);
}

template <class T, class Key>
void keep_last(std::vector<T>& list, Key key) {
    if (list.size() < 2) return;
    std::map<std::remove_cvref_t<std::invoke_result_t<Key, const T&>>, T> last;
    for (auto& row : list) {
        auto place = std::invoke(key, row);
        last.insert_or_assign(std::move(place), std::move(row));
    }
    list.clear();
    for (auto& [place, row] : last) list.push_back(std::move(row));
}

void add_up(std::vector<DayDelta>& days) {
    const auto place = [](const DayDelta& d) { return std::pair{d.day, d.column}; };
    std::ranges::sort(days, {}, place);
    auto out = days.begin();
    for (auto it = days.begin(); it != days.end();) {
        DayDelta sum = *it;
        for (++it; it != days.end() && place(*it) == place(sum); ++it) sum.delta += it->delta;
        if (sum.delta != 0) *out++ = sum;
    }
    days.erase(out, days.end());
}

// A field that was taken away is not put there too, nor the other way round.
void drop_undone(RowChanges& rows, const RowChanges& next) {
    const auto key_of = [](const json::DisclosedRow& row) {
        return json::DisclosedKey{row.subject, row.field};
    };
    for (const auto& row : next.disclosed) std::erase(rows.undisclosed, key_of(row));
    for (const auto& key : next.undisclosed) {
        std::erase_if(rows.disclosed, [&](const auto& row) { return key_of(row) == key; });
    }
}

}  // namespace

void append_rows(RowChanges& rows, RowChanges next) {
    replace(rows.club.club, next.club.club);
    replace(rows.club.statuses, next.club.statuses);
    replace(rows.club.villages, next.club.villages);
    replace(rows.club.ratings, next.club.ratings);
    append_list(rows.club.members, next.club.members);
    append_list(rows.club.loans, next.club.loans);
    append_list(rows.club.meetings, next.club.meetings);
    append_list(rows.club.balances, next.club.balances);
    append_list(rows.club.reports, next.club.reports);
    append_list(rows.club.grants, next.club.grants);
    append_list(rows.club.days, next.club.days);
    drop_undone(rows, next);
    append_list(rows.disclosed, next.disclosed);
    append_list(rows.undisclosed, next.undisclosed);
    append_list(rows.erased, next.erased);
}

void compact(RowChanges& rows) {
    const auto place = [](const auto& row) { return std::pair{row.seq, row.op_index}; };
    keep_last(rows.club.members, &MemberRow::member);
    keep_last(rows.club.loans, &LoanRow::loan);
    keep_last(rows.club.meetings, &MeetingRow::meeting);
    keep_last(rows.club.balances, &BalanceRow::account);
    keep_last(rows.club.reports, place);
    keep_last(rows.club.grants, place);
    keep_last(rows.disclosed, [](const json::DisclosedRow& row) {
        return json::DisclosedKey{row.subject, row.field};
    });
    add_up(rows.club.days);
}

}  // namespace lth::app
