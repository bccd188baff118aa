# Everything from outside, found in one place. The reasons are in DESIGN 6 and CONTRIBUTING.md.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Concurrent)
find_package(QCoro6 REQUIRED COMPONENTS Core)
find_package(yaml-cpp REQUIRED)
find_package(zstd REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Protobuf REQUIRED)
find_package(qpdf REQUIRED)
find_package(Qt6Keychain REQUIRED)

# yaml-cpp calls its target differently from version to version, zstd by how it was built.
if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
if(TARGET zstd::libzstd_shared)
    add_library(plotleaf::zstd ALIAS zstd::libzstd_shared)
elseif(TARGET zstd::libzstd)
    add_library(plotleaf::zstd ALIAS zstd::libzstd)
else()
    add_library(plotleaf::zstd ALIAS zstd::libzstd_static)
endif()

# Debian's cmark-gfm has a pkg-config file for the core and nothing for the extensions.
find_path(CMARK_GFM_INCLUDE_DIR cmark-gfm.h REQUIRED)
find_library(CMARK_GFM_LIBRARY cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
add_library(plotleaf_cmark_gfm INTERFACE)
target_include_directories(plotleaf_cmark_gfm SYSTEM INTERFACE ${CMARK_GFM_INCLUDE_DIR})
target_link_libraries(plotleaf_cmark_gfm INTERFACE
    ${CMARK_GFM_EXTENSIONS_LIBRARY} ${CMARK_GFM_LIBRARY})

# libgit2's own CMake files are not in Debian's package.
find_path(LIBGIT2_INCLUDE_DIR git2.h REQUIRED)
find_library(LIBGIT2_LIBRARY git2 REQUIRED)
add_library(plotleaf_libgit2 INTERFACE)
target_include_directories(plotleaf_libgit2 SYSTEM INTERFACE ${LIBGIT2_INCLUDE_DIR})
target_link_libraries(plotleaf_libgit2 INTERFACE ${LIBGIT2_LIBRARY})

if(PLOTLEAF_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS
        Gui Widgets WebEngineCore WebEngineWidgets WebChannel PrintSupport Svg Charts LinguistTools Pdf)
    # Before Qt 6.5 nobody but the desktop portal says whether the desktop is dark.
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND Qt6_VERSION VERSION_LESS 6.5)
        find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
        set(PLOTLEAF_PORTAL ON)
    endif()
endif()
if(PLOTLEAF_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
