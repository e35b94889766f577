// The whole database in another, and back again: every table, every column.
#include "store/copy.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <set>

#include "app/exchange.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

// Of entries and what follows from them; who is signed in; what the program knows of itself.
const std::set<std::string> of_entries = {
    "balance",       "book",      "club",    "club_day",  "club_grant",  "club_rating",
    "club_report",   "disclosed", "entry",   "club_flag", "club_status", "club_village",
    "entry_private", "loan",      "meeting", "member",    "rating_year"};
const std::set<std::string> left_behind = {"reading_reason", "schema_migration", "sign_in_failure",
                                           "web_session"};

constexpr int table_rows = 25;  // more than a page of files

class Raw {
public:
    explicit Raw(const Database& database) {
        const auto path = database.url().substr(std::string("sqlite:").size());
        EXPECT_EQ(sqlite3_open(path.c_str(), &db_), SQLITE_OK);
    }
    ~Raw() { sqlite3_close(db_); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    // The rows as text, a line each.
    std::vector<std::string> ask(const std::string& sql) {
        std::vector<std::string> lines;
        const auto take = [](void* out, int width, char** values, char** /*names*/) {
            std::string line;
            for (int i = 0; i < width; ++i) {
                line += (i == 0 ? "" : "|") + std::string(values[i] == nullptr ? "-" : values[i]);
            }
            static_cast<std::vector<std::string>*>(out)->push_back(line);
            return 0;
        };
        char* wrong = nullptr;
        EXPECT_EQ(sqlite3_exec(db_, sql.c_str(), take, &lines, &wrong), SQLITE_OK)
            << sql << ": " << (wrong == nullptr ? "" : wrong);
        sqlite3_free(wrong);
        return lines;
    }
    std::vector<std::string> tables() {
        return ask(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite%' ORDER BY name");
    }
    // Every column told apart from every other, the optional ones once without.
    void fill(const std::string& table) {
        for (int n = 1; n <= table_rows; ++n) {
            std::string values;
            for (const auto& column :
                 ask("SELECT name, lower(type), \"notnull\", cid FROM pragma_table_info('" + table +
                     "')")) {
                std::istringstream words(column);
                std::string name;
                std::string type;
                std::string needed;
                std::string place;
                std::getline(words, name, '|');
                std::getline(words, type, '|');
                std::getline(words, needed, '|');
                std::getline(words, place);
                const auto own = std::to_string(100 * std::stoi(place) + n);
                values += values.empty() ? "" : ", ";
                if (n == 3 && needed == "0") {
                    values += "NULL";
                } else if (type == "bigint") {
                    values += own;
                } else if (type == "text") {
                    values += "'chữ " + own + "'";
                } else {
                    const std::size_t digits = is_id(name) ? 32 : 64;
                    values += "x'" + std::string(digits - own.size(), '0') + own + "'";
                }
            }
            ask("INSERT INTO " + table + " VALUES (" + values + ")");
        }
    }

private:
    static bool is_id(const std::string& name) {
        return name.ends_with("_id") || name.ends_with("_by") || name == "device";
    }

    sqlite3* db_ = nullptr;
};

class Copy : public testing::TestWithParam<Engine> {};

INSTANTIATE_TEST_SUITE_P(Engines, Copy,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(Copy, EveryRowIsThereAndBackAgain) {
    const Database here(Engine::sqlite);
    {
        const auto store = here.open();
        SetClock clock;
        app::Books books{*store, clock};
        auto entries = launched_entries(1);
        entries.push_back(make_entry(1, entries.size() + 1,
                                     R"({"op":"member.changed","on":"2020-04-01","member":)"
                                     R"("0000000001","hardship":"poor","parts":[1]})"));
        add_part(entries.back(), core::PartClass::name, 1, R"({"name":"Lê Thị Một"})");
        record_all(books, entries);
    }
    Raw raw(here);
    for (const auto& table : raw.tables()) {
        if (!of_entries.contains(table) && !left_behind.contains(table)) raw.fill(table);
    }
    const Database there(GetParam());
    const Database back(Engine::sqlite);
    {
        const auto from = here.open();
        const auto over = there.open();
        const auto to = back.open();
        for (int times = 0; times < 2; ++times) {  // it goes on where it was cut off
            ASSERT_TRUE(app::copy_entries(*from, *over));
            (void)store::copy_beside(*from, *over);
        }
        ASSERT_TRUE(app::copy_entries(*over, *to));
        for (const auto& table : store::copy_beside(*over, *to)) {
            EXPECT_EQ(table.rows, std::uint64_t{table_rows}) << table.name;
        }
        EXPECT_TRUE(differences(*to).empty());
    }
    raw.ask("ATTACH '" + back.url().substr(7) + "' AS back");
    for (const auto& table : raw.tables()) {
        if (left_behind.contains(table)) continue;
        for (const auto& [one, other] : {std::pair("main.", "back."), {"back.", "main."}}) {
            const auto of = [&](const char* side) { return "SELECT * FROM " + (side + table); };
            EXPECT_EQ(raw.ask(of(one) + " EXCEPT " + of(other)), std::vector<std::string>())
                << table;
        }
    }
}

}  // namespace
}  // namespace lth::tests
