# Writes core/storage/migrations/*.sql into one C++ file, in the order of their numbers.
function(kindling_generate_migrations output)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/storage/migrations/*.sql")
  list(SORT files)
  set(literals "")
  set(entries "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(name "${file}" NAME_WE)
    string(REGEX MATCH "^0*([0-9]+)" _ "${name}")
    set(version "${CMAKE_MATCH_1}")
    file(READ "${file}" sql)
    string(APPEND literals "constexpr std::string_view kStep${version} = R\"sql(${sql})sql\";\n")
    string(APPEND entries "    {${version}, kStep${version}},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"#include \"core/storage/migrations.hpp\"

#include <array>

namespace kindling {
namespace {
@literals@
constexpr auto kMigrations = std::to_array<Migration>({
@entries@});
}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

}  // namespace kindling
")
endfunction()
