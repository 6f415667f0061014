#include "platform/common/expat_library.hpp"

namespace kindling {

ExpatLibrary::ExpatLibrary() : library_({"libexpat.so.1", "libexpat.1.dylib", "/usr/lib/libexpat.1.dylib"}) {
  is_complete_ = library_.find("XML_ParserCreateNS", parser_create_ns) &&
                 library_.find("XML_ParserFree", parser_free) && library_.find("XML_SetUserData", set_user_data) &&
                 library_.find("XML_SetElementHandler", set_element_handler) &&
                 library_.find("XML_SetCharacterDataHandler", set_character_data_handler) &&
                 library_.find("XML_SetStartDoctypeDeclHandler", set_start_doctype_decl_handler) &&
                 library_.find("XML_Parse", parse) && library_.find("XML_StopParser", stop_parser);
}

Result<const ExpatLibrary*> ExpatLibrary::load() {
  static const ExpatLibrary library;
  if (!library.is_complete_)
    return failed("a WebDAV store needs expat, which isn't installed; install it (on Debian the package libexpat1)");
  return &library;
}

}  // namespace kindling
