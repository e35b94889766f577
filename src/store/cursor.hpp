// Reads the columns of a row from left to right into the types of the core, and closed lists to and
// from their words.
#pragma once

#include <concepts>

#include <fmt/format.h>
#include <sqlite3.h>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <optional>
#include <string>

#include "core/operation.hpp"
#include "store/fault.hpp"
#include "store/session.hpp"

namespace lth::store {

template <class Enum>
std::string_view word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

class Cursor {
public:
    explicit Cursor(const Row& row) : row_(row) {}

    void skip() { ++at_; }
    std::int64_t integer() { return row_.integer(at_++); }
    std::uint64_t number() { return static_cast<std::uint64_t>(integer()); }
    bool truth() { return integer() != 0; }
    std::string text() { return std::string(row_.text(at_++)); }
    core::Date date() { return {static_cast<std::int32_t>(integer())}; }
    core::Money money() { return {integer()}; }

    template <class Id>
    Id uuid() {
        Id id;
        row_.bytes(at_++, id.bytes);
        return id;
    }
    template <std::size_t N>
    std::array<std::uint8_t, N> bytes() {
        std::array<std::uint8_t, N> raw;
        row_.bytes(at_++, raw);
        return raw;
    }
    core::Digest digest() { return bytes<std::tuple_size_v<core::Digest>>(); }
    template <class Id>
    Id local() {
        return Id{number()};
    }

    template <class Read>
    auto optional(Read read) -> std::optional<decltype(read())> {
        if (!row_.is_null(at_)) return read();
        ++at_;
        return std::nullopt;
    }
    std::optional<core::Date> optional_date() {
        return optional([this] { return date(); });
    }
    std::optional<core::Money> optional_money() {
        return optional([this] { return money(); });
    }
    std::optional<core::Count> optional_count() {
        return optional([this] { return core::Count{integer()}; });
    }
    template <class Id>
    std::optional<Id> optional_local() {
        return optional([this] { return local<Id>(); });
    }

    template <class Enum>
    Enum word() {
        const std::string found = text();
        Enum value{};
        if (!boost::describe::enum_from_string(found.c_str(), value)) {
            throw sqlite_fault(SQLITE_CORRUPT, fmt::format("unknown word “{}”", found));
        }
        return value;
    }
    template <class Enum>
    std::optional<Enum> optional_word() {
        return optional([this] { return word<Enum>(); });
    }

private:
    const Row& row_;
    int at_ = 0;
};

inline Value value_of(const std::optional<core::Date>& date) {
    return date ? Value(std::int64_t{date->days}) : Value();
}
inline Value value_of(const std::optional<core::Money>& money) {
    return money ? Value(money->dong) : Value();
}
inline Value value_of(const std::optional<core::Count>& count) {
    return count ? Value(count->value) : Value();
}
inline Value value_of(const std::optional<std::int64_t>& number) {
    return number ? Value(*number) : Value();
}
inline Value value_of(core::Date date) { return std::int64_t{date.days}; }
inline Value value_of(core::Money money) { return money.dong; }
inline Value value_of(std::uint64_t number) { return static_cast<std::int64_t>(number); }
template <std::same_as<bool> Truth>
Value value_of(Truth truth) {
    return std::int64_t{truth};
}
template <class Tag>
Value value_of(core::LocalId<Tag> id) {
    return static_cast<std::int64_t>(id.value);
}
template <class Tag>
Value value_of(const std::optional<core::LocalId<Tag>>& id) {
    return id ? value_of(*id) : Value();
}
template <class Enum>
    requires std::is_enum_v<Enum>
Value value_of(Enum value) {
    return word(value);
}
template <class Enum>
    requires std::is_enum_v<Enum>
Value value_of(const std::optional<Enum>& value) {
    return value ? Value(word(*value)) : Value();
}

}  // namespace lth::store
