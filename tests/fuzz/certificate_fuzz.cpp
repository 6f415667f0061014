// Certificates over any bytes: what is read holds, and has no second encoding.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/sync/certificate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const ByteView bytes(data, size);
  const auto chain = decode_chain(bytes);
  if (!chain) return 0;
  const Bytes again = encode_chain(*chain);
  if (!check_chain(*chain) || !std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  return 0;
}
