// The server under every limit it names, and under clients that do not behave.
#include "http/server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <future>
#include <latch>
#include <stdexcept>
#include <vector>

#include "app/fault.hpp"
#include "support/http/client.hpp"
#include "support/http/running_server.hpp"

namespace lth::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t slow_clients = 1000;

http::Response hello(const http::Request& request) {
    return {.status = 200, .body = "you asked " + request.target.path};
}

std::string request(std::string_view line, std::string_view headers = {},
                    std::string_view body = {}) {
    return std::string(line) + "\r\nHost: test\r\n" + std::string(headers) + "\r\n" +
           std::string(body);
}

unsigned status_of(std::uint16_t port, std::string_view bytes) {
    Client client(port);
    client.send(bytes);
    return client.read().status;
}

TEST(Server, AnswersAndKeepsTheConnection) {
    RunningServer running(hello);
    Client client(running.port());
    for (const char* path : {"/one", "/two"}) {
        client.send(request("GET " + std::string(path) + " HTTP/1.1"));
        const auto answer = client.read();
        EXPECT_EQ(answer.status, 200U);
        EXPECT_EQ(answer.body, "you asked " + std::string(path));
    }
}

TEST(Server, AnswersRequestsSentInOneGoInOrder) {
    RunningServer running(hello);
    Client client(running.port());
    client.send(request("GET /one HTTP/1.1") + request("GET /two HTTP/1.1"));
    EXPECT_EQ(client.read().body, "you asked /one");
    EXPECT_EQ(client.read().body, "you asked /two");
}

TEST(Server, HeadHasTheLengthAndNoBody) {
    RunningServer running(hello);
    Client client(running.port());
    client.send(request("HEAD /one HTTP/1.1", "Connection: close\r\n"));
    const auto answer = client.read_head();
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.headers.at("content-length"), "14");
    EXPECT_TRUE(client.ended());
}

TEST(Server, EveryAnswerCarriesTheSecurityHeaders) {
    RunningServer running(hello);
    Client broken(running.port());
    broken.send("nonsense\r\n\r\n");
    for (const auto& answer : {get(running.port(), "/"), broken.read()}) {
        EXPECT_NE(answer.headers.at("content-security-policy").find("default-src 'none'"),
                  std::string::npos);
        EXPECT_NE(answer.headers.at("content-security-policy").find("frame-ancestors 'none'"),
                  std::string::npos);
        EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.headers.at("referrer-policy"), "no-referrer");
    }
}

struct BadRequest {
    const char* what;
    std::string bytes;
    unsigned status;
};

std::vector<BadRequest> bad_requests(const http::Limits& limits) {
    const auto path = [](std::size_t size) { return "/" + std::string(size, 'a'); };
    return {
        {"no request line", "\r\n\r\n", 400},
        {"words", "hello server\r\n\r\n", 400},
        {"no version", "GET /\r\n\r\n", 400},
        {"a version of later", request("GET / HTTP/3.0"), 400},
        {"a header without colon", request("GET / HTTP/1.1", "nonsense\r\n"), 400},
        {"control characters", request("GET /\x01 HTTP/1.1"), 400},
        {"TLS on a plain port", "\x16\x03\x01\x02\r\n\r\n", 400},
        {"a broken escape", request("GET /%zz HTTP/1.1"), 400},
        {"a way out", request("GET /assets/../secret HTTP/1.1"), 400},
        {"not a path", request("GET example.com HTTP/1.1"), 400},
        {"a parameter twice", request("GET /?a=1&a=2 HTTP/1.1"), 400},
        {"two lengths", request("POST / HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n"),
         400},
        {"a negative length", request("POST / HTTP/1.1", "Content-Length: -1\r\n"), 400},
        {"a broken chunk", request("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n", "zz\r\n"),
         400},
        {"a target too long", request("GET " + path(limits.target_bytes) + " HTTP/1.1"), 414},
        {"a header too large",
         request("GET / HTTP/1.1", "X: " + std::string(limits.header_bytes, 'a') + "\r\n"), 431},
        {"a body announced too large",
         request("POST / HTTP/1.1",
                 "Content-Length: " + std::to_string(limits.body_bytes + 1) + "\r\n"),
         413},
        {"a workbook announced too large",
         request("POST /api/v1/imports?kind=members HTTP/1.1",
                 "Content-Length: " + std::to_string(limits.import_bytes + 1) + "\r\n"),
         413},
        {"a table announced too large",
         request("POST /api/v1/workbook HTTP/1.1",
                 "Content-Length: " + std::to_string(limits.import_bytes + 1) + "\r\n"),
         413},
        {"as large as a workbook, where none is taken",
         request("PUT /api/v1/imports/mine HTTP/1.1",
                 "Content-Length: " + std::to_string(limits.body_bytes + 1) + "\r\n"),
         413},
        {"a chunk too large",
         request("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n",
                 "fffff\r\n" + std::string(limits.body_bytes + 1, 'a')),
         413},
    };
}

