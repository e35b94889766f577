// A PostgreSQL server of the tests' own: started once, reached through a socket in a folder of its
// own, gone with the process. If it cannot be started, tests fail; they are never skipped.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace lth::tests {

class PostgresServer {
public:
    /// Starts it when first asked for.
    static PostgresServer& instance();

    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer();

    /// The URL of a new, empty database.
    [[nodiscard]] std::string new_database();
    /// The URL of a database that asks for a password, with this one.
    [[nodiscard]] std::string guarded_database(const std::string& password);

    /// As after a power cut: every process killed, then started anew.
    void crash_and_restart();

private:
    PostgresServer();
    void start();
    void spawn();
    [[nodiscard]] bool is_ready();
    [[nodiscard]] std::string url(const std::string& database) const;
    void execute(const std::string& sql);
    void execute_as_owner(const std::string& command) const;

    std::filesystem::path folder_;
    pid_t process_ = -1;
    int log_ = -1;      // what the server says
    std::string said_;  // before it ended
    int databases_ = 0;
};

}  // namespace lth::tests
