# src/wasm/*.cpp -> core.wasm, a reactor with plain C exports.

# Boost is headers only here; /usr/include itself must stay out of sight, for its libc is not ours.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/include)
find_path(LTH_BOOST_INCLUDE boost/version.hpp REQUIRED PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
file(CREATE_LINK ${LTH_BOOST_INCLUDE}/boost ${PROJECT_BINARY_DIR}/include/boost SYMBOLIC)
target_include_directories(lth_options SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/include)
target_compile_options(lth_options INTERFACE
    -flto -mbulk-memory -fno-exceptions -fno-rtti -ffunction-sections -fdata-sections
    -Wno-shorten-64-to-32)  # std::size_t has 32 bits here; no book has 2^32 of anything
target_compile_definitions(lth_options INTERFACE
    BOOST_SYSTEM_DISABLE_THREADS BOOST_NO_EXCEPTIONS
    BOOST_DISABLE_CURRENT_LOCATION)  # names of functions, for messages that nobody reads here

file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/wasm/*.cpp)
if(sources)
    add_executable(core ${sources})
    lth_compile_together(core)
    lth_compile_apart(src/wasm/platform.cpp)  # it defines what headers of the C library declare
    target_link_libraries(core PRIVATE lth::json)
    target_link_options(core PRIVATE -mexec-model=reactor
        # Everything is optimised as one program. What counts is its weight after brotli, and that
        # is least where code that is alike stays alike: each function by itself, not moulded into
        # its caller even if it has only one, and no loop with pointers of its own.
        -flto -Wl,--lto-O2
        -Wl,-mllvm,-inline-threshold=-16000  # below the bonus of 15,000 for an only caller
        -Wl,-mllvm,-disable-lsr
        # With -O at the link clang would run wasm-opt with options of its own.
        -O0
        # 64 kB is too small for the fold; below the data an overflow traps instead of corrupting.
        -Wl,--stack-first,-z,stack-size=1048576
        -Wl,--gc-sections,--strip-all)
    find_program(LTH_WASM_OPT wasm-opt REQUIRED)  # of Debian's binaryen: the same on every machine
    # It inlines what is smaller than its call (nodes of its tree). Offsets may go into loads and
    # stores, for no object lies below 1 kB: there is the far end of the stack. Functions that
    # differ in constants alone, as those made for each operation do, become one.
    add_custom_command(TARGET core POST_BUILD COMMAND ${LTH_WASM_OPT}
        --mvp-features --enable-mutable-globals --enable-sign-ext --enable-bulk-memory
        --low-memory-unused --always-inline-max-function-size=6
        --one-caller-inline-max-function-size=16 --merge-similar-functions -Oz -Oz -Oz
        $<TARGET_FILE:core> -o $<TARGET_FILE:core>)
    set_target_properties(core PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endif()
