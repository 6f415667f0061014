// What comes from a store, over any bytes: a segment's header and inside, a pack, what members tell each other, a name.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/sync/control.hpp"
#include "core/sync/grant.hpp"
#include "core/sync/store_layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const ByteView bytes(data, size);
  // Nothing that wasn't sealed under the key opens.
  if (open_segment(bytes, SecretKey())) std::abort();
  if (is_segment_of(bytes, PublicKey{})) std::abort();
  // What is read has no second encoding.
  if (const auto body = decode_segment_body(bytes, Uuid{}, 1)) {
    const Bytes again = encode_segment_body(*body);
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  }
  for (const ByteView segment : split_pack(bytes)) (void)read_segment_header(segment);
  (void)decode_grant(bytes);
  (void)read_introduction(bytes);
  Operation operation;
  operation.kind = OperationKind::control;
  operation.payload.value = std::string(text_of(bytes));
  for (FieldNumber field = 0; field < 5; ++field) {
    operation.field = field;
    if (const auto control = decode_control(operation)) (void)encode_control(*control);
  }
  (void)read_segment_name(text_of(bytes));
  (void)read_pack_name(text_of(bytes));
  return 0;
}
