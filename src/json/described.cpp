#include "json/described.hpp"

#include <algorithm>

#include "core/entry.hpp"

namespace lth::json {
namespace {

std::string range_text(std::int64_t low, std::int64_t high) {
    return core::grouped(low) + " … " + core::grouped(high);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

bool read_integer(const Node& node, Reading& in, std::int64_t low, std::int64_t high,
                  std::int64_t& value) {
    if (node.kind == Kind::real) {
        return in.fail(
            core::make_rejection("entry.not_integer", node.key, {{"key", std::string(node.key)}}));
    }
    if (node.kind != Kind::integer) return in.wrong_type(node.key, "integer");
    if (node.integer < low || node.integer > high) {
        return in.out_of_range(node.key, range_text(low, high));
    }
    value = node.integer;
    return true;
}

bool read_text(const Node& node, Reading& in, std::size_t max_bytes, std::string& value) {
    if (node.kind != Kind::string) return in.wrong_type(node.key, "text");
    if (node.text.empty() || node.text.size() > max_bytes) {
        return in.out_of_range(node.key, "1 … " + std::to_string(max_bytes) + " bytes");
    }
    value = node.text;
    return true;
}

bool read(const Node& node, Reading& in, bool& value) {
    if (node.kind != Kind::boolean) return in.wrong_type(node.key, "true | false");
    value = node.integer != 0;
    return true;
}

bool read(const Node& node, Reading& in, std::int64_t& value) {
    return read_integer(node, in, -max_plain_integer, max_plain_integer, value);
}
bool read(const Node& node, Reading& in, std::uint64_t& value) {
    std::int64_t number = 0;
    if (!read_integer(node, in, 0, max_plain_integer, number)) return false;
    value = static_cast<std::uint64_t>(number);
    return true;
}
bool read(const Node& node, Reading& in, std::string& value) {
    if (node.kind != Kind::string) return in.wrong_type(node.key, "text");
    value = node.text;
    return true;
}
bool read(const Node& node, Reading& in, core::Money& value) {
    return read_integer(node, in, -core::max_dong, core::max_dong, value.dong);
}
bool read(const Node& node, Reading& in, core::Count& value) {
    return read_integer(node, in, 0, core::max_count, value.value);
}
bool read(const Node& node, Reading& in, core::Ppm& value) {
    return read_integer(node, in, 0, core::one_million, value.value);
}
bool read(const Node& node, Reading& in, core::Year& value) {
    std::int64_t year = 0;
    if (!read_integer(node, in, year_of(core::first_date), year_of(core::last_date), year)) {
        return false;
    }
    value.value = static_cast<std::int32_t>(year);
    return true;
}

bool read(const Node& node, Reading& in, core::PublicText& value) {
    if (!read_text(node, in, core::max_public_text_bytes, value.value)) return false;
    for (const char c : value.value) {
        if (is_control(c)) return in.out_of_range(node.key, "no control characters");
    }
    return true;
}
bool read(const Node& node, Reading& in, core::LongText& value) {
    return read_text(node, in, core::limits_of(core::BookKind::registry).body_bytes, value.value);
}

bool read(const Node& node, Reading& in, core::Date& value) {
    const auto date = node.kind == Kind::string ? core::parse_date(node.text) : std::nullopt;
    if (!date) return in.wrong_type(node.key, "YYYY-MM-DD");
    value = *date;
    return true;
}
bool read(const Node& node, Reading& in, core::Month& value) {
    const auto month = node.kind == Kind::string ? core::parse_month(node.text) : std::nullopt;
    if (!month) return in.wrong_type(node.key, "YYYY-MM");
    value = *month;
    return true;
}
bool read(const Node& node, Reading& in, core::Digest& value) {
    const auto digest = node.kind == Kind::string ? core::parse_hex(node.text) : std::nullopt;
    if (!digest) return in.wrong_type(node.key, "64 hex");
    value = *digest;
    return true;
}
bool read(const Node& node, Reading& in, core::Uuid& value) {
    const auto id = node.kind == Kind::string ? core::parse_uuid(node.text) : std::nullopt;
    if (!id) return in.wrong_type(node.key, "UUID");
    value = *id;
    return true;
}
bool read_local_id(const Node& node, Reading& in, std::uint64_t& value) {
    const auto id = node.kind == Kind::string ? core::parse_base32(node.text) : std::nullopt;
    if (!id) return in.wrong_type(node.key, "10 base32");
    value = *id;
    return true;
}

const Named* read_named(const Node& node, Reading& in, std::span<const Named> names) {
    if (node.kind == Kind::string) {
        const auto found = std::ranges::find(names, node.text, &Named::name);
        if (found != names.end()) return &*found;
    }
    std::string all;
    for (const auto& [name, value] : names) {
        all += all.empty() ? "" : " | ";
        all += name;
    }
    in.wrong_type(node.key, std::move(all));
    return nullptr;
}
void write_named(std::string& out, std::int64_t value, std::span<const Named> names) {
    const auto found = std::ranges::find(names, value, &Named::value);
    if (found == names.end()) return;
    out += '"';
    out += found->name;
    out += '"';
}

void write(std::string& out, bool value) { out += value ? "true" : "false"; }
void write(std::string& out, std::int64_t value) { out += std::to_string(value); }
void write(std::string& out, std::uint64_t value) { out += std::to_string(value); }
void write(std::string& out, const std::string& value) { append_string(out, value); }
void write(std::string& out, const core::Money& value) { write(out, value.dong); }
void write(std::string& out, const core::Count& value) { write(out, value.value); }
void write(std::string& out, const core::Ppm& value) { write(out, value.value); }
void write(std::string& out, const core::Year& value) {
    write(out, static_cast<std::int64_t>(value.value));
}
void write(std::string& out, const core::PublicText& value) { append_string(out, value.value); }
void write(std::string& out, const core::LongText& value) { append_string(out, value.value); }
void write(std::string& out, const core::Date& value) { append_string(out, core::to_text(value)); }
void write(std::string& out, const core::Month& value) { append_string(out, core::to_text(value)); }
void write(std::string& out, const core::Digest& value) { append_string(out, core::to_hex(value)); }
void write(std::string& out, const core::Uuid& value) { append_string(out, core::to_text(value)); }

bool read_object(const Node& node, Reading& in, void* object, std::span<const Field> fields,
                 std::span<const std::string_view> outer) {
    std::uint64_t seen = 0;
    const auto read_one = [&](const Node& child) {
        const auto field = std::ranges::find(fields, child.key, &Field::name);
        if (field == fields.end()) {
            if (std::ranges::find(outer, child.key) != outer.end()) return true;
            return in.fail(core::make_rejection("entry.unknown_field", child.key,
                                                {{"key", std::string(child.key)}, {"op", in.op}}));
        }
        const auto bit = std::uint64_t{1} << (field - fields.begin());
        if ((seen & bit) != 0) {
            return in.fail(core::make_rejection("entry.duplicate_key", child.key,
                                                {{"key", std::string(child.key)}}));
        }
        seen |= bit;
        return field->type->read(child, in, field->in(object));
    };
    if (!for_each_child(in.document, node, read_one)) return false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].required || (seen >> i & 1U) != 0) continue;
        return in.fail(core::make_rejection("entry.missing_field", fields[i].name,
                                            {{"key", std::string(fields[i].name)}, {"op", in.op}}));
    }
    return true;
}

void write_object(std::string& out, const void* object, std::span<const Field> fields) {
    for (const auto& field : fields) {
        // Nothing is changed through it: one accessor serves reading and writing.
        const void* value = field.in(const_cast<void*>(object));
        if (field.type->is_there != nullptr && !field.type->is_there(value)) continue;
        if (out.back() != '{') out += ',';
        out += '"';
        out += field.name;
        out += "\":";
        field.type->write(out, value);
    }
}

}  // namespace lth::json
