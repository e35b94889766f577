// Guidance from the province's association to those of its communes, over HTTP: it arrives in their
// lists, each acknowledges it in its own book, and the sender sees who has.
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

class Guidance : public CommonBooksOverHttp {
protected:
    Guidance() {
        const auto units = province.units({});
        found(above, to_text(units->units.front().id), "province", "Hội tỉnh");
        found(one, first, "commune", "Hội xã Một");
        found(two, second, "commune", "Hội xã Hai");
        clock.now += 2'000;
    }
    void found(const core::BookId& book, const std::string& unit, const std::string& level,
               const std::string& name) {
        open(book, core::BookKind::association,
             R"({"ops":[{"op":"association.registered","on":"2026-06-01","unit":")" + unit +
                 R"(","level":")" + level + R"(","name":")" + name + R"("}]})");
    }
    http::Response send(const std::string& to) {
        return record(above, R"({"op":"guidance.sent","on":"2026-06-30","subject":"loans","to":[)" +
                                 to + R"(],"document":"12/HD-HNCT"})");
    }
    std::string list(const core::BookId& book, const std::string& more = {}) {
        return told("/api/v1/matters/guidance?book=" + to_text(book) + more);
    }
    static std::string document_of(const std::string& list) {
        const auto at = list.find(R"("arrived":")");
        return at == std::string::npos ? std::string() : list.substr(at + 11, 10);
    }
    http::Response acknowledge(const core::BookId& book, const std::string& unit,
                               const std::string& document) {
        return record(book,
                      R"({"op":"document.filed","on":"2026-06-30","document":")" + document +
                          R"(","direction":"received","number":"12/HD-HNCT","body":"Hội tỉnh",)"
                          R"("issued_on":"2026-06-30"},)"
                          R"({"op":"document.acknowledged","on":"2026-06-30","document":")" +
                          document + R"(","unit":")" + unit + "\"}");
    }
    core::AccountId at_unit(std::uint8_t n, app::Role role, const std::string& unit) {
        const auto account = make_officer(*store, n, role);
        auto held = store->people().roles(account).front();
        held.unit = core::UnitId{*core::parse_base32(unit)};
        EXPECT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
        return account;
    }
    static bool has(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }

    const core::BookId above = book_id(70);
    const core::BookId one = book_id(71);
    const core::BookId two = book_id(72);
};

TEST_F(Guidance, ArrivesIsAcknowledgedAndTheSenderSeesByWhom) {
    ASSERT_EQ(send("").status, 200U);
    EXPECT_TRUE(has(list(above), R"("addressed":2,"acknowledged":0,"readers":[])")) << list(above);
    const auto waiting = list(one, "&filter=open");
    EXPECT_TRUE(has(waiting, R"("total":1,"open":1)")) << waiting;
    EXPECT_TRUE(has(waiting, R"("owner":"Hội tỉnh","op":"guidance.sent")")) << waiting;
    EXPECT_TRUE(has(waiting, R"("book":")" + to_text(one) + '"')) << waiting;  // to be filed there
    const auto document = document_of(waiting);
    EXPECT_EQ(document_of(list(two)), document);
    EXPECT_TRUE(has(list(one, "&seq=2"), R"("total":0)"));  // that entry is the sender's

    ASSERT_EQ(acknowledge(one, first, document).status, 200U);
    const auto read = list(one);
    EXPECT_TRUE(has(read, R"("total":1,"open":0)")) << read;
    EXPECT_TRUE(has(read, R"("op":"document.filed","state":"closed")")) << read;
    EXPECT_FALSE(has(read, R"("arrived":)")) << read;
    EXPECT_EQ(rule_of(acknowledge(one, first, document)), "record.known");
    EXPECT_EQ(document_of(list(two)), document);
    const auto sent = list(above, "&seq=2");
    EXPECT_TRUE(has(sent, R"("addressed":2,"acknowledged":1,"readers":[{"name":"Hội xã Hai"},)"
                          R"({"name":"Hội xã Một","acknowledged_on":"2026-06-30"}])"))
        << sent;
}

// It is sent to be read: by whoever it is addressed to, before and after it is filed.
TEST_F(Guidance, IsReadByWhomItIsAddressedToAndByNobodyElse) {
    auto sent = entry_body(new_id(), R"({"op":"guidance.sent","on":"2026-06-30","subject":"loans",)"
                                     R"("to":[")" +
                                         first + R"("],"document":"12/HD-HNCT","parts":[1]})");
    sent.pop_back();
    sent += R"(,"private":[{"part":1,"class":"text","salt":"00112233445566778899aabbccddeeff",)"
            R"("text":"{\"note\":\"Phổ biến trước ngày 31\"}"}]})";
    ASSERT_EQ(post("/api/v1/books/" + to_text(above) + "/entries", sent).status, 200U);
    const auto document = document_of(list(one));
    ASSERT_FALSE(document.empty());
    // Another files what is not meant for it under the same document.
    ASSERT_EQ(acknowledge(two, second, document).status, 200U);
    const std::string text = R"("text":"Phổ biến trước ngày 31")";
    token = sign_in(at_unit(21, app::Role::commune, first));
    EXPECT_TRUE(has(list(one), text)) << list(one);
    ASSERT_EQ(acknowledge(one, first, document).status, 200U);
    EXPECT_TRUE(has(list(one), text)) << list(one);
    token = sign_in(at_unit(22, app::Role::commune, second));
    EXPECT_TRUE(has(list(two), R"("op":"document.filed")")) << list(two);
    EXPECT_FALSE(has(list(two), text)) << list(two);
}

TEST_F(Guidance, IsOpenAtTheSenderUntilAllHaveAcknowledgedItOrItIsWithdrawn) {
    ASSERT_EQ(send("").status, 200U);
    EXPECT_TRUE(has(list(above), R"("total":1,"open":1)")) << list(above);
    const auto document = document_of(list(one));
    ASSERT_EQ(acknowledge(one, first, document).status, 200U);
    EXPECT_TRUE(has(list(above, "&filter=open"), R"("total":1,"open":1)"));
    ASSERT_EQ(acknowledge(two, second, document).status, 200U);
    EXPECT_TRUE(has(list(above), R"("total":1,"open":0)")) << list(above);

    const auto sent = new_id();
    const auto again = post("/api/v1/books/" + to_text(above) + "/entries",
                            entry_body(sent, R"({"op":"guidance.sent","on":"2026-06-30",)"
                                             R"("subject":"loans","to":[],"document":"13/HD"})"));
    ASSERT_EQ(again.status, 200U) << again.body;
    EXPECT_TRUE(has(list(above), R"("total":2,"open":1)")) << list(above);
    ASSERT_EQ(record(above, R"({"op":"op.reversed","on":"2026-06-30","entry_id":")" +
                                to_text(sent) + R"(","op_index":0})")
                  .status,
              200U);
    EXPECT_TRUE(has(list(above), R"("total":2,"open":0)")) << list(above);
}

TEST_F(Guidance, GoesToTheUnitsNamedAlone) {
    ASSERT_EQ(send('"' + second + '"').status, 200U);
    EXPECT_TRUE(has(list(above), R"("addressed":1,"acknowledged":0)"));
    EXPECT_TRUE(has(list(one), R"("total":0)"));
    EXPECT_TRUE(has(list(two), R"("arrived":")"));
    // Whoever reads the sender's book as well is told once.
    EXPECT_TRUE(has(told("/api/v1/matters/guidance"), R"("total":1)"));
}

}  // namespace
}  // namespace lth::tests
