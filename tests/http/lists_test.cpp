// Lists of the scheme's work over HTTP: each role reads what the table says, and who records
// nothing is offered nothing to record.
#include <gtest/gtest.h>

#include <array>

#include "app/roles.hpp"
#include "support/http/office.hpp"

namespace lth::tests {
namespace {

using app::Role;
using app::Seeing;
using app::Sight;

class Lists : public OfficeOverHttp {
protected:
    Lists() {
        auto entry = make_entry(
            77, 1,
            R"({"op":"association.registered","on":"2020-06-01","unit":")" + to_text(commune_unit) +
                R"(","level":"commune","name":"Hội thử"},)"
                R"({"op":"obstacle.raised","on":"2020-06-10","obstacle":"0000000001",)"
                R"("subject":"loans","to":"province","parts":[1]},)"
                R"({"op":"pledge.made","on":"2020-06-10","pledge":"0000000002","level":"commune",)"
                R"("donor_kind":"firm","donor":"0000000003","amount":1000000,"parts":[2]})");
        add_part(entry, core::PartClass::text, 0, R"({"note":"Hai hộ chưa trả được gốc"})");
        add_part(entry, core::PartClass::name, 3, R"({"donor":"Công ty Thử"})");
        EXPECT_TRUE(books.record(entry, {.account = {}, .opens = core::BookKind::association}));
    }
    // Over every book, with the second factor set up.
    void become(Role role) {
        const auto account =
            make_officer(*store, static_cast<std::uint8_t>(20 + static_cast<int>(role)), role);
        put_totp(*store, account);
        token = sign_in(account);
    }
    bool shows(const std::string& list, std::string_view text) {
        const auto answer = get("/api/v1/" + list);
        EXPECT_EQ(answer.status, 200U) << list << " " << answer.body;
        return answer.body.contains(text);
    }

    const std::string fund = "/api/v1/books/" + to_text(book_id(77));
};

TEST_F(Lists, AreOpenToWhomTheTableSaysAndRecordNothing) {
    for (const auto role : {Role::club_board, Role::commune, Role::district, Role::province,
                            Role::steering, Role::auditor, Role::administrator}) {
        become(role);
        SCOPED_TRACE(static_cast<int>(role));
        const bool reads = app::may_see(role, Sight::lists) == Seeing::yes;
        for (const auto* list : {"my/associations", "associations", "matters/obstacles"}) {
            EXPECT_EQ(shows(list, "Hội thử"), reads) << list;
        }
        for (const auto* list : {"my/register?stage=running", "my/visits"}) {
            EXPECT_EQ(shows(list, "thôn Một"), reads) << list;
        }
        const auto association = core::BookKind::association;
        const bool texts = reads && app::sees(std::array{role}, association, Sight::text);
        EXPECT_EQ(shows("matters/obstacles", "Hai hộ"), texts);
        EXPECT_EQ(shows("matters/obstacles?q=hai%20ho", "Hội thử"), texts);
        const bool names = reads && app::sees(std::array{role}, association, Sight::name);
        EXPECT_EQ(shows("matters/pledges", "Công ty Thử"), names);
        EXPECT_EQ(shows("matters/pledges?q=cong%20ty", "Hội thử"), names);
        EXPECT_TRUE(shows("my/clubs", "thôn Một"));  // who keeps phones finds them by their clubs
        const auto status = reads ? 200U : 403U;
        EXPECT_EQ(get("/api/v1/matters/obstacles?book=" + to_text(book_id(77))).status, status);
        EXPECT_EQ(get(fund + "/care?year=2020").status, status);
        const bool records = app::may_record(role, association, "obstacle.answered");
        EXPECT_EQ(shows("my/associations", R"("records":true)"), records);
        if (records) continue;
        const auto sent =
            post(fund + "/entries", entry_body(new_id(), R"({"op":"obstacle.answered",)"
                                                         R"("on":"2020-06-20",)"
                                                         R"("obstacle":"0000000001",)"
                                                         R"("outcome":"done"})"));
        EXPECT_EQ(rule_of(sent), "role.operation.not_allowed") << sent.body;
    }
}

}  // namespace
}  // namespace lth::tests
