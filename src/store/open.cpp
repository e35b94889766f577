#include "store/open.hpp"

#include <fmt/format.h>

#include "store/fault.hpp"
#include "store/postgres_store.hpp"
#include "store/sqlite_store.hpp"

namespace lth::store {

std::unique_ptr<app::Store> open_store(const std::string& url, Layout layout) {
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite) && url.size() > sqlite.size()) {
        return std::make_unique<SqliteStore>(url.substr(sqlite.size()));
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
        return std::make_unique<PostgresStore>(url, layout);
    }
    throw Fault(fmt::format("Không hiểu địa chỉ cơ sở dữ liệu «{}»: cần sqlite:TỆP hoặc "
                            "postgresql://…",
                            url),
                fmt::format("The database address “{}” is not understood: sqlite:FILE or "
                            "postgresql://… is needed",
                            url));
}

}  // namespace lth::store
