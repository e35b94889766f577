#include "http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <charconv>
#include <csignal>

#include "app/fault.hpp"
#include "http/session.hpp"

namespace lth::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

app::Fault listen_fault(const ListenAddress& address, const boost::system::error_code& error) {
    const std::string where = address.host + ":" + std::to_string(address.port);
    if (error == asio::error::address_in_use) {
        return {
            "Cổng " + where + " đang có chương trình khác dùng. Hãy chọn cổng khác với --listen.",
            "Port " + where + " is in use by another program. Choose another with --listen."};
    }
    if (error == asio::error::access_denied) {
        return {"Không có quyền lắng nghe ở " + where + ". Hãy chọn cổng từ 1024 trở lên.",
                "Listening on " + where + " is not allowed. Choose a port from 1024 upwards."};
    }
    return {"Không lắng nghe được ở " + where + ": " + error.message() + ".",
            "Cannot listen on " + where + ": " + error.message() + "."};
}

}  // namespace

core::Result<ListenAddress> parse_listen(std::string_view text) {
    const auto refused = [&] {
        return core::reject("http.listen.malformed", "listen", {{"value", std::string(text)}});
    };
    ListenAddress address;
    const auto colon = text.rfind(':');
    auto host = colon == std::string_view::npos ? std::string_view{} : text.substr(0, colon);
    const auto port = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (!host.empty()) address.host = host;
    boost::system::error_code error;
    asio::ip::make_address(address.host, error);
    const auto* const end = port.data() + port.size();
    const auto read = std::from_chars(port.data(), end, address.port);
    if (error || read.ec != std::errc{} || read.ptr != end) return refused();
    return address;
}

struct Server::State {
    State(Limits limits, Answer answer, Watch watch, Transport transport)
        : shared(limits, std::move(answer), std::move(watch), std::move(transport)) {}

    void accept();
    void take(tcp::socket socket);
    void forget(Connections::iterator connection);
    void stop();
    void renew_certificate();
    void watch_certificate();
    void watch_hang_up();

    Shared shared;
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::signal_set hang_up{io};
    asio::steady_timer certificate_timer{io};
    asio::steady_timer timer{io};
};

void Server::State::accept() {
    acceptor.async_accept(io, [this](const boost::system::error_code& error, tcp::socket socket) {
        if (!acceptor.is_open()) return;
        if (!error) {
            take(std::move(socket));
            accept();
            return;
        }
        // Out of file descriptors, most likely: try again when some are free.
        timer.expires_after(shared.limits.accept_pause);
        timer.async_wait([this](const boost::system::error_code& stopped) {
            if (!stopped) accept();
        });
    });
}

void Server::State::take(tcp::socket socket) {
    if (shared.open() >= shared.limits.connections) {
        if (shared.waiting.empty()) return;  // all are being answered: closes the new one
        // It leaves the list when its coroutine runs; until then it must not be chosen again.
        shared.waiting.front().stream.plain().close();
        shared.waiting.splice(shared.waiting.end(), shared.waiting, shared.waiting.begin());
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (auto* tls = shared.transport.tls.get()) {
        shared.waiting.emplace_back(std::move(socket), tls->context());
    } else {
        shared.waiting.emplace_back(std::move(socket));
    }
    shared.watch.connections(shared.open());
    const auto self = std::prev(shared.waiting.end());
    asio::co_spawn(io, serve_connection(shared, self),
                   [this, self](const std::exception_ptr&) { forget(self); });
}

void Server::State::forget(Connections::iterator connection) {
    shared.list(connection->stage).erase(connection);
    shared.watch.connections(shared.open());
    if (shared.stopping && shared.open() == 0) timer.cancel();
}

void Server::State::stop() {
    if (shared.stopping) return;
    shared.stopping = true;
    boost::system::error_code ignored;
    signals.cancel(ignored);
    hang_up.cancel(ignored);
    certificate_timer.cancel();
    acceptor.close(ignored);
    for (auto& connection : shared.waiting) connection.stream.plain().close();
    timer.cancel();
    if (shared.open() == 0) return;
    timer.expires_after(shared.limits.stop_time);
    timer.async_wait([this](const boost::system::error_code& cancelled) {
        if (!cancelled) io.stop();
    });
}

void Server::State::renew_certificate() { shared.watch.certificate(shared.transport.tls->renew()); }

void Server::State::watch_certificate() {
    certificate_timer.expires_after(shared.limits.certificate_time);
    certificate_timer.async_wait([this](const boost::system::error_code& stopped) {
        if (stopped || shared.stopping) return;
        if (shared.transport.tls->has_changed()) renew_certificate();
        watch_certificate();
    });
}

void Server::State::watch_hang_up() {
    hang_up.async_wait([this](const boost::system::error_code& stopped, int) {
        if (stopped || shared.stopping) return;
        renew_certificate();
        watch_hang_up();
    });
}

Server::Server(const ListenAddress& address, Limits limits, Answer answer, Watch watch,
               Transport transport)
    : state_(std::make_unique<State>(limits, std::move(answer), std::move(watch),
                                     std::move(transport))) {
    boost::system::error_code error;
    const auto host = asio::ip::make_address(address.host, error);
    if (error) throw listen_fault(address, error);
    const tcp::endpoint endpoint(host, address.port);
    auto& acceptor = state_->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(limits.backlog, error);
    if (error) throw listen_fault(address, error);
}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
    state_->accept();
    if (state_->shared.transport.tls) state_->watch_certificate();
    state_->io.run();
    // A worker may still hold a request of a connection: none is destroyed before.
    state_->shared.workers.stop();
    state_->shared.workers.join();
}

void Server::watch_signals() {
    state_->signals.add(SIGINT);
    state_->signals.add(SIGTERM);
    state_->signals.async_wait([this](const boost::system::error_code& error, int) {
        if (!error) state_->stop();
    });
    if (!state_->shared.transport.tls) return;
    state_->hang_up.add(SIGHUP);
    state_->watch_hang_up();
}

void Server::stop() {
    asio::post(state_->io, [this] { state_->stop(); });
}

}  // namespace lth::http
