# nc_test(name LABEL unit|integration|gui SOURCES tst_name.cpp … LINKS nc::core …): one Qt Test program in ctest.
# Integration and gui tests of servers add SANDBOX and get the sandbox that one fixture starts for all of them.
function(nc_test name)
    if(NOT NC_TESTS)
        return()
    endif()
    cmake_parse_arguments(ARG "SANDBOX;SERIAL" "LABEL;TIMEOUT" "SOURCES;LINKS;ENVIRONMENT" ${ARGN})
    if(NOT ARG_LABEL MATCHES "^(unit|integration|gui)$")
        message(FATAL_ERROR "nc_test(${name}): LABEL is unit, integration or gui")
    endif()
    set(target tst_${name})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE build_flags Qt6::Test ${ARG_LINKS})
    target_compile_definitions(${target} PRIVATE
        NC_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" NC_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        NC_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${target})
    set(environment "QT_QPA_PLATFORM=offscreen" "LC_ALL=C.UTF-8" "NC_TEST_BINARY_DIR=${CMAKE_BINARY_DIR}"
        "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp"
        "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp" ${ARG_ENVIRONMENT})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
    if(ARG_SANDBOX)
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED sandbox)
    endif()
    if(ARG_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
