#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "store/fault.hpp"
#include "store/session.hpp"

namespace lth::store {
namespace {

std::int64_t current_version(Session& session) {
    std::int64_t version = 0;
    session.select("schema.version", {}, [&](const Row& row) { version = row.integer(0); });
    return version;
}

Fault newer_schema(std::int64_t found, std::int64_t known) {
    return {fmt::format("Cơ sở dữ liệu thuộc phiên bản mới hơn ({}) chương trình này ({}): "
                        "hãy cập nhật chương trình.",
                        found, known),
            fmt::format("The database is of a newer version ({}) than this program ({}): "
                        "update the program.",
                        found, known)};
}

void apply_missing(Session& session, Dialect dialect, std::int64_t now_ms) {
    session.script(query_text(dialect, "schema.create"));
    const auto all = migrations(dialect);
    const auto version = current_version(session);
    if (version > all.back().version) throw newer_schema(version, all.back().version);
    for (const auto& migration : all) {
        if (migration.version <= version) continue;
        for (const auto& statement : migration.statements) session.script(statement);
        session.run("schema.applied", {std::int64_t{migration.version}, now_ms});
    }
}

}  // namespace

const std::string& query_text(Dialect dialect, std::string_view name) {
    const auto& all = queries(dialect);
    const auto found = all.find(name);
    if (found == all.end()) {
        fmt::print(stderr, "no query named {}\n", name);
        std::abort();
    }
    return found->second;
}

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void migrate(Session& session, Dialect dialect, std::int64_t now_ms) {
    session.begin(Transaction::write);
    try {
        apply_missing(session, dialect, now_ms);
        session.commit();
    } catch (...) {
        session.rollback();
        throw;
    }
}

}  // namespace lth::store
