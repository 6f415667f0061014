// Expat, loaded when a WebDAV store is first listed. For its reader alone: it shows expat's types.
#pragma once

#include <expat.h>

#include "core/base/result.hpp"
#include "platform/common/shared_library.hpp"

namespace kindling {

struct ExpatLibrary {
  decltype(::XML_ParserCreateNS)* parser_create_ns = nullptr;
  decltype(::XML_ParserFree)* parser_free = nullptr;
  decltype(::XML_SetUserData)* set_user_data = nullptr;
  decltype(::XML_SetElementHandler)* set_element_handler = nullptr;
  decltype(::XML_SetCharacterDataHandler)* set_character_data_handler = nullptr;
  decltype(::XML_SetStartDoctypeDeclHandler)* set_start_doctype_decl_handler = nullptr;
  decltype(::XML_Parse)* parse = nullptr;
  decltype(::XML_StopParser)* stop_parser = nullptr;

  // The one of this program, which lives as long as it. Fails with failed where there is none. Any thread.
  [[nodiscard]] static Result<const ExpatLibrary*> load();

 private:
  ExpatLibrary();
  SharedLibrary library_;
  bool is_complete_ = false;
};

}  // namespace kindling
