#include "sheet/xlsx_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "core/text.hpp"
#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

// Whitespace alone is kept where it is the whole text: "<t> </t>" between two runs.
constexpr unsigned parse_options =
    pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;

constexpr bool is_hex_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

void append_utf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | code >> 6);
        text += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | code >> 12);
        text += static_cast<char>(0x80U | (code >> 6 & 0x3FU));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

/// "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
std::string decode_escapes(std::string_view text) {
    constexpr std::size_t escape_size = 7;
    std::string decoded;
    decoded.reserve(text.size());
    while (true) {
        const auto at = text.find("_x");
        if (at == std::string_view::npos) break;
        decoded += text.substr(0, at);
        const auto escape = text.substr(at, escape_size);
        const bool complete = escape.size() == escape_size && escape.back() == '_' &&
                              std::ranges::all_of(escape.substr(2, 4), is_hex_digit);
        unsigned code = 0;
        if (complete) std::from_chars(escape.data() + 2, escape.data() + 6, code, 16);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (!complete || code == 0 || surrogate) {
            decoded += text.substr(at, 2);
            text.remove_prefix(at + 2);
        } else {
            append_utf8(decoded, code);
            text.remove_prefix(at + escape_size);
        }
    }
    decoded += text;
    return decoded;
}

}  // namespace

core::Result<std::unique_ptr<XmlPart>> parse_xml(std::string path, std::string bytes,
                                                 const Limits& limits) {
    if (static_cast<std::size_t>(std::ranges::count(bytes, '<')) > limits.xml_tags) {
        return core::reject("sheet.too_much_markup", {},
                            {{"part", path}, {"limit", std::to_string(limits.xml_tags)}});
    }
    auto part = std::make_unique<XmlPart>();
    part->path = std::move(path);
    part->bytes = std::move(bytes);
    const auto parsed =
        part->tree.load_buffer_inplace(part->bytes.data(), part->bytes.size(), parse_options);
    if (!parsed) {
        return core::reject("sheet.broken_xml", {},
                            {{"part", part->path}, {"detail", parsed.description()}});
    }
    return part;
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const auto node : parent.children()) {
        if (is_named(node, name)) return node;
    }
    return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
    for (const auto attribute : node.attributes()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

NumberMeaning meaning_of_format(std::string_view code) {
    bool day_or_year = false;
    bool month_or_minute = false;
    bool time = false;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;  // the next character is shown as it is, or is a space, or fills
        } else if (c == '[') {
            const auto end = std::min(code.find(']', at), code.size());
            const auto inside = code.substr(at + 1, end - at - 1);
            time = time || (!inside.empty() && inside.find_first_not_of("hmsHMS") == inside.npos);
            at = end;
        } else if (c == '%') {
            return NumberMeaning::percent;
        } else if (code.substr(at).starts_with("AM/PM") || code.substr(at).starts_with("General")) {
            at += 4;
        } else if (std::string_view("dDyY").find(c) != std::string_view::npos) {
            day_or_year = true;
        } else if (c == 'm' || c == 'M') {
            month_or_minute = true;
        } else if (std::string_view("hHsS").find(c) != std::string_view::npos) {
            time = true;
        }
    }
    return day_or_year || (month_or_minute && !time) ? NumberMeaning::date : NumberMeaning::plain;
}

std::vector<NumberMeaning> parse_styles(pugi::xml_node style_sheet) {
    std::unordered_map<std::size_t, NumberMeaning> meanings;
    for (const std::size_t id : {9, 10}) meanings[id] = NumberMeaning::percent;
    // 18–21 and 45–47 are times of day. 27–36 and 50–58 are dates of East Asian versions.
    for (const auto [first, last] : {std::pair{14, 17}, {22, 22}, {27, 31}, {34, 36}, {50, 58}}) {
        for (int id = first; id <= last; ++id) {
            meanings[static_cast<std::size_t>(id)] = NumberMeaning::date;
        }
    }
    for (const auto format : child_named(style_sheet, "numFmts").children()) {
        const auto id = number_in(attribute_named(format, "numFmtId"));
        if (id) meanings[*id] = meaning_of_format(attribute_named(format, "formatCode"));
    }
    std::vector<NumberMeaning> by_style;
    for (const auto style : child_named(style_sheet, "cellXfs").children()) {
        const auto id = number_in(attribute_named(style, "numFmtId"));
        const auto found = id ? meanings.find(*id) : meanings.end();
        by_style.push_back(found == meanings.end() ? NumberMeaning::plain : found->second);
    }
    return by_style;
}

core::Result<std::string> rich_text(pugi::xml_node node) {
    std::string text;
    for (const auto part : node.children()) {
        if (is_named(part, "t")) {
            text += part.text().get();
        } else if (is_named(part, "r")) {
            text += child_named(part, "t").text().get();
        }
    }
    if (text.find("_x") != std::string::npos) text = decode_escapes(text);
    if (!core::is_valid_utf8(text)) return core::reject("sheet.not_utf8");
    return nfc(text);
}

core::Result<std::vector<std::string>> parse_shared_strings(pugi::xml_node table) {
    std::vector<std::string> strings;
    for (const auto item : table.children()) {
        if (!is_named(item, "si")) continue;
        auto text = rich_text(item);
        if (!text) return std::unexpected(std::move(text.error()));
        strings.push_back(std::move(*text));
    }
    return strings;
}

}  // namespace lth::sheet
