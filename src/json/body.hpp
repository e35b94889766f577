// One template for the bodies of all kinds of book; each kind instantiates it in a file of its own.
#pragma once

#include <algorithm>
#include <array>

#include "core/entry.hpp"
#include "core/sort.hpp"
#include "json/described.hpp"

namespace lth::json {

/// Checks numbering, naming and keys of the private parts of an entry; `named` is what operations
/// name, in order.
[[nodiscard]] core::Result<void> check_parts(std::span<const core::PrivatePart> parts,
                                             std::span<const std::uint16_t> named);

/// Reads `op`, `on` and `parts`; false if one of them is missing or wrong.
struct OpHead {
    std::string_view op;
    core::Date on;
    core::PartNumbers parts;
};
bool read_op_head(const Node& node, Reading& in, OpHead& head);

inline constexpr std::array<std::string_view, 3> head_fields = {"op", "on", "parts"};

/// Finds the alternative called `name` and reads its fields.
template <class What>
bool read_what(const Node& node, Reading& in, std::string_view name, What& what) {
    using Reader = bool (*)(const Node&, Reading&, What&);
    struct Row {
        std::string_view name;
        Reader reader;
    };
    static constexpr auto size = std::variant_size_v<What>;
    static constexpr auto table = [] {
        std::array<Row, size> rows{};
        boost::mp11::mp_for_each<boost::mp11::mp_iota_c<size>>([&](auto index) {
            using T = std::variant_alternative_t<decltype(index)::value, What>;
            rows[index] = {T::op, [](const Node& object, Reading& reading, What& value) {
                               return read_fields(object, reading, value.template emplace<T>(),
                                                  head_fields);
                           }};
        });
        core::sort_list(rows, {}, &Row::name);
        return rows;
    }();
    const auto row = std::ranges::lower_bound(table, name, {}, &Row::name);
    if (row == table.end() || row->name != name) {
        return in.fail(core::make_rejection("entry.unknown_op", "op", {{"op", std::string(name)}}));
    }
    return row->reader(node, in, what);
}

template <class Op>
bool read_op(const Node& node, Reading& in, Op& op) {
    OpHead head;
    if (!read_op_head(node, in, head)) return false;
    op.on = head.on;
    op.parts = std::move(head.parts);
    return read_what(node, in, head.op, op.what);
}

/// The `ops` of a body, or why it is not one.
[[nodiscard]] core::Result<const Node*> find_ops(Document& document, std::string_view body,
                                                 const core::EntryLimits& limits);

template <class Op>
core::Result<std::vector<Op>> read_body(std::string_view body,
                                        std::span<const core::PrivatePart> parts,
                                        core::BookKind kind) {
    thread_local Document document;  // its memory is used again
    const auto list = find_ops(document, body, core::limits_of(kind));
    if (!list) return std::unexpected(list.error());
    std::vector<Op> ops;
    ops.reserve((*list)->children);
    core::PartNumbers named;
    Reading in{document};
    const bool ok = for_each_child(document, **list, [&](const Node& node) {
        auto& op = ops.emplace_back();
        if (!read_op(node, in, op)) return false;
        named.insert(named.end(), op.parts.begin(), op.parts.end());
        return true;
    });
    if (!ok) {
        in.failure.op_index = static_cast<std::int32_t>(ops.size()) - 1;
        return std::unexpected(std::move(in.failure));
    }
    if (const auto checked = check_parts(parts, named); !checked) {
        return std::unexpected(checked.error());
    }
    return ops;
}

template <class Op>
std::string write_ops(std::span<const Op> ops) {
    std::string out = R"({"ops":[)";
    for (const auto& op : ops) {
        if (&op != &ops.front()) out += ',';
        std::visit(
            [&](const auto& what) {
                out += R"({"op":")";
                out += what.op;
                out += R"(","on":)";
                write(out, op.on);
                write_fields(out, what);
            },
            op.what);
        if (!op.parts.empty()) {
            out += R"(,"parts":[)";
            for (std::size_t i = 0; i < op.parts.size(); ++i) {
                if (i > 0) out += ',';
                out += std::to_string(op.parts[i]);
            }
            out += ']';
        }
        out += '}';
    }
    out += "]}";
    return out;
}

}  // namespace lth::json
