#include "support/store/postgres_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <pqxx/connection>
#include <pqxx/nontransaction>
#include <stdexcept>
#include <thread>

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* binaries = "/usr/lib/postgresql/15/bin/";
constexpr const char* owner = "postgres";  // the server refuses to run as root

bool is_root() { return geteuid() == 0; }

void become_owner() {
    if (!is_root()) return;
    const auto* user = getpwnam(owner);
    if (user == nullptr || initgroups(owner, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
        setuid(user->pw_uid) != 0) {
        _exit(126);
    }
}

}  // namespace

PostgresServer& PostgresServer::instance() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() {
    std::string name = (fs::temp_directory_path() / "lienthehe-pg.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for PostgreSQL");
    folder_ = name;
    if (is_root()) {
        const auto* user = getpwnam(owner);
        if (user == nullptr || chown(name.c_str(), user->pw_uid, user->pw_gid) != 0) {
            throw std::runtime_error("there is no user postgres to run the server as");
        }
    }
    execute_as_owner(std::string(binaries) + "initdb -D " + (folder_ / "data").string() +
                     " -U tests --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null");
    std::ofstream(folder_ / "data/pg_hba.conf")
        << "local guarded all scram-sha-256\nlocal all all trust\n";
    start();
}

PostgresServer::~PostgresServer() {
    if (process_ > 0) {
        kill(process_, SIGQUIT);
        waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void PostgresServer::execute_as_owner(const std::string& command) const {
    const pid_t child = fork();
    if (child == 0) {
        become_owner();
        if (chdir("/") != 0) _exit(126);
        execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) throw std::runtime_error("failed: " + command);
}

void PostgresServer::spawn() {
    const auto data = (folder_ / "data").string();
    const auto sockets = folder_.string();
    const auto log = (folder_ / "log").string();
    process_ = fork();
    if (process_ == 0) {
        become_owner();
        // After the change of user, which would take it back: no server outlives its tests.
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        const int out = open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        if (chdir("/") != 0) _exit(126);
        execl((std::string(binaries) + "postgres").c_str(), "postgres", "-D", data.c_str(), "-k",
              sockets.c_str(), "-c", "listen_addresses=", nullptr);
        _exit(127);
    }
}

void PostgresServer::start() {
    spawn();
    using namespace std::chrono_literals;
    for (const auto until = std::chrono::steady_clock::now() + 60s;;) {
        try {
            pqxx::connection ready(url("postgres"));
            return;
        } catch (const std::exception& error) {
            if (std::chrono::steady_clock::now() > until) {
                throw std::runtime_error(std::string("PostgreSQL does not start: ") + error.what());
            }
            std::this_thread::sleep_for(50ms);
            // After a crash it refuses to start while processes of the old one still end.
            if (waitpid(process_, nullptr, WNOHANG) == process_) spawn();
        }
    }
}

void PostgresServer::crash_and_restart() {
    // The postmaster's children end when it is gone; the new one waits for them.
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    fs::remove(folder_ / "data/postmaster.pid");
    start();
}

std::string PostgresServer::url(const std::string& database) const {
    return "postgresql://tests@/" + database + "?host=" + folder_.string();
}

void PostgresServer::execute(const std::string& sql) {
    pqxx::connection connection(url("postgres"));
    pqxx::nontransaction(connection).exec(sql);
}

std::string PostgresServer::new_database() {
    const auto name = "t" + std::to_string(++databases_);
    execute("CREATE DATABASE " + name);
    return url(name);
}

std::string PostgresServer::guarded_database(const std::string& password) {
    execute("CREATE DATABASE guarded");
    execute("CREATE ROLE keeper LOGIN PASSWORD 'right'");
    return "postgresql://keeper:" + password + "@/guarded?host=" + folder_.string();
}

}  // namespace lth::tests
