#include "app/reason.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace lth::app {

bool is_reason(std::string_view text) {
    constexpr std::size_t fewest = 10;
    constexpr std::size_t most = 500;
    const bool one_line =
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (!one_line || !core::is_valid_utf8(text)) return false;
    const auto letters = core::fold_words(text).size();  // without padding
    return letters >= fewest && letters <= most;
}

}  // namespace lth::app
