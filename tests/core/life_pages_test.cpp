// What the board sees of consent, roles, and of what its book still lacks.
#include "core/club/life_pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using core::make_date;
using namespace core::club;

core::MemberId member(unsigned n) { return core::MemberId{n}; }

std::string consent(const std::string& on, const std::string& members, const std::string& answer) {
    return R"({"op":"consent.recorded","on":")" + on + R"(","members":[)" + members +
           R"(],"purposes":["membership","loans"],"how":"fingerprint","answer":")" + answer + "\"}";
}

TEST(LifePages, ConsentIsTheLastAnswerOfEachPurpose) {
    auto book = launched_club();
    const auto on = make_date(2020, 12, 1);
    EXPECT_TRUE(consent_lines(book.club, on)[0].given.empty()) << "not asked";
    book.must(consent("2020-04-01", R"("0000000001","0000000002")", "agreed") + "," +
              consent("2020-04-01", R"("0000000003")", "refused"));
    auto lines = consent_lines(book.club, on);
    ASSERT_EQ(lines.size(), 4U);
    ASSERT_EQ(lines[0].given.size(), 2U);
    EXPECT_EQ(lines[0].given[0].purpose, ConsentPurpose::membership);
    EXPECT_EQ(lines[0].given[0].answer, ConsentAnswer::agreed);
    EXPECT_EQ(lines[0].given[0].how, ConsentHow::fingerprint);
    EXPECT_TRUE(lines[3].given.empty());
    EXPECT_FALSE(is_nameless(book.club, member(1), on));
    EXPECT_TRUE(is_nameless(book.club, member(3), on));
    EXPECT_FALSE(is_nameless(book.club, member(4), on)) << "not asked is not refused";
    book.must(consent("2020-06-01", R"("0000000001")", "withdrawn"));
    EXPECT_TRUE(is_nameless(book.club, member(1), on));
    EXPECT_FALSE(is_nameless(book.club, member(1), make_date(2020, 5, 1)));
    book.must(R"({"op":"op.reversed","on":"2020-06-01","entry_id":")" + book.entry_id(7) +
              R"(","op_index":0})");
    EXPECT_FALSE(is_nameless(book.club, member(1), on)) << "undone: as before";
}

TEST(LifePages, RolesEndWithLeaving) {
    auto book = launched_club();
    book.must(R"({"op":"board.elected","on":"2020-04-01","seats":[
        {"member":"0000000001","role":"chair"},{"member":"0000000002","role":"treasurer"}]},
        {"op":"volunteers.set","on":"2020-04-01","kind":"home_care","volunteers":[
        {"volunteer":"0000000002","cares_for":"0000000003"},{"volunteer":"0000000004"}]},
        {"op":"team.set","on":"2020-04-01","team":"arts","members":["0000000002"]})");
    const auto on = make_date(2020, 12, 1);
    EXPECT_EQ(roles_page(book.club, on).board.size(), 2U);
    EXPECT_EQ(roles_page(book.club, on).home_care.size(), 2U);
    EXPECT_EQ(roles_page(book.club, on).teams.size(), 1U);
    EXPECT_TRUE(roles_page(book.club, make_date(2020, 3, 1)).board.empty());
    book.must(R"({"op":"member.left","on":"2020-06-01","member":"0000000002","reason":"died"},
        {"op":"member.left","on":"2020-06-01","member":"0000000003","reason":"moved"})");
    const auto page = roles_page(book.club, on);
    ASSERT_EQ(page.board.size(), 1U);
    EXPECT_EQ(page.board[0].member, member(1));
    EXPECT_EQ(page.home_care.size(), 1U);
    EXPECT_TRUE(page.teams.empty());
    book.must(R"({"op":"board.elected","on":"2020-07-01","seats":[
        {"member":"0000000004","role":"chair"}]})");
    EXPECT_EQ(roles_page(book.club, on).board_since, make_date(2020, 7, 1));
    EXPECT_EQ(roles_page(book.club, make_date(2020, 6, 30)).board[0].member, member(1));
}

bool lacks(const ClubBook& book, Todo what, core::Date on) {
    return std::ranges::any_of(todo_lines(book.club, on),
                               [&](const TodoLine& line) { return line.what == what; });
}

TEST(LifePages, AMonthIsHeldStatedExcusedOrMissing) {
    auto book = launched_club();
    book.must(R"({"op":"meeting.held","on":"2020-06-15","meeting":"0000000021","kind":"regular",
        "guests":0,"areas":["health"],"entered_from":"paper"})");
    book.must(R"({"op":"meeting.held","on":"2020-05-15","meeting":"0000000022","kind":"extra",
        "guests":0,"areas":["health"],"entered_from":"phone"})");
    book.must(R"({"op":"month.reported","on":"2020-06-30","month":"2020-04","present":40})");
    book.must(R"({"op":"meetings.excused","on":"2020-06-30","months":["2020-03"],"decision":"1"})");
    const auto lines = month_lines(book.club, core::make_month(2020, 7), 8);
    ASSERT_EQ(lines.size(), 8U);
    EXPECT_EQ(lines[0].state, MonthState::outside);  // 12/2019
    EXPECT_EQ(lines[3].state, MonthState::excused);
    EXPECT_EQ(lines[4].state, MonthState::totals);
    EXPECT_EQ(lines[5].state, MonthState::none) << "an extra meeting is none of the month's";
    EXPECT_EQ(lines[6].state, MonthState::held);
    EXPECT_EQ(lines[6].on, make_date(2020, 6, 15));
    EXPECT_EQ(lines[6].from_paper, true);
    EXPECT_EQ(lines[7].state, MonthState::none);

    EXPECT_EQ(keeper_on(book.club, make_date(2020, 6, 1)), Keeper::phone);
    book.must(R"({"op":"book.keeper_set","on":"2020-06-10","keeper":"commune"})");
    EXPECT_EQ(keeper_on(book.club, make_date(2020, 6, 10)), Keeper::commune);
}

