// TLS in the process: what is refused of files and of clients, the same limits as without it, and a
// certificate that is renewed while the server runs.
#include "http/tls.hpp"

#include <gtest/gtest.h>
#include <openssl/err.h>

#include <condition_variable>
#include <csignal>
#include <fstream>
#include <future>
#include <mutex>
#include <queue>
#include <vector>

#include "support/http/certificate.hpp"
#include "support/http/client.hpp"
#include "support/http/running_server.hpp"

namespace lth::tests {
namespace {

using namespace std::chrono_literals;

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

Context client_context() { return {SSL_CTX_new(TLS_client_method()), SSL_CTX_free}; }

http::Response path_and_size(const http::Request& request) {
    return {.status = 200, .body = request.target.path + std::to_string(request.body.size())};
}

std::string refused_by(const http::CertificateFiles& files) {
    const auto opened = http::Tls::open(files);
    return opened ? "" : std::string(opened.error().rule.id());
}

/// What the server has said of its certificate, in order: the rule that kept the one before.
class Told {
public:
    [[nodiscard]] http::Watch watch() {
        http::Watch watch;
        watch.certificate = [this](const core::Result<void>& read) {
            const std::lock_guard lock(mutex_);
            told_.emplace(read ? "" : read.error().rule.id());
            changed_.notify_one();
        };
        return watch;
    }
    std::string next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !told_.empty(); });
        auto one = std::move(told_.front());
        told_.pop();
        return one;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<std::string> told_;
};

class OverTls : public testing::Test {
protected:
    [[nodiscard]] http::Transport transport() {
        return {.tls = http::Tls::open(folder.make()).value(), .trusted = {}};
    }
    Answered get(std::uint16_t port, std::string_view target) {
        Client client(port, *context);
        client.send("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" +
                    "Connection: close\r\n\r\n");
        return client.read();
    }
    long serial_of(std::uint16_t port) {
        Client client(port, *context);
        return client.handshake() ? client.serial() : 0;
    }

    CertificateFolder folder;
    Context context = client_context();
};

TEST_F(OverTls, FilesThatDoNotServeAreNamed) {
    EXPECT_EQ(refused_by(folder.make()), "");
    auto files = folder.make();
    EXPECT_EQ(refused_by({folder.file("none.pem"), files.key}), "tls.certificate.unreadable");
    EXPECT_EQ(refused_by({files.key, files.key}), "tls.certificate.unreadable");
    EXPECT_EQ(refused_by({files.certificate, folder.file("none.pem")}), "tls.key.unreadable");
    EXPECT_EQ(refused_by({files.certificate, files.certificate}), "tls.key.unreadable");
    EXPECT_EQ(refused_by(folder.make({.password = "secret"})), "tls.key.unreadable");
    files = folder.make();
    CertificateFolder other;
    EXPECT_EQ(refused_by({files.certificate, other.make().key}), "tls.key.other");
    EXPECT_EQ(refused_by(folder.make({.from_s = -7200, .until_s = -3600})),
              "tls.certificate.expired");
    EXPECT_EQ(refused_by(folder.make({.from_s = 3600, .until_s = 7200})),
              "tls.certificate.not_yet");
}

