// Clubs that are merged, split or wound up over HTTP: nothing is lost between two books, what is
// open can be finished, and a club that gave everything can end.
#include <gtest/gtest.h>

#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class Handovers : public OfficeOverHttp {
protected:
    struct Sums {
        core::club::Balances balances{};
        core::Money owed;
        std::size_t members = 0;
        friend bool operator==(const Sums&, const Sums&) = default;
    };
    core::club::Club club(std::uint64_t n) {
        core::club::Club found;
        books.read(book_id(n),
                   [&](const app::Book& one) { found = one.as<app::ClubFold>()->club; });
        return found;
    }
    Sums sums(std::initializer_list<std::uint64_t> clubs) {
        Sums sum;
        for (const auto n : clubs) {
            const auto one = club(n);
            for (std::size_t i = 0; i < one.balances.size(); ++i) {
                sum.balances.at(i) += one.balances.at(i);
            }
            for (const auto& loan : one.loans) sum.owed += loan.outstanding;
            for (const auto& member : one.members) {
                sum.members += span_on(member, today) == nullptr ? 0 : 1;
            }
        }
        return sum;
    }
    core::Money held(std::uint64_t n, core::club::Account account) {
        return natural(account, club(n).balances.at(index(account)));
    }
    static std::string path(std::uint64_t n) { return "/api/v1/books/" + to_text(book_id(n)); }
    http::Response record(std::uint64_t n, std::string_view ops) {
        return post(path(n) + "/entries", entry_body(new_id(), ops));
    }
    void must(std::uint64_t n, std::string_view ops) {
        const auto answer = record(n, ops);
        ASSERT_EQ(answer.status, 200U) << answer.body;
    }
    // `chosen`: people and accounts of a part; empty: everything.
    http::Response hand_over(std::uint64_t from, std::uint64_t to, const std::string& chosen = {},
                             const std::string& id = "00000000H1",
                             const std::string& on = "2020-09-13") {
        clock.now += 2'000;  // the province looks at the store again
        return post(path(from) + "/handovers",
                    R"({"handover":")" + id + R"(","to":")" + to_text(book_id(to)) + R"(","on":")" +
                        on + R"(","decision":"15/QĐ-UBND",)" +
                        (chosen.empty() ? R"("share":"all","people":[],"accounts":[])"
                                        : R"("share":"part",)" + chosen) +
                        "}");
    }
    std::string told(const std::string& target) {
        clock.now += 2'000;
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return answer.body;
    }
    // 600 đ are left of club 1; 77 is the book of its commune, with no fund yet.
    void wind_up() {
        must(1, dues +
                    R"(,{"op":"expense.paid","on":"2020-04-06","account":"cash","amount":400,)"
                    R"("purpose":"visit"},{"op":"capital.received","on":"2020-04-06",)"
                    R"("account":"cash","source":"members","amount":5000,"member":"0000000002"})");
        const auto opened =
            post(path(77) + "/entries",
                 entry_body(new_id(), R"({"op":"association.registered",)"
                                      R"("on":"2020-06-01","unit":")" +
                                          to_text(commune_unit) +
                                          R"(","level":"commune","name":"Hội thử"})"));
        ASSERT_EQ(opened.status, 200U) << opened.body;
        EXPECT_EQ(rule_of(hand_over(1, 77)), "handover.people_first");
        must(1,
             R"({"op":"capital.returned","on":"2020-09-01","account":"cash","source":"members",)"
             R"("amount":5000,"member":"0000000002"},)"
             R"({"op":"capital.returned","on":"2020-09-01","account":"cash","source":"province",)"
             R"("amount":10000000},{"op":"club.closing","on":"2020-09-01"})");
    }
    // Money of both funds, a loan of somebody who has left, a share, and a name.
    void live() {
        must(1,
             R"({"op":"capital.received","on":"2020-04-01","account":"bank","source":"members",)"
             R"("amount":300000,"member":"0000000002"},)" +
                 dues +
                 R"(,{"op":"expense.paid","on":"2020-04-06","account":"cash","amount":400,)"
                 R"("purpose":"visit"},)"
                 R"({"op":"loan.disbursed","on":"2020-04-05","loan":"000000000A",)"
                 R"("member":"0000000003","account":"cash","amount":3000000,"terms":{"months":12,)"
                 R"("rate_ppm":10000,"base":"outstanding","method":"equal_principal","unit":1000,)"
                 R"("grace_months":0,"overdue":"same","min_months":1},"guarantors":[],)"
                 R"("purpose":"livestock"},)"
                 R"({"op":"member.left","on":"2020-05-01","member":"0000000003",)"
                 R"("reason":"asked"})");
        std::string body = entry_body(
            new_id(), R"({"op":"member.changed","on":"2020-04-01","member":"0000000001",)"
                      R"("hardship":"poor","parts":[1]})");
        body.pop_back();
        body += R"(,"private":[{"part":1,"subject":"0000000001","class":"name",)"
                R"("salt":"00112233445566778899aabbccddeeff",)"
                R"("text":"{\"name\":\"Nguyễn Thị Mơ\",\"day\":3}"}]})";
        const auto answer = post(book + "/entries", body);
        ASSERT_EQ(answer.status, 200U) << answer.body;
    }

    const core::Date today = core::make_date(2020, 9, 13);
};

