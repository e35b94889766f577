#include "ingest.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "json/operations.hpp"

namespace lth::bench {
namespace {

using namespace core::club;

constexpr std::uint32_t members = 30;
constexpr std::uint32_t borrowers = 10;
constexpr core::Date start = core::make_date(2020, 1, 15);

template <class Tag>
core::UuidOf<Tag> numbered(std::uint8_t kind, std::uint32_t high, std::uint32_t low) {
    core::UuidOf<Tag> id;
    id.bytes[0] = kind;
    for (int i = 0; i < 4; ++i) {
        id.bytes[static_cast<std::size_t>(7 - i)] = static_cast<std::uint8_t>(high >> (8 * i));
        id.bytes[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(low >> (8 * i));
    }
    return id;
}

core::Entry entry_of(std::uint32_t club, std::uint32_t n, const std::vector<ClubOp>& ops) {
    core::Entry entry;
    entry.entry_id = numbered<core::EntryTag>(1, club, n);
    entry.book_id = numbered<core::BookTag>(2, club, 0);
    entry.device = numbered<core::DeviceTag>(3, club, 0);
    entry.author = numbered<core::AccountTag>(4, club, 0);
    entry.device_seq = n;
    entry.body = json::write_body(std::span(ops));
    return entry;
}

template <class What>
ClubOp op(core::Date on, What what) {
    return {on, {}, std::move(what)};
}

core::MemberId member(std::uint32_t number) { return {number + 1}; }
core::LoanId loan(std::uint32_t number) { return {number + 1}; }

}  // namespace

core::Entry founding_entry(std::uint32_t number) {
    std::vector<ClubOp> ops;
    ClubProposed proposed;
    proposed.name = {"CLB " + std::to_string(number)};
    proposed.seat_village = {number};
    proposed.villages = {{number}};
    ops.push_back(op(start, std::move(proposed)));
    ops.push_back(op(start, ClubLaunched{}));
    for (std::uint32_t m = 0; m < members; ++m) {
        MemberAdmitted admitted;
        admitted.member = member(m);
        admitted.birth_year = core::Year{1945 + static_cast<std::int32_t>(m)};
        ops.push_back(op(start, admitted));
    }
    ops.push_back(op(start, RosterCompleted{{members}}));
    ops.push_back(op(start, BookOpened{}));
    CapitalReceived capital;
    capital.amount = {50'000'000};
    ops.push_back(op(start, capital));
    DonationReceived donation;
    donation.amount = {100'000'000};
    ops.push_back(op(start, donation));
    for (std::uint32_t b = 0; b < borrowers; ++b) {
        LoanDisbursed lent;
        lent.loan = loan(b);
        lent.member = member(b);
        lent.amount = {4'000'000};
        lent.terms.months = {120};
        ops.push_back(op(start, std::move(lent)));
    }
    return entry_of(number, 1, ops);
}

core::Entry one_op_entry(std::uint32_t club, std::uint32_t n) {
    const auto on = start + static_cast<std::int32_t>(n % 1500);
    const auto amount = core::Money{1'000 + (club * 7 + n * 13) % 50 * 1'000};
    switch ((club + n) % 3) {
        case 0:
            return entry_of(club, n, {op(on, DuesReceived{Box::cash, {{member(n % 30), amount}}})});
        case 1: {
            DonationReceived donation;
            donation.amount = amount;
            return entry_of(club, n, {op(on, donation)});
        }
        default: {
            ExpensePaid expense;
            expense.amount = amount;
            return entry_of(club, n, {op(on, expense)});
        }
    }
}

core::Entry meeting_entry(std::uint32_t club, std::uint32_t n) {
    const auto on = core::first_day(core::month_of(start) + static_cast<std::int32_t>(n)) + 9;
    std::vector<ClubOp> ops;
    MeetingHeld held;
    held.meeting = {n};
    held.present_count = core::Count{members - 3};
    held.areas = {Area::income, Area::health};
    ops.push_back(op(on, std::move(held)));
    for (std::uint32_t b = 0; b < borrowers; ++b) {
        LoanRepaid repaid;
        repaid.loan = loan(b);
        repaid.principal = {33'000};
        repaid.interest = {20'000};
        ops.push_back(op(on, repaid));
    }
    for (std::uint32_t m = 0; ops.size() < meeting_ops; ++m) {
        ops.push_back(op(on, DuesReceived{Box::cash, {{member(m), core::Money{5'000}}}}));
    }
    return entry_of(club, n, ops);
}

std::vector<std::string> statements_of(const std::string& file) {
    std::ifstream in(std::string(LTH_SOURCE_DIR) + "/bench/sql/" + file);
    std::vector<std::string> statements;
    std::string statement;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("--")) continue;
        statement += line + '\n';
        if (!line.ends_with(';')) continue;
        statements.push_back(std::move(statement));
        statement.clear();
    }
    if (statements.empty()) throw std::runtime_error("no statements in " + file);
    return statements;
}

void expect_recorded(const std::vector<core::Result<app::Receipt>>& receipts) {
    for (const auto& receipt : receipts) {
        if (receipt) continue;
        throw std::runtime_error(core::message(receipt.error(), core::Language::en));
    }
}

}  // namespace lth::bench
