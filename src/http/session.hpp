// One connection: waits, reads, hands over, writes, each stage under its own limit.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <list>

#include "http/server.hpp"

namespace lth::http {

enum class Stage {
    waiting,  // for a whole request
    working,  // on its answer
};

/// A connection as the server sees it. Touched on the thread of `run` only.
struct Connection {
    explicit Connection(boost::beast::tcp_stream connected) : stream(std::move(connected)) {}

    boost::beast::tcp_stream stream;
    Stage stage = Stage::waiting;
};
using Connections = std::list<Connection>;

struct Shared {
    Limits limits;
    Answer answer;
    Watch watch;
    boost::asio::thread_pool workers;
    Connections waiting;  // the longest wait first
    Connections working;
    std::size_t queued = 0;  // requests handed to workers and not yet answered
    bool stopping = false;

    Shared(Limits given, Answer answering, Watch watching)
        : limits(given),
          answer(std::move(answering)),
          watch(std::move(watching)),
          workers(given.workers) {}

    [[nodiscard]] Connections& list(Stage stage) {
        return stage == Stage::waiting ? waiting : working;
    }
    [[nodiscard]] std::size_t open() const { return waiting.size() + working.size(); }
};

/// Ends when the connection does; the caller takes it out of its list.
boost::asio::awaitable<void> serve_connection(Shared& shared, Connections::iterator self);

}  // namespace lth::http
