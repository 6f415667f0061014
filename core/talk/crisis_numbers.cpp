#include "core/talk/crisis_numbers.hpp"

#include <algorithm>
#include <array>

namespace kindling {
namespace {

constexpr auto kNumbers = std::to_array<CrisisNumber>({
    {"GB", true, "999", "Emergency (police, ambulance); 112 works too", "GOV.UK, www.gov.uk", "2026-11"},
    {"GB", false, "0808 2000 247", "National Domestic Abuse Helpline, run by Refuge; free, day and night",
     "Refuge, www.nationaldahelpline.org.uk", "2026-11"},
    {"US", true, "911", "Emergency (police, ambulance)", "911.gov, www.911.gov", "2026-11"},
    {"US", false, "800-799-7233, or text START to 88788", "National Domestic Violence Hotline; free, day and night",
     "The Hotline, www.thehotline.org", "2026-11"},
    {"AU", true, "000", "Emergency (police, ambulance); 112 works from mobiles", "Triple Zero, www.triplezero.gov.au",
     "2026-11"},
    {"AU", false, "1800 737 732", "1800RESPECT; free, day and night", "1800RESPECT, www.1800respect.org.au", "2026-11"},
    {"DE", true, "112", "Emergency (ambulance, fire); police 110", "Federal Ministry of the Interior, www.bmi.bund.de",
     "2026-11"},
    {"DE", false, "116 016", "Hilfetelefon \"Gewalt gegen Frauen\"; free, day and night, many languages",
     "Hilfetelefon, www.hilfetelefon.de", "2026-11"},
    {"EU", true, "112", "Emergency (police, ambulance), everywhere in the European Union",
     "European Commission, digital-strategy.ec.europa.eu", "2026-11"},
    {"EU", false, "116 016", "Helpline for victims of violence against women, where it is in service",
     "European Commission, commission.europa.eu", "2026-11"},
});

constexpr std::array<std::string_view, 26> kUnion{"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI",
                                                  "FR", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
                                                  "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"};

constexpr std::string_view kAdvice =
    "If you are afraid of your partner, the exercises in this app aren't for now: what helps a couple can put a person "
    "who is afraid in danger. You can talk to someone by yourself, without deciding anything. If you can, call from a "
    "phone or a place that your partner doesn't check. Hiding or removing this app doesn't make you safe.";

}  // namespace

std::span<const CrisisNumber> crisis_numbers() noexcept { return kNumbers; }
std::string_view crisis_advice() noexcept { return kAdvice; }

std::string crisis_country(std::string_view code) {
  std::string region(code.substr(0, code.find_first_of(".@")));
  if (const std::size_t at = region.find_last_of("-_"); at != std::string::npos) region.erase(0, at + 1);
  for (char& c : region) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (region == "UK") return "GB";
  if (std::find(kUnion.begin(), kUnion.end(), region) != kUnion.end()) return "EU";
  const bool known =
      std::any_of(kNumbers.begin(), kNumbers.end(), [&](const CrisisNumber& n) { return n.country == region; });
  return known ? region : std::string();
}

}  // namespace kindling
