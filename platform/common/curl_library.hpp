// libcurl, loaded when a WebDAV store is first used. For the sources of the WebDAV store alone: it shows curl's types.
#pragma once

#include <curl/curl.h>

#include "core/base/result.hpp"
#include "platform/common/shared_library.hpp"

namespace kindling {

struct CurlLibrary {
  decltype(::curl_easy_init)* easy_init = nullptr;
  decltype(::curl_easy_cleanup)* easy_cleanup = nullptr;
  decltype(::curl_easy_reset)* easy_reset = nullptr;
  decltype(::curl_easy_perform)* easy_perform = nullptr;
  CURLcode (*easy_setopt)(CURL*, CURLoption, ...) = nullptr;
  CURLcode (*easy_getinfo)(CURL*, CURLINFO, ...) = nullptr;
  decltype(::curl_slist_append)* slist_append = nullptr;
  decltype(::curl_slist_free_all)* slist_free_all = nullptr;

  // The one of this program, which lives as long as it. Fails with failed where there is none, or none that is new
  // enough. Any thread.
  [[nodiscard]] static Result<const CurlLibrary*> load();

 private:
  CurlLibrary();
  bool find_all();

  SharedLibrary library_;
  const char* trouble_ = nullptr;
};

}  // namespace kindling
