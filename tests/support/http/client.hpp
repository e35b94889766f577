// A blocking client for tests: bytes out, answers in, and never waits for ever.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lth::tests {

struct Answered {
    unsigned status = 0;                         // 0: the connection ended without an answer
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::vector<std::string> cookies = {};  // each Set-Cookie
};

/// One connection to 127.0.0.1.
class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;

    /// False if the other side has closed.
    bool send(std::string_view bytes);
    /// The next answer.
    [[nodiscard]] Answered read();
    [[nodiscard]] Answered read_head();  // of a HEAD request
    /// True once the other side has closed and nothing is left to read.
    [[nodiscard]] bool ended();

private:
    bool fill();
    Answered read_headers();

    int socket_;
    std::string buffer_;
};

/// A request without body on a connection of its own.
[[nodiscard]] Answered get(std::uint16_t port, std::string_view target,
                           std::string_view headers = {});

/// Tests with a thousand sockets need more descriptors than some systems give at first.
void raise_descriptor_limit();

}  // namespace lth::tests
