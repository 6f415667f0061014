// Directories of couples and sex therapists, by country: links only, in no order of worth. From
// assets/help/referrals.json. Constant data; any thread.
#pragma once

#include <span>
#include <string_view>

namespace kindling {

struct Referral {
  std::string_view country;  // ISO 3166; "any": in many countries
  std::string_view name;
  std::string_view what;  // whom it lists
  std::string_view site;
  std::string_view source;
  std::string_view as_of;  // year and month of the look at the source
};

[[nodiscard]] std::span<const Referral> referrals() noexcept;

}  // namespace kindling
