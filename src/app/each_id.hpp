// Every id of one type inside a described value, whatever the fields that hold it are called.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <type_traits>
#include <vector>

namespace lth::app {

// All of them before the first: lists stand in optional fields, too.
template <class Id, class T, class Visit>
void each_id(const T& value, const Visit& visit);
template <class Id, class T, class Visit>
void each_id(const std::vector<T>& values, const Visit& visit);
template <class Id, class T, class Visit>
void each_id(const std::optional<T>& value, const Visit& visit) {
    if (value) each_id<Id>(*value, visit);
}
template <class Id, class T, class Visit>
void each_id(const std::vector<T>& values, const Visit& visit) {
    for (const auto& value : values) each_id<Id>(value, visit);
}
/// Hands every value of type Id inside a described value to `visit`.
template <class Id, class T, class Visit>
void each_id(const T& value, const Visit& visit) {
    if constexpr (std::is_same_v<T, Id>) {
        visit(value);
    } else if constexpr (std::is_class_v<T> && boost::describe::has_describe_members<T>::value) {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { each_id<Id>(value.*member.pointer, visit); });
    }
}

}  // namespace lth::app
