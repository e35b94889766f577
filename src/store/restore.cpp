#include "store/restore.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "store/fault.hpp"

namespace lth::store {
namespace {

namespace fs = std::filesystem;

// Of a database in WAL mode. A log that stays beside another file than its own destroys it.
constexpr std::array beside = {"-wal", "-shm"};

void remove_database(const std::string& path) {
    fs::remove(path);
    for (const auto* suffix : beside) fs::remove(path + suffix);
}

void copy_database(const std::string& from, const std::string& to) {
    try {
        SQLite::Database source(from, SQLite::OPEN_READONLY);
        if (!source.tableExists("entry")) {
            throw Fault(fmt::format("{} không phải bản sao lưu của chương trình này.", from),
                        fmt::format("{} is no backup of this program.", from));
        }
        SQLite::Database copy(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const auto code = SQLite::Backup(copy, source).executeStep();
        if (code != SQLITE_DONE) throw sqlite_fault(code, from);
    } catch (const SQLite::Exception& error) {
        throw sqlite_fault(error.getErrorCode(), fmt::format("{}: {}", from, error.what()));
    }
}

// Takes the log into the file, which only succeeds while nobody else has it open.
void settle(const std::string& path) {
    try {
        SQLite::Database database(path, SQLite::OPEN_READWRITE);
        database.exec("PRAGMA journal_mode = DELETE");
    } catch (const SQLite::Exception& error) {
        const auto code = error.getErrorCode();
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) return;  // it is kept as it lies
        if (code != SQLITE_BUSY)
            throw sqlite_fault(code, fmt::format("{}: {}", path, error.what()));
        throw Fault(fmt::format("{} đang được mở: hãy dừng dịch vụ trước đã.", path),
                    fmt::format("{} is open: stop the service first.", path));
    }
}

std::string set_aside(const std::string& path, std::int64_t now_ms) {
    if (!fs::exists(path)) return {};
    settle(path);
    const auto kept = fmt::format("{}.before-{}", path, now_ms);
    for (const auto* suffix : beside) {
        if (fs::exists(path + suffix)) fs::rename(path + suffix, kept + suffix);
    }
    fs::rename(path, kept);
    return kept;
}

// Texts that were to be erased again stand in it: whatever happens, it does not stay.
struct Copy {
    explicit Copy(const std::string& path) : name(path + ".restoring") { remove_database(name); }
    ~Copy() {
        std::error_code gone;
        fs::remove(name, gone);
        for (const auto* suffix : beside) fs::remove(name + suffix, gone);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    std::string name;
};

}  // namespace

std::string restore(const std::string& backup, const std::string& path, std::int64_t now_ms,
                    const std::function<bool(const std::string& copy)>& check) {
    try {
        if (!fs::exists(backup)) {
            throw Fault(fmt::format("Không có tệp {}.", backup),
                        fmt::format("There is no file {}.", backup));
        }
        if (fs::exists(path)) settle(path);
        const Copy copy(path);
        copy_database(backup, copy.name);
        if (!check(copy.name)) return {};
        settle(copy.name);
        auto kept = set_aside(path, now_ms);
        for (const auto* suffix : beside) fs::remove(path + suffix);
        fs::rename(copy.name, path);
        return kept;
    } catch (const fs::filesystem_error& error) {
        throw Fault(fmt::format("Không phục hồi được: {}.", error.what()),
                    fmt::format("It cannot be restored: {}.", error.what()));
    }
}

}  // namespace lth::store
