# What makes a mistake harder to exploit, in the programs that people install; sanitizers see more and don't go with it.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT KINDLING_SANITIZE)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fstack-protector-strong> $<$<COMPILE_LANGUAGE:CXX>:-U_FORTIFY_SOURCE>
                      $<$<COMPILE_LANGUAGE:CXX>:-D_FORTIFY_SOURCE=2>)
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_link_options(LINKER:-z,relro,-z,now)
  endif()
endif()
