// A parsed JSON text as a flat tree that keeps what a strict reader must see: the order of keys,
// duplicates, and numbers that are not integers.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace lth::json {

enum class Kind : std::uint8_t { null, boolean, integer, real, string, array, object };

inline constexpr std::uint32_t no_node = 0xFFFFFFFF;

struct Node {
    Kind kind = Kind::null;
    std::uint32_t first_child = no_node;
    std::uint32_t next = no_node;  // the next value in the same array or object
    std::uint32_t children = 0;
    std::int64_t integer = 0;  // of booleans 0 or 1
    std::string_view key;      // in an object
    std::string_view text;     // of a string, unescaped
};

/// Nodes point into the text that was parsed and into the document: keep both as long as the nodes.
class Document {
public:
    /// Root is node 0. Rejects what is not JSON, not UTF-8, holds U+0000, or nests deeper than
    /// core::max_json_depth.
    [[nodiscard]] core::Result<void> parse(std::string_view text);

    [[nodiscard]] const Node& root() const { return nodes_.front(); }
    [[nodiscard]] const Node& at(std::uint32_t index) const { return nodes_[index]; }

private:
    friend struct Builder;

    std::vector<Node> nodes_;
    std::deque<std::string> unescaped_;
};

/// The values of an array or object, in order.
template <class Visit>
bool for_each_child(const Document& document, const Node& parent, Visit visit) {
    for (auto i = parent.first_child; i != no_node; i = document.at(i).next) {
        if (!visit(document.at(i))) return false;
    }
    return true;
}

/// `text` as a JSON string, quotes included, appended to `out`.
void append_string(std::string& out, std::string_view text);

}  // namespace lth::json
