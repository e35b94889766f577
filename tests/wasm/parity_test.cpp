// The same calls to the same C interface, natively and in WebAssembly: every answer must be equal
// byte for byte. Node hosts the WASM side (tools/wasm_host.mjs).
#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/entry.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "support/dice.hpp"
#include "support/random_history.hpp"
#include "wasm/exports.hpp"

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

fs::path wasm_file() {
    const char* set = std::getenv("LTH_WASM");
    return set != nullptr ? fs::path(set) : fs::path(LTH_SOURCE_DIR) / "build/wasm/core.wasm";
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Makes calls natively and writes them down, with the answers, for the other side.
class Recorder {
public:
    explicit Recorder(const fs::path& folder)
        : calls_(folder / "calls", std::ios::binary),
          answers_(folder / "native", std::ios::binary) {}

    LthAnswer admit(std::uint32_t book, core::Date today, std::string_view entry) {
        record("lth_club_admit " + std::to_string(book) + ' ' + std::to_string(today.days), entry);
        return answered(lth_club_admit(book, today.days));
    }
    LthAnswer fold(std::uint32_t book, std::string_view sealed) {
        record("lth_club_fold " + std::to_string(book), sealed);
        return answered(lth_club_fold(book));
    }
    std::string text(std::uint32_t book) {
        record("lth_club_text " + std::to_string(book), {});
        answered(lth_club_text(book));
        return std::string(lth_output(), lth_output_bytes());
    }
    std::string digest(std::string_view entry) {
        record("lth_entry_digest", entry);
        answered(lth_entry_digest());
        return std::string(lth_output(), lth_output_bytes());
    }
    std::uint32_t open() {
        record("lth_club_open", {});
        const std::uint32_t book = lth_club_open();
        answers_ << book << '\n';
        return book;
    }
    void close(std::uint32_t book) {
        record("lth_club_close " + std::to_string(book), {});
        lth_club_close(book);
        answers_ << "0\n";
    }

private:
    void record(std::string_view call, std::string_view input) {
        calls_ << call << '\t' << input << '\n';
        std::ranges::copy(input, lth_input(static_cast<std::uint32_t>(input.size())));
    }
    LthAnswer answered(LthAnswer answer) {
        answers_ << answer << ' ' << std::string_view(lth_output(), lth_output_bytes()) << '\n';
        return answer;
    }

    std::ofstream calls_;
    std::ofstream answers_;
};

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

class Parity : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(fs::exists(wasm_file()))
            << wasm_file() << ": build it first (cmake --preset wasm)";
        folder_ = fs::path(testing::TempDir()) /
                  ("lth-parity-" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) +
                   '-' + testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override {
        if (!HasFailure()) fs::remove_all(folder_);
    }

    void expect_equal_answers() {
        const auto host = fs::path(LTH_SOURCE_DIR) / "tools/wasm_host.mjs";
        const std::string command = "node '" + host.string() + "' '" + wasm_file().string() +
                                    "' <'" + (folder_ / "calls").string() + "' >'" +
                                    (folder_ / "wasm").string() + "'";
        ASSERT_EQ(std::system(command.c_str()), 0) << command;
        std::istringstream native(read_file(folder_ / "native"));
        std::istringstream wasm(read_file(folder_ / "wasm"));
        std::string expected;
        std::string found;
        for (std::size_t line = 1; std::getline(native, expected); ++line) {
            ASSERT_TRUE(std::getline(wasm, found)) << "the WASM side ends before line " << line;
            ASSERT_EQ(found, expected) << "line " << line << " in " << folder_;
        }
        EXPECT_FALSE(std::getline(wasm, found)) << "the WASM side says more: " << found;
    }

    fs::path folder_;
};

TEST_F(Parity, AThousandRandomHistories) {
    {
        Recorder recorder(folder_);
        for (std::uint64_t seed = 1; seed <= 1'000; ++seed) record_history(recorder, seed, 25);
    }
    expect_equal_answers();
}

TEST_F(Parity, LongHistories) {
    {
        Recorder recorder(folder_);
        for (std::uint64_t seed = 5'001; seed <= 5'020; ++seed) record_history(recorder, seed, 500);
    }
    expect_equal_answers();
}

// What is not an entry is refused in the same words.
TEST_F(Parity, WhatIsNotAnEntry) {
    {
        Recorder recorder(folder_);
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
