#include "support/store/database.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "json/club_body.hpp"
#include "store/open.hpp"
#include "support/club_book.hpp"
#include "support/store/postgres_server.hpp"

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

core::Uuid numbered(std::uint64_t high, std::uint64_t low) {
    core::Uuid id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[7 - i] = static_cast<std::uint8_t>(high >> 8 * i & 0xFF);
        id.bytes[15 - i] = static_cast<std::uint8_t>(low >> 8 * i & 0xFF);
    }
    return id;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Engine engine) {
    switch (engine) {
        case Engine::sqlite:
            return out << "SQLite";
        case Engine::postgres:
            return out << "PostgreSQL";
        case Engine::postgres_partitioned:
            break;
    }
    return out << "PostgreSQL partitioned";
}

Database::Database(Engine engine) : engine_(engine) {
    std::string name = (fs::temp_directory_path() / "lienthehe-store.XXXXXX").string();
    folder_ = mkdtemp(name.data());
    url_ = engine == Engine::sqlite ? "sqlite:" + file("a.db").string()
                                    : PostgresServer::instance().new_database();
}

Database::~Database() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::unique_ptr<app::Store> Database::open() const {
    const auto layout =
        engine_ == Engine::postgres_partitioned ? store::Layout::partitioned : store::Layout::plain;
    return store::open_store(url_, layout);
}

core::BookId book_id(std::uint64_t n) { return core::BookId(numbered(n, n)); }
core::EntryId entry_id(std::uint64_t book, std::uint64_t n) {
    return core::EntryId(numbered(book, n));
}
core::DeviceId device_id(std::uint64_t n) { return core::DeviceId(numbered(0, n)); }

core::Entry make_entry(std::uint64_t book, std::uint64_t n, std::string_view ops_json,
                       std::uint64_t device) {
    core::Entry entry;
    entry.entry_id = entry_id(book, device << 32U | n);
    entry.book_id = book_id(book);
    entry.device = device_id(device);
    entry.device_seq = n;
    entry.body = R"({"ops":[)" + std::string(ops_json) + "]}";
    return entry;
}

void add_part(core::Entry& entry, core::PartClass kind, std::uint64_t subject, std::string text) {
    core::PrivatePart part;
    part.number = static_cast<std::uint16_t>(entry.parts.size() + 1);
    part.subject = core::SubjectId{subject};
    part.kind = kind;
    part.content =
        core::PartContent{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, std::move(text)};
    part.digest = core::part_digest(part, *part.content);
    entry.parts.push_back(std::move(part));
}

std::vector<core::Entry> launched_entries(std::uint64_t book) {
    std::vector<core::Entry> entries;
    for (const auto& ops : launched_club().history) {
        auto entry = make_entry(book, entries.size() + 1, "");
        entry.body = json::write_body(std::span(ops));
        entries.push_back(std::move(entry));
    }
    return entries;
}

core::Entry dues_entry(std::uint64_t book, std::uint64_t n, std::uint64_t device) {
    return make_entry(book, n,
                      R"({"op":"dues.received","on":"2020-04-01","account":"cash",)"
                      R"("paid":[{"member":"0000000001","amount":1000}]})",
                      device);
}

void record_all(app::Books& books, const std::vector<core::Entry>& entries) {
    for (const auto& entry : entries) {
        const auto receipt = books.record(entry, opener());
        ASSERT_TRUE(receipt) << core::message(receipt.error(), core::Language::en);
    }
}

std::vector<app::Difference> differences(app::Store& store) {
    return app::verify(store, [](std::size_t, std::size_t) {}).differences;
}

}  // namespace lth::tests
