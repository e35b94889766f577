// Terms of retention of what stands beside the books: photographs, and cases that have ended.
#include "app/retention.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "app/attachments.hpp"
#include "json/entry.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

using app::HeldIn;
using core::registry::Retained;

constexpr std::int64_t day = 86'400'000;

app::Attachment photo(std::uint64_t book, std::string content, std::int64_t stored_at) {
    const auto sha256 = core::sha256(content);
    return {book_id(book), sha256, std::move(content), stored_at};
}

class RetentionBase : public testing::TestWithParam<Engine> {
protected:
    RetentionBase() { record_all(books, launched_entries(1)); }

    void set_terms(const std::string& terms) {
        std::string ops;
        for (const auto& [what, months] : {std::pair{"attachment", 2}, {"name", 3}, {"text", 3}}) {
            if (!terms.contains(what)) continue;
            if (!ops.empty()) ops += ',';
            ops += R"({"op":"retention.set","on":"2020-03-01","what":")" + std::string(what) +
                   R"(","months":)" + std::to_string(months) + R"(,"from":"2020-03-01"})";
        }
        ASSERT_TRUE(books.record(make_entry(3, 1, ops),
                                 {.account = {}, .opens = core::BookKind::registry}));
    }
    // A phone's entry with a name and a text that the book did not take.
    core::Entry refused(std::uint64_t n) {
        auto entry = make_entry(
            1, n,
            R"({"op":"member.left","on":"2020-04-01","member":"0000000009","reason":"asked",)"
            R"("parts":[1,2]})",
            2);
        add_part(entry, core::PartClass::text, 1, R"({"reason":"chuyển nhà"})");
        add_part(entry, core::PartClass::contact, 1, R"({"phone":"0900000001"})");
        EXPECT_EQ(books.settle({entry, {}}, sender).kind, core::replica::VerdictKind::rejected);
        return entry;
    }
    app::SyncCase kept(const core::Entry& entry) {
        for (auto& one : store->cases(book_id(1))) {
            if (one.entry_id == entry.entry_id) return one;
        }
        throw std::logic_error("no such case");
    }
    bool is_there(const app::Attachment& photo) {
        return store->attachments().find(photo.book, photo.sha256).has_value();
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    app::Books books{*store, clock};
    app::Retention retention{*store, books, clock, ids};
    const app::Sender sender{.account = {}, .device = device_id(2)};
};
class RetentionBeside : public RetentionBase {};

