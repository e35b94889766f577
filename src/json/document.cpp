#include "json/document.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <limits>

#include "core/entry.hpp"

namespace lth::json {

using boost::json::error_code;

// Receives the parser's events. Each returns false (with `code`) to stop.
struct Builder {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    Document* document = nullptr;
    std::string_view source;
    struct Open {
        std::uint32_t node;
        std::uint32_t last_child;
    };
    std::vector<Open> open;
    std::string_view key;
    std::string pending;  // an escaped string or key arrives in pieces

    Node& add(Kind kind) {
        auto& nodes = document->nodes_;
        const auto index = static_cast<std::uint32_t>(nodes.size());
        Node node;
        node.kind = kind;
        node.key = key;
        nodes.push_back(node);
        key = {};
        if (!open.empty()) {
            auto& parent = open.back();
            ++nodes[parent.node].children;
            (parent.last_child == no_node ? nodes[parent.node].first_child
                                          : nodes[parent.last_child].next) = index;
            parent.last_child = index;
        }
        return nodes[index];
    }

    void begin(Kind kind) {
        const auto index = static_cast<std::uint32_t>(document->nodes_.size());
        add(kind);
        open.push_back({index, no_node});
    }

    // Unescaped text lies in the source and is not copied.
    std::string_view keep(boost::json::string_view last_piece) {
        const std::string_view piece(last_piece.data(), last_piece.size());
        const bool in_source = piece.data() >= source.data() &&
                               piece.data() + piece.size() <= source.data() + source.size();
        if (pending.empty() && in_source) return piece;
        pending += piece;
        document->unescaped_.push_back(std::move(pending));
        pending.clear();
        return document->unescaped_.back();
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return begin(Kind::object), true; }
    bool on_object_end(std::size_t, error_code&) { return open.pop_back(), true; }
    bool on_array_begin(error_code&) { return begin(Kind::array), true; }
    bool on_array_end(std::size_t, error_code&) { return open.pop_back(), true; }
    bool on_key_part(boost::json::string_view piece, std::size_t, error_code&) {
        pending.append(piece.data(), piece.size());
        return true;
    }
    bool on_key(boost::json::string_view piece, std::size_t, error_code&) {
        key = keep(piece);
        return true;
    }
    bool on_string_part(boost::json::string_view piece, std::size_t, error_code&) {
        pending.append(piece.data(), piece.size());
        return true;
    }
    bool on_string(boost::json::string_view piece, std::size_t, error_code&) {
        const auto text = keep(piece);
        add(Kind::string).text = text;
        return true;
    }
    bool on_number_part(boost::json::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t value, boost::json::string_view, error_code&) {
        add(Kind::integer).integer = value;
        return true;
    }
    bool on_uint64(std::uint64_t, boost::json::string_view, error_code&) {
        add(Kind::integer).integer = std::numeric_limits<std::int64_t>::max();  // above every limit
        return true;
    }
    // The parser's only real number type: what it read is not used, just that it was no integer.
    template <class Real>
    bool on_double(Real, boost::json::string_view, error_code&) {
        return add(Kind::real), true;
    }
    bool on_bool(bool value, error_code&) {
        add(Kind::boolean).integer = value ? 1 : 0;
        return true;
    }
    bool on_null(error_code&) { return add(Kind::null), true; }
    bool on_comment_part(boost::json::string_view, error_code&) { return true; }
    bool on_comment(boost::json::string_view, error_code&) { return true; }
};

namespace {

// Known to this file alone, so that what the parser never does for us is left out of it.
struct Events : Builder {};

core::Rejection not_json_from(std::size_t byte) {
    return core::make_rejection("entry.not_json", {}, {{"detail", "byte " + std::to_string(byte)}});
}

core::Rejection explain(const error_code& code, std::string_view text, std::size_t read) {
    using boost::json::error;
    if (code == error::too_deep) {
        return core::make_rejection("entry.too_deep", {},
                                    {{"limit", std::to_string(core::max_json_depth)}});
    }
    // Invalid UTF-8 is a syntax error to the parser. Everything else is told by its place: the
    // parser's own words are English and name no field.
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0xF8) return core::make_rejection("entry.not_utf8");
    }
    return not_json_from(read);
}

}  // namespace

core::Result<void> Document::parse(std::string_view text) {
    nodes_.clear();
    unescaped_.clear();
    boost::json::parse_options options;
    options.max_depth = core::max_json_depth;
    boost::json::basic_parser<Events> parser(options);
    parser.handler().document = this;
    parser.handler().source = text;
    error_code code;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), code);
    if (code) return std::unexpected(explain(code, text, used));
    const auto more = text.find_first_not_of(" \t\r\n", used);
    if (more != std::string_view::npos) return std::unexpected(not_json_from(more));
    for (const auto& string : unescaped_) {
        if (string.find('\0') != std::string::npos) return core::reject("entry.nul_character");
    }
    return {};
}

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex_digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex_digits[byte >> 4];
            out += hex_digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

}  // namespace lth::json
