# kindling_icon_package(VARIABLE): sets VARIABLE to the folder of the icon family Phosphor (MIT), an npm package of one
# pinned version whose archive is checked by its digest. It is kept in the source's build folder, so that every preset
# uses one copy. kindling_generate_icons(HEADER): the family's names that the app uses, as an enum of code points.
set(KINDLING_ICON_PACKAGE "@phosphor-icons/web@2.1.2")
set(KINDLING_ICON_DIGEST 40e3096099ca818c047979cece6a3764944d5200c67b64092f7bcd8bcd1d2b08)

function(kindling_icon_package variable)
  set(folder "${PROJECT_SOURCE_DIR}/build/icons")
  set(archive "${folder}/phosphor-icons-web-2.1.2.tgz")
  set(${variable} "${folder}/package/src" PARENT_SCOPE)
  if(EXISTS "${folder}/package/src/regular/Phosphor.ttf" AND EXISTS "${folder}/package/src/fill/Phosphor-Fill.ttf")
    return()
  endif()
  find_program(NPM npm REQUIRED)
  file(MAKE_DIRECTORY "${folder}")
  message(STATUS "Getting the icons (${KINDLING_ICON_PACKAGE})")
  execute_process(COMMAND "${NPM}" pack --silent "${KINDLING_ICON_PACKAGE}" WORKING_DIRECTORY "${folder}"
                  OUTPUT_QUIET RESULT_VARIABLE failed)
  if(failed OR NOT EXISTS "${archive}")
    message(FATAL_ERROR "npm couldn't get ${KINDLING_ICON_PACKAGE}; check the network and run this again")
  endif()
  file(SHA256 "${archive}" digest)
  if(NOT digest STREQUAL KINDLING_ICON_DIGEST)
    file(REMOVE "${archive}")
    message(FATAL_ERROR "${KINDLING_ICON_PACKAGE} isn't the archive that is expected (SHA-256 ${digest})")
  endif()
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${folder}"
       PATTERNS "package/src/regular/Phosphor.ttf" "package/src/regular/style.css" "package/src/fill/Phosphor-Fill.ttf" "package/LICENSE")
  file(REMOVE "${archive}")
endfunction()

function(kindling_generate_icons header)
  kindling_icon_package(package)
  set(names_file "${PROJECT_SOURCE_DIR}/assets/icons.txt")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${names_file}")
  file(STRINGS "${names_file}" names REGEX "^[a-z]")
  file(READ "${package}/regular/style.css" style)
  set(lines "")
  set(all "")
  foreach(name IN LISTS names)
    if(NOT style MATCHES "\\.ph-${name}:before {[ \r\n]*content: \"\\\\([0-9a-f]+)\"")
      message(FATAL_ERROR "assets/icons.txt: the icon family has no '${name}'")
    endif()
    string(REPLACE "-" "_" identifier "${name}")
    string(APPEND lines "  ${identifier} = 0x${CMAKE_MATCH_1},\n")
    string(APPEND all "Icon::${identifier}, ")
  endforeach()
  list(LENGTH names count)
  file(CONFIGURE OUTPUT "${header}" @ONLY CONTENT
"// Made by cmake/icons.cmake from assets/icons.txt: icons by name, as code points of both icon fonts.
#pragma once

#include <array>
#include <cstdint>

namespace kindling::ui {

enum class Icon : std::uint16_t {
  none = 0,
@lines@};
inline constexpr std::array<Icon, @count@> kAllIcons{@all@};

}  // namespace kindling::ui
")
endfunction()
