// What passes between two books is counted once: care-fund money between levels, and all that a
// club brings into another.
#include <gtest/gtest.h>

#include "app/estate.hpp"
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

app::Handed all_of(const Club& club, core::BookId to, core::Date day) {
    auto handed = app::whole_estate(club, day);
    handed.handover = {1};
    handed.to = to;
    handed.decision = {"15/QĐ-UBND"};
    return handed;
}

// The half of the club that ends.
std::vector<ClubOp> giving(const app::Handed& handed, core::Date day) {
    using namespace core::club;
    ClubMerged merged{.into = handed.to, .decision = handed.decision};
    return {{day, {}, ClubClosing{}}, {day, {}, handed}, {day, {}, std::move(merged)}};
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
        const auto handed = all_of(club, clubs[i + 1], day);
        demo.record(clubs[i + 1], app::taking_half(club, clubs[i], handed, day));
        demo.record(clubs[i], giving(handed, day));
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
