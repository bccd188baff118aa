# Files for the desktop, and the Debian package (cpack -G DEB).
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR NOT PLOTLEAF_GUI)
    return()
endif()

set(linux_files ${CMAKE_SOURCE_DIR}/packaging/linux)
install(FILES ${linux_files}/plotleaf.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux_files}/plotleaf.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${linux_files}/plotleaf-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME plotleaf.xml)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/plotleaf.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
# Debian wants manuals packed, without a time in them.
foreach(manual plotleaf.1 plotleaf-cli.1)
    set(packed ${CMAKE_BINARY_DIR}/${manual}.gz)
    execute_process(COMMAND gzip -9nc ${linux_files}/${manual} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${linux_files}/${manual})
    install(FILES ${packed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
install(FILES ${CMAKE_SOURCE_DIR}/packaging/deb/copyright ${CMAKE_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/plotleaf)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME plotleaf)
set(CPACK_PACKAGE_VENDOR "Plotleaf")
set(CPACK_PACKAGE_CONTACT "The Plotleaf developers <developers@plotleaf.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "report editor with live plots of training runs")
set(CPACK_PACKAGE_DESCRIPTION
"Plotleaf is a Markdown editor with a live preview for people who train models.
It shows the curves of run folders while training writes into them, keeps a
library of reports that is searched as you type, and prints PDFs with outline,
links and vector plots. It works with no network and no server.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION editors)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins are not linked, so they are not found by the shared library scan.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins | libqt6svg6, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, qt6-wayland, qt6-image-formats-plugins, qt6-translations-l10n")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
