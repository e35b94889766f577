// One connection: waits, reads, hands over, writes, each stage under its own limit.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <list>
#include <set>
#include <string>

#include "http/server.hpp"
#include "http/stream.hpp"

namespace lth::http {

enum class Stage {
    waiting,  // for a whole request
    working,  // on its answer
};

/// A connection as the server sees it. Touched on the thread of `run` only.
struct Connection {
    template <class... Context>
    explicit Connection(boost::asio::ip::tcp::socket socket, Context&... context)
        : stream(std::move(socket), context...) {}

    Stream stream;
    Stage stage = Stage::waiting;
};
using Connections = std::list<Connection>;

struct Shared {
    Limits limits;
    Answer answer;
    Watch watch;
    Transport transport;
    boost::asio::thread_pool workers;
    Connections waiting;  // the longest wait first
    Connections working;
    std::size_t queued = 0;         // requests handed to workers and not yet answered
    std::set<std::string> imports;  // clients whose workbook is being read or answered
    bool stopping = false;

    Shared(Limits given, Answer answering, Watch watching, Transport carried)
        : limits(given),
          answer(std::move(answering)),
          watch(std::move(watching)),
          transport(std::move(carried)),
          workers(given.workers) {}

    [[nodiscard]] Connections& list(Stage stage) {
        return stage == Stage::waiting ? waiting : working;
    }
    [[nodiscard]] std::size_t open() const { return waiting.size() + working.size(); }
};

/// Ends when the connection does; the caller takes it out of its list.
boost::asio::awaitable<void> serve_connection(Shared& shared, Connections::iterator self);

}  // namespace lth::http
