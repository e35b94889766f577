// Reads and writes described structs as JSON objects: a member is a field of the same name, an
// optional member may be absent, everything else must be there and nothing else may be.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <span>
#include <type_traits>

#include "core/entry.hpp"
#include "core/operation.hpp"
#include "json/document.hpp"

namespace lth::json {

/// What is being read, and why it failed. One is used for a whole entry.
struct Reading {
    const Document& document;
    std::string op = {};  // the operation, for messages
    core::Rejection failure = core::make_rejection("entry.no_ops");

    // Always false, so that a reader can `return reading.fail(...)`.
    bool fail(core::Rejection rejection) {
        failure = std::move(rejection);
        return false;
    }
    bool wrong_type(std::string_view key, std::string expected) {
        return fail(core::make_rejection(
            "entry.wrong_type", key,
            {{"key", std::string(key)}, {"op", op}, {"expected", std::move(expected)}}));
    }
    bool out_of_range(std::string_view key, std::string limit) {
        return fail(core::make_rejection(
            "entry.out_of_range", key,
            {{"key", std::string(key)}, {"op", op}, {"limit", std::move(limit)}}));
    }
};

bool read_integer(const Node& node, Reading& in, std::int64_t low, std::int64_t high,
                  std::int64_t& value);
bool read_text(const Node& node, Reading& in, std::size_t max_bytes, std::string& value);

inline constexpr std::int64_t max_plain_integer = core::max_dong;

bool read(const Node& node, Reading& in, bool& value);
bool read(const Node& node, Reading& in, std::int64_t& value);
bool read(const Node& node, Reading& in, core::Money& value);
bool read(const Node& node, Reading& in, core::Count& value);
bool read(const Node& node, Reading& in, core::Ppm& value);
bool read(const Node& node, Reading& in, core::Year& value);
bool read(const Node& node, Reading& in, core::PublicText& value);
bool read(const Node& node, Reading& in, core::LongText& value);
bool read(const Node& node, Reading& in, core::Date& value);
bool read(const Node& node, Reading& in, core::Month& value);
bool read(const Node& node, Reading& in, core::Digest& value);
bool read(const Node& node, Reading& in, core::Uuid& value);
bool read(const Node& node, Reading& in, std::uint64_t& value);
bool read(const Node& node, Reading& in, std::string& value);
bool read(const Node& node, Reading& in, core::Entry& value);        // json/entry.cpp
bool read(const Node& node, Reading& in, core::SealedEntry& value);  // json/entry.cpp
bool read_local_id(const Node& node, Reading& in, std::uint64_t& value);

void write(std::string& out, bool value);
void write(std::string& out, std::int64_t value);
void write(std::string& out, const core::Money& value);
void write(std::string& out, const core::Count& value);
void write(std::string& out, const core::Ppm& value);
void write(std::string& out, const core::Year& value);
void write(std::string& out, const core::PublicText& value);
void write(std::string& out, const core::LongText& value);
void write(std::string& out, const core::Date& value);
void write(std::string& out, const core::Month& value);
void write(std::string& out, const core::Digest& value);
void write(std::string& out, const core::Uuid& value);
void write(std::string& out, std::uint64_t value);
void write(std::string& out, const std::string& value);
void write(std::string& out, const core::Entry& value);
void write(std::string& out, const core::SealedEntry& value);

template <class Tag>
bool read(const Node& node, Reading& in, core::LocalId<Tag>& value) {
    return read_local_id(node, in, value.value);
}
template <class Tag>
void write(std::string& out, const core::LocalId<Tag>& value) {
    out += '"';
    out += core::to_text(value);
    out += '"';
}

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

/// An enumerator by its name; one loop serves all enums.
struct Named {
    std::string_view name;
    std::int64_t value;
};
/// Null, and the failure said, if no name fits.
const Named* read_named(const Node& node, Reading& in, std::span<const Named> names);
void write_named(std::string& out, std::int64_t value, std::span<const Named> names);

template <class... Enumerator>
constexpr std::array<Named, sizeof...(Enumerator)> names_of(boost::mp11::mp_list<Enumerator...>) {
    return {Named{Enumerator::name, static_cast<std::int64_t>(Enumerator::value)}...};
}
template <DescribedEnum E>
inline constexpr auto enum_names = names_of(
    boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});

