// The bytes of a connection, plain or through TLS: one type, so that a session is written once and
// every limit holds for both.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <optional>
#include <utility>

namespace lth::http {

/// Models Beast's AsyncStream.
class Stream {
public:
    using Plain = boost::beast::tcp_stream;
    using Secure = boost::asio::ssl::stream<Plain&>;
    using executor_type = Plain::executor_type;

    explicit Stream(boost::asio::ip::tcp::socket socket) : plain_(std::move(socket)) {}
    Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& context)
        : plain_(std::move(socket)), secure_(std::in_place, plain_, context) {}

    [[nodiscard]] executor_type get_executor() { return plain_.get_executor(); }
    /// The socket and its deadline, which hold for what goes through TLS too.
    [[nodiscard]] Plain& plain() { return plain_; }
    /// Null without TLS.
    [[nodiscard]] Secure* secure() { return secure_ ? &*secure_ : nullptr; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, Signature>(
            [this](auto handler, const Buffers& into) {
                if (secure_) {
                    secure_->async_read_some(into, std::move(handler));
                } else {
                    plain_.async_read_some(into, std::move(handler));
                }
            },
            token, buffers);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, Signature>(
            [this](auto handler, const Buffers& from) {
                if (secure_) {
                    secure_->async_write_some(from, std::move(handler));
                } else {
                    plain_.async_write_some(from, std::move(handler));
                }
            },
            token, buffers);
    }

private:
    using Signature = void(boost::system::error_code, std::size_t);

    Plain plain_;
    std::optional<Secure> secure_;
};

}  // namespace lth::http
