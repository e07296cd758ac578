# cmake -DBUILD=… -DGUI=… -DJAVA=… -P checkinstall.cmake
set(prefix "${BUILD}/install-test")
file(REMOVE_RECURSE "${prefix}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}" OUTPUT_QUIET
                RESULT_VARIABLE result ERROR_VARIABLE words)
if(result)
    message(FATAL_ERROR "cannot install: ${words}")
endif()

function(check_run expected)
    execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=NOTIFICATION_CONSOLE_TEMPLATE_ENGINE
                            "XDG_CONFIG_HOME=${prefix}/config" "XDG_STATE_HOME=${prefix}/state"
                            "XDG_DATA_HOME=${prefix}/data" ${ARGN}
                    WORKING_DIRECTORY "${prefix}" OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE result)
    if(result OR NOT "${out}${err}" MATCHES "${expected}")
        message(FATAL_ERROR "${ARGN}\nended with ${result} and said\n${out}${err}\nbut not ${expected}")
    endif()
endfunction()

check_run("notifyctl [0-9]" "${prefix}/bin/notifyctl" --version)
check_run("sandbox|profiles" "${prefix}/bin/notifyctl" --help)
if(JAVA AND EXISTS "${BUILD}/java/template-engine.jar")
    # Found under share/ of the installed tree, not in the build.
    check_run("FreeMarker 2\\.3\\.31" "${prefix}/bin/notifyctl" --version)
endif()

set(files bin/notifyctl share/bash-completion/completions/notifyctl)
set(id io.github.registry_notifications.Console)
if(GUI)
    list(APPEND files bin/notification-console share/applications/${id}.desktop share/metainfo/${id}.metainfo.xml
         share/icons/hicolor/scalable/apps/${id}.svg)
endif()
foreach(file IN LISTS files)
    if(NOT EXISTS "${prefix}/${file}")
        message(FATAL_ERROR "${file} was not installed")
    endif()
endforeach()
check_run("" bash -n "${prefix}/share/bash-completion/completions/notifyctl")

if(GUI)
    # A name in one of the two that the other does not have passes their own checkers.
    file(READ "${prefix}/share/metainfo/${id}.metainfo.xml" metainfo)
    file(READ "${prefix}/share/applications/${id}.desktop" desktop)
    if(NOT metainfo MATCHES "<launchable type=\"desktop-id\">${id}\\.desktop</launchable>"
       OR NOT desktop MATCHES "Icon=${id}\n" OR NOT desktop MATCHES "Exec=notification-console")
        message(FATAL_ERROR "desktop file and metainfo do not name each other")
    endif()
    find_program(validator desktop-file-validate)
    if(validator)
        check_run("" "${validator}" "${prefix}/share/applications/${id}.desktop")
    endif()
    find_program(appstreamcli appstreamcli)
    if(appstreamcli)
        check_run("" "${appstreamcli}" validate --no-net "${prefix}/share/metainfo/${id}.metainfo.xml")
    endif()
endif()