TEST_F(OverTls, AnswersAndSaysTheEnd) {
    RunningServer running(path_and_size, {}, {}, transport());
    Client client(running.port(), *context);
    const std::string body(60'000, 'x');
    client.send("POST /one HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + body);
    EXPECT_EQ(client.read().body, "/one60000");
    client.send("GET /two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const auto answer = client.read();
    EXPECT_EQ(answer.body, "/two0");
    EXPECT_EQ(answer.headers.at("strict-transport-security"), "max-age=31536000");
    EXPECT_TRUE(client.ended());
    EXPECT_TRUE(client.end_was_said());
}

TEST_F(OverTls, WithoutItNoBrowserIsToldToInsistOnIt) {
    RunningServer running(path_and_size);
    EXPECT_EQ(tests::get(running.port(), "/").headers.count("strict-transport-security"), 0U);
}

TEST_F(OverTls, ALargeAnswerComesWhole) {
    const std::string large(3'000'000, 'y');
    RunningServer running(
        [&](const http::Request&) { return http::Response{.status = 200, .body = large}; }, {}, {},
        transport());
    EXPECT_EQ(get(running.port(), "/").body, large);
}

TEST_F(OverTls, ARefusedBodyIsAnsweredBeforeTheEnd) {
    const http::Limits limits;
    RunningServer running(path_and_size, limits, {}, transport());
    Client client(running.port(), *context);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                std::to_string(limits.body_bytes + 1) + "\r\n\r\n" + std::string(4096, 'x'));
    EXPECT_EQ(client.read().status, 413U);
    EXPECT_EQ(get(running.port(), "/still-here").status, 200U);
}

TEST_F(OverTls, OldVersionsAndWeakCiphersAreRefused) {
    RunningServer running(path_and_size, {}, {}, transport());
    const auto shakes = [&](int version, const char* ciphers) {
        const auto old = client_context();
        SSL_CTX_set_security_level(old.get(), 0);
        SSL_CTX_set_min_proto_version(old.get(), version);
        SSL_CTX_set_max_proto_version(old.get(), version);
        if (ciphers != nullptr) SSL_CTX_set_cipher_list(old.get(), ciphers);
        Client client(running.port(), *old);
        const bool done = client.handshake();
        ERR_clear_error();
        return done;
    };
    EXPECT_FALSE(shakes(TLS1_VERSION, nullptr));
    EXPECT_FALSE(shakes(TLS1_1_VERSION, nullptr));
    EXPECT_TRUE(shakes(TLS1_2_VERSION, nullptr));
    EXPECT_TRUE(shakes(TLS1_3_VERSION, nullptr));
    EXPECT_TRUE(shakes(TLS1_2_VERSION, "ECDHE-ECDSA-AES128-GCM-SHA256"));
    EXPECT_FALSE(shakes(TLS1_2_VERSION, "ECDHE-ECDSA-AES128-SHA"));  // CBC
}

TEST_F(OverTls, PlainHttpEndsWithoutAnAnswer) {
    RunningServer running(path_and_size, {}, {}, transport());
    EXPECT_EQ(tests::get(running.port(), "/").status, 0U);
    EXPECT_EQ(get(running.port(), "/").status, 200U);
}

TEST_F(OverTls, AHandshakeThatStopsHalfWayIsClosed) {
    http::Limits limits;
    limits.handshake_time = 20ms;
    RunningServer running(path_and_size, limits, {}, transport());
    for (const std::string_view begun : {"", "\x16\x03\x01"}) {
        Client client(running.port());
        client.send(begun);
        EXPECT_TRUE(client.ended());
    }
}

TEST_F(OverTls, ARequestThatStopsHalfWayAndAnIdleConnectionAreClosed) {
    http::Limits limits;
    limits.idle_time = 20ms;
    limits.header_time = 20ms;
    limits.body_time = 20ms;
    RunningServer running(path_and_size, limits, {}, transport());
    for (const char* half : {"", "GET / HT", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nfour"}) {
        Client client(running.port(), *context);
        EXPECT_TRUE(client.handshake());
        if (*half != '\0') client.send(half);
        EXPECT_TRUE(client.ended()) << half;
    }
}

TEST_F(OverTls, AThousandHalfHandshakesDoNotStopANormalRequest) {
    constexpr std::size_t half_handshakes = 1000;
    raise_descriptor_limit();
    http::Limits limits;
    limits.handshake_time = 60'000ms;
    RunningServer running(path_and_size, limits, {}, transport());
    std::vector<Client> slow;
    slow.reserve(half_handshakes);
    for (std::size_t i = 0; i < half_handshakes; ++i) {
        slow.emplace_back(running.port());
        slow.back().send("\x16");
    }
    for (const std::string_view byte : {"\x03", "\x01"}) {
        EXPECT_EQ(get(running.port(), "/while-they-hang").status, 200U);
        for (auto& client : slow) EXPECT_TRUE(client.send(byte));
    }
}

TEST_F(OverTls, AboveTheLimitTheLongestWaitingHandshakeGives) {
    http::Limits limits;
    limits.connections = 10;
    RunningServer running(path_and_size, limits, {}, transport());
    std::vector<Client> slow;
    for (int i = 0; i < 30; ++i) slow.emplace_back(running.port());
    EXPECT_EQ(get(running.port(), "/after-them").status, 200U);
    EXPECT_TRUE(slow.front().ended());
}

TEST_F(OverTls, AChangedCertificateIsReadAgain) {
    http::Limits limits;
    limits.certificate_time = 5ms;
    Told told;
    RunningServer running(path_and_size, limits, told.watch(), transport());
    Client before(running.port(), *context);
    EXPECT_TRUE(before.handshake());
    EXPECT_EQ(before.serial(), 1);
    CertificateFolder elsewhere;
    const auto made = elsewhere.make({.serial = 2});
    // As renewal tools do it: both are there before either is in its place.
    std::filesystem::rename(made.key, folder.file("key.pem"));
    std::filesystem::rename(made.certificate, folder.file("cert.pem"));
    // It may look between the two: then it looks again.
    while (told.next() == "tls.key.other") continue;
    EXPECT_EQ(serial_of(running.port()), 2);
    // Who was connected goes on with what it began with.
    before.send("GET /on HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(before.read().status, 200U);
}

TEST_F(OverTls, AHangUpReadsItAgainAndABrokenOneChangesNothing) {
    Told told;
    http::Server server({.host = "127.0.0.1", .port = 0}, {}, path_and_size, told.watch(),
                        transport());
    server.watch_signals();
    auto served = std::async(std::launch::async, [&] { server.run(); });
    std::ofstream(folder.file("cert.pem")) << "no certificate";
    EXPECT_EQ(std::raise(SIGHUP), 0);
    EXPECT_EQ(told.next(), "tls.certificate.unreadable");
    EXPECT_EQ(serial_of(server.port()), 1);
    folder.make({.serial = 3});
    EXPECT_EQ(std::raise(SIGHUP), 0);
    EXPECT_EQ(told.next(), "");
    EXPECT_EQ(serial_of(server.port()), 3);
    server.stop();
    served.get();
}

}  // namespace
}  // namespace lth::tests
