#include "core/talk/crisis_numbers.hpp"

#include <algorithm>
#include <array>

namespace kindling {
namespace {

constexpr std::array<std::string_view, 26> kUnion{"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI",
                                                  "FR", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
                                                  "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"};

constexpr std::string_view kAdvice =
    "If you are afraid of your partner, the exercises in this app aren't for now: what helps a couple can put a person "
    "who is afraid in danger. You can talk to someone by yourself, without deciding anything. If you can, call from a "
    "phone or a place that your partner doesn't check. Hiding or removing this app doesn't make you safe.";

constexpr std::string_view kCaution =
    "Numbers change, and this page can't look them up: beside each stands who gave it and when. Where one doesn't "
    "answer, the emergency number does.";

}  // namespace

std::string_view crisis_advice() noexcept { return kAdvice; }
std::string_view crisis_caution() noexcept { return kCaution; }

std::string_view country_name(std::string_view code) noexcept {
  for (const CrisisCountry& country : crisis_countries()) {
    if (country.code == code) return country.name;
  }
  return {};
}

std::string crisis_country(std::string_view code) {
  std::string region(code.substr(0, code.find_first_of(".@")));
  if (const std::size_t at = region.find_last_of("-_"); at != std::string::npos) region.erase(0, at + 1);
  for (char& c : region) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (region == "UK") return "GB";
  if (!country_name(region).empty()) return region;
  return std::find(kUnion.begin(), kUnion.end(), region) != kUnion.end() ? "EU" : std::string();
}

}  // namespace kindling
