#include "platform/cli/crisis_help.hpp"

#include "core/talk/crisis_numbers.hpp"
#include "platform/cli/text_output.hpp"

namespace kindling::cli {

std::string crisis_text(std::string_view country) {
  // The emergency number comes first, whatever else is shown.
  std::string text = "In danger now:\n";
  Columns emergency;
  for (const CrisisNumber& one : crisis_numbers()) {
    if (!one.emergency || (!country.empty() && one.country != country)) continue;
    emergency.add({std::string(one.number), std::string(one.country), std::string(one.name)});
    emergency.add({"", "", "source: " + std::string(one.source) + ", as of " + std::string(one.as_of)});
  }
  text += emergency.text("  ") + "\nSomeone to talk to:\n";
  for (const CrisisNumber& one : crisis_numbers()) {
    if (one.emergency || (!country.empty() && one.country != country)) continue;
    text += "  " + std::string(one.country) + "  " + std::string(one.number) + "\n";
    text += "      " + std::string(one.name) + "\n";
    text += "      source: " + std::string(one.source) + ", as of " + std::string(one.as_of) + "\n";
  }
  text += "\n" + wrapped(crisis_advice());
  if (!country.empty()) text += "`kindling help crisis --country all` shows all countries.\n";
  return text +
         "This page is part of the program: nothing was sent, nothing was written down. Your shell may keep a "
         "history.\n";
}

}  // namespace kindling::cli
