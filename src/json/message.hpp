// Whole messages of described structs: what devices and the server say to each other.
#pragma once

#include <string>
#include <string_view>

#include "json/described.hpp"

namespace lth::json {

/// `name` stands for the message in what is said about a wrong one. Rules entry.*.
template <class T>
[[nodiscard]] core::Result<T> read_message(std::string_view text, std::string_view name) {
    Document document;
    if (const auto parsed = document.parse(text); !parsed) return std::unexpected(parsed.error());
    Reading in{document};
    in.op = name;
    T value;
    if (!read(document.root(), in, value)) return std::unexpected(std::move(in.failure));
    return value;
}

template <class T>
[[nodiscard]] std::string write_message(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

}  // namespace lth::json