TEST_F(Handovers, AMergerLosesNothing) {
    launch(2, "Hai");
    live();
    const auto before = sums({1, 2});
    must(1, R"({"op":"club.closing","on":"2020-09-01"})");
    const std::string merged = R"({"op":"club.merged","on":"2020-09-13","into":")" +
                               to_text(book_id(2)) + R"(","decision":"15/QĐ-UBND"})";
    EXPECT_EQ(rule_of(record(1, merged)), "club.not_empty");
    const auto estate = told(book + "/estate");
    EXPECT_NE(estate.find(R"({"account":"income:loans","asset":true,"amount":3000000})"),
              std::string::npos)
        << estate;
    EXPECT_NE(estate.find(R"("name":"Nguyễn Thị Mơ")"), std::string::npos) << estate;

    const auto done = hand_over(1, 2);
    ASSERT_EQ(done.status, 200U) << done.body;
    EXPECT_NE(done.body.find(R"("people":3,"loans":1,)"), std::string::npos) << done.body;
    EXPECT_TRUE(done.body.ends_with(R"("taken":true})")) << done.body;
    EXPECT_EQ(sums({1, 2}), before);
    EXPECT_EQ(sums({1}), Sums{});
    const auto people = told(path(2) + "/members");
    EXPECT_NE(people.find("Nguyễn Thị Mơ"), std::string::npos) << people;
    // The same again finds both halves.
    const auto head = store->book(book_id(2))->head;
    EXPECT_EQ(hand_over(1, 2).body, done.body);
    EXPECT_EQ(store->book(book_id(2))->head, head);

    auto elsewhere = merged;
    elsewhere.replace(elsewhere.find(to_text(book_id(2))), 36, to_text(book_id(3)));
    const auto refused = record(1, elsewhere);
    EXPECT_EQ(rule_of(refused), "handover.merged_elsewhere");
    EXPECT_NE(refused.body.find(R"("field":"into")"), std::string::npos) << refused.body;
    must(1, merged);
    EXPECT_EQ(status_on(club(1), today), core::club::Status::merged);
    EXPECT_EQ(hand_over(2, 1, {}, "00000000H2").status, 422U);  // it has ended
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, WhoMayNotWriteTheOtherBookLeavesTheHalfOpen) {
    launch(2, "Hai");
    const auto before = sums({1, 2});
    const app::Account board{account_id(7), "board", "", "Ban chủ nhiệm", {}};
    const app::RoleHeld held{.account = board.id,
                             .role = app::Role::club_board,
                             .book = book_id(1),
                             .from = core::make_date(2019, 1, 1)};
    ASSERT_EQ(store->people().put({.accounts = {board}, .roles = {held}}),
              app::PeopleWritten::done);
    const auto of_officer = token;
    token = sign_in(board.id);
    const std::string part =
        R"("people":["0000000002"],"accounts":[{"account":"income:cash","amount":700000},)"
        R"({"account":"income:capital:province","amount":700000}])";
    for (int times = 0; times < 2; ++times) {
        const auto given = hand_over(1, 2, part);
        ASSERT_EQ(given.status, 200U) << given.body;
        EXPECT_TRUE(given.body.ends_with(R"("taken":false})")) << given.body;
    }
    token = of_officer;
    EXPECT_NE(told(path(2) + "/estate").find(R"("taken":false)"), std::string::npos);
    const auto taken = post(book + "/handovers/00000000H1");
    ASSERT_EQ(taken.status, 200U) << taken.body;
    EXPECT_EQ(sums({1, 2}), before);
    EXPECT_NE(told(path(2) + "/estate").find(R"("taken":true)"), std::string::npos);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, AClubThatIsSplitOffBeginsWithWhatItIsGiven) {
    auto entries = launched_entries(3);
    entries.resize(2);  // proposed and launched, nothing more
    clock.now += 1'000;
    record_all(books, entries);
    const auto cash = [](const std::string& amount, const std::string& capital) {
        return R"("people":["0000000002"],"accounts":[{"account":"income:cash","amount":)" +
               amount + R"(},{"account":"income:capital:province","amount":)" + capital + "}]";
    };
    EXPECT_EQ(rule_of(hand_over(1, 3, cash("2000000", "1000000"))), "handover.not_balanced");
    const auto done = hand_over(1, 3, cash("2000000", "2000000"));
    ASSERT_EQ(done.status, 200U) << done.body;
    const auto split = club(3);
    EXPECT_EQ(book_opened_on(split), today);
    EXPECT_EQ(roster_completed_on(split), today);
    EXPECT_EQ(held(3, core::club::Account::income_cash).dong, 2'000'000);
    EXPECT_EQ(held(1, core::club::Account::income_cash).dong, 8'000'000);
    EXPECT_EQ(sums({3}).members, 1U);
    EXPECT_EQ(sums({1}).members, 3U);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, WhatAFundCountedWhenItWasOpenedIsNotTakenTwice) {
    wind_up();
    ASSERT_EQ(hand_over(1, 77, {}, "00000000H1", "2020-09-10").status, 200U);
    must(77, R"({"op":"care.opened","on":"2020-09-13","level":"commune","cash":600,"bank":0,)"
             R"("goods":0,"free":600,"bound":[]})");
    EXPECT_NE(told("/api/v1/my/work").find(R"("receipts":[])"), std::string::npos);
    const auto head = store->book(book_id(77))->head;
    EXPECT_EQ(post(book + "/handovers/00000000H1").status, 200U);
    EXPECT_EQ(store->book(book_id(77))->head, head);
}