TEST(Server, RefusesWhatIsNotARequestOrTooLarge) {
    const http::Limits limits;
    RunningServer running(hello);
    for (const auto& [what, bytes, status] : bad_requests(limits)) {
        EXPECT_EQ(status_of(running.port(), bytes), status) << what;
    }
    EXPECT_EQ(get(running.port(), "/still-here").status, 200U);
}

TEST(Server, AConnectionWhoseRequestStopsHalfWayIsClosed) {
    http::Limits limits;
    limits.header_time = 20ms;
    limits.body_time = 20ms;
    RunningServer running(hello, limits);
    for (const auto& half :
         {std::string("GET / HT"), request("POST / HTTP/1.1", "Content-Length: 9\r\n", "four")}) {
        Client client(running.port());
        client.send(half);
        EXPECT_TRUE(client.ended());
    }
}

TEST(Server, AnIdleConnectionIsClosed) {
    http::Limits limits;
    limits.idle_time = 20ms;
    RunningServer running(hello, limits);
    Client client(running.port());
    EXPECT_TRUE(client.ended());
}

/// Sockets that have each sent a byte of a request, and could send another for ever.
std::vector<Client> thousand_slow_clients(std::uint16_t port) {
    raise_descriptor_limit();
    std::vector<Client> clients;
    clients.reserve(slow_clients);
    for (std::size_t i = 0; i < slow_clients; ++i) {
        clients.emplace_back(port);
        clients.back().send("G");
    }
    return clients;
}

TEST(Server, AThousandSlowClientsDoNotStopANormalRequest) {
    RunningServer running(hello);
    auto slow = thousand_slow_clients(running.port());
    for (const char byte : {'E', 'T', ' ', '/'}) {
        EXPECT_EQ(get(running.port(), "/while-they-hang").status, 200U);
        for (auto& client : slow) EXPECT_TRUE(client.send({&byte, 1}));
    }
    // They were not dropped: each may still finish.
    slow.front().send(" HTTP/1.1\r\nHost: slow\r\n\r\n");
    EXPECT_EQ(slow.front().read().status, 200U);
}

TEST(Server, AboveTheLimitTheLongestWaitingConnectionGives) {
    http::Limits limits;
    limits.connections = 50;
    RunningServer running(hello, limits);
    auto slow = thousand_slow_clients(running.port());
    EXPECT_EQ(get(running.port(), "/after-them").status, 200U);
    EXPECT_TRUE(slow.front().ended());
}

TEST(Server, WithAllWorkersBusyTheAnswerIsToComeBackLater) {
    http::Limits limits;
    limits.workers = 1;
    limits.queued_requests = 1;
    std::latch entered(1);
    std::latch release(1);
    RunningServer running(
        [&](const http::Request& asked) {
            if (asked.target.path == "/long") {
                entered.count_down();
                release.wait();
            }
            return hello(asked);
        },
        limits);
    Client first(running.port());
    first.send(request("GET /long HTTP/1.1"));
    entered.wait();
    const auto refused = get(running.port(), "/other");
    EXPECT_EQ(refused.status, 503U);
    EXPECT_EQ(refused.headers.count("retry-after"), 1U);
    release.count_down();
    EXPECT_EQ(first.read().status, 200U);
    EXPECT_EQ(get(running.port(), "/other").status, 200U);
}

TEST(Server, AWorkbookIsWaitedForOncePerClientAndOnlyFromASession) {
    http::Limits limits;
    limits.imports = 2;
    RunningServer running(hello, limits);
    constexpr std::string_view line = "POST /api/v1/imports?kind=members HTTP/1.1";
    const std::string length = "Content-Length: 4\r\n";
    const auto with_session = length + "Cookie: __Host-lth=one\r\n";
    EXPECT_EQ(status_of(running.port(), request(line, length)), 401U);
    Client slow(running.port());
    slow.send(request(line, with_session, "PK"));
    EXPECT_EQ(get(running.port(), "/meanwhile").status, 200U);
    EXPECT_EQ(status_of(running.port(), request(line, with_session, "PKPK")), 503U);
    slow.send("PK");
    EXPECT_EQ(slow.read().status, 200U);
    EXPECT_EQ(status_of(running.port(), request(line, with_session, "PKPK")), 200U);
}

