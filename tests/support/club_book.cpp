#include "support/club_book.hpp"

#include <stdexcept>

#include "core/club/days.hpp"
#include "json/club_body.hpp"

namespace lth::tests {
namespace {

core::EntryId nth_entry(std::uint64_t seq) {
    core::Uuid id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[15 - i] = static_cast<std::uint8_t>(seq >> 8 * i & 0xFF);
    }
    return core::EntryId(id);
}

}  // namespace

std::string ClubBook::record(std::string_view ops_json, core::Date now) {
    const std::string body = R"({"ops":[)" + std::string(ops_json) + "]}";
    auto ops = json::read_club_ops(body, {});
    if (!ops) {
        last_refusal = ops.error();
        return std::string(ops.error().rule.id());
    }
    return record(*ops, now);
}

std::string ClubBook::record(const std::vector<core::club::ClubOp>& ops, core::Date now) {
    const core::club::At at{nth_entry(history.size() + 1), history.size() + 1};
    auto changes = core::club::admit(club, birthdays, at, ops, {}, now);
    if (!changes) {
        last_refusal = changes.error();
        return std::string(changes.error().rule.id());
    }
    history.push_back(ops);
    days.insert(days.end(), changes->days.begin(), changes->days.end());
    core::club::consolidate(days);
    return {};
}

void ClubBook::must(std::string_view ops_json) {
    if (const auto rule = record(ops_json); !rule.empty()) {
        throw std::logic_error(rule + ": " + message(last_refusal, core::Language::en) + " in " +
                               std::string(ops_json));
    }
}

std::string ClubBook::entry_id(std::uint64_t seq) const { return to_text(nth_entry(seq)); }

core::Money ClubBook::balance(std::string_view full_name) const {
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        if (core::club::full_name(account) == full_name) {
            return core::club::natural(account, club.balances[i]);
        }
    }
    throw std::logic_error("no account " + std::string(full_name));
}

std::int64_t ClubBook::figure(core::club::Column column, core::Date day) const {
    std::int64_t sum = 0;
    for (const auto& delta : days) {
        if (delta.column == column && delta.day <= day) sum += delta.delta;
    }
    return sum;
}

std::string ClubBook::difference_to_fold() const {
    core::club::Club folded;
    std::uint64_t seq = 0;
    for (const auto& ops : history) {
        ++seq;
        core::club::apply(folded, {nth_entry(seq), seq}, ops);
    }
    if (!folded.faults.empty()) return "the fold found a fault";
    const auto here = canonical_text(club);
    const auto there = canonical_text(folded);
    if (here != there) return "after admit:\n" + here + "\nafter apply:\n" + there;
    const auto rows = core::club::all_rows(folded, birthdays);
    if (rows.days == days) return {};
    std::string text = "daily figures differ:\n";
    for (const auto* list : {&rows.days, &days}) {
        text += list == &days ? "added up:\n" : "from scratch:\n";
        for (const auto& delta : *list) {
            const auto& other = list == &days ? rows.days : days;
            if (std::find(other.begin(), other.end(), delta) != other.end()) continue;
            text += to_text(delta.day) + " " + std::string(to_text(delta.column)) + " " +
                    std::to_string(delta.delta) + "\n";
        }
    }
    return text;
}

std::string id(unsigned n) { return core::base32_text(n); }

ClubBook launched_club() {
    ClubBook book;
    book.must(R"({"op":"club.proposed","on":"2020-01-05","name":"Liên thế hệ thôn Một",
        "seat_village":"0000000001","villages":["0000000001"]})");
    book.must(R"({"op":"club.launched","on":"2020-03-01"})");
    std::string ops;
    for (const unsigned n : {1U, 2U, 3U, 4U}) {
        if (!ops.empty()) ops += ',';
        ops += R"({"op":"member.admitted","on":"2020-03-01","member":")" + id(n) +
               R"(","birth_year":)" + std::to_string(1950 + 5 * n) + R"(,"sex":")" +
               (n % 2 == 0 ? "male" : "female") +
               R"(","hardship":"near_poor","borrowed_before":false})";
    }
    book.must(ops);
    book.must(R"({"op":"roster.completed","on":"2020-03-01","members":4})");
    book.must(R"({"op":"book.opened","on":"2020-03-01"},
        {"op":"capital.received","on":"2020-03-01","account":"cash","source":"province",
         "amount":10000000})");
    return book;
}

}  // namespace lth::tests
