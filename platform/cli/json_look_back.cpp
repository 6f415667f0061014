#include "platform/cli/json_parts.hpp"

namespace kindling::cli {

std::string look_back_json(const Context& context, const LookBack& found, const std::vector<DayMood>& moods) {
  return dump(
      Json{{"year", found.year},
           {"moments", array_of(found.moments, [](const Memory& memory) { return to_json(memory); })},
           {"appreciations",
            array_of(found.appreciations,
                     [&](const Appreciation& one) {
                       return Json{{"id", to_string(one.id)}, {"at", instant(context, one.at)}, {"text", one.text}};
                     })},
           {"evenings", array_of(found.evenings, [&](const Plan& plan) { return to_json(context, plan); })},
           {"rituals", array_of(found.rituals,
                                [](const HeldRitual& ritual) {
                                  return Json{{"id", to_string(Id<Ritual>{ritual.ref.id})},
                                              {"title", ritual.title},
                                              {"held", name_of(ritual.held)}};
                                })},
           {"moods", array_of(moods, [](const DayMood& mood) {
              return Json{{"date", to_string(mood.date)}, {"valence", mood.valence}, {"energy", mood.energy}};
            })}});
}

std::string page_entries_json(const std::vector<PageEntry>& entries) {
  return dump(array_of(entries, [](const PageEntry& entry) {
    return Json{{"id", to_string(Id<PageEntry>{entry.ref.id})},
                {"kind", traits_of(entry.ref.kind)->name},
                {"date", to_string(entry.date)},
                {"head", entry.head},
                {"text", text_or_null(entry.text)}};
  }));
}

}  // namespace kindling::cli
