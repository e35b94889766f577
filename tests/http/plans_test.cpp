// Plans and the commitments of partners over HTTP: open until what came of them is recorded, late
// once their time is past; those of an older program have no end.
#include <gtest/gtest.h>

#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class PlansOverHttp : public OfficeOverHttp {
protected:
    PlansOverHttp() {
        EXPECT_EQ(record(R"({"op":"association.registered","on":"2020-06-01","unit":")" +
                         to_text(commune_unit) + R"(","level":"commune","name":"Hội thử"})")
                      .status,
                  200U);
    }
    // Through the province's second look at the store.
    std::string told(const std::string& target) {
        clock.now += 2'000;
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return answer.body;
    }
    http::Response record(std::string_view ops) {
        return post("/api/v1/books/" + to_text(book_id(77)) + "/entries",
                    entry_body(new_id(), ops));
    }
    void pass_a_day() {
        clock.now += 86'400'000;
        token = sign_in(officer);
    }
};

TEST_F(PlansOverHttp, APlanIsOpenUntilItIsReviewed) {
    const std::string adopted =
        R"({"op":"plan.adopted","on":"2020-06-01","kind":"year","from":"2020-06-01",)"
        R"("until":"2020-09-13","document":"1/KH")";
    ASSERT_EQ(record(adopted + "}").status, 200U);  // as older entries tell it
    const std::string plans = "/api/v1/matters/plans?filter=";
    EXPECT_NE(told(plans + "all").find(R"("total":1,"open":0,"late":0)"), std::string::npos);
    EXPECT_EQ(told("/api/v1/my/work").find(R"("area":"plans")"), std::string::npos);
    ASSERT_EQ(record(adopted + R"(,"plan":"0000000007"})").status, 200U);
    const auto open = told(plans + "open");
    EXPECT_NE(open.find(R"("total":1,"open":1,"late":0)"), std::string::npos) << open;
    EXPECT_NE(open.find(R"("state":"open")"), std::string::npos) << open;
    EXPECT_NE(open.find(R"("due":"2020-09-13","late":false)"), std::string::npos) << open;
    EXPECT_NE(told("/api/v1/my/work").find(R"("area":"plans")"), std::string::npos);
    pass_a_day();
    EXPECT_NE(told(plans + "late").find(R"("total":1,"open":1,"late":1)"), std::string::npos);
    const std::string reviewed =
        R"({"op":"plan.reviewed","on":"2020-09-13","plan":"0000000007","outcome":"partly"})";
    ASSERT_EQ(record(reviewed).status, 200U);
    EXPECT_NE(told(plans + "late").find(R"("total":0,"open":0,"late":0)"), std::string::npos);
    const auto all = told(plans + "all");
    EXPECT_NE(all.find(R"("total":2,"open":0)"), std::string::npos) << all;
    EXPECT_NE(all.find(R"("state":"closed")"), std::string::npos) << all;
    EXPECT_NE(all.find("plan.reviewed"), std::string::npos) << all;
    EXPECT_EQ(rule_of(record(reviewed)), "record.wrong_step");
    EXPECT_EQ(told("/api/v1/my/work").find(R"("area":"plans")"), std::string::npos);
}

TEST_F(PlansOverHttp, ACommitmentWithoutAnEndIsOpenAndNeverLate) {
    const auto committed = [](const std::string& more) {
        return R"({"op":"partner.committed","on":"2020-06-01","partner":"Trạm y tế",)"
               R"("subject":"health")" +
               more + "}";
    };
    const std::string until = R"(,"until":"2020-09-13")";
    ASSERT_EQ(record(committed(until)).status, 200U);  // as older entries tell it
    ASSERT_EQ(record(committed(R"(,"commitment":"0000000008")")).status, 200U);
    ASSERT_EQ(record(committed(until + R"(,"commitment":"0000000009")")).status, 200U);
    const std::string partners = "/api/v1/matters/partners";
    EXPECT_NE(told(partners).find(R"("total":3,"open":2,"late":0)"), std::string::npos);
    pass_a_day();
    EXPECT_NE(told(partners).find(R"("total":3,"open":2,"late":1)"), std::string::npos);
    EXPECT_NE(told("/api/v1/my/work").find(R"("area":"partners")"), std::string::npos);
    for (const std::string id : {"0000000008", "0000000009"}) {
        ASSERT_EQ(record(R"({"op":"partner.delivered","on":"2020-09-13","commitment":")" + id +
                         R"(","outcome":"done"})")
                      .status,
                  200U);
    }
    EXPECT_NE(told(partners).find(R"("total":3,"open":0,"late":0)"), std::string::npos);
}

}  // namespace
}  // namespace lth::tests
