// A text in both languages. One that lacks a language does not compile.
#pragma once

#include <string_view>

#include "core/result.hpp"

namespace lth::view_json {

class Phrase {
public:
    consteval Phrase(const char* vi, const char* en) : vi_(vi), en_(en) {
        if (vi_.empty() || en_.empty()) empty_phrase();
    }
    [[nodiscard]] constexpr std::string_view in(core::Language language) const {
        return language == core::Language::vi ? vi_ : en_;
    }

private:
    static void empty_phrase();  // not constant: an empty text does not compile

    std::string_view vi_;
    std::string_view en_;
};

}  // namespace lth::view_json