TEST_F(Handovers, WhatIsLeftOfAClubGoesToTheAssociationAndItIsDissolved) {
    wind_up();
    const auto done = hand_over(1, 77);
    ASSERT_EQ(done.status, 200U) << done.body;
    // The fund is not open yet: what waits for it is told until its book has it.
    EXPECT_TRUE(done.body.ends_with(R"("receipt":true,"taken":false})")) << done.body;
    must(1, R"({"op":"club.dissolved","on":"2020-09-13"})");
    EXPECT_NE(told("/api/v1/my/work").find(R"("receipts":[{"handover":"00000000H1")"),
              std::string::npos);
    EXPECT_EQ(rule_of(post(book + "/handovers/00000000H1")), "care.not_opened");
    must(77, R"({"op":"care.opened","on":"2020-09-13","level":"commune","cash":0,"bank":0,)"
             R"("goods":0,"free":0,"bound":[]})");
    const auto taken = post(book + "/handovers/00000000H1");
    ASSERT_EQ(taken.status, 200U) << taken.body;
    EXPECT_TRUE(taken.body.ends_with(R"("receipt":true,"taken":true})")) << taken.body;
    // From within: no gift from outside, and nothing that another book owes the half of.
    const auto fund = told("/api/v1/matters/care_fund?book=" + to_text(book_id(77)));
    EXPECT_NE(fund.find("care.transferred_in"), std::string::npos) << fund;
    EXPECT_NE(fund.find(R"(\"amount\":600,)"), std::string::npos) << fund;
    EXPECT_NE(fund.find(R"(\"from_level\":\"commune\")"), std::string::npos) << fund;
    EXPECT_EQ(fund.find("care.received"), std::string::npos) << fund;
    EXPECT_NE(fund.find(R"("open":0)"), std::string::npos) << fund;
    EXPECT_NE(told("/api/v1/my/work").find(R"("receipts":[])"), std::string::npos);
    const auto head = store->book(book_id(77))->head;
    EXPECT_EQ(post(book + "/handovers/00000000H1").body, taken.body);
    EXPECT_EQ(store->book(book_id(77))->head, head);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, NobodyIsLeftBehindByAnEarlierDay) {
    launch(2, "Hai");
    must(1, R"({"op":"member.left","on":"2020-07-01","member":"0000000003","reason":"asked"},)"
            R"({"op":"member.admitted","on":"2020-08-01","member":"0000000005","sex":"male",)"
            R"("hardship":"none","borrowed_before":false})");
    const std::string id = "00000000H1";
    EXPECT_EQ(rule_of(hand_over(1, 2, {}, id, "2020-07-31")), "club.life_order");
    for (const auto* member : {"0000000003", "0000000005"}) {
        const auto part = R"("people":[")" + std::string(member) + R"("],"accounts":[])";
        EXPECT_EQ(rule_of(hand_over(1, 2, part, id, "2020-06-01")), "member.not_in_club");
    }
    const auto before = sums({1, 2});
    EXPECT_EQ(hand_over(1, 2, {}, id, "2020-08-01").status, 200U);
    EXPECT_EQ(sums({1, 2}), before);
    EXPECT_EQ(sums({1}), Sums{});
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, AClosedPeriodOfTheReceiverPutsItsHalfOnTheDayAfter) {
    launch(2, "Hai");
    must(2, R"({"op":"period.closed","on":"2020-09-01","until":"2020-08-31","balances":[]})");
    const auto before = sums({1, 2});
    const auto done = hand_over(1, 2, {}, "00000000H1", "2020-08-15");
    ASSERT_EQ(done.status, 200U) << done.body;
    EXPECT_TRUE(done.body.ends_with(R"("taken":true})")) << done.body;
    EXPECT_EQ(club(1).handed_over.front().on, core::make_date(2020, 8, 15));
    EXPECT_EQ(club(2).taken_over.front().on, core::make_date(2020, 9, 1));
    EXPECT_EQ(sums({1, 2}), before);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_F(Handovers, WhatSomebodyAgreedToCountsByItsDay) {
    launch(2, "Hai");
    live();
    const auto said = [](const char* on, const char* answer) {
        return R"({"op":"consent.recorded","on":")" + std::string(on) +
               R"(","members":["0000000001"],"purposes":["membership"],"how":"signature",)"
               R"("answer":")" +
               answer + "\"}";
    };
    must(1, said("2020-06-01", "agreed") + "," + said("2020-05-01", "refused"));
    ASSERT_EQ(hand_over(1, 2).status, 200U);
    const auto people = told(path(2) + "/estate");
    EXPECT_NE(people.find("Nguyễn Thị Mơ"), std::string::npos) << people;
}

