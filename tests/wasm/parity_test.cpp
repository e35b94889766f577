// The same calls to the same C interface, natively and in WebAssembly: every answer must be equal
// byte for byte. Node hosts the WASM side (tools/wasm_host.mjs).
#include <gtest/gtest.h>

#include "core/entry.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "support/dice.hpp"
#include "support/random_history.hpp"
#include "support/wasm/recorder.hpp"
#include "wasm/exports.hpp"

namespace lth::tests {
namespace {

core::PrivatePart name_part(Dice& dice) {
    core::PrivatePart part;
    part.subject = core::SubjectId{dice.below(core::local_id_limit)};
    part.kind = core::PartClass::name;
    part.content.emplace();
    for (auto& byte : part.content->salt) byte = static_cast<std::uint8_t>(dice.next());
    part.content->text =
        R"({"name":"Lê Thị Thử )" + std::to_string(dice.below(100)) + R"(","day":3,"month":11})";
    part.digest = part_digest(part, *part.content);
    return part;
}

core::Entry entry_of(const Offer& offer, Dice& dice, std::uint64_t device_seq) {
    core::Entry entry;
    entry.entry_id = offer.entry_id;
    entry.book_id.bytes[15] = 1;
    entry.device.bytes[15] = 2;
    entry.author.bytes[15] = 3;
    entry.device_seq = device_seq;
    entry.made_at = dice.between(1'500'000'000'000, 1'800'000'000'000);
    auto ops = offer.ops;
    if (dice.chance(30)) {
        entry.parts.push_back(name_part(dice));
        ops.front().parts = {1};
    }
    entry.body = json::write_body(ops);
    return entry;
}

// One history: offered to a book as a phone does, and what was accepted, folded by another.
void record_history(Recorder& recorder, std::uint64_t seed, std::size_t entries) {
    Dice dice(seed);
    const auto author = recorder.open();
    const auto reader = recorder.open();
    core::Head head;
    std::uint64_t device_seq = 0;
    for (const auto& offer : random_history(seed, entries)) {
        const auto entry = entry_of(offer, dice, ++device_seq);
        const auto text = json::write_unsealed(entry);
        EXPECT_EQ(recorder.digest(text), core::to_hex(entry_digest(entry)));
        if (recorder.admit(author, offer.today, text) == lth_refused) continue;
        auto sealed = seal(head, entry, entry.made_at, entry.author);
        head = head_after(sealed);
        EXPECT_EQ(recorder.fold(reader, json::write_entry(sealed)), lth_done);
    }
    EXPECT_EQ(recorder.text(author), recorder.text(reader)) << "seed " << seed;
    recorder.close(author);
    recorder.close(reader);
}

class Parity : public ParityTest {};

TEST_F(Parity, AThousandRandomHistories) {
    {
        Recorder recorder(folder());
        for (std::uint64_t seed = 1; seed <= 1'000; ++seed) record_history(recorder, seed, 25);
    }
    expect_equal_answers();
}

TEST_F(Parity, LongHistories) {
    {
        Recorder recorder(folder());
        for (std::uint64_t seed = 5'001; seed <= 5'020; ++seed) record_history(recorder, seed, 500);
    }
    expect_equal_answers();
}

// What is not an entry is refused in the same words.
TEST_F(Parity, WhatIsNotAnEntry) {
    {
        Recorder recorder(folder());
        const auto book = recorder.open();
        Dice dice(7);
        const auto good = json::write_unsealed(entry_of(random_history(7, 0).front(), dice, 1));
        for (std::size_t cut = 0; cut < good.size(); cut += 3) {
            std::string broken = good;
            broken[cut] = static_cast<char>(33 + dice.below(90));
            recorder.admit(book, core::make_date(2026, 1, 1), broken);
            recorder.fold(book, std::string_view(good).substr(0, cut));
        }
        recorder.admit(book, core::make_date(2026, 1, 1), good);
        recorder.text(book);
    }
    expect_equal_answers();
}

}  // namespace
}  // namespace lth::tests
