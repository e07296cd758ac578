# cmake -DCLANG_FORMAT=… -DSOURCE=… -P checkformat.cmake: fails when a source is not as .clang-format wants it.
if(NOT CLANG_FORMAT)
    message(STATUS "SKIPPED: clang-format-16 is not installed")
    return()
endif()
execute_process(COMMAND "${CLANG_FORMAT}" --version OUTPUT_VARIABLE version)
if(NOT version MATCHES "version 16\\.")
    # Other versions lay some lines out differently.
    message(STATUS "SKIPPED: clang-format-16 is not installed, this is ${version}")
    return()
endif()
file(GLOB_RECURSE sources "${SOURCE}/app/*.h" "${SOURCE}/app/*.cpp" "${SOURCE}/models/*.h" "${SOURCE}/models/*.cpp"
     "${SOURCE}/widgets/*.h" "${SOURCE}/widgets/*.cpp" "${SOURCE}/tests/*.h" "${SOURCE}/tests/*.cpp"
     "${SOURCE}/packaging/*.cpp")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${sources} RESULT_VARIABLE result ERROR_VARIABLE words)
if(result)
    string(REGEX MATCHALL "[^\n:]+:[0-9]+:[0-9]+: error:" places "${words}")
    list(TRANSFORM places REPLACE ":[0-9]+:[0-9]+: error:$" "")
    list(TRANSFORM places REPLACE "^${SOURCE}/" "")
    list(REMOVE_DUPLICATES places)
    list(JOIN places " " places)
    message("These are not formatted; clang-format-16 -i mends them: ${places}")
    message(FATAL_ERROR "not formatted")
endif()
