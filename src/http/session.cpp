#include "http/session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <optional>

#include "http/cookies.hpp"
#include "http/refusals.hpp"
#include "http/wire.hpp"

namespace lth::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;

constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_chunk = 2048;

std::string_view cache_control(Caching caching) {
    switch (caching) {
        case Caching::never:
            return "no-store";
        case Caching::revalidate:
            return "no-cache";
        case Caching::a_year:
            return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

/// Everything from this origin, no script, no frame: the pages ask nothing of a third party.
constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

/// What pages never need; the app for phones has a policy of its own, which names the camera.
constexpr std::string_view permissions_of_pages =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), "
    "midi=(), display-capture=(), publickey-credentials-get=(), browsing-topics=()";

constexpr std::string_view strict_transport = "max-age=31536000";  // a year; this host only

wire::response<wire::string_body> wire_response(Response answer, Method method) {
    wire::response<wire::string_body> message(static_cast<wire::status>(answer.status), 11);
    message.set(wire::field::content_type, answer.content_type);
    message.set(wire::field::cache_control, cache_control(answer.caching));
    message.set("Content-Security-Policy", content_security_policy);
    message.set("X-Content-Type-Options", "nosniff");
    message.set("X-Frame-Options", "DENY");
    message.set("Referrer-Policy", "no-referrer");
    message.set("Cross-Origin-Resource-Policy", "same-origin");
    message.set("Cross-Origin-Opener-Policy", "same-origin");
    message.set("Permissions-Policy", permissions_of_pages);
    for (const auto& [name, value] : answer.headers) {
        if (name == "Set-Cookie") {
            message.insert(name, value);  // one line for each cookie
        } else {
            message.set(name, value);
        }
    }
    const auto size = answer.body.size();
    if (method != Method::head) message.body() = std::move(answer.body);
    if (answer.status != 304) message.content_length(size);
    return message;
}

/// One of a number, for as long as this lives; also when what it is counted for throws.
class Counted {
public:
    explicit Counted(std::size_t& number) : number_(number) { ++number_; }
    ~Counted() { --number_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    std::size_t& number_;
};

/// A workbook on its way, one a client, for as long as this lives.
class Slot {
public:
    Slot(std::set<std::string>& taken, std::string client)
        : taken_(taken), self_(taken.insert(std::move(client)).first) {}
    ~Slot() { taken_.erase(self_); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

private:
    std::set<std::string>& taken_;
    std::set<std::string>::iterator self_;
};

/// Once the header is read: whether somebody who was signed in sends it.
bool has_session(RequestParser& parser) {
    const auto cookies = parser.get()[wire::field::cookie];
    Request asked;
    asked.cookies = std::string(cookies.data(), cookies.size());
    return cookie_of(asked, session_cookie).has_value();
}

/// One connection's way through its requests.
class Session {
public:
    Session(Shared& shared, Connections::iterator self)
        : stream_(self->stream), shared_(shared), self_(self), buffer_(buffer_bytes(shared)) {
        boost::system::error_code ignored;
        peer_.address = stream_.plain().socket().remote_endpoint(ignored).address();
        peer_.is_secure = stream_.secure() != nullptr;
        peer_.is_trusted = trusts(shared_.transport.trusted, peer_.address);
    }

    asio::awaitable<void> run() {
        if (!co_await handshake()) co_return;
        while (!shared_.stopping) {
            // A proxy sends requests of many clients through one connection.
            client_ = peer_.address.to_string();
            is_secure_ = peer_.is_secure;
            if (buffer_.size() == 0 && !co_await first_byte()) co_return;
            started_ = std::chrono::steady_clock::now();
            auto request = co_await whole_request();
            if (gone_) co_return;
            enter(Stage::working);
            const Method method = request ? request->method : Method::get;
            Response answer = request ? co_await answer_of(*request) : refusal_for(request.error());
            keep_ = keep_ && request.has_value() && !shared_.stopping;
            if (request) {
                path_ = request->target.path;
                client_ = request->client;
                is_secure_ = request->is_secure;
            }
            import_.reset();
            const bool written = co_await write(std::move(answer), method);
            enter(Stage::waiting);
            if (written && !request) co_await linger();
            if (!written || !keep_) co_return;
        }
    }

    /// Through TLS the end is said, so that nobody can cut an answer short unnoticed.
    asio::awaitable<void> close() {
        auto* secure = stream_.secure();
        if (secure != nullptr && !shared_.stopping) {
            stream_.plain().expires_after(shared_.limits.linger_time);
            (void)co_await secure->async_shutdown(no_throw);
        }
        boost::system::error_code ignored;
        stream_.plain().socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    }

private:
    /// A whole header, and what of the body came with it.
    static std::size_t buffer_bytes(const Shared& shared) {
        return shared.limits.header_bytes + read_chunk;
    }

    asio::awaitable<bool> handshake() {
        auto* secure = stream_.secure();
        if (secure == nullptr) co_return true;
        stream_.plain().expires_after(shared_.limits.handshake_time);
        const auto [error] =
            co_await secure->async_handshake(asio::ssl::stream_base::server, no_throw);
        co_return !error;
    }

    // `expires_after` does not cover async_wait, so the wait for a request is a read.
    asio::awaitable<bool> first_byte() {
        stream_.plain().expires_after(shared_.limits.idle_time);
        const auto [error, bytes] =
            co_await stream_.async_read_some(buffer_.prepare(read_chunk), no_throw);
        buffer_.commit(bytes);
        co_return !error;
    }

    asio::awaitable<core::Result<Request>> whole_request() {
        const Limits& limits = shared_.limits;
        by_program_ = false;
        RequestParser parser;
        limit(parser, limits);
        stream_.plain().expires_after(limits.header_time);
        auto [error, bytes] = co_await wire::async_read_header(stream_, buffer_, parser, no_throw);
        by_program_ = takes_workbook(parser);  // also of a body that is too large
        if (!error) {
            if (auto refused = limit_body(parser, limits)) co_return std::unexpected(*refused);
        }
        if (!error && by_program_ && is_waited_for_alone(parser, limits)) {
            if (auto taken = take_slot(parser); !taken) co_return std::unexpected(taken.error());
        }
        if (!error && !parser.is_done()) {
            stream_.plain().expires_after(import_ ? limits.import_time : limits.body_time);
            std::tie(error, bytes) = co_await wire::async_read(stream_, buffer_, parser, no_throw);
        }
        if (!error) {
            keep_ = parser.keep_alive();
            co_return request_of(parser, limits, peer_, shared_.transport.trusted);
        }
        auto refusal = refusal_of(error, limits);
        gone_ = !refusal;
        co_return std::unexpected(refusal ? std::move(*refusal)
                                          : core::make_rejection("http.request.malformed"));
    }

    /// A body of this size is waited for only if somebody signed in sends it, and one a client.
    core::Result<void> take_slot(RequestParser& parser) {
        if (!has_session(parser)) return core::reject("session.none");
        auto client = client_address(peer_, lines_of(parser.get(), "X-Forwarded-For"),
                                     shared_.transport.trusted);
        const bool is_full = shared_.imports.size() >= shared_.limits.imports;
        if (is_full || shared_.imports.contains(client)) return core::reject("http.server.busy");
        import_.emplace(shared_.imports, std::move(client));
        return {};
    }

    // Whoever sends a workbook reads JSON; of another request that cannot be read nobody knows.
    [[nodiscard]] Response refusal_for(const core::Rejection& rejection) const {
        return by_program_ ? problem(rejection) : plain_refusal(rejection);
    }

    asio::awaitable<Response> answer_of(const Request& request) {
        if (shared_.queued >= shared_.limits.queued_requests) {
            auto busy = plain_refusal(core::make_rejection("http.server.busy"));
            busy.headers.emplace_back("Retry-After", "2");
            co_return busy;
        }
        stream_.plain().expires_never();  // a worker's time is not the client's fault
        const Counted queued(shared_.queued);
        const auto work = [&]() -> asio::awaitable<Response> { co_return shared_.answer(request); };
        co_return co_await asio::co_spawn(shared_.workers.get_executor(), work(),
                                          asio::use_awaitable);
    }

    asio::awaitable<bool> write(Response answer, Method method) {
        const auto route = answer.route;
        const auto status = answer.status;
        const auto bytes = answer.body.size();
        auto message = wire_response(std::move(answer), method);
        message.keep_alive(keep_);
        if (is_secure_) message.set(wire::field::strict_transport_security, strict_transport);
        stream_.plain().expires_after(shared_.limits.write_time);
        boost::system::error_code error;
        std::size_t written = 0;
        if (method == Method::head) {
            wire::response_serializer<wire::string_body> serializer(message);
            std::tie(error, written) =
                co_await wire::async_write_header(stream_, serializer, no_throw);
        } else {
            std::tie(error, written) = co_await wire::async_write(stream_, message, no_throw);
        }
        const auto took = std::chrono::steady_clock::now() - started_;
        shared_.watch.exchange(
            {.client = client_,
             .method = path_.empty() ? std::string_view{} : to_text(method),
             .path = path_,
             .route = route,
             .status = status,
             .bytes = bytes,
             .took = std::chrono::duration_cast<std::chrono::microseconds>(took)});
        path_.clear();
        co_return !error;
    }

    void enter(Stage stage) {
        shared_.list(stage).splice(shared_.list(stage).end(), shared_.list(self_->stage), self_);
        self_->stage = stage;
    }

    /// Closing with unread bytes would reset the connection before the client has read the answer:
    /// says the end, and takes what still comes for a moment.
    asio::awaitable<void> linger() {
        boost::system::error_code error;
        stream_.plain().expires_after(shared_.limits.linger_time);
        if (auto* secure = stream_.secure()) {
            std::tie(error) = co_await secure->async_shutdown(no_throw);
            error = {};  // the client may have had more to say
        }
        auto& socket = stream_.plain().socket();
        socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
        std::array<char, read_chunk> sink{};
        while (!error) {
            std::tie(error, std::ignore) =
                co_await stream_.plain().async_read_some(asio::buffer(sink), no_throw);
        }
    }

    Stream& stream_;
    Shared& shared_;
    Connections::iterator self_;
    beast::flat_buffer buffer_;
    Peer peer_;
    std::string client_;
    bool is_secure_ = false;
    std::string path_;
    std::chrono::steady_clock::time_point started_;
    std::optional<Slot> import_;
    bool by_program_ = false;  // the request at hand, as far as its header told
    bool keep_ = false;
    bool gone_ = false;
};

}  // namespace

asio::awaitable<void> serve_connection(Shared& shared, Connections::iterator self) {
    Session session(shared, self);
    co_await session.run();
    co_await session.close();
}

}  // namespace lth::http
