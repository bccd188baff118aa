# One interface target carries every flag; all targets of ours link it.
add_library(plotleaf_flags INTERFACE)

target_compile_definitions(plotleaf_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_WARN_DEPRECATED_UP_TO=0x060400 # what newer versions deprecate is still right for 6.4
    PLOTLEAF_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(plotleaf_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
        $<$<BOOL:${PLOTLEAF_WERROR}>:-Werror>
        # In a unity build each .cpp is an included file, where GCC takes local types in coroutine frames for a leak.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
        -fstack-protector-strong
        $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_link_options(plotleaf_flags INTERFACE -Wl,-z,relro -Wl,-z,now)
    endif()
elseif(MSVC)
    target_compile_options(plotleaf_flags INTERFACE
        /W4 /permissive- /utf-8 /Zc:__cplusplus $<$<BOOL:${PLOTLEAF_WERROR}>:/WX>)
endif()

if(PLOTLEAF_SANITIZE)
    # What is left out costs a third of the compiler's time and finds nothing that the address sanitizer, or the crash
    # itself, does not.
    target_compile_options(plotleaf_flags INTERFACE
        -fsanitize=${PLOTLEAF_SANITIZE} -fno-sanitize=null,vptr,object-size,nonnull-attribute,returns-nonnull-attribute
        -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(plotleaf_flags INTERFACE -fsanitize=${PLOTLEAF_SANITIZE})
endif()

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    find_program(PLOTLEAF_MOLD mold)
    if(PLOTLEAF_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        target_link_options(plotleaf_flags INTERFACE -fuse-ld=mold)
    endif()
endif()

find_program(PLOTLEAF_CCACHE ccache)
if(PLOTLEAF_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        # Without these words it keeps nothing that was compiled with precompiled headers.
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${PLOTLEAF_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
