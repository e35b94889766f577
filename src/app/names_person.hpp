// Does an operation name a person? Found by the types of its fields, whatever they are called.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/club/operations.hpp"

namespace lth::app {

// All of them before the first: lists stand in optional fields, too.
template <class Id, class T>
bool holds(const T& value, Id id);
template <class Id, class T>
bool holds(const std::vector<T>& values, Id id);
template <class Id, class T>
bool holds(const std::optional<T>& value, Id id) {
    return value && holds(*value, id);
}
template <class Id, class T>
bool holds(const std::vector<T>& values, Id id) {
    for (const auto& value : values) {
        if (holds(value, id)) return true;
    }
    return false;
}
template <class Id, class T>
bool holds(const T& value, Id id) {
    if constexpr (std::is_same_v<T, Id>) {
        return value == id;
    } else if constexpr (std::is_class_v<T> && boost::describe::has_describe_members<T>::value) {
        bool found = false;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { found = found || holds(value.*member.pointer, id); });
        return found;
    } else {
        return false;
    }
}

template <class Id>
bool names(const core::club::ClubOp& op, Id id) {
    return std::visit([&](const auto& what) { return holds(what, id); }, op.what);
}

}  // namespace lth::app
