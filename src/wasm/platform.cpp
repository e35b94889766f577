// What the core needs from its surroundings and WebAssembly does not have; never compiled natively.
#include <boost/assert/source_location.hpp>
#include <cstdlib>
#include <exception>

#include "core/sha256.hpp"

namespace lth::core {

Digest sha256(std::string_view bytes) { return sha256_portable(bytes); }

}  // namespace lth::core

// Without exceptions Boost asks for these; they stand for errors that cannot happen here.
namespace boost {

[[noreturn]] void throw_exception(const std::exception&) { std::abort(); }
[[noreturn]] void throw_exception(const std::exception&, const source_location&) { std::abort(); }

}  // namespace boost
