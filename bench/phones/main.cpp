// The phones of the server bench. `make` fills a database with clubs whose phones have each a
// meeting to send; `send` is those phones, and `get` asks for a trivial page as often.
#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <span>
#include <stdexcept>

#include "../ingest.hpp"
#include "app/people.hpp"
#include "json/message.hpp"
#include "store/open.hpp"

namespace lth::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t clubs = 2500;
constexpr std::chrono::seconds longest{180};  // a bench ends by itself
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);

// ---- The database, and what each phone will send.

template <class Id>
Id numbered(std::uint8_t kind, std::uint32_t n) {
    Id id;
    id.bytes[0] = kind;
    for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
    return id;
}

void found_clubs(app::Books& books) {
    std::vector<core::Entry> entries;
    for (std::uint32_t club = 0; club < clubs; ++club) entries.push_back(founding_entry(club));
    expect_recorded(books.record_many(std::move(entries), sender()));
}

core::Digest key_of(std::uint32_t phone) { return core::sha256("phone " + std::to_string(phone)); }

app::PeopleWrite people_of(std::uint32_t phones) {
    app::PeopleWrite write;
    for (std::uint32_t phone = 0; phone < phones; ++phone) {
        const auto key = key_of(phone);
        const auto account = numbered<core::AccountId>(0xA, phone);
        const auto book = founding_entry(phone % clubs).book_id;
        write.accounts.push_back(
            {.id = account, .login = {}, .password_hash = {}, .shown_name = "bench"});
        write.roles.push_back({.account = account,
                               .role = app::Role::club_board,
                               .book = book,
                               .from = core::make_date(2020, 1, 1)});
        write.devices.push_back(
            {.id = numbered<core::DeviceId>(0xD, phone),
             .account = account,
             .book = book,
             .name = "bench",
             .key_hash = core::sha256({reinterpret_cast<const char*>(key.data()), key.size()}),
             .core_version = {}});
    }
    return write;
}

std::string request_of(std::uint32_t phone, const core::Head& head) {
    constexpr std::uint32_t first_meeting = 2;  // entry 1 founds the club
    auto entry = meeting_entry(phone % clubs, first_meeting + phone / clubs);
    entry.author = numbered<core::AccountId>(0xA, phone);
    entry.device = numbered<core::DeviceId>(0xD, phone);
    entry.device_seq = 1;
    core::replica::Request request{.device = entry.device, .core_version = "bench"};
    request.follow.push_back({entry.book_id, head.last_seq, head.hash});
    request.entries.push_back({std::move(entry), {}});
    return json::write_message(request);
}

void make(const std::string& db, const std::string& file, std::uint32_t phones) {
    const auto store = store::open_store(db);
    BenchClock clock;
    app::Books books(*store, clock);
    found_clubs(books);
    if (store->people().put(people_of(phones)) != app::PeopleWritten::done) {
        throw std::runtime_error("people were not written");
    }
    std::vector<core::Head> heads;
    for (std::uint32_t club = 0; club < clubs; ++club) {
        heads.push_back(store->book(founding_entry(club).book_id)->head);
    }
    std::ofstream out(file);
    for (std::uint32_t phone = 0; phone < phones; ++phone) {
        out << to_text(numbered<core::DeviceId>(0xD, phone)) << '.' << core::to_hex(key_of(phone))
            << '\t' << request_of(phone, heads[phone % clubs]) << '\n';
    }
}

// ---- The phones.

using Message = wire::request<wire::string_body>;

struct Run {
    asio::ip::tcp::endpoint server;
    std::vector<Message> messages;
    std::string expected;  // in the body of an answer that counts
    std::size_t next = 0;
    std::size_t busy = 0;  // told to come back later
    std::size_t failed = 0;
    std::vector<double> took_ms;
};

struct Heard {
    unsigned status = 0;
    std::string body;
    int retry_after_s = 0;
};

// A phone connects, asks once, and goes.
asio::awaitable<Heard> ask(const Run& run, const Message& message) {
    beast::tcp_stream stream(co_await asio::this_coro::executor);
    auto [refused] = co_await stream.async_connect(run.server, no_throw);
    if (refused) co_return Heard{};
    auto [unsent, sent] = co_await wire::async_write(stream, message, no_throw);
    if (unsent) co_return Heard{};
    beast::flat_buffer buffer;
    wire::response<wire::string_body> answer;
    auto [unread, read] = co_await wire::async_read(stream, buffer, answer, no_throw);
    if (unread) co_return Heard{};
    const std::string later(answer["Retry-After"]);
    co_return Heard{answer.result_int(), answer.body(), later.empty() ? 0 : std::stoi(later)};
}

