// Money between books over HTTP: what one book tells stands before whoever is to tell the rest,
// with its age, until both books agree.
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

class MoneyBetweenBooks : public CommonBooksOverHttp {
protected:
    MoneyBetweenBooks() {
        const auto units = province.units({});
        found(above, to_text(units->units.front().id), "province", "Hội tỉnh");
        found(one, first, "commune", "Hội xã Một");
        found(two, second, "commune", "Hội xã Hai");
        clock.now += 2'000;
        must(territory,
             R"({"op":"village.created","on":"2026-06-30","village":"0000000001","unit":")" +
                 first +
                 R"(","name":"Thôn Một","predecessors":[],"from":"2025-07-01","evidence":"list"})");
        must(above, opened("province"));
    }
    void found(const core::BookId& book, const std::string& unit, const std::string& level,
               const std::string& name) {
        open(book, core::BookKind::association,
             R"({"ops":[{"op":"association.registered","on":"2026-06-01","unit":")" + unit +
                 R"(","level":")" + level + R"(","name":")" + name + R"("}]})");
    }
    static std::string opened(const std::string& level) {
        return R"({"op":"care.opened","on":"2026-06-01","level":")" + level +
               R"(","cash":9000000,"bank":0,"goods":0,"free":9000000,"bound":[]})";
    }
    void must(const core::BookId& book, std::string_view ops) {
        const auto answer = record(book, ops);
        ASSERT_EQ(answer.status, 200U) << ops << answer.body;
    }
    // An officer of a commune whom no other book is open to.
    void become_in(std::uint8_t n, std::initializer_list<core::BookId> mine) {
        const app::Account account{account_id(n), "xa" + std::to_string(n), "", "Cán bộ xã", {}};
        app::PeopleWrite write{.accounts = {account}};
        for (const auto& book : mine) {
            write.roles.push_back({.account = account.id,
                                   .role = app::Role::commune,
                                   .book = book,
                                   .from = core::make_date(2019, 1, 1)});
        }
        ASSERT_EQ(store->people().put(write), app::PeopleWritten::done);
        token = sign_in(account.id);
    }
    std::string list(const core::BookId& book, const std::string& more = {}) {
        return told("/api/v1/matters/care_fund?book=" + to_text(book) + more);
    }
    static bool has(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }

    const core::BookId above = book_id(70);
    const core::BookId one = book_id(71);
    const core::BookId two = book_id(72);
    const core::BookId club = book_id(1);
    const std::string grants = "/api/v1/books/" + to_text(club) + "/grants";
    const std::string granted =
        R"({"op":"care.granted","on":"2026-06-12","grant":"00000000G1","club":")" + to_text(club) +
        R"(","level":"province","account":"cash","to":"income","amount":500000,)"
        R"("purpose":"club_founding"})";
    const std::string came =
        R"({"op":"capital.received","on":"2026-06-20","account":"cash","source":"province",)"
        R"("amount":500000,"grant":"00000000G1"})";
};

TEST_F(MoneyBetweenBooks, ATransferIsToldToItsReceiver) {
    must(above, R"({"op":"care.transferred_out","on":"2026-06-10","transfer":"00000000T1",)"
                R"("level":"province","account":"cash","amount":2000000,"to":")" +
                    to_text(one) + R"(","to_level":"commune"})");
    EXPECT_TRUE(has(list(above, "&filter=open"), R"("transfer":"out_only")"));
    become_in(20, {two});
    EXPECT_TRUE(has(list(two), R"("total":0)"));
    become_in(21, {one});
    const auto waiting = list(one, "&filter=open");
    EXPECT_TRUE(has(waiting, R"("total":1,"open":1)")) << waiting;
    EXPECT_TRUE(has(waiting, R"("owner":"Hội tỉnh","op":"care.transferred_out")")) << waiting;
    EXPECT_TRUE(has(waiting,
                    R"("arrived":"00000000T1","sender":")" + to_text(above) + R"(","age_days":20)"))
        << waiting;
    EXPECT_TRUE(has(told("/api/v1/my/work"), R"("area":"care_fund")"));
    must(one, opened("commune") +
                  R"(,{"op":"care.transferred_in","on":"2026-06-20","transfer":"00000000T1",)"
                  R"("level":"commune","account":"cash","amount":2000000,"from":")" +
                  to_text(above) + R"(","from_level":"province"})");
    const auto both = list(one, "&seq=2");
    EXPECT_TRUE(has(both, R"("transfer":"matched")")) << both;
    EXPECT_TRUE(has(both, R"("in_words":"Hai triệu đồng")")) << both;
    EXPECT_TRUE(has(both, R"("halves":[{"book":")" + to_text(above) +
                              R"(","seq":3,"op_index":0,)"
                              R"("on":"2026-06-10",)"
                              R"("amount":2000000}])"))
        << both;
    EXPECT_FALSE(has(list(one), R"("arrived":)"));
    EXPECT_TRUE(has(list(one, "&filter=open&op=care.transferred_out"), R"("total":0)"));
}

