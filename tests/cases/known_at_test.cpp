// What was known then is answered alike before and after late entries, in every kind of book.
#include <gtest/gtest.h>

#include "app/period_view.hpp"
#include "cases/demo_province.hpp"
#include "json/message.hpp"
#include "view_json/standing.hpp"

namespace lth::tests {
namespace {

using core::BookKind;
using core::make_date;

std::string told(app::Reading& reading, std::optional<std::int64_t> known_at) {
    app::Question question;
    question.as_of = year_end;
    question.known_at = known_at;
    const auto view = reading.standing(question);
    if (!view) return core::message(view.error(), core::Language::en);
    return view_json::standing_json(view->standing) + view_json::claims_json(view->claims);
}

core::BookId booked_club(DemoProvince& demo) {
    for (const auto& id : demo.books_of(BookKind::club)) {
        if (book_opened_on(demo.fold<app::ClubFold>(id).club)) return id;
    }
    throw std::logic_error("no club with a book");
}

core::BookId province_fund(DemoProvince& demo) {
    using namespace core::association;
    for (const auto& id : demo.books_of(BookKind::association)) {
        const auto fund = fund_row(demo.fold<Association>(id), CareLevel::province);
        if (fund.opened) return id;
    }
    throw std::logic_error("no fund of the province");
}

// Everything happened before the year's end and arrives after it.
void record_late(DemoProvince& demo) {
    demo.record(booked_club(demo),
                R"({"op":"member.admitted","on":"2020-12-30","member":"0000000001",)"
                R"("birth_year":1950,"sex":"female","hardship":"poor","borrowed_before":false},)"
                R"({"op":"capital.received","on":"2020-12-30","account":"cash",)"
                R"("source":"firm","amount":7000000})");
    demo.record(province_fund(demo),
                R"({"op":"care.received","on":"2020-12-30","level":"province","account":"bank",)"
                R"("amount":90000000,"donor_kind":"firm"})");
    const auto territory = demo.books_of(BookKind::territory).front();
    const auto province = demo.fold<core::territory::Territory>(territory).units.front().id;
    demo.record(territory, R"({"op":"unit.reported","on":"2020-12-30","unit":")" +
                               to_text(province) +
                               R"(","as_of":"2020-12-30","elderly_population":400000,)"
                               R"("villages_complete":false,"evidence":"list"})");
    demo.record(demo.books_of(BookKind::registry).front(),
                R"({"op":"claim.recorded","on":"2020-12-30","document":"9/BC",)"
                R"("date":"2020-12-31","measure":"members","relation":"ge","value":100})");
}

TEST(KnownAt, TheSameBeforeAndAfterLateEntriesOfEveryKindOfBook) {
    DemoProvince demo(8, year_end);
    const auto then = demo.clock.now;
    app::Province served(*demo.store, demo.clock);
    const auto before = told(served, then);
    EXPECT_EQ(before, told(served, std::nullopt));  // nothing was late yet: now is the same
    const auto members = *measure(demo.standing(year_end), "members");
    const auto capital = *measure(demo.standing(year_end), "capital");

    demo.clock.now += std::int64_t{40} * 24 * 3'600'000;
    record_late(demo);

    EXPECT_EQ(told(served, then), before);
    app::Province started_later(*demo.store, demo.clock);
    EXPECT_EQ(told(started_later, then), before);
    // Asked with now, every one of them shows, in either process.
    const auto now = told(served, demo.clock.now);
    EXPECT_NE(now, before);
    EXPECT_EQ(told(served, std::nullopt), now);
    EXPECT_EQ(told(started_later, std::nullopt), now);
    const auto standing = demo.standing(year_end);
    EXPECT_EQ(measure(standing, "members"), members + 1);
    EXPECT_EQ(measure(standing, "capital"), capital + 7'000'000);
    EXPECT_EQ(measure(standing, "elderly_population"), 400'000);
    EXPECT_NE(now.find("9/BC"), std::string::npos);
    EXPECT_EQ(before.find("9/BC"), std::string::npos);
    EXPECT_TRUE(differences(*demo.store).empty());
}

// Of a unit only its own books are folded anew: they answer like all of them.
TEST(KnownAt, TheReportOfAUnitIsTheSameBeforeAndAfterLateEntries) {
    DemoProvince demo(8, year_end);
    const auto then = demo.clock.now;
    const auto club = booked_club(demo);
    app::Province served(*demo.store, demo.clock);
    const auto reported = [&](core::UnitId unit, std::optional<std::int64_t> known_at) {
        app::PeriodQuestion question;
        question.at.as_of = year_end;
        question.at.known_at = known_at;
        question.at.unit = to_text(unit);
        auto view = served.period(question);
        if (!view) return core::message(view.error(), core::Language::en);
        view->known_at = 0;
        return json::write_message(*view);
    };
    const auto units = served.units_over_on(club, year_end);
    ASSERT_EQ(units.size(), 3U);  // commune, district, province
    std::vector<std::string> before;
    for (const auto& unit : units) before.push_back(reported(unit, std::nullopt));

    demo.clock.now += std::int64_t{40} * 24 * 3'600'000;
    record_late(demo);

    for (std::size_t i = 0; i < units.size(); ++i) {
        EXPECT_EQ(reported(units[i], then), before[i]);
        EXPECT_NE(reported(units[i], std::nullopt), before[i]);  // a member more, among others
        EXPECT_EQ(reported(units[i], demo.clock.now), reported(units[i], std::nullopt));
    }
    EXPECT_NE(before[0].find(R"("figure":"members","value":)"), std::string::npos) << before[0];
}

// An entry that is received at the very moment asked about is known; one a millisecond later not.
TEST(KnownAt, TheMomentItselfIsKnown) {
    DemoProvince demo(4, year_end);
    const auto club = booked_club(demo);
    const auto members = [&](std::int64_t known_at) {
        app::Province province(*demo.store, demo.clock);
        app::Question question;
        question.as_of = year_end;
        question.known_at = known_at;
        return *measure(DemoProvince::answer(province, question), "members");
    };
    demo.clock.now += 1'000;
    const auto received = demo.clock.now;
    const auto before = members(received);
    demo.record(club, R"({"op":"member.admitted","on":"2020-12-30","member":"0000000001",)"
                      R"("sex":"male","hardship":"none","borrowed_before":false})");
    EXPECT_EQ(members(received - 1), before);
    EXPECT_EQ(members(received), before + 1);
}

}  // namespace
}  // namespace lth::tests
