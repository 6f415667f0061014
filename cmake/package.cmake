# The packages of ./dev package: a .deb and a .tar.gz that runs from wherever it is unpacked. Both hold what
# `cmake --install` installs; package_details.cmake does what is each one's own.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME kindling)
set(CPACK_PACKAGE_VENDOR "The Kindling authors")
set(CPACK_PACKAGE_CONTACT "The Kindling authors <kindling@localhost.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "private companion for two people who want to stay close")
set(CPACK_PACKAGE_DESCRIPTION
    "Kindling makes the first steps back to each other small and daily: affection
reminders, check-ins in ten seconds, rituals, date ideas, plans for the next
evening and questions worth asking.

It comes as a window and as a command. Everything stays on the machine and is
encrypted there; there is no account and no server, and nothing leaves the device unless you choose a store.")
set(CPACK_PACKAGE_FILE_NAME "kindling-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
string(TOLOWER "${CPACK_PACKAGE_FILE_NAME}" CPACK_PACKAGE_FILE_NAME)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/package_details.cmake")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Time zones are read as files.
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
# What a WebDAV store loads when one is set.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libcurl4 | libcurl3-gnutls, libexpat1")
if(KINDLING_WINDOW)
  string(APPEND CPACK_DEBIAN_PACKAGE_RECOMMENDS ", fonts-noto-color-emoji, dbus-user-session | dbus-session-bus")
endif()
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
include(CPack)
