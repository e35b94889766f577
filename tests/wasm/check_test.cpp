// The check of a printed code, by the calls that a phone makes; the WASM side must answer the same.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/entry_code.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "support/club_book.hpp"
#include "support/wasm/recorder.hpp"
#include "wasm/exports.hpp"
#include "wasm/paper.hpp"
#include "wasm/phone.hpp"

namespace lth::tests {
namespace {

constexpr std::string_view book_text = "00000000-0000-0000-0000-000000000001";

// A club's book, entry by entry as the server has sealed it.
class SealedBook {
public:
    void add(const std::string& ops) {
        core::Entry entry;
        entry.entry_id.bytes[0] = static_cast<std::uint8_t>(sealed.size() + 1);
        entry.book_id.bytes[15] = 1;
        entry.device.bytes[15] = 2;
        entry.author.bytes[15] = 3;
        entry.device_seq = sealed.size() + 1;
        entry.made_at = 1'600'000'000'000;
        entry.body = R"({"ops":[)" + ops + "]}";
        sealed.push_back(seal(head_, entry, entry.made_at, entry.author));
        head_ = head_after(sealed.back());
    }
    [[nodiscard]] std::string code(std::size_t seq) const {
        return core::entry_code(entry_digest(sealed[seq - 1].entry));
    }

    std::vector<core::SealedEntry> sealed;

private:
    core::Head head_;
};

SealedBook a_meeting_with_a_gift() {
    SealedBook book;
    book.add(R"({"op":"club.proposed","on":"2020-01-01","name":"Câu lạc bộ thử",)"
             R"("seat_village":"0000000001","villages":["0000000001"]},)"
             R"({"op":"club.launched","on":"2020-01-02"},{"op":"book.opened","on":"2020-01-02"})");
    book.add(R"({"op":"meeting.held","on":"2020-05-15","meeting":"0000000011","kind":"regular",)"
             R"("present_count":40,"guests":0,"areas":["income"],"entered_from":"phone"},)"
             R"({"op":"donation.received","on":"2020-05-15","account":"cash","kind":"gift",)"
             R"("amount":300000},)"
             R"({"op":"expense.paid","on":"2020-05-15","account":"cash","amount":50000,)"
             R"("purpose":"meeting"})");
    return book;
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    return out + '"';
}

class Check : public ParityTest {
protected:
    // Ends with the answer to restoring the last entry that was taken.
    LthAnswer hold(Recorder& phone, const std::vector<core::SealedEntry>& sealed) {
        const std::string nobody = R"("00000000-0000-0000-0000-000000000000")";
        EXPECT_EQ(phone.call("lth_phone_start", lth_phone_start,
                             R"({"device":)" + nobody + R"(,"account":)" + nobody +
                                 R"(,"core_version":"0"})"),
                  lth_done);
        phone.call("lth_phone_follow", lth_phone_follow,
                   R"({"book":")" + std::string(book_text) + R"("})");
        for (const auto& entry : sealed) {
            const auto row = R"({"store":"confirmed","book":")" + std::string(book_text) +
                             R"(","key":"000000000001","text":)" +
                             json_text(json::write_entry(entry)) + "}";
            const auto done = phone.call("lth_phone_restore", lth_phone_restore, row);
            if (done != lth_done) return done;
        }
        return phone.call("lth_phone_restored", lth_phone_restored, "{}");
    }
    std::string ask(Recorder& phone, const std::string& code) {
        phone.call("lth_phone_check", lth_phone_check,
                   R"({"book":")" + std::string(book_text) + R"(","code":")" + code + R"("})");
        return std::string(lth_output(), lth_output_bytes());
    }
};

TEST_F(Check, AnUnchangedMeetingStandsWithItsDateAndTotals) {
    {
        Recorder phone(folder());
        const auto book = a_meeting_with_a_gift();
        EXPECT_EQ(hold(phone, book.sealed), lth_done);
        const auto said = ask(phone, book.code(2));
        EXPECT_NE(said.find(R"("found":"stands")"), std::string::npos) << said;
        EXPECT_NE(said.find(R"("seq":2)"), std::string::npos) << said;
        EXPECT_NE(said.find(R"("on":"2020-05-15")"), std::string::npos) << said;
        EXPECT_NE(said.find(R"("present":40)"), std::string::npos) << said;
        EXPECT_NE(said.find(R"("money_in":300000,"money_out":50000)"), std::string::npos) << said;
        EXPECT_NE(ask(phone, "0000-0000-0000-0000").find(R"("found":"absent")"), std::string::npos);
        EXPECT_NE(ask(phone, "mã khác").find("check.code.unreadable"), std::string::npos);
    }
    expect_equal_answers();
}

TEST_F(Check, ACorrectedMeetingNamesWhatWasReversedAndWhere) {
    {
        Recorder phone(folder());
        auto book = a_meeting_with_a_gift();
        book.add(R"({"op":"op.reversed","on":"2020-05-16","entry_id":")" +
                 to_text(book.sealed[1].entry.entry_id) + R"(","op_index":2})");
        EXPECT_EQ(hold(phone, book.sealed), lth_done);
        const auto said = ask(phone, book.code(2));
        EXPECT_NE(said.find(R"("found":"corrected")"), std::string::npos) << said;
        EXPECT_NE(said.find(R"({"op_index":2,"op":"expense.paid","on":"2020-05-16","by_seq":3)"),
                  std::string::npos)
            << said;
    }
    expect_equal_answers();
}

TEST_F(Check, AChangedAmountBreaksTheChainAtItsEntry) {
    {
        Recorder phone(folder());
        auto book = a_meeting_with_a_gift();
        auto& body = book.sealed[1].entry.body;
        body.replace(body.find("300000"), 6, "900000");
        EXPECT_EQ(hold(phone, book.sealed), lth_refused);
        const std::string said(lth_output(), lth_output_bytes());
        EXPECT_NE(said.find("chain.broken"), std::string::npos) << said;
        EXPECT_NE(said.find(R"("seq":"2")"), std::string::npos) << said;
    }
    expect_equal_answers();
}

}  // namespace
}  // namespace lth::tests