TEST_F(MoneyBetweenBooks, AGrantIsOfferedToTheClubsBookWhoeverGaveIt) {
    must(above, granted);
    become_in(20, {one, club});
    EXPECT_EQ(told(grants), R"({"grants":[{"grant":"00000000G1","fund":"Hội tỉnh","to":"income",)"
                            R"("on":"2026-06-12","amount":500000}]})");
    const auto waiting = list(one);
    EXPECT_TRUE(has(waiting, R"("grant":"fund_only")")) << waiting;
    EXPECT_TRUE(has(waiting, R"("age_days":18)")) << waiting;
    must(club, came);
    EXPECT_EQ(told(grants), R"({"grants":[]})");
    EXPECT_TRUE(has(list(one), R"("total":0)"));
    become_in(21, {one, two});
    EXPECT_EQ(rule_of(get(grants)), "role.operation.not_allowed");
    become(22, app::Role::province);
    const auto both = list(above, "&seq=3");
    EXPECT_TRUE(has(both, R"("grant":"matched")")) << both;
    EXPECT_TRUE(has(both, R"("halves":[{"book":")" + to_text(club))) << both;
}

TEST_F(MoneyBetweenBooks, WhatOnlyAClubTellsIsAMatterUntilItsFundTellsIt) {
    become_in(19, {club});
    must(club, came);
    become(22, app::Role::province);
    for (const auto& book : {one, above}) {
        const auto open = list(book, "&filter=open");
        EXPECT_TRUE(has(open, R"("total":1,"open":1)")) << open;
        EXPECT_TRUE(has(open, R"("owner":"Liên thế hệ thôn Một, )")) << open;
        EXPECT_TRUE(has(open, R"("grant":"club_only")")) << open;
        EXPECT_TRUE(has(open, R"("age_days":10)")) << open;
        EXPECT_TRUE(has(open, R"(\"to\":\"income\",\"amount\":500000}]})")) << open;
    }
    EXPECT_TRUE(has(list(two), R"("total":0)"));
    EXPECT_TRUE(has(told("/api/v1/matters/care_fund?op=care.granted"), R"("total":1)"));
    // With another amount neither is refused: whoever keeps the club's book is told.
    auto less = granted;
    less.replace(less.find("500000"), 6, "400000");
    must(above, less);
    become_in(20, {one, club});
    const auto differs = list(one);
    EXPECT_TRUE(has(differs, R"("grant":"amounts_differ")")) << differs;
    // The club's own half is told with it, so that it can be undone there.
    const auto own = store->book(club)->head.last_seq;
    EXPECT_TRUE(has(differs, R"("halves":[{"book":")" + to_text(club) + R"(","seq":)" +
                                 std::to_string(own) + R"(,"op_index":0,)"))
        << differs;
    EXPECT_EQ(told(grants), R"({"grants":[]})");
}

TEST_F(MoneyBetweenBooks, AClubThatTellsOfAnothersGrantIsToldSo) {
    must(territory,
         R"({"op":"village.created","on":"2026-06-30","village":"0000000002","unit":")" + second +
             R"(","name":"Thôn Hai","predecessors":[],"from":"2025-07-01","evidence":"list"})");
    auto proposed = launched_entries(2);
    auto& proposal = proposed.front().body;
    const std::string village_one = "0000000001";
    for (auto at = proposal.find(village_one); at != std::string::npos;
         at = proposal.find(village_one)) {
        proposal.replace(at, village_one.size(), "0000000002");
    }
    clock.now += 1'000;
    record_all(books, proposed);
    must(above, granted);  // to the club of the first
    become_in(20, {two, book_id(2)});
    must(book_id(2), came);
    const auto wrong = list(two, "&filter=open");
    EXPECT_TRUE(has(wrong, R"("grant":"wrong_club_or_fund")")) << wrong;
    EXPECT_TRUE(has(wrong, R"("halves":[{"book":")" + to_text(book_id(2)))) << wrong;
    become_in(21, {one, club});
    EXPECT_TRUE(has(list(one), R"("grant":"wrong_club_or_fund")")) << list(one);
}

TEST_F(MoneyBetweenBooks, AssociationsOfOneNameAreToldApartAndThoseThatEndedComeLast) {
    open(book_id(73), core::BookKind::association,
         R"({"ops":[{"op":"association.registered","on":"2021-01-01","unit":")" + split +
             R"(","level":"commune","name":"Hội xã Một"}]})");
    const auto all = told("/api/v1/associations");
    EXPECT_TRUE(has(all, R"("name":"Hội xã Một")")) << all;
    EXPECT_TRUE(has(all, R"("apart":"14758")")) << all;
    const auto ended = all.find(R"("ended_on":"2025-07-01","apart":")");
    ASSERT_NE(ended, std::string::npos) << all;
    EXPECT_GT(ended, all.find("Hội xã Hai"));
    EXPECT_EQ(all.find(R"("apart":)", ended + 30), std::string::npos) << all;
}

}  // namespace
}  // namespace lth::tests
