# kindling_options: what every target of ours is compiled with. Warnings are errors.
add_library(kindling_options INTERFACE)
target_compile_options(kindling_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  -Woverloaded-virtual -Wundef -ffp-contract=off)
# g++ 12 sees uninitialised members in moved std::variant and std::optional values, and overlaps in string concatenation, that are none.
target_compile_options(kindling_options INTERFACE -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow> $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>)
target_include_directories(kindling_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(KINDLING_SANITIZE)
  target_compile_options(kindling_options INTERFACE -fsanitize=${KINDLING_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kindling_options INTERFACE -fsanitize=${KINDLING_SANITIZE})
endif()
