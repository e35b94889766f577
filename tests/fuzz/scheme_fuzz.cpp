// Any bytes as a scheme: refused with a rule, or read the same twice.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "facts/scheme.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto scheme = lth::facts::parse_scheme(text);
    if (!scheme) {
        if (message(scheme.error(), lth::core::Language::vi).empty()) std::abort();
        return 0;
    }
    const auto again = lth::facts::parse_scheme(text);
    if (!again || again->targets.size() != scheme->targets.size()) std::abort();
    if (adoption_of(*scheme, text, scheme->begins).empty()) std::abort();
    return 0;
}