asio::awaitable<void> one_after_another(Run& run) {
    asio::steady_timer timer(co_await asio::this_coro::executor);
    while (run.next < run.messages.size()) {
        const auto& message = run.messages[run.next++];
        const auto begin = Clock::now();
        auto heard = co_await ask(run, message);
        while (heard.retry_after_s > 0) {
            ++run.busy;
            timer.expires_after(std::chrono::seconds(heard.retry_after_s));
            co_await timer.async_wait(asio::use_awaitable);
            heard = co_await ask(run, message);
        }
        const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
        run.took_ms.push_back(took.count());
        if (heard.status != 200 || !heard.body.contains(run.expected)) ++run.failed;
    }
}

void report(Run& run, std::chrono::duration<double> took) {
    std::ranges::sort(run.took_ms);
    const auto at = [&](double share) {
        const auto last = run.took_ms.size() - 1;
        return run.took_ms[static_cast<std::size_t>(share * static_cast<double>(last))];
    };
    const auto missing = run.messages.size() - run.took_ms.size();
    if (run.took_ms.empty()) throw std::runtime_error("nobody was answered");
    fmt::print(R"({{"answered":{},"failed":{},"busy":{},)", run.took_ms.size(),
               run.failed + missing, run.busy);
    fmt::print(R"("seconds":{:.3f},"p50_ms":{:.2f},"p99_ms":{:.2f}}})", took.count(), at(0.5),
               at(0.99));
    fmt::print("\n");
}

void run_clients(Run& run, std::size_t clients) {
    asio::io_context io(1);
    for (std::size_t i = 0; i < clients; ++i) {
        asio::co_spawn(io, one_after_another(run), asio::detached);
    }
    const auto begin = Clock::now();
    io.run_for(longest);
    report(run, Clock::now() - begin);
}

Message message_of(wire::verb verb, const std::string& target) {
    Message message(verb, target, 11);
    message.set(wire::field::host, "bench");
    message.keep_alive(false);
    return message;
}

// Lines `from` up to but not including `to`.
std::vector<Message> read_messages(const std::string& file, std::size_t from, std::size_t to) {
    std::ifstream in(file);
    std::vector<Message> messages;
    std::string line;
    for (std::size_t number = 0; number < to && std::getline(in, line); ++number) {
        if (number < from) continue;
        const auto tab = line.find('\t');
        auto message = message_of(wire::verb::post, "/api/v1/sync");
        message.set(wire::field::authorization, "Bearer " + line.substr(0, tab));
        message.body() = line.substr(tab + 1);
        message.prepare_payload();
        messages.push_back(std::move(message));
    }
    return messages;
}

Run run_at(const std::string& port) {
    Run run;
    run.server = {asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(std::stoul(port))};
    return run;
}

int usage() {
    std::cerr << "lth_phones make DB FILE PHONES | send PORT CLIENTS FILE FROM TO | "
                 "get PORT CLIENTS TIMES\n";
    return 2;
}

int run_command(std::span<const std::string> words) {
    const auto& command = words.front();
    if (command == "make" && words.size() == 4) {
        make(words[1], words[2], static_cast<std::uint32_t>(std::stoul(words[3])));
        return 0;
    }
    if (command == "send" && words.size() == 6) {
        auto run = run_at(words[1]);
        run.expected = "\"accepted\"";
        run.messages = read_messages(words[3], std::stoul(words[4]), std::stoul(words[5]));
        run_clients(run, std::stoul(words[2]));
        return 0;
    }
    if (command == "get" && words.size() == 4) {
        auto run = run_at(words[1]);
        run.messages.assign(std::stoul(words[3]), message_of(wire::verb::get, "/healthz"));
        run_clients(run, std::stoul(words[2]));
        return 0;
    }
    return usage();
}

}  // namespace
}  // namespace lth::bench

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        return words.empty() ? lth::bench::usage() : lth::bench::run_command(words);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
