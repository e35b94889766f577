#include "wasm/exports.hpp"

#include <map>

#include "core/club/fold.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "json/problem.hpp"
#include "wasm/buffers.hpp"

namespace lth::wasm {

std::string input;
std::string output;

LthAnswer refuse(const core::Rejection& rejection) {
    output = json::problem_text(rejection);
    return lth_refused;
}

}  // namespace lth::wasm

namespace {

using namespace lth;
using wasm::input;
using wasm::output;
using wasm::refuse;

struct Book {
    core::club::Club club;
    core::club::Birthdays birthdays;
    core::Head head;            // of the sealed entries
    std::uint64_t entries = 0;  // sealed and not yet sealed
};

// One caller, one thread: a worker.
std::map<std::uint32_t, Book> books;

std::string figures(const core::club::Changes& changes) {
    std::string text;
    for (const auto& day : changes.days) {
        text += to_text(day.day);
        text += ' ';
        text += to_text(day.column);
        text += ' ';
        text += std::to_string(day.delta);
        text += '\n';
    }
    return text;
}

}  // namespace

extern "C" {

std::uint8_t* lth_input(std::uint32_t bytes) {
    input.resize(bytes);
    return reinterpret_cast<std::uint8_t*>(input.data());
}
const char* lth_output() { return output.data(); }
std::uint32_t lth_output_bytes() { return static_cast<std::uint32_t>(output.size()); }

std::uint32_t lth_club_open() {
    const std::uint32_t book = books.empty() ? 1 : books.rbegin()->first + 1;
    books[book];
    return book;
}
void lth_club_close(std::uint32_t book) { books.erase(book); }

LthAnswer lth_club_fold(std::uint32_t book) {
    auto& [club, birthdays, head, entries] = books[book];
    const auto sealed = json::read_sealed_entry(input);
    if (!sealed) return refuse(sealed.error());
    if (!follows(head, *sealed)) {
        return refuse(core::make_rejection("chain.broken", "hash",
                                           {{"seq", std::to_string(sealed->seal.seq)}}));
    }
    const auto ops = json::read_club_ops(sealed->entry.body, sealed->entry.parts);
    if (!ops) return refuse(ops.error());
    core::club::apply(club, {sealed->entry.entry_id, sealed->seal.seq}, *ops);
    head = head_after(*sealed);
    entries = head.last_seq;
    output.clear();
    return lth_done;
}

LthAnswer lth_club_admit(std::uint32_t book, std::int32_t today) {
    auto& [club, birthdays, head, entries] = books[book];
    const auto entry = json::read_unsealed(input);
    if (!entry) return refuse(entry.error());
    const auto ops = json::read_club_ops(entry->body, entry->parts);
    if (!ops) return refuse(ops.error());
    const core::club::At at{entry->entry_id, entries + 1};
    const auto changes = admit(club, birthdays, at, *ops, {}, core::Date{today});
    if (!changes) return refuse(changes.error());
    ++entries;
    output = figures(*changes);
    return lth_done;
}

LthAnswer lth_club_text(std::uint32_t book) {
    output = canonical_text(books[book].club);
    return lth_done;
}

LthAnswer lth_entry_digest() {
    const auto entry = json::read_unsealed(input);
    if (!entry) return refuse(entry.error());
    output = core::to_hex(entry_digest(*entry));
    return lth_done;
}
}
