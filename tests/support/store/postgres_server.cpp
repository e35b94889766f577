#include "support/store/postgres_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <pqxx/connection>
#include <pqxx/nontransaction>
#include <stdexcept>

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* binaries = "/usr/lib/postgresql/15/bin/";
constexpr const char* owner = "postgres";  // the server refuses to run as root

constexpr int most_starts = 1000;

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
    if (log_ >= 0) close(log_);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe for PostgreSQL");
    log_ = ends[0];
    process_ = fork();
    if (process_ == 0) {
        become_owner();
        // After the change of user, which would take it back: no server outlives its tests.
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        dup2(ends[1], STDOUT_FILENO);
        dup2(ends[1], STDERR_FILENO);
        if (chdir("/") != 0) _exit(126);
        // Nobody reads the log once the server is ready, so it must stay short.
        execl((std::string(binaries) + "postgres").c_str(), "postgres", "-D", data.c_str(), "-k",
              sockets.c_str(), "-c", "listen_addresses=", "-c", "log_min_messages=log", "-c",
              "log_checkpoints=off", nullptr);
        _exit(127);
    }
    close(ends[1]);
    fcntl(log_, F_SETPIPE_SZ, 1 << 20);
}

bool PostgresServer::is_ready() {
    std::string text;
    char buffer[4096];
    while (text.find("is ready to accept connections") == std::string::npos) {
        const auto got = read(log_, buffer, sizeof buffer);
        if (got <= 0) {
            said_ = text;
            return false;  // it has ended
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
}

void PostgresServer::start() {
    // After a crash it refuses to start while processes of the old one still end.
    for (int tries = 0; tries < most_starts; ++tries) {
        spawn();
        if (is_ready()) return;
        waitpid(process_, nullptr, 0);
    }
    process_ = -1;
    throw std::runtime_error("PostgreSQL does not start: " + said_);
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
