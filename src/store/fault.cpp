#include "store/fault.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace lth::store {
namespace {

constexpr int primary_code_mask = 0xFF;

struct Sentence {
    const char* vi;
    const char* en;
};

Sentence sqlite_sentence(int code) {
    switch (code & primary_code_mask) {
        case SQLITE_FULL:
            return {"Đĩa đã đầy, chưa ghi được gì của lần này",
                    "The disk is full, nothing of this was written"};
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return {"Tệp cơ sở dữ liệu bị hỏng hoặc không phải cơ sở dữ liệu",
                    "The database file is damaged or not a database"};
        case SQLITE_CANTOPEN:
            return {"Không mở được tệp cơ sở dữ liệu", "The database file cannot be opened"};
        case SQLITE_IOERR:
            return {"Không đọc hoặc ghi được tệp cơ sở dữ liệu: đĩa lỗi hoặc hết chỗ",
                    "The database file cannot be read or written: the disk fails or is full"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {"Không có quyền ghi vào tệp cơ sở dữ liệu",
                    "The database file may not be written"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"Cơ sở dữ liệu đang bị một chương trình khác giữ quá lâu",
                    "Another program keeps the database busy for too long"};
        case SQLITE_INTERRUPT:
            return {"Việc ghi bị ngắt, chưa ghi được gì của lần này",
                    "Writing was interrupted, nothing of this was written"};
        default:
            return {"Cơ sở dữ liệu báo lỗi", "The database reports an error"};
    }
}

Sentence postgres_sentence(const std::string& state) {
    if (state.empty() || state.starts_with("08") || state.starts_with("57P")) {
        return {"Không kết nối được với máy chủ PostgreSQL",
                "There is no connection to the PostgreSQL server"};
    }
    if (state.starts_with("28")) {
        return {"PostgreSQL từ chối tên đăng nhập hoặc mật khẩu",
                "PostgreSQL refuses the user name or the password"};
    }
    if (state == "53100") {
        return {"Đĩa của PostgreSQL đã đầy, chưa ghi được gì của lần này",
                "The disk of PostgreSQL is full, nothing of this was written"};
    }
    if (state == "3D000") {
        return {"Không có cơ sở dữ liệu này trên máy chủ PostgreSQL",
                "There is no such database on the PostgreSQL server"};
    }
    return {"PostgreSQL báo lỗi", "PostgreSQL reports an error"};
}

/// What a library says, on one line: libpq breaks its lines and indents hints.
std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) line += c;
        if (space && !line.empty() && line.back() != ' ') line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

Fault make_fault(const Sentence& sentence, const std::string& said) {
    const auto detail = one_line(said);
    return {fmt::format("{} ({}).", sentence.vi, detail),
            fmt::format("{} ({}).", sentence.en, detail)};
}

}  // namespace

Fault sqlite_fault(int code, const std::string& detail) {
    return make_fault(sqlite_sentence(code), detail);
}

Fault postgres_fault(const std::string& sqlstate, const std::string& detail) {
    // The server says the reason of a refused connection in words only.
    if (sqlstate.empty() && detail.find("authentication failed") != std::string::npos) {
        return make_fault(postgres_sentence("28P01"), detail);
    }
    if (sqlstate.empty() && detail.find("role \"") != std::string::npos) {
        return make_fault(postgres_sentence("28000"), detail);
    }
    if (sqlstate.empty() && detail.find("does not exist") != std::string::npos) {
        return make_fault(postgres_sentence("3D000"), detail);
    }
    return make_fault(postgres_sentence(sqlstate), detail);
}

}  // namespace lth::store
