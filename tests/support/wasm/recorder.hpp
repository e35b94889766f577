// Makes calls to the C interface natively and writes them down; then node makes the same calls to
// core.wasm (tools/wasm_host.mjs), and every answer must be equal byte for byte.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "wasm/exports.hpp"
#include "wasm/phone.hpp"

namespace lth::tests {

namespace fs = std::filesystem;

inline fs::path wasm_file() {
    const char* set = std::getenv("LTH_WASM");
    return set != nullptr ? fs::path(set) : fs::path(LTH_SOURCE_DIR) / "build/wasm/core.wasm";
}

inline std::string read_file(const fs::path& path) {
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
    LthAnswer call(std::string_view name, LthAnswer (*run)(), std::string_view input) {
        record(std::string(name), input);
        return answered(run());
    }
    LthAnswer take(std::string_view answer, double device_time) {
        record("lth_phone_take " + std::to_string(static_cast<std::int64_t>(device_time)), answer);
        return answered(lth_phone_take(device_time));
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

class ParityTest : public testing::Test {
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

    [[nodiscard]] const fs::path& folder() const { return folder_; }

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

private:
    fs::path folder_;
};

}  // namespace lth::tests
