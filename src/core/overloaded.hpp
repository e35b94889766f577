// std::visit with one lambda per alternative.
#pragma once

namespace lth::core {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace lth::core
