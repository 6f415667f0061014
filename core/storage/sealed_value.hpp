// Values sealed for one place: the table, row and field they belong to are authenticated, so that a value moved
// elsewhere doesn't open. One instance serves one thread.
#pragma once

#include <optional>
#include <string_view>

#include "core/crypto/envelope.hpp"
#include "core/domain/entity.hpp"

namespace kindling {

// Where a sealed value lies. `row` holds the row's key in full.
struct Place {
  std::string_view table;
  ByteView row;
  FieldNumber field = 0;
  ByteView element = {};
};

class ValueSealer {
 public:
  ValueSealer(const SecretKey& key, Random& random) : key_(key), random_(random) {}

  [[nodiscard]] Bytes seal(const Place& place, ByteView plain) const;
  [[nodiscard]] std::optional<Bytes> open(const Place& place, ByteView sealed) const;

  [[nodiscard]] Bytes seal_value(const Place& place, const FieldValue& value) const;
  [[nodiscard]] std::optional<FieldValue> open_value(const Place& place, ByteView sealed) const;

 private:
  SecretKey key_;
  Random& random_;
};

}  // namespace kindling
