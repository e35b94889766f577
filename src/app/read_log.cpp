#include "app/read_log.hpp"

#include "app/ports.hpp"

namespace lth::app {

ReadLine sensitive_read(const core::BookId& book, std::int64_t now, const core::AccountId& reader,
                        std::string_view of) {
    const auto what = std::string(of) + to_text(book) + std::to_string(now);
    return {.book = book,
            .at = now,
            .id = make_uuid8(core::sha256(what)),
            .account = reader,
            .what = ReadWhat::sensitive};
}

}  // namespace lth::app
