# Language, warnings and sanitizers, the same for every target, as the interface lth::options.
option(LTH_WERROR "Warnings are errors" OFF)
option(LTH_TESTS "Build the tests" ON)
option(LTH_BENCH "Build the benchmarks" OFF)
option(LTH_WASM "Build the core for WebAssembly" OFF)
option(LTH_FUZZ "Instrument for libFuzzer and build the fuzzers" OFF)
option(LTH_UNITY "Compile the files of a target together: headers are most of the work" ON)
set(LTH_SANITIZE "" CACHE STRING "Value of -fsanitize, e.g. address,undefined")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Assertions are on in every build, so no configuration defines NDEBUG.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer")

add_library(lth_options INTERFACE)
add_library(lth::options ALIAS lth_options)
target_include_directories(lth_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(lth_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow
    -ffile-compilation-dir=.  # the same object from every build folder, so that ccache shares it
    $<$<BOOL:${LTH_WERROR}>:-Werror>)
target_compile_definitions(lth_options INTERFACE
    $<$<AND:$<CONFIG:Debug>,$<NOT:$<BOOL:${LTH_WASM}>>>:_GLIBCXX_ASSERTIONS>)

if(LTH_SANITIZE)
    target_compile_options(lth_options INTERFACE
        -fsanitize=${LTH_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(lth_options INTERFACE -fsanitize=${LTH_SANITIZE})
endif()
if(LTH_FUZZ)
    # All dev objects carry the fuzzer's counters, so fuzzers need no build of their own.
    target_compile_options(lth_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(LTH_CCACHE ccache)
if(LTH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${LTH_CCACHE})
endif()