TEST(LifePages, ABookLacksWhatWasNotDone) {
    ClubBook fresh;
    fresh.must(R"({"op":"club.proposed","on":"2020-01-05","name":"Thôn Một",
        "seat_village":"0000000001","villages":["0000000001"]})");
    EXPECT_TRUE(lacks(fresh, Todo::complete_roster, make_date(2020, 2, 1)));
    EXPECT_TRUE(lacks(fresh, Todo::open_book, make_date(2020, 2, 1)));
    EXPECT_FALSE(lacks(fresh, Todo::hold_meeting, make_date(2020, 2, 1)));

    auto book = launched_club();
    const auto on = make_date(2020, 6, 20);
    for (const auto what : {Todo::complete_roster, Todo::open_book, Todo::review_roster}) {
        EXPECT_FALSE(lacks(book, what, on));
    }
    for (const auto what :
         {Todo::set_rules, Todo::elect_board, Todo::ask_consent, Todo::type_meetings,
          Todo::hold_meeting, Todo::set_volunteers, Todo::check_health}) {
        EXPECT_TRUE(lacks(book, what, on)) << static_cast<int>(what);
    }
    book.must(R"({"op":"meeting.held","on":"2020-06-15","meeting":"0000000021","kind":"regular",
        "guests":0,"areas":["health"],"entered_from":"phone"},
        {"op":"health.checked","on":"2020-06-15","measured":4,"raised":0,"referred":0})");
    EXPECT_FALSE(lacks(book, Todo::hold_meeting, on));
    EXPECT_FALSE(lacks(book, Todo::check_health, on));
    EXPECT_TRUE(lacks(book, Todo::check_health, make_date(2020, 7, 1))) << "the next half";
    EXPECT_TRUE(lacks(book, Todo::count_cash, on));
    book.must(R"({"op":"cash.counted","on":"2020-06-15","box":"cash","amount":10000000,
        "book_amount":10000000})");
    EXPECT_FALSE(lacks(book, Todo::count_cash, on));

    EXPECT_FALSE(lacks(book, Todo::settle_count, on));
    book.must(R"({"op":"cash.counted","on":"2020-06-16","box":"cash","amount":9995000,
        "book_amount":10000000})");
    EXPECT_FALSE(lacks(book, Todo::settle_count, make_date(2020, 6, 15)));
    EXPECT_TRUE(lacks(book, Todo::settle_count, on));
    book.must(R"({"op":"cash.adjusted","on":"2020-06-17","fund":"income","amount":-5000,
        "against":"claims","decision":"BB 17/06"})");
    EXPECT_FALSE(lacks(book, Todo::settle_count, on));
}

TEST(LifePages, MonthsWithoutAMeetingAreNamedUnlessExcused) {
    auto book = launched_club();
    book.must(R"({"op":"meetings.excused","on":"2020-04-02","months":["2020-04"],
        "decision":"Công văn 1"})");
    book.must(R"({"op":"meeting.held","on":"2020-05-15","meeting":"0000000021","kind":"regular",
        "guests":0,"areas":[],"entered_from":"phone"})");
    for (const auto& line : todo_lines(book.club, make_date(2020, 7, 1))) {
        if (line.what != Todo::type_meetings) continue;
        EXPECT_EQ(line.months, (std::vector{core::make_month(2020, 3), core::make_month(2020, 6)}));
    }
}

TEST(LifePages, TheYearIsReviewedAndScored) {
    auto book = launched_club();
    EXPECT_FALSE(lacks(book, Todo::review_roster, make_date(2020, 11, 30)));
    EXPECT_TRUE(lacks(book, Todo::review_roster, make_date(2020, 12, 5)));
    EXPECT_TRUE(lacks(book, Todo::self_score, make_date(2021, 1, 5)));
    book.must(R"({"op":"roster.reviewed","on":"2020-12-10","members":4})");
    EXPECT_FALSE(lacks(book, Todo::review_roster, make_date(2021, 1, 5)));
    book.must(R"({"op":"rating.self_scored","on":"2021-01-06","year":2020,"criteria":"mau",
        "scores":[],"band":"fair"})");
    EXPECT_FALSE(lacks(book, Todo::self_score, make_date(2021, 1, 6)));
    book.must(R"({"op":"rating.returned","on":"2021-01-07","year":2020})");
    EXPECT_TRUE(lacks(book, Todo::self_score, make_date(2021, 1, 8)));
}

}  // namespace
}  // namespace lth::tests
