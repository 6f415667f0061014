#include "platform/common/curl_library.hpp"

namespace kindling {
namespace {

// The first with CURLOPT_PROTOCOLS_STR, and with a start that is safe among threads.
constexpr unsigned int kOldest = 0x075500;  // 7.85.0

}  // namespace

CurlLibrary::CurlLibrary()
    : library_({"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"}) {
  if (!library_.ok())
    trouble_ = "a WebDAV store needs libcurl, which isn't installed; install it (on Debian the package libcurl4)";
  else if (!find_all())
    trouble_ = "a WebDAV store needs libcurl 7.85 or newer; update it";
}

bool CurlLibrary::find_all() {
  decltype(::curl_version_info)* version_info = nullptr;
  decltype(::curl_global_init)* global_init = nullptr;
  return library_.find("curl_version_info", version_info) && version_info(CURLVERSION_NOW)->version_num >= kOldest &&
         library_.find("curl_global_init", global_init) && library_.find("curl_easy_init", easy_init) &&
         library_.find("curl_easy_cleanup", easy_cleanup) && library_.find("curl_easy_reset", easy_reset) &&
         library_.find("curl_easy_perform", easy_perform) && library_.find("curl_easy_setopt", easy_setopt) &&
         library_.find("curl_easy_getinfo", easy_getinfo) && library_.find("curl_slist_append", slist_append) &&
         library_.find("curl_slist_free_all", slist_free_all) && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

Result<const CurlLibrary*> CurlLibrary::load() {
  static const CurlLibrary library;
  if (library.trouble_ != nullptr) return failed(library.trouble_);
  return &library;
}

}  // namespace kindling
