// Points that make an agreed key or a signature worth nothing. The X25519 list is that of RFC 7748 §6.1's security note
// as D. J. Bernstein gives it (order 1, 2, 4, 8 on curve and twist, and the same values written a second way); the
// Ed25519 list holds all points of the torsion subgroup and their second encodings (Chalkias, Garillot, Nikolaenko:
// Taming the many EdDSAs, 2020, table 5).
#pragma once

#include <algorithm>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/crypto/device_keys.hpp"

namespace kindling::test {

inline std::vector<PublicKey> points_of(std::initializer_list<std::string_view> list) {
  std::vector<PublicKey> points;
  for (const std::string_view hex : list) {
    const auto bytes = from_hex(hex);
    std::copy_n(bytes->begin(), sizeof(PublicKey), points.emplace_back().begin());
  }
  return points;
}

inline std::vector<PublicKey> low_order_x25519() {
  return points_of({
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      // With the highest bit, which X25519 ignores.
      "0000000000000000000000000000000000000000000000000000000000000080",
      "0100000000000000000000000000000000000000000000000000000000000080",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  });
}

inline std::vector<PublicKey> low_order_ed25519() {
  return points_of({
      "0100000000000000000000000000000000000000000000000000000000000000",  // the identity
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0000000000000000000000000000000000000000000000000000000000000080",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
      "0100000000000000000000000000000000000000000000000000000000000080",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  });
}

}  // namespace kindling::test
