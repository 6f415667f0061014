// Any bytes as an operation and as its payload: no crash; whatever is read is written as the same bytes again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/codec/wire_v1.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool same(const kindling::Bytes& written, kindling::ByteView read) {
  return std::equal(written.begin(), written.end(), read.begin(), read.end());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const kindling::ByteView view{bytes, size};
  if (const auto payload = kindling::decode_payload(view)) require(same(kindling::encode_payload(*payload), view));
  if (const auto decoded = kindling::decode_operation(view)) {
    require(same(kindling::encode_operation(decoded->operation, decoded->payload), view));
    if (const auto inner = kindling::decode_payload(decoded->payload))
      require(same(kindling::encode_payload(*inner), decoded->payload));
  }
  return 0;
}
