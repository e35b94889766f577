#include "json/body.hpp"

namespace lth::json {
namespace {

using core::PartClass;

// books.md: fixed keys per class of private part.
std::span<const std::string_view> keys_of(PartClass kind) {
    static constexpr std::array<std::string_view, 7> name = {
        "name", "day", "month", "signers", "donor", "counters", "guests"};
    static constexpr std::array<std::string_view, 2> contact = {"phone", "address"};
    static constexpr std::array<std::string_view, 4> sensitive = {
        "ethnicity", "disability", "health_insurance", "lives_alone"};
    static constexpr std::array<std::string_view, 6> text = {"reason",  "purpose",  "agenda",
                                                             "minutes", "findings", "note"};
    switch (kind) {
        case PartClass::name:
            return name;
        case PartClass::contact:
            return contact;
        case PartClass::sensitive:
            return sensitive;
        case PartClass::text:
            break;
    }
    return text;
}

bool value_fits(const Node& node) {
    if (node.key == "day")
        return node.kind == Kind::integer && node.integer >= 1 && node.integer <= 31;
    if (node.key == "month") {
        return node.kind == Kind::integer && node.integer >= 1 && node.integer <= 12;
    }
    if (node.key == "lives_alone") return node.kind == Kind::boolean;
    return node.kind == Kind::string;
}

core::Result<void> check_content(const core::PrivatePart& part, Document& document) {
    const auto bad = [&](std::string_view key) {
        return core::reject("part.bad_content", key,
                            {{"part", std::to_string(part.number)},
                             {"key", std::string(key)},
                             {"class", std::string(to_text(part.kind))}});
    };
    if (const auto parsed = document.parse(part.content->text); !parsed) {
        return std::unexpected(parsed.error());
    }
    if (document.root().kind != Kind::object) return bad("");
    std::vector<std::string_view> seen;
    std::string_view wrong;
    const auto keys = keys_of(part.kind);
    const bool ok = for_each_child(document, document.root(), [&](const Node& node) {
        wrong = node.key;
        const bool known = std::ranges::find(keys, node.key) != keys.end();
        const bool again = std::ranges::find(seen, node.key) != seen.end();
        seen.push_back(node.key);
        return known && !again && value_fits(node);
    });
    if (!ok) return bad(wrong);
    return {};
}

}  // namespace

core::Result<void> check_parts(std::span<const core::PrivatePart> parts,
                               std::span<const std::uint16_t> named) {
    std::vector<bool> seen(parts.size(), false);
    for (const auto number : named) {
        const core::Fact fact{"part", std::to_string(number)};
        if (number == 0 || number > parts.size())
            return core::reject("part.unknown", "parts", {fact});
        if (seen[number - 1U]) return core::reject("part.named_twice", "parts", {fact});
        seen[number - 1U] = true;
    }
    Document document;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].number != i + 1) return core::reject("part.wrong_order", "private");
        if (!seen[i]) {
            return core::reject("part.unused", "parts", {{"part", std::to_string(i + 1)}});
        }
        if (!parts[i].content) continue;  // withheld or erased: only its digest travels
        if (const auto checked = check_content(parts[i], document); !checked) return checked;
    }
    return {};
}

bool read_op_head(const Node& node, Reading& in, OpHead& head) {
    if (node.kind != Kind::object) return in.wrong_type("ops", "{…}");
    const Node* found[head_fields.size()] = {};
    const bool unique = for_each_child(in.document, node, [&](const Node& child) {
        for (std::size_t i = 0; i < head_fields.size(); ++i) {
            if (child.key != head_fields[i]) continue;
            if (found[i] != nullptr) {
                return in.fail(core::make_rejection("entry.duplicate_key", child.key,
                                                    {{"key", std::string(child.key)}}));
            }
            found[i] = &child;
        }
        return true;
    });
    if (!unique) return false;
    const auto missing = [&](std::string_view key) {
        return in.fail(core::make_rejection("entry.missing_field", key,
                                            {{"key", std::string(key)}, {"op", in.op}}));
    };
    in.op.clear();
    if (found[0] == nullptr) return missing("op");
    if (found[0]->kind != Kind::string) return in.wrong_type("op", "text");
    head.op = found[0]->text;
    in.op = head.op;
    if (found[1] == nullptr) return missing("on");
    if (!read(*found[1], in, head.on)) return false;
    if (found[2] == nullptr) return true;
    if (found[2]->kind != Kind::array) return in.wrong_type("parts", "[…]");
    return for_each_child(in.document, *found[2], [&](const Node& child) {
        std::int64_t number = 0;
        constexpr std::int64_t most = 0xFFFF;
        if (!read_integer(child, in, 1, most, number)) return false;
        head.parts.push_back(static_cast<std::uint16_t>(number));
        return true;
    });
}

core::Result<const Node*> find_ops(Document& document, std::string_view body,
                                   const core::EntryLimits& limits) {
    if (body.size() > limits.body_bytes) {
        return core::reject(
            "entry.too_large", "body",
            {{"bytes", std::to_string(body.size())}, {"limit", std::to_string(limits.body_bytes)}});
    }
    if (const auto parsed = document.parse(body); !parsed) return std::unexpected(parsed.error());
    const Node& root = document.root();
    Reading in{document};
    in.op = "body";
    if (root.kind != Kind::object)
        return in.wrong_type("body", "{\"ops\":[…]}"), std::unexpected(in.failure);
    const Node* ops = nullptr;
    const bool only_ops = for_each_child(document, root, [&](const Node& child) {
        if (child.key != "ops") {
            return in.fail(core::make_rejection("entry.unknown_field", child.key,
                                                {{"key", std::string(child.key)}, {"op", in.op}}));
        }
        if (ops != nullptr) {
            return in.fail(core::make_rejection("entry.duplicate_key", "ops", {{"key", "ops"}}));
        }
        ops = &child;
        return true;
    });
    if (!only_ops) return std::unexpected(in.failure);
    if (ops == nullptr) {
        return core::reject("entry.missing_field", "ops", {{"key", "ops"}, {"op", in.op}});
    }
    if (ops->kind != Kind::array) return in.wrong_type("ops", "[…]"), std::unexpected(in.failure);
    if (ops->children == 0) return core::reject("entry.no_ops", "ops");
    if (ops->children > limits.ops) {
        return core::reject(
            "entry.too_many_ops", "ops",
            {{"count", std::to_string(ops->children)}, {"limit", std::to_string(limits.ops)}});
    }
    return ops;
}

}  // namespace lth::json
