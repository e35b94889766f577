// An empty database of its own for a test, on the engine that is asked for, and books to write
// there.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "app/books.hpp"
#include "app/ports.hpp"
#include "app/verify.hpp"

namespace lth::tests {

enum class Engine : std::uint8_t { sqlite, postgres, postgres_partitioned };
std::ostream& operator<<(std::ostream& out, Engine engine);

/// For INSTANTIATE_TEST_SUITE_P: names a test by its engine.
struct EngineName {
    template <class Test>
    std::string operator()(const Test& test) const {
        std::ostringstream name;
        name << test.param;
        std::string text = name.str();
        std::erase(text, ' ');
        return text;
    }
};

class Database {
public:
    explicit Database(Engine engine);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A connection of its own, as another process would have.
    [[nodiscard]] std::unique_ptr<app::Store> open() const;
    [[nodiscard]] const std::string& url() const { return url_; }
    /// A path in a folder that goes with the database.
    [[nodiscard]] std::filesystem::path file(const std::string& name) const {
        return folder_ / name;
    }

private:
    Engine engine_;
    std::filesystem::path folder_;
    std::string url_;
};

/// A clock that stands until it is set.
class SetClock final : public app::Clock {
public:
    std::int64_t now_ms() override { return now; }
    std::int64_t now = 1'600'000'000'000;  // 13 September 2020
};

[[nodiscard]] core::BookId book_id(std::uint64_t n);
[[nodiscard]] core::EntryId entry_id(std::uint64_t book, std::uint64_t n);
[[nodiscard]] core::DeviceId device_id(std::uint64_t n);

/// The n-th entry of a device in a book; `ops_json` is what stands between the brackets of "ops".
[[nodiscard]] core::Entry make_entry(std::uint64_t book, std::uint64_t n, std::string_view ops_json,
                                     std::uint64_t device = 1);
/// Adds a part about a subject to the entry; text is a JSON object.
void add_part(core::Entry& entry, core::PartClass kind, std::uint64_t subject, std::string text);

/// Entries of a club that was launched, with four members and 10,000,000 đồng, numbered from 1.
[[nodiscard]] std::vector<core::Entry> launched_entries(std::uint64_t book);
/// One more: 1,000 đồng of dues.
[[nodiscard]] core::Entry dues_entry(std::uint64_t book, std::uint64_t n, std::uint64_t device = 1);

/// Sends entries and expects them to be accepted.
void record_all(app::Books& books, const std::vector<core::Entry>& entries);

[[nodiscard]] std::vector<app::Difference> differences(app::Store& store);

inline app::Sender opener() { return {.account = {}, .opens = core::BookKind::club}; }

}  // namespace lth::tests