INSTANTIATE_TEST_SUITE_P(Engines, RetentionBeside,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(RetentionBeside, PhotographsGoWhenTheirTermHasPassed) {
    record_all(books, launched_entries(2));
    const auto first = photo(1, "một", clock.now);
    const auto second = photo(1, "hai", clock.now + day);
    const auto other = photo(2, "ba", clock.now + 2 * day);
    for (const auto& one : {first, second, other}) store->attachments().put(one);
    const auto came = clock.now;
    clock.now = came + 400 * day;
    EXPECT_TRUE(retention.plan().lines.empty());  // no term, no end
    EXPECT_EQ(retention.run()->files, 0U);
    set_terms("attachment");
    clock.now = came + 60 * day;  // 12 November: the term of 13 September ends tomorrow
    ASSERT_EQ(retention.plan().terms.size(), 1U);
    EXPECT_TRUE(retention.plan().lines.empty());
    clock.now = came + 62 * day;  // 14 November
    const auto plan = retention.plan();
    ASSERT_EQ(plan.lines.size(), 1U);
    EXPECT_EQ(plan.lines[0].book, book_id(1));
    EXPECT_EQ(plan.lines[0].name, "Liên thế hệ thôn Một");
    EXPECT_EQ(plan.lines[0].kind, Retained::attachment);
    EXPECT_EQ(plan.lines[0].where, HeldIn::files);
    EXPECT_EQ(plan.lines[0].parts, 2U);
    EXPECT_EQ(plan.lines[0].oldest, core::business_date(came));
    EXPECT_TRUE(is_there(first));  // a plan erases nothing
    const auto gone = retention.run().value();
    EXPECT_EQ(gone.files, 2U);
    EXPECT_EQ(gone.entries, 0U);
    EXPECT_FALSE(is_there(first));
    EXPECT_FALSE(is_there(second));
    EXPECT_TRUE(is_there(other));
    EXPECT_TRUE(retention.plan().lines.empty());
    EXPECT_EQ(retention.run()->files, 0U);
    store->attachments().put(first);
    EXPECT_FALSE(is_there(first));  // it does not come back
}

TEST_P(RetentionBeside, WhatAnEndedCaseHoldsGoesAndItsDigestsStay) {
    set_terms("text");
    const auto open = refused(1);
    const auto ended = refused(2);
    const auto came = clock.now;
    clock.now = came + 100 * day;
    EXPECT_TRUE(retention.plan().lines.empty());  // they wait for somebody
    ASSERT_TRUE(books.let_go({book_id(1), ended.entry_id, account_id(1), "Ghi nhầm."}));
    const auto closed = clock.now;
    EXPECT_TRUE(retention.plan().lines.empty());
    clock.now = closed + 93 * day;
    const auto plan = retention.plan();
    ASSERT_EQ(plan.lines.size(), 1U);
    EXPECT_EQ(plan.lines[0].where, HeldIn::cases);
    EXPECT_EQ(plan.lines[0].kind, Retained::text);
    EXPECT_EQ(plan.lines[0].parts, 2U);  // of the entry, and why the officer let it go
    EXPECT_EQ(plan.lines[0].oldest, core::business_date(closed));
    EXPECT_TRUE(kept(ended).line.contains("chuyển nhà"));
    const auto before = kept(ended);
    const auto gone = retention.run().value();
    EXPECT_EQ(gone.cases, 1U);
    EXPECT_EQ(gone.reasons, 1U);
    EXPECT_EQ(gone.entries, 0U);
    EXPECT_EQ(before.reason, "Ghi nhầm.");
    auto after = kept(ended);
    EXPECT_FALSE(after.line.contains("chuyển nhà"));
    EXPECT_TRUE(after.line.contains("0900000001"));  // contacts have no term
    const auto entry = json::read_unsealed(after.line).value();
    EXPECT_EQ(core::entry_digest(entry), core::entry_digest(ended));
    EXPECT_EQ(entry.body, ended.body);
    EXPECT_EQ(after.reason, "");
    after.line = before.line;
    after.reason = before.reason;
    EXPECT_EQ(after, before);
    EXPECT_TRUE(kept(open).line.contains("chuyển nhà"));
    EXPECT_TRUE(retention.plan().lines.empty());
    EXPECT_EQ(retention.run()->cases, 0U);
    // A phone that sends it again hears what it heard.
    EXPECT_EQ(books.settle({ended, {}}, sender).kind, core::replica::VerdictKind::withdrawn);
    EXPECT_FALSE(kept(ended).line.contains("chuyển nhà"));
}

TEST_P(RetentionBeside, AnAssociationsBookIsCalledByItsName) {
    set_terms("text");
    auto entry = make_entry(4, 1,
                            R"({"op":"association.registered","on":"2020-03-01",)"
                            R"("unit":"0000000019","level":"commune","name":"Hội thử",)"
                            R"("parts":[1]})");
    add_part(entry, core::PartClass::text, 1, R"({"note":"theo công văn"})");
    ASSERT_TRUE(books.record(entry, {.account = {}, .opens = core::BookKind::association}));
    clock.now += 100 * day;
    const auto plan = retention.plan();
    ASSERT_EQ(plan.lines.size(), 1U);
    EXPECT_EQ(plan.lines[0].book, book_id(4));
    EXPECT_EQ(plan.lines[0].name, "Hội thử");
}

class RetentionInTheFile : public RetentionBase {};
INSTANTIATE_TEST_SUITE_P(Engines, RetentionInTheFile, testing::Values(Engine::sqlite),
                         EngineName{});

TEST_P(RetentionInTheFile, NothingOfAPhotographIsLeft) {
    set_terms("attachment");
    std::string content;
    while (content.size() < 50'000) content += "giấy viết tay ";
    store->attachments().put(photo(1, content, clock.now));
    const auto bytes_left = [&] {
        std::size_t found = 0;
        for (const auto& file : std::filesystem::directory_iterator(database.file("."))) {
            std::ifstream in(file.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            found += bytes.contains("giấy viết tay") ? 1 : 0;
        }
        return found;
    };
    EXPECT_GT(bytes_left(), 0U);
    clock.now += 70 * day;
    EXPECT_EQ(retention.run()->files, 1U);
    EXPECT_EQ(bytes_left(), 0U);
}

}  // namespace
}  // namespace lth::tests
