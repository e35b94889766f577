// A rule that can refuse an entry: a stable id, and what it says in both languages.
#pragma once

#include <string_view>

namespace lth::core {

/// `{name}` in a message is replaced by the fact of that name in the rejection.
/// Ids are used by the API, by tests and by translations: they are never changed once released.
struct Rule {
    std::string_view id;
    std::string_view vi;
    std::string_view en;
};

}  // namespace lth::core
