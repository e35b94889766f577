// A server on a free port, served by a thread until the test ends.
#pragma once

#include <thread>

#include "http/server.hpp"

namespace lth::tests {

class RunningServer {
public:
    explicit RunningServer(http::Answer answer, http::Limits limits = {}, http::Watch watch = {},
                           http::Transport transport = {})
        : server_({.host = "127.0.0.1", .port = 0}, limits, std::move(answer), std::move(watch),
                  std::move(transport)),
          thread_([this] { server_.run(); }) {}
    ~RunningServer() {
        server_.stop();
        thread_.join();
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    RunningServer(RunningServer&&) = delete;
    RunningServer& operator=(RunningServer&&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    [[nodiscard]] http::Server& server() { return server_; }

private:
    http::Server server_;
    std::thread thread_;
};

}  // namespace lth::tests