template <DescribedEnum E>
bool read(const Node& node, Reading& in, E& value) {
    const auto* found = read_named(node, in, enum_names<E>);
    if (found != nullptr) value = static_cast<E>(found->value);
    return found != nullptr;
}
template <DescribedEnum E>
void write(std::string& out, E value) {
    write_named(out, static_cast<std::int64_t>(value), enum_names<E>);
}

template <DescribedStruct T>
bool read(const Node& node, Reading& in, T& value);
template <DescribedStruct T>
void write(std::string& out, const T& value);

template <class T>
bool read(const Node& node, Reading& in, std::optional<T>& value) {
    return read(node, in, value.emplace());
}
template <class T>
bool read(const Node& node, Reading& in, std::vector<T>& values) {
    if (node.kind != Kind::array) return in.wrong_type(node.key, "[…]");
    values.reserve(node.children);
    return for_each_child(in.document, node, [&](const Node& child) {
        return read(child, in, values.emplace_back());
    });
}
template <class T>
void write(std::string& out, const std::vector<T>& values) {
    out += '[';
    bool first = true;
    for (const auto& value : values) {
        if (!first) out += ',';
        first = false;
        write(out, value);
    }
    out += ']';
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// How values of one type are read and written, whichever struct they stand in.
struct FieldType {
    bool (*read)(const Node& node, Reading& in, void* value);
    bool (*is_there)(const void* value);  // null: always
    void (*write)(std::string& out, const void* value);
};

template <class Value>
constexpr FieldType field_type_of() {
    constexpr auto read_value = [](const Node& node, Reading& in, void* value) {
        return read(node, in, *static_cast<Value*>(value));
    };
    if constexpr (is_optional<Value>) {
        return {.read = read_value,
                .is_there =
                    [](const void* value) { return static_cast<const Value*>(value)->has_value(); },
                .write = [](std::string& out,
                            const void* value) { write(out, **static_cast<const Value*>(value)); }};
    } else {
        return {.read = read_value,
                .is_there = nullptr,
                .write = [](std::string& out, const void* value) {
                    write(out, *static_cast<const Value*>(value));
                }};
    }
}
template <class Value>
inline constexpr FieldType field_type = field_type_of<Value>();

/// One field of a described struct. Loops over fields are compiled once and not once a struct, and
/// what a field does once a type: together they are most of the weight of core.wasm.
struct Field {
    std::string_view name;
    bool required;
    void* (*in)(void* object);  // where the field's value stands in the struct
    const FieldType* type;
};

template <class T, class Member>
constexpr Field field_of() {
    using Value = std::remove_reference_t<decltype(std::declval<T&>().*Member::pointer)>;
    return {
        .name = Member::name,
        .required = !is_optional<Value>,
        .in = [](void* object) -> void* { return &(static_cast<T*>(object)->*Member::pointer); },
        .type = &field_type<Value>};
}

template <class T, class... Member>
constexpr std::array<Field, sizeof...(Member)> fields_of(boost::mp11::mp_list<Member...>) {
    return {field_of<T, Member>()...};
}
template <class T>
inline constexpr auto fields =
    fields_of<T>(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});

bool read_object(const Node& node, Reading& in, void* object, std::span<const Field> fields,
                 std::span<const std::string_view> outer);
void write_object(std::string& out, const void* object, std::span<const Field> fields);

/// Reads the fields of `node` into `value`; names in `outer` (sorted out by the caller) are passed
/// over.
template <class T>
bool read_fields(const Node& node, Reading& in, T& value,
                 std::span<const std::string_view> outer = {}) {
    return read_object(node, in, &value, fields<T>, outer);
}

/// Appends `"name":value` for each field that is there, each after a comma if `out` needs one.
template <class T>
void write_fields(std::string& out, const T& value) {
    write_object(out, &value, fields<T>);
}

template <DescribedStruct T>
bool read(const Node& node, Reading& in, T& value) {
    if (node.kind != Kind::object) return in.wrong_type(node.key, "{…}");
    return read_fields(node, in, value);
}
template <DescribedStruct T>
void write(std::string& out, const T& value) {
    out += '{';
    write_fields(out, value);
    out += '}';
}

}  // namespace lth::json
