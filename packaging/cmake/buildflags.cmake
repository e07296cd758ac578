# Compile policy in one place: every target of ours links build_flags PRIVATE.
add_library(build_flags INTERFACE)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_AUTOMOC ON)
# Only classes that say so need moc; scanning every dependency of every header does not pay.
set(CMAKE_AUTOMOC_COMPILER_PREDEFINES ON)

find_program(NC_CCACHE ccache)
if(NC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without these two liberties ccache keeps nothing that was compiled with a precompiled header.
    set(launcher "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} "${NC_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
    add_compile_options($<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-fpch-preprocess>)
endif()
add_feature_info(ccache NC_CCACHE "compiles what did not change from the cache")

find_program(NC_MOLD mold)
if(NC_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    target_link_options(build_flags INTERFACE -fuse-ld=mold)
endif()

target_compile_definitions(build_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

target_compile_options(build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wconversion
    -Wsign-conversion -Wold-style-cast -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${NC_WERROR}>:-Werror>
    # Optimizing GCCs see phantoms inside inlined Qt containers and std::optional; the sanitizers look for the real thing.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-null-dereference -Wno-stringop-overflow
                                -Wno-array-bounds -Wno-maybe-uninitialized>
    # Smaller debug information: links fast, still tells file and line.
    $<$<CONFIG:Debug>:-g1>)

if(NC_SANITIZE STREQUAL "address")
    target_compile_options(build_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=undefined)
    target_link_options(build_flags INTERFACE -fsanitize=address,undefined)
elseif(NC_SANITIZE STREQUAL "thread")
    target_compile_options(build_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(build_flags INTERFACE -fsanitize=thread)
elseif(NC_SANITIZE)
    message(FATAL_ERROR "NC_SANITIZE is '${NC_SANITIZE}'; it can be empty, address or thread")
endif()
if(NC_COVERAGE)
    target_compile_options(build_flags INTERFACE --coverage -O0)
    target_link_options(build_flags INTERFACE --coverage)
endif()


# nc_model(folder SOURCES … LINKS … PRIVATE_LINKS …): one static library for one folder of models/, target ncl_<folder>
# and alias nc::<folder>, where a slash becomes an underscore: nc_model(kafka/client) is nc::kafka_client.
# What a folder may include is what it links: its neighbours are reachable as "<folder>/<file>.h".
function(nc_model folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    string(REPLACE "/" "_" name ${folder})
    set(target ncl_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(nc::${name} ALIAS ${target})
    # Each folder is seen through a directory of its own, so that an include of a folder that is not linked fails.
    set(view "${CMAKE_BINARY_DIR}/include/${name}")
    cmake_path(GET folder PARENT_PATH parent)
    file(MAKE_DIRECTORY "${view}/${parent}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${view}/${folder}" SYMBOLIC)
    target_include_directories(${target} PUBLIC "${view}")
    target_link_libraries(${target} PUBLIC Qt6::Core ${ARG_LINKS} PRIVATE build_flags ${ARG_PRIVATE_LINKS})
    nc_precompile_model(${target})
endfunction()

# nc_rooms(folder room …): the libraries of a folder that has several, and nc::<folder> for those who need all of them.
function(nc_rooms folder)
    add_library(ncl_${folder} INTERFACE)
    add_library(nc::${folder} ALIAS ncl_${folder})
    foreach(room ${ARGN})
        add_subdirectory(${room})
        target_link_libraries(ncl_${folder} INTERFACE nc::${folder}_${room})
    endforeach()
endfunction()

# All libraries of models/ share one precompiled header: making one each would cost what it saves.
function(nc_precompile_model target)
    if(NOT NC_PCH)
        return()
    endif()
    if(NOT TARGET nc_model_pch)
        file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/nc_model_pch.cpp" CONTENT "")
        add_library(nc_model_pch OBJECT EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/nc_model_pch.cpp")
        set_target_properties(nc_model_pch PROPERTIES AUTOMOC OFF)
        target_link_libraries(nc_model_pch PRIVATE build_flags Qt6::Core)
        nc_precompile(nc_model_pch)
    endif()
    target_precompile_headers(${target} REUSE_FROM nc_model_pch)
endfunction()

function(nc_precompile target)
    if(NC_PCH)
        target_precompile_headers(${target} PRIVATE <QByteArray> <QHash> <QList> <QObject> <QString> <QStringList>
                                  <QVariant> <QJsonObject> <QJsonArray> <QFuture> <QDateTime> <expected> <functional>
                                  <memory> <optional> <vector>)
    endif()
endfunction()