TEST_F(Handovers, LinesOfPeopleAndLoansOpenToTheProvinceByAReason) {
    live();
    const auto above = make_officer(*store, 4, app::Role::province);
    put_totp(*store, above);
    const std::string sums =
        R"("by_reason":true,"sums":{"people":3,"loans":1,"outstanding":3000000,)";
    token = sign_in(above);
    const auto closed = told(book + "/estate");
    EXPECT_TRUE(closed.contains(sums)) << closed;
    EXPECT_TRUE(closed.contains(R"("loans":[],"people":[])")) << closed;
    EXPECT_TRUE(closed.contains(R"("account":"income:loans")")) << closed;
    const auto club = "/api/v1/clubs/" + to_text(book_id(1));
    EXPECT_TRUE(told(club).contains(R"("loans_closed":true,"loans":[])")) << told(club);
    const auto people = told(book + "/members");
    EXPECT_TRUE(people.contains(R"("member":"0000000001")")) << people;
    EXPECT_FALSE(people.contains("birth_year")) << people;
    const std::string reason = R"(","reason":"Thẩm tra hồ sơ giải thể"})";
    ASSERT_EQ(post("/api/v1/reasons", R"({"book":")" + to_text(book_id(1)) + reason).status, 200U);
    const auto opened = told(book + "/estate");
    EXPECT_TRUE(opened.contains(R"("by_reason":false)")) << opened;
    EXPECT_TRUE(opened.contains(R"("loan":"000000000A")")) << opened;
    EXPECT_TRUE(opened.contains("Nguyễn Thị Mơ")) << opened;
    EXPECT_TRUE(told(book + "/members").contains(R"("birth_year":1955)"));
    EXPECT_TRUE(told(club).contains(R"("loan":"000000000A")")) << told(club);
    token = sign_in(above);  // another session of the same officer
    EXPECT_TRUE(told(book + "/estate").contains(sums));
}

TEST_F(Handovers, WhatMakesNoSenseIsRefused) {
    EXPECT_EQ(rule_of(hand_over(1, 1)), "handover.to");
    EXPECT_EQ(rule_of(hand_over(1, 9)), "handover.to");
    launch(2, "Hai");
    EXPECT_EQ(rule_of(hand_over(1, 2, R"("people":[],"accounts":[])")), "handover.nothing");
    EXPECT_EQ(rule_of(hand_over(
                  1, 2, R"("people":[],"accounts":[{"account":"income:gold","amount":1}])")),
              "account.unknown");
    EXPECT_EQ(rule_of(post(book + "/handovers/00000000H9")), "handover.unknown");
    token = sign_in(make_officer(*store, 3, app::Role::steering));
    EXPECT_EQ(rule_of(hand_over(1, 2)), "role.operation.not_allowed");
    EXPECT_EQ(rule_of(get(book + "/estate")), "reading.not_allowed");
}

}  // namespace
}  // namespace lth::tests
