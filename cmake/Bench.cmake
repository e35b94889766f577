# bench/*.cpp -> lth_bench (Google Benchmark), bench/phones/ -> lth_phones
file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.cpp)
if(sources)
    find_package(benchmark REQUIRED)
    add_executable(lth_bench ${sources})
    target_link_libraries(lth_bench PRIVATE lth::cli benchmark::benchmark_main)
    target_compile_definitions(lth_bench PRIVATE LTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    set_target_properties(lth_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

    add_executable(lth_phones bench/phones/main.cpp bench/ingest.cpp)
    target_link_libraries(lth_phones PRIVATE lth::cli)
    target_compile_definitions(lth_phones PRIVATE LTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    set_target_properties(lth_phones PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endif()
