// Any bytes as a WebDAV server's list of files: no crash, bounded memory and time, and whatever comes out of it is a
// name of the store's that leads nowhere else.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/sync/store_names.hpp"
#include "platform/common/multistatus.hpp"

namespace {

using namespace kindling;  // NOLINT(google-build-using-namespace): a program of one file

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const WebAddress folder = parse_web_address("https://cloud.example/dav/us/s").value();
  const auto entries = read_multistatus({bytes, size});
  if (!entries) {
    require(entries.error().code == ErrorCode::failed && !entries.error().message.empty());
    return 0;
  }
  require(entries->size() <= kMultistatusEntries && entries->size() <= size);
  const auto listing = listing_of(*entries, folder);
  if (!listing) {
    require(listing.error().code == ErrorCode::failed && !listing.error().message.empty());
    return 0;
  }
  require(listing->files.size() + listing->temporaries.size() < entries->size());
  for (const auto& file : listing->files) require(is_store_name(file.name));
  for (const auto& file : listing->temporaries) require(is_temporary_store_name(file.name));
  return 0;
}
