#include "support/http/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "core/text.hpp"

namespace lth::tests {
namespace {

// Long enough for a loaded machine; a test that hangs ends here.
constexpr timeval patience{60, 0};

}  // namespace

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (socket_ < 0) throw std::runtime_error("no socket: too few file descriptors?");
    (void)::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    (void)::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("no connection to the server");
    }
}

Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

Client::Client(Client&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Client::fill() {
    std::array<char, 4096> chunk{};
    const auto got = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (got <= 0) return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(got));
    return true;
}

Answered Client::read_headers() {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) return {};
    }
    const auto head = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    Answered answer;
    answer.status = static_cast<unsigned>(std::stoul(head.substr(9, 3)));
    for (auto at = head.find("\r\n") + 2; at < head.size();) {
        const auto line_end = head.find("\r\n", at);
        const auto colon = head.find(": ", at);
        const auto name = core::fold_text(head.substr(at, colon - at));
        const auto value = head.substr(colon + 2, line_end - colon - 2);
        answer.headers[name] = value;
        if (name == "set-cookie") answer.cookies.push_back(value);
        at = line_end + 2;
    }
    return answer;
}

Answered Client::read_head() { return read_headers(); }

Answered Client::read() {
    auto answer = read_headers();
    const auto length = answer.headers.find("content-length");
    if (length == answer.headers.end()) return answer;
    const auto size = std::stoul(length->second);
    while (buffer_.size() < size) {
        if (!fill()) return {};
    }
    answer.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return answer;
}

bool Client::ended() {
    std::array<char, 1> byte{};
    return buffer_.empty() && ::recv(socket_, byte.data(), byte.size(), 0) <= 0;
}

Answered get(std::uint16_t port, std::string_view target, std::string_view headers) {
    Client client(port);
    client.send("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" +
                std::string(headers) + "Connection: close\r\n\r\n");
    return client.read();
}

void raise_descriptor_limit() {
    rlimit limit{};
    (void)::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace lth::tests
