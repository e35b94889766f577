# lth_embed(name folder NAMESPACE ns [STRIP suffix] PATTERNS glob...)
#
# Library lth::<name>, whose header "embedded/<name>.hpp" declares
#     ns::find("path/below/folder") -> std::optional<std::string_view>
#     ns::files()                   -> std::span<const File>, sorted by path
find_program(LTH_PYTHON NAMES python3 REQUIRED)
add_custom_target(embedded)  # all of them: what must be there before a source can be read

function(lth_embed name folder)
    cmake_parse_arguments(arg "" "NAMESPACE;STRIP" "PATTERNS" ${ARGN})
    set(root ${PROJECT_SOURCE_DIR}/${folder})
    set(globs ${arg_PATTERNS})
    list(TRANSFORM globs PREPEND ${root}/)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${globs})
    list(SORT files)

    set(out ${PROJECT_BINARY_DIR}/generated/embedded)
    list(JOIN files "\n" listing)
    file(CONFIGURE OUTPUT ${out}/${name}.list CONTENT "@listing@" @ONLY)
    set(tool ${PROJECT_SOURCE_DIR}/tools/embed.py)
    add_custom_command(
        OUTPUT ${out}/${name}.cpp ${out}/${name}.hpp
        COMMAND ${LTH_PYTHON} ${tool} --root ${root} --list ${out}/${name}.list
                --namespace ${arg_NAMESPACE} --strip "${arg_STRIP}" --out ${out}/${name}
        DEPENDS ${tool} ${out}/${name}.list ${files}
        COMMENT "Embedding ${name}" VERBATIM)
    add_library(lth_${name} STATIC ${out}/${name}.cpp ${out}/${name}.hpp)
    add_library(lth::${name} ALIAS lth_${name})
    add_dependencies(embedded lth_${name})
    target_include_directories(lth_${name} PUBLIC ${PROJECT_BINARY_DIR}/generated)
    target_compile_options(lth_${name} PRIVATE -Wno-overlength-strings)
endfunction()
