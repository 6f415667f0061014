#include "platform/cli/crisis_help.hpp"

#include "core/talk/crisis_numbers.hpp"
#include "core/talk/referrals.hpp"
#include "platform/cli/text_output.hpp"

namespace kindling::cli {

std::string crisis_text(std::string_view country) {
  // The emergency number comes first, whatever else is shown.
  std::string text;
  for (const bool emergency : {true, false}) {
    text += emergency ? "In danger now:\n" : "\nSomeone to talk to:\n";
    for (const CrisisNumber& one : crisis_numbers()) {
      if (one.emergency != emergency || (!country.empty() && one.country != country)) continue;
      text += "  " + std::string(one.number) + "  " + std::string(country_name(one.country)) + "\n";
      text += "      " + std::string(one.name);
      if (!emergency) text += ", for " + std::string(one.whom);
      if (!one.hours.empty()) text += "; " + std::string(one.hours);
      text += "\n      source: " + std::string(one.source) + ", as of " + std::string(one.as_of) + "\n";
    }
  }
  text += "\n" + wrapped(crisis_advice()) + wrapped(crisis_caution());
  if (!country.empty()) text += "`kindling help crisis --country all` shows all countries.\n";
  return text +
         "This page is part of the program: nothing was sent, nothing was written down. Your shell may keep a "
         "history.\n";
}

std::string referral_text(std::string_view country) {
  std::string text = "Directories, in no order:\n";
  for (const Referral& one : referrals()) {
    if (!country.empty() && one.country != country && one.country != "any") continue;
    const std::string_view place = country_name(one.country);
    text += "  " + std::string(one.name) + (place.empty() ? "" : ", " + std::string(place)) + ": " +
            std::string(one.what) + "\n      " + std::string(one.site) + " (source: " + std::string(one.source) +
            ", as of " + std::string(one.as_of) + ")\n";
  }
  if (!country.empty()) text += "`kindling help therapist --country all` shows those of all countries.\n";
  return text;
}

}  // namespace kindling::cli
