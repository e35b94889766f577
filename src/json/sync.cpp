#include "json/sync.hpp"

#include "json/described.hpp"

namespace lth::json {
namespace {

template <class T>
core::Result<T> read_message(std::string_view text, std::string_view name) {
    Document document;
    if (const auto parsed = document.parse(text); !parsed) return std::unexpected(parsed.error());
    Reading in{document};
    in.op = name;
    T value;
    if (!read(document.root(), in, value)) return std::unexpected(std::move(in.failure));
    return value;
}

template <class T>
std::string text_of(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

}  // namespace

std::string write_request(const core::replica::Request& request) { return text_of(request); }

core::Result<core::replica::Request> read_request(std::string_view text) {
    return read_message<core::replica::Request>(text, "sync");
}

std::string write_answer(const core::replica::Answer& answer) { return text_of(answer); }

core::Result<core::replica::Answer> read_answer(std::string_view text) {
    return read_message<core::replica::Answer>(text, "sync");
}

}  // namespace lth::json