TEST(Server, ALargeTableIsTakenFromASessionAndRefusedAsDataBeforeItIsRead) {
    http::Limits limits;
    limits.sync_body_bytes = 2;
    limits.import_bytes = 4;
    RunningServer running(hello, limits);
    const auto table = [](std::size_t bytes, const std::string& more = {}) {
        const auto length = "Content-Length: " + std::to_string(bytes) + "\r\n";
        return request("POST /api/v1/workbook HTTP/1.1", length + more, std::string(bytes, 'a'));
    };
    const std::string session = "Cookie: __Host-lth=one\r\n";
    EXPECT_EQ(status_of(running.port(), table(2)), 200U);  // its handler asks who it is
    EXPECT_EQ(status_of(running.port(), table(4)), 401U);
    EXPECT_EQ(status_of(running.port(), table(4, session)), 200U);
    Client client(running.port());
    client.send(request("POST /api/v1/workbook HTTP/1.1", "Content-Length: 5\r\n" + session));
    const auto refused = client.read();
    EXPECT_EQ(refused.status, 413U);
    EXPECT_NE(refused.body.find(R"("rule":"http.body.too_large")"), std::string::npos)
        << refused.body;
}

TEST(Server, AHandlerThatThrowsCostsItsOwnConnectionOnly) {
    http::Limits limits;
    limits.queued_requests = 1;
    RunningServer running(
        [](const http::Request& asked) -> http::Response {
            if (asked.target.path == "/throw") throw std::runtime_error("bug");
            return hello(asked);
        },
        limits);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get(running.port(), "/throw").status, 0U);
    EXPECT_EQ(get(running.port(), "/").status, 200U);
}

TEST(Server, StoppingAnswersWhatRunsAndClosesWhatWaits) {
    std::latch entered(1);
    std::latch release(1);
    http::Server server({.host = "127.0.0.1", .port = 0}, {},
                        [&](const http::Request& asked) {
                            entered.count_down();
                            release.wait();
                            return hello(asked);
                        },
                        {});
    auto served = std::async(std::launch::async, [&] { server.run(); });
    Client waiting(server.port());
    waiting.send("GET");
    Client running(server.port());
    running.send(request("GET /last HTTP/1.1"));
    entered.wait();
    server.stop();
    EXPECT_TRUE(waiting.ended());
    release.count_down();
    EXPECT_EQ(running.read().body, "you asked /last");
    EXPECT_TRUE(running.ended());
    served.get();
}

TEST(Server, SignalsStopIt) {
    for (const int signal : {SIGINT, SIGTERM}) {
        http::Server server({.host = "127.0.0.1", .port = 0}, {}, hello, {});
        server.watch_signals();
        auto served = std::async(std::launch::async, [&] { server.run(); });
        EXPECT_EQ(get(server.port(), "/").status, 200U);
        EXPECT_EQ(std::raise(signal), 0);
        served.get();
    }
}

TEST(Server, APortInUseIsOneSentence) {
    RunningServer running(hello);
    try {
        const http::Server second({.host = "127.0.0.1", .port = running.port()}, {}, hello, {});
        FAIL() << "two servers on one port";
    } catch (const app::Fault& fault) {
        const auto port = std::to_string(running.port());
        EXPECT_NE(fault.message(core::Language::vi).find(port), std::string::npos);
        EXPECT_NE(fault.message(core::Language::en).find("in use"), std::string::npos);
    }
}

TEST(Server, TellsWhatItDid) {
    std::promise<http::Exchange> seen;
    std::string path;
    http::Watch watch;
    watch.exchange = [&](const http::Exchange& exchange) {
        path = exchange.path;
        seen.set_value(exchange);
    };
    RunningServer running(
        [](const http::Request& asked) {
            auto response = hello(asked);
            response.route = "greeting";
            return response;
        },
        {}, watch);
    EXPECT_EQ(get(running.port(), "/name?q=secret").status, 200U);
    const auto exchange = seen.get_future().get();
    EXPECT_EQ(path, "/name");  // without the query: it may hold names
    EXPECT_EQ(exchange.route, "greeting");
    EXPECT_EQ(exchange.status, 200U);
}

}  // namespace
}  // namespace lth::tests
