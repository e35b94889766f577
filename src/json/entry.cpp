#include "json/entry.hpp"

#include <functional>

#include "json/message.hpp"

namespace lth::json {
namespace {

std::string hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

void field(std::string& out, std::string_view name) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += name;
    out += "\":";
}

void write_part(std::string& out, const core::PrivatePart& part) {
    out += '{';
    field(out, "part");
    out += std::to_string(part.number);
    field(out, "subject");
    append_string(out, part.subject ? to_text(*part.subject) : std::string());
    field(out, "class");
    append_string(out, to_text(part.kind));
    if (part.content) {
        field(out, "salt");
        append_string(out, hex(part.content->salt));
        field(out, "text");
        append_string(out, part.content->text);
    } else {
        field(out, "digest");
        append_string(out, core::to_hex(part.digest));
    }
    out += '}';
}

void write_author_half(std::string& out, const core::Entry& entry) {
    field(out, "entry_id"), write(out, entry.entry_id);
    field(out, "book_id"), write(out, entry.book_id);
    field(out, "device"), write(out, entry.device);
    field(out, "author"), write(out, entry.author);
    field(out, "device_seq"), out += std::to_string(entry.device_seq);
    field(out, "made_at"), out += std::to_string(entry.made_at);
    field(out, "body"), append_string(out, entry.body);
    field(out, "private"), out += '[';
    for (const auto& part : entry.parts) {
        if (&part != &entry.parts.front()) out += ',';
        write_part(out, part);
    }
    out += ']';
}

bool read_salt(const Node& node, Reading& in, std::array<std::uint8_t, 16>& salt) {
    const auto value = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    if (node.kind != Kind::string || node.text.size() != 2 * salt.size()) {
        return in.wrong_type("salt", "32 hex");
    }
    for (std::size_t i = 0; i < salt.size(); ++i) {
        const int high = value(node.text[2 * i]);
        const int low = value(node.text[2 * i + 1]);
        if (high < 0 || low < 0) return in.wrong_type("salt", "32 hex");
        salt[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

// Reads an object whose keys are all known: each is handed to the reader of its name.
template <class Readers>
bool read_object(const Node& node, Reading& in, const Readers& readers) {
    if (node.kind != Kind::object) return in.wrong_type(node.key, "{…}");
    std::uint32_t seen = 0;
    return for_each_child(in.document, node, [&](const Node& child) {
        for (std::size_t i = 0; i < readers.size(); ++i) {
            if (readers[i].first != child.key) continue;
            if (seen & 1U << i) {
                return in.fail(core::make_rejection("entry.duplicate_key", child.key,
                                                    {{"key", std::string(child.key)}}));
            }
            seen |= 1U << i;
            return readers[i].second(child);
        }
        return in.fail(core::make_rejection("entry.unknown_field", child.key,
                                            {{"key", std::string(child.key)}, {"op", in.op}}));
    });
}

bool missing(Reading& in, std::string_view key) {
    return in.fail(core::make_rejection("entry.missing_field", key,
                                        {{"key", std::string(key)}, {"op", in.op}}));
}

using FieldReader = std::pair<std::string_view, std::function<bool(const Node&)>>;

bool read_part(const Node& node, Reading& in, core::PrivatePart& part) {
    bool has_class = false;
    bool has_digest = false;
    std::optional<core::PartContent> content;
    bool has_salt = false;
    bool has_text = false;
    const std::vector<FieldReader> readers = {
        {"part",
         [&](const Node& n) {
             std::int64_t number = 0;
             if (!read_integer(n, in, 1, 0xFFFF, number)) return false;
             part.number = static_cast<std::uint16_t>(number);
             return true;
         }},
        {"subject",
         [&](const Node& n) {
             if (n.kind == Kind::string && n.text.empty()) return true;
             return read(n, in, part.subject);
         }},
        {"class",
         [&](const Node& n) {
             const auto kind = core::parse_part_class(n.text);
             if (!kind) return in.wrong_type("class", "name | contact | sensitive | text");
             part.kind = *kind;
             return has_class = true;
         }},
        {"salt",
         [&](const Node& n) {
             if (!content) content.emplace();
             has_salt = true;
             return read_salt(n, in, content->salt);
         }},
        {"text",
         [&](const Node& n) {
             if (!content) content.emplace();
             has_text = true;
             return read_text(n, in, core::limits_of(core::BookKind::registry).private_bytes,
                              content->text);
         }},
        {"digest", [&](const Node& n) {
             has_digest = true;
             return read(n, in, part.digest);
         }}};
    if (!read_object(node, in, readers)) return false;
    if (!has_class) return missing(in, "class");
    if (has_salt != has_text) return missing(in, has_salt ? "text" : "salt");
    if (has_digest == has_text) return missing(in, "digest");
    if (content) part.digest = core::part_digest(part, *content);
    part.content = std::move(content);
    return true;
}

template <class Integer>
bool read_number(const Node& node, Reading& in, Integer& value) {
    std::int64_t number = 0;
    if (!read_integer(node, in, 0, max_plain_integer, number)) return false;
    value = static_cast<Integer>(number);
    return true;
}

bool read_parts(const Node& node, Reading& in, std::vector<core::PrivatePart>& parts) {
    if (node.kind != Kind::array) return in.wrong_type("private", "[…]");
    return for_each_child(in.document, node, [&](const Node& child) {
        return read_part(child, in, parts.emplace_back());
    });
}

std::vector<FieldReader> author_readers(Reading& in, core::Entry& entry) {
    return {{"entry_id", [&](const Node& n) { return read(n, in, entry.entry_id); }},
            {"book_id", [&](const Node& n) { return read(n, in, entry.book_id); }},
            {"device", [&](const Node& n) { return read(n, in, entry.device); }},
            {"author", [&](const Node& n) { return read(n, in, entry.author); }},
            {"device_seq", [&](const Node& n) { return read_number(n, in, entry.device_seq); }},
            {"made_at", [&](const Node& n) { return read(n, in, entry.made_at); }},
            {"body",
             [&](const Node& n) {
                 return read_text(n, in, core::limits_of(core::BookKind::registry).body_bytes,
                                  entry.body);
             }},
            {"private", [&](const Node& n) { return read_parts(n, in, entry.parts); }}};
}

std::vector<FieldReader> seal_readers(Reading& in, core::Seal& seal) {
    return {{"seq", [&](const Node& n) { return read_number(n, in, seal.seq); }},
            {"received_at", [&](const Node& n) { return read(n, in, seal.received_at); }},
            {"sent_by", [&](const Node& n) { return read(n, in, seal.sent_by); }},
            {"hash", [&](const Node& n) { return read(n, in, seal.hash); }}};
}

bool read_whole(const Node& node, Reading& in, const std::vector<FieldReader>& readers) {
    in.op = "entry";
    if (!read_object(node, in, readers)) return false;
    if (node.children == readers.size()) return true;
    for (const auto& reader : readers) {
        const bool there = !for_each_child(
            in.document, node, [&](const Node& child) { return child.key != reader.first; });
        if (!there) return missing(in, reader.first);
    }
    return true;
}

}  // namespace

bool read(const Node& node, Reading& in, core::Entry& value) {
    return read_whole(node, in, author_readers(in, value));
}

bool read(const Node& node, Reading& in, core::SealedEntry& value) {
    auto readers = author_readers(in, value.entry);
    for (auto& reader : seal_readers(in, value.seal)) readers.push_back(std::move(reader));
    return read_whole(node, in, readers);
}

void write(std::string& out, const core::Entry& value) {
    out += '{';
    write_author_half(out, value);
    out += '}';
}

void write(std::string& out, const core::SealedEntry& value) {
    out += '{';
    write_author_half(out, value.entry);
    field(out, "seq"), out += std::to_string(value.seal.seq);
    field(out, "received_at"), out += std::to_string(value.seal.received_at);
    field(out, "sent_by"), write(out, value.seal.sent_by);
    field(out, "hash"), write(out, value.seal.hash);
    out += '}';
}

std::string write_entry(const core::SealedEntry& sealed) {
    std::string out;
    write(out, sealed);
    return out;
}

core::Result<core::SealedEntry> read_sealed_entry(std::string_view text) {
    return read_message<core::SealedEntry>(text, "entry");
}

std::string write_unsealed(const core::Entry& entry) {
    std::string out;
    write(out, entry);
    return out;
}

core::Result<core::Entry> read_unsealed(std::string_view text) {
    return read_message<core::Entry>(text, "entry");
}

core::Result<Authored> read_authored(std::string_view text) {
    Document document;
    if (const auto parsed = document.parse(text); !parsed) return std::unexpected(parsed.error());
    Reading in{document};
    in.op = "entry";
    Authored authored;
    bool has_id = false;
    bool has_body = false;
    const std::vector<FieldReader> readers = {
        {"entry_id", [&](const Node& n) { return has_id = read(n, in, authored.entry_id); }},
        {"body",
         [&](const Node& n) {
             const auto most = core::limits_of(core::BookKind::registry).body_bytes;
             return has_body = read_text(n, in, most, authored.body);
         }},
        {"private", [&](const Node& n) { return read_parts(n, in, authored.parts); }},
        {"replaces", [&](const Node& n) { return read(n, in, authored.replaces); }}};
    bool whole = read_object(document.root(), in, readers);
    if (whole && !has_id) whole = missing(in, "entry_id");
    if (whole && !has_body) whole = missing(in, "body");
    if (!whole) return std::unexpected(std::move(in.failure));
    return authored;
}

}  // namespace lth::json
