#include "core/services/staged_restore.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::string_view kMagic = "KINDLING-SEALED\n";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeaderSize = 16 + 1 + 16 + 8;  // magic, version, id, time

SecretKey key_of(const SecretKey& home_key) { return home_key.derive("kindling/sealed-copy"); }

}  // namespace

Bytes seal_copy(const SealedCopy& copy, const SecretKey& home_key, Random& random) {
  Bytes out(kMagic.begin(), kMagic.end());
  codec::BoundedOutput archive(out);
  archive.write_number(kVersion);
  archive.write(copy.id);
  archive.write_number(static_cast<std::int64_t>(copy.made.time_since_epoch().count()));
  const Bytes sealed = seal(key_of(home_key), Bytes(out), copy.records, random);
  out.insert(out.end(), sealed.begin(), sealed.end());
  return out;
}

bool is_sealed_copy(ByteView file) noexcept { return text_of(file).starts_with(kMagic); }

Result<Instant> made_of_copy(ByteView file) {
  if (file.size() < kHeaderSize) return invalid("the copy is cut off; use another one");
  codec::BoundedInput input(file.subspan(kMagic.size(), kHeaderSize - kMagic.size()));
  if (input.take_number<std::uint8_t>() > kVersion)
    return Error{ErrorCode::newer, "this copy was made by a newer version of Kindling; update Kindling to restore it"};
  (void)input.take(sizeof(Uuid));
  const auto ms = input.take_number<std::int64_t>();
  if (ms < 0 || ms >= std::int64_t{1} << 48U) return invalid("the copy is damaged; use another one");
  return Instant(std::chrono::milliseconds(ms));
}

Result<SealedCopy> open_copy(ByteView file, const SecretKey& home_key) {
  if (!is_sealed_copy(file)) return invalid("this is no copy that a restore kept; choose a file of the home's backups");
  const auto made = made_of_copy(file);
  if (!made) return made.error();
  auto records = open_sealed(key_of(home_key), file.first(kHeaderSize), file.subspan(kHeaderSize));
  if (!records)
    return Error{ErrorCode::locked, "this copy is damaged or of another home; only the home that made it can open it"};
  SealedCopy copy;
  copy.made = *made;
  std::copy_n(file.begin() + kMagic.size() + 1, copy.id.size(), copy.id.begin());
  copy.records = std::move(*records);
  return copy;
}

}  // namespace kindling
