// What the core needs from its surroundings and WebAssembly does not have; never compiled natively.
#include <boost/assert/source_location.hpp>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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

// Whatever ends with a printed message ends here without one, so that printf is not linked: it is
// 15 kB that a phone would load for nothing.
_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) { std::abort(); }
_LIBCPP_END_NAMESPACE_STD
extern "C" {
[[noreturn]] void abort_message(const char*, ...) { std::abort(); }  // of libc++abi
[[noreturn]] void __assert_fail(const char*, const char*, int, const char*) { std::abort(); }
}
// One instruction each (bulk memory: Chrome 75, Firefox 79, Safari 15), where wasi's library has
// loops.
extern "C" {
void* memcpy(void* to, const void* from, std::size_t size) {
    return __builtin_memcpy(to, from, size);
}
void* memmove(void* to, const void* from, std::size_t size) {
    return __builtin_memmove(to, from, size);
}
void* memset(void* at, int byte, std::size_t size) { return __builtin_memset(at, byte, size); }
}
// Texts of error codes, which Boost's categories would ask for in the language of the place.
extern "C" char* strerror(int) {
    static char none[] = "";
    return none;
}
extern "C" int vsnprintf(char* text, std::size_t size, const char*, va_list) {
    if (size > 0) *text = '\0';
    return 0;
}
