// What passes between two books is counted once: care-fund money between levels, and all that a
// club brings into another.
#include <gtest/gtest.h>

#include "cases/demo_province.hpp"

namespace lth::tests {
namespace {

using core::BookKind;
using core::make_date;
using core::Money;
using core::club::Club;
using core::club::ClubOp;

std::optional<std::int64_t> target(const facts::Standing& standing, std::string_view id) {
    return facts::find_target(standing, id)->value.value;
}

// ---- Care fund

core::BookId fund_book(DemoProvince& demo, core::association::CareLevel level) {
    using namespace core::association;
    for (const auto& id : demo.books_of(BookKind::association)) {
        const auto book = demo.fold<Association>(id);
        const auto fund = fund_row(book, level);
        if (association_row(book).level == level && fund.opened && !fund.closed) return id;
    }
    throw std::logic_error("no fund");
}

TEST(Transfer, ACommunePassesMoneyToTheProvinceAndWhatWasRaisedStays) {
    DemoProvince demo(12, year_end);
    const auto commune = fund_book(demo, core::association::CareLevel::commune);
    const auto province = fund_book(demo, core::association::CareLevel::province);
    demo.record(commune,
                R"({"op":"care.received","on":"2020-12-28","level":"commune","account":"cash",)"
                R"("amount":30000000,"donor_kind":"firm"})");
    const auto before = demo.standing(year_end);
    const auto half = [](const char* name, const char* from, const char* other_field,
                         const core::BookId& other, const char* other_level) {
        return std::string(R"({"op":")") + name +
               R"(","on":"2020-12-30","transfer":"00000000T1","level":")" + from +
               R"(","account":"cash","amount":25000000,")" + other_field + R"(":")" +
               to_text(other) + R"(",")" + other_field + R"(_level":")" + other_level + "\"}";
    };
    demo.record(commune, half("care.transferred_out", "commune", "to", province, "province"));
    demo.record(province, half("care.transferred_in", "province", "from", commune, "commune"));
    const auto after = demo.standing(year_end);
    for (const auto* id : {"T9a", "T9b", "T10"}) {
        EXPECT_EQ(target(after, id), target(before, id)) << id;
    }
    // Only what is at hand at the province has grown.
    const auto& then = facts::find_target(before, "T9b")->second;
    const auto& now = facts::find_target(after, "T9b")->second;
    ASSERT_FALSE(then.empty());
    EXPECT_EQ(*now.front().value.value, *then.front().value.value + 25'000'000);
    EXPECT_TRUE(differences(*demo.store).empty());
}

// ---- Two clubs merge

core::LoanId moved(core::LoanId id) {
    return {(id.value ^ (core::local_id_limit >> 1)) % core::local_id_limit};
}
core::MemberId moved(core::MemberId id) {
    return {(id.value ^ (core::local_id_limit >> 1)) % core::local_id_limit};
}

// Everything that a club still has, on one day.
struct Estate {
    std::vector<core::club::HandedAmount> accounts;
    std::vector<core::club::HandedLoan> loans;
    std::vector<core::MemberId> members;
};

Estate estate_of(const Club& club, core::Date day) {
    using namespace core::club;
    Estate estate;
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        const bool handed = club.balances[i] != Money{} && account != Account::income_loans;
        if (!handed || account == Account::income_shares) continue;
        const std::string name(full_name(account));
        estate.accounts.push_back({.fund = fund_of(account),
                                   .account = {name.substr(name.find(':') + 1)},
                                   .amount = natural(account, club.balances[i]),
                                   .member = std::nullopt});
    }
    for (const auto& member : club.members) {
        if (span_on(member, day) != nullptr) estate.members.push_back(member.admitted.member);
        const auto shares = shares_of(club, member);
        if (shares == Money{}) continue;
        estate.accounts.push_back({.fund = Fund::income,
                                   .account = {"shares"},
                                   .amount = shares,
                                   .member = member.admitted.member});
    }
    for (const auto& loan : club.loans) {
        if (!loan.live || loan.outstanding == Money{}) continue;
        estate.loans.push_back({.loan = loan.id,
                                .member = club.members[owner_on(club, loan, day)].admitted.member,
                                .disbursed_on = loan.disbursed_on,
                                .principal = loan.principal,
                                .outstanding = loan.outstanding,
                                .interest_paid_through = std::nullopt,
                                .terms = plan_on(club, loan, day).terms});
    }
    return estate;
}

// The half of the club that ends.
std::vector<ClubOp> giving(const Estate& estate, core::BookId to, core::Date day) {
    using namespace core::club;
    FundsHandedOver handed{.handover = {1},
                           .to = to,
                           .accounts = estate.accounts,
                           .loans = estate.loans,
                           .members = estate.members,
                           .decision = {"15/QĐ-UBND"}};
    ClubMerged merged{.into = to, .decision = core::PublicText{"15/QĐ-UBND"}};
    return {{day, {}, ClubClosing{}}, {day, {}, std::move(handed)}, {day, {}, std::move(merged)}};
}

core::club::MemberAdmitted admission(const Club& from, core::MemberId id, core::Date day) {
    const auto& member = *find_member(from, id);
    core::club::MemberAdmitted admitted;
    admitted.member = moved(id);
    admitted.birth_year = member.birth_year;
    admitted.sex = member.sex;
    admitted.hardship = hardship_on(from, member, day);
    admitted.borrowed_before =
        member.borrowed_before || std::ranges::any_of(member.loans, [&](std::uint32_t loan) {
            return from.loans[loan].live;
        });
    return admitted;
}

// The half of the club that goes on: its people come first, under ids of their own. Who has left
// and still owes comes and goes on the same day, and so is counted on none.
std::vector<ClubOp> taking(const Club& from, Estate estate, core::BookId book, core::Date day) {
    using namespace core::club;
    std::vector<ClubOp> ops;
    std::vector<ClubOp> departures;
    for (const auto& loan : estate.loans) {
        if (span_on(*find_member(from, loan.member), day) != nullptr) continue;
        ops.push_back({day, {}, admission(from, loan.member, day)});
        departures.push_back({day, {}, MemberLeft{moved(loan.member), Leaving::moved}});
    }
    for (auto& id : estate.members) {
        ops.push_back({day, {}, admission(from, id, day)});
        id = moved(id);
    }
    for (auto& account : estate.accounts) {
        if (account.member) account.member = moved(*account.member);
    }
    for (auto& loan : estate.loans) {
        loan.loan = moved(loan.loan);
        loan.member = moved(loan.member);
    }
    FundsTakenOver taken{.handover = {1},
                         .from = book,
                         .accounts = estate.accounts,
                         .loans = estate.loans,
                         .members = estate.members,
                         .decision = {"15/QĐ-UBND"}};
    ops.push_back({day, {}, std::move(taken)});
    ops.insert(ops.end(), departures.begin(), departures.end());
    return ops;
}

TEST(Merger, CapitalLoansPeopleAndBorrowersAreConservedInTheStanding) {
    constexpr core::Date day = make_date(2022, 11, 30);
    DemoProvince demo(16, day);
    std::vector<core::BookId> clubs;
    for (const auto& id : demo.books_of(BookKind::club)) {
        const auto club = demo.fold<app::ClubFold>(id).club;
        if (book_opened_on(club) && status_on(club, day) == core::club::Status::active) {
            clubs.push_back(id);
        }
    }
    ASSERT_GE(clubs.size(), 8U);
    const auto before = demo.standing(day);
    std::size_t mergers = 0;
    for (std::size_t i = 0; i + 1 < clubs.size(); i += 2) {
        const auto club = demo.fold<app::ClubFold>(clubs[i]).club;
        const auto estate = estate_of(club, day);
        demo.record(clubs[i + 1], taking(club, estate, clubs[i], day));
        demo.record(clubs[i], giving(estate, clubs[i + 1], day));
        const auto left = demo.fold<app::ClubFold>(clubs[i]).club;
        for (const auto amount : left.balances) EXPECT_EQ(amount, Money{});
        EXPECT_EQ(core::club::status_on(left, day), core::club::Status::merged);
        ++mergers;
    }
    const auto after = demo.standing(day);
    EXPECT_EQ(measure(after, "clubs_active"),
              *measure(before, "clubs_active") - static_cast<std::int64_t>(mergers));
    for (const auto* name :
         {"members", "members_women", "members_hardship", "capital", "loans_outstanding", "overdue",
          "operating_fund", "borrowers_ever", "borrowers_year", "borrowers_owing"}) {
        EXPECT_GT(*measure(before, name), 0) << name;
        EXPECT_EQ(measure(after, name), measure(before, name)) << name;
    }
    // The day before nothing has moved at all.
    EXPECT_EQ(measure(demo.standing(day - 1), "clubs_active"), measure(before, "clubs_active"));
    EXPECT_TRUE(differences(*demo.store).empty());
}

}  // namespace
}  // namespace lth::tests
