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

// Destructors of thread_local objects: the worker's only thread ends with the instance.
extern "C" int __cxa_thread_atexit(void (*)(void*), void*, void*) { return 0; }
