// Listens, keeps connections within the limits, and hands whole requests to a pool of workers.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/client_address.hpp"
#include "http/limits.hpp"
#include "http/message.hpp"
#include "http/tls.hpp"

namespace lth::http {

struct ListenAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
};

/// "127.0.0.1:8080", "[::1]:8080" or "8080" (on loopback).
[[nodiscard]] core::Result<ListenAddress> parse_listen(std::string_view text);

/// What a finished exchange looked like. `method` and `path` are empty if there was no request.
struct Exchange {
    std::string_view client;
    std::string_view method;
    std::string_view path;
    std::string_view route;
    unsigned status;
    std::size_t bytes;  // of the answer's body
    std::chrono::microseconds took;
};

/// What the server tells whoever watches it. Called on the thread of `run`.
struct Watch {
    std::function<void(const Exchange&)> exchange = [](const Exchange&) {};
    std::function<void(std::size_t)> connections = [](std::size_t) {};
    /// The files of the certificate were read again.
    std::function<void(const core::Result<void>&)> certificate = [](const core::Result<void>&) {};
};

/// What requests come through.
struct Transport {
    std::shared_ptr<Tls> tls = {};  // null: plain HTTP
    TrustedProxies trusted = {};
};

/// Answers one request; called on a worker, must not throw.
using Answer = std::function<Response(const Request&)>;

class Server {
public:
    /// Listens from here on. Throws app::Fault with one sentence if it cannot.
    Server(const ListenAddress& address, Limits limits, Answer answer, Watch watch,
           Transport transport = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    Server(Server&&) = delete;
    Server& operator=(Server&&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Serves until `stop`, or until SIGINT or SIGTERM if `watch_signals` was called. Running
    /// requests are answered first, within the limit.
    void run();
    void watch_signals();  // with TLS also SIGHUP, which reads the certificate again
    void stop();           // from any thread

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lth::http
