# One library lth::<folder> per folder of src/, linked by the order in layers.txt.
# A folder without sources is an interface library, so that it may come later.
set(LTH_LAYER_FILE ${CMAKE_CURRENT_LIST_DIR}/layers.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${LTH_LAYER_FILE})

# The names of all layers in order, and LTH_BELOW_<layer>: what a layer may include.
file(STRINGS ${LTH_LAYER_FILE} lines REGEX "^[a-z_ ]+$")
set(LTH_LAYERS "")
foreach(line IN LISTS lines)
    separate_arguments(equals UNIX_COMMAND "${line}")
    foreach(layer IN LISTS equals)
        set(LTH_BELOW_${layer} ${LTH_LAYERS})
    endforeach()
    list(APPEND LTH_LAYERS ${equals})
endforeach()
list(REMOVE_ITEM LTH_LAYERS main)

# Folders outside the order: LTH_OUTSIDE, with LTH_BELOW_<folder> as for layers.
file(STRINGS ${LTH_LAYER_FILE} lines REGEX "^[a-z_]+ = ")
set(LTH_OUTSIDE "")
foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z_]+) = (.*)$" line "${line}")
    list(APPEND LTH_OUTSIDE ${CMAKE_MATCH_1})
    separate_arguments(LTH_BELOW_${CMAKE_MATCH_1} UNIX_COMMAND "${CMAKE_MATCH_2}")
endforeach()

# More files at once save little more, and after a change of one of them all are compiled again.
set(LTH_UNITY_FILES 12)
function(lth_compile_together target)
    set_target_properties(${target} PROPERTIES
        UNITY_BUILD ${LTH_UNITY} UNITY_BUILD_BATCH_SIZE ${LTH_UNITY_FILES})
endfunction()

# lth_compile_apart(file...): what does not bear others beside it. Paths from the project's folder.
function(lth_compile_apart)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
        set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endforeach()
endfunction()

function(lth_add_layers)
    foreach(layer IN LISTS ARGN)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${layer}/*.cpp)
        if(sources)
            add_library(lth_${layer} STATIC ${sources})
            lth_compile_together(lth_${layer})
            set(scope PUBLIC)
        else()
            add_library(lth_${layer} INTERFACE)
            set(scope INTERFACE)
        endif()
        set_property(TARGET lth_${layer} PROPERTY LTH_SCOPE ${scope})
        add_library(lth::${layer} ALIAS lth_${layer})
        target_link_libraries(lth_${layer} ${scope} lth::options)
        foreach(below IN LISTS LTH_BELOW_${layer})
            if(TARGET lth_${below})
                target_link_libraries(lth_${layer} ${scope} lth_${below})
            endif()
        endforeach()
    endforeach()
endfunction()

function(lth_add_all_layers)
    lth_add_layers(${LTH_LAYERS} ${LTH_OUTSIDE})
endfunction()

# lth_use(layer library...): what a layer takes from outside the project.
function(lth_use layer)
    get_target_property(scope lth_${layer} LTH_SCOPE)
    target_link_libraries(lth_${layer} ${scope} ${ARGN})
endfunction()

function(lth_define layer)
    get_target_property(scope lth_${layer} LTH_SCOPE)
    target_compile_definitions(lth_${layer} ${scope} ${ARGN})
endfunction()

function(lth_exclude_source source)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/${source} PROPERTIES HEADER_FILE_ONLY ON)
endfunction()
