// How the calls of a phone read what they are asked, and find the book that it is about.
#pragma once

#include <utility>

#include "core/replica/replica.hpp"
#include "json/message.hpp"
#include "wasm/buffers.hpp"

namespace lth::wasm {

/// Rule question.book.unknown.
[[nodiscard]] core::Result<core::replica::BookReplica*> find(const core::BookId& id);

/// Confirmed or, after those, pending; null if there is none. Valid until the book changes.
[[nodiscard]] const core::Entry* entry_with(const core::replica::BookReplica& book,
                                            std::uint64_t seq);

// A book as it stands on a day: what most calls are about.
struct OnDay {
    core::BookId book;
    core::Date on;
};
BOOST_DESCRIBE_STRUCT(OnDay, (), (book, on))

// Reads the call's object, runs it, writes its answer.
template <class Asked, class Run>
LthAnswer answer(Run run) {
    const auto asked = json::read_message<Asked>(input, "call");
    if (!asked) return refuse(asked.error());
    const auto said = run(*asked);
    if (!said) return refuse(said.error());
    output = json::write_message(*said);
    return lth_done;
}

// A question about one book: `run(book, asked)` says the page.
template <class Asked, class Run>
LthAnswer page(Run run) {
    return answer<Asked>(
        [&](const Asked& asked)
            -> core::Result<decltype(run(std::declval<core::replica::BookReplica&>(), asked))> {
            const auto book = find(asked.book);
            if (!book) return std::unexpected(book.error());
            return run(**book, asked);
        });
}

}  // namespace lth::wasm
