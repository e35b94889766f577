// The phone's book after a start, with the reader of operations that phones use.
#include <gtest/gtest.h>

#include "core/replica/replica.hpp"
#include "json/club_body.hpp"

namespace lth::tests {
namespace {

namespace replica = core::replica;

core::Result<std::vector<core::club::ClubOp>> read_ops(const core::Entry& entry) {
    return json::read_club_ops(entry.body, entry.parts);
}

template <class Id>
Id id(std::uint8_t last) {
    Id made;
    made.bytes[15] = last;
    return made;
}

core::Entry entry_of(std::uint8_t number, const std::string& ops, std::uint8_t device = 1) {
    core::Entry entry;
    entry.entry_id = id<core::EntryId>(number);
    entry.book_id = id<core::BookId>(1);
    entry.device = id<core::DeviceId>(device);
    entry.author = id<core::AccountId>(3);
    entry.device_seq = number;
    entry.body = R"({"ops":[)" + ops + "]}";
    return entry;
}

core::PrivatePart named(const std::string& name) {
    core::PrivatePart part;
    part.number = 1;
    part.subject = core::SubjectId{1};
    part.kind = core::PartClass::name;
    part.content = core::PartContent{{}, R"({"name":")" + name + R"("})"};
    part.digest = part_digest(part, *part.content);
    return part;
}

const std::string founded =
    R"({"op":"club.proposed","on":"2020-01-01","name":"Thử","seat_village":"0000000001",)"
    R"("villages":["0000000001"]},{"op":"club.launched","on":"2020-01-02"})";
const std::string admitted =
    R"({"op":"member.admitted","on":"2020-01-03","member":"0000000001","joined":"2020-01-03",)"
    R"("birth_year":1950,"sex":"female","hardship":"poor","borrowed_before":false,"parts":[1]})";
const std::string excused =
    R"({"op":"meetings.excused","on":"2020-03-03","months":["2020-02"],"decision":"1"})";

replica::BookReplica start() { return {id<core::BookId>(1), id<core::DeviceId>(1), read_ops}; }

replica::Case case_of(const core::Entry& entry, replica::CaseState state) {
    return {.offered = {entry}, .state = state};
}

TEST(ReplicaStart, WhatAnOlderCoreCouldNotEraseIsErasedAndKept) {
    auto second = entry_of(2, admitted);
    second.parts = {named("Trịnh Thị Mơ")};
    const auto erasing = entry_of(3, R"({"op":"private.erased","on":"2020-02-02","entry_id":")" +
                                         to_text(second.entry_id) + R"(","erased":[1]})");
    auto book = start();
    core::Head head;
    for (const auto& entry : {entry_of(1, founded), second, erasing}) {
        const auto sealed = seal(head, entry, 1, entry.author);
        head = head_after(sealed);
        ASSERT_TRUE(book.restore(sealed));
    }
    const auto late = book.restored();
    ASSERT_EQ(late.size(), 1U);
    const auto& kept = std::get<replica::KeepConfirmed>(late[0]).sealed.entry;
    EXPECT_EQ(kept.entry_id, second.entry_id);
    EXPECT_FALSE(kept.parts[0].content);
    EXPECT_TRUE(book.restored().empty());
}

TEST(ReplicaStart, NumbersOfTheDeviceBeforeDoNotCount) {
    auto book = start();
    book.restore(case_of(entry_of(7, excused, 9), replica::CaseState::open));
    EXPECT_TRUE(book.restored().empty());
    EXPECT_EQ(book.used_through(), 0U);
    book.restore(case_of(entry_of(4, excused), replica::CaseState::open));
    EXPECT_EQ(book.used_through(), 4U);
}

TEST(ReplicaStart, CasesOfTheDeviceBeforeAreNotSentUnderTheNumbersOfThisOne) {
    auto book = start();
    ASSERT_TRUE(book.restore(seal({}, entry_of(1, founded, 9), 1, id<core::AccountId>(3))));
    auto untold = case_of(entry_of(2, excused, 9), replica::CaseState::withdrawn);
    untold.told = false;
    const auto open = entry_of(3, excused, 9);
    book.restore(untold);
    book.restore(case_of(open, replica::CaseState::open));
    (void)book.restored();
    replica::KeptList keep;
    std::vector<core::EntryId> mine;
    for (std::uint8_t number = 11; number < 14; ++number) {
        const auto recorded = book.record({entry_of(number, excused)}, keep);
        ASSERT_TRUE(recorded) << recorded.error().rule.id();
        mine.push_back(recorded->entry_id);
    }
    book.take({.book = book.id(), .last_seq = 1, .settled_through = 1}, keep);
    EXPECT_FALSE(book.withdraw(open.entry_id, keep));
    replica::Request request;
    book.ask(request);
    EXPECT_TRUE(request.withdrawn.empty());
    std::vector<core::EntryId> sent;
    for (const auto& offered : request.entries) sent.push_back(offered.entry.entry_id);
    EXPECT_EQ(sent, mine);
}

TEST(ReplicaStart, ACaseIsMendedOnce) {
    auto book = start();
    const auto sealed = seal({}, entry_of(1, founded), 1, id<core::AccountId>(3));
    ASSERT_TRUE(book.restore(sealed));
    const auto unfit = entry_of(2, excused);
    book.restore(case_of(unfit, replica::CaseState::open));
    (void)book.restored();
    replica::KeptList keep;
    const auto mended = book.record({entry_of(3, excused), unfit.entry_id}, keep);
    ASSERT_TRUE(mended) << mended.error().rule.id();
    const auto again = book.record({entry_of(4, excused), unfit.entry_id}, keep);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().rule.id(), "sync.case.closed");
    const auto unknown = book.record({entry_of(5, excused), id<core::EntryId>(77)}, keep);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().rule.id(), "sync.case.unknown");
    EXPECT_EQ(book.pending().size(), 1U);
}

}  // namespace
}  // namespace lth::tests
