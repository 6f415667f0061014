#include <array>

#include "core/library/comfort_bounds.hpp"
#include "core/services/safety_service.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

std::string_view words_of(ComfortKind kind) {
  switch (kind) {
    case ComfortKind::touch: return "gestures and the ladder";
    case ComfortKind::talk: return "prompts";
    case ComfortKind::time: return "dates, cooking, getaways";
    case ComfortKind::hands: return "  a hand, an arm, a foot";
    case ComfortKind::hugs: return "  arms around, leaning";
    case ComfortKind::kisses: return "  faces and kisses";
    case ComfortKind::lying: return "  lying close";
    case ComfortKind::skin: break;
  }
  return "  backs, hair, bare skin";
}

std::string ceiling_words(const Settings& settings, ComfortKind kind) {
  std::string words = std::to_string(settings.ceiling(kind));
  if (is_sort_of_touch(kind) && !settings.comfort(kind)) words += " as touch";
  if (const auto partner = settings.partner(kind)) words += ", your partner's " + std::to_string(*partner);
  return words;
}

void print_comfort(Session& session, const Settings& settings, bool for_two) {
  const ComfortBounds bounds = bounds_of(settings);
  Columns rows;
  constexpr std::array<ComfortKind, kComfortKinds> kOrder{ComfortKind::touch,  ComfortKind::hands, ComfortKind::hugs,
                                                          ComfortKind::kisses, ComfortKind::lying, ComfortKind::skin,
                                                          ComfortKind::talk,   ComfortKind::time};
  for (const ComfortKind kind : kOrder)
    rows.add({std::string(name_of(kind)), ceiling_words(settings, kind), std::string(words_of(kind))});
  rows.add({"felt-good", settings.felt_good ? std::to_string(*settings.felt_good) : "not marked",
            "no touch above " + std::to_string(bounds.closest_touch()) + " is suggested now"});
  if (settings.touch_rests) rows.add({"touch", "rests", "`kindling ladder resume` brings it back"});
  rows.add({"adult", settings.adult ? "on" : "off", "shown only once your partner has it on, too"});
  if (!for_two) rows.add({"for-two", "off", "this is for you alone; `kindling help crisis`"});
  session.print(rows.text() + "Nothing above these is ever suggested. Only you see them.\n");
}

Result<void> show(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto settings = (*home)->settings().get();
  if (!settings) return settings.error();
  const bool for_two = !SafetyService((*home)->context()).only_for_me();
  if (session.json()) return session.print_json(comfort_json(*settings, for_two)), Result<void>();
  print_comfort(session, *settings, for_two);
  return {};
}

Result<void> after(Session& session, const Arguments& arguments, const Result<Changes>& changes) {
  if (!changes) return changes.error();
  return show(session, arguments);
}

// Also by the names of what the ceilings are for.
std::optional<ComfortKind> comfort_kind_of(std::string_view name) {
  if (name == "gesture") return ComfortKind::touch;
  if (name == "prompt") return ComfortKind::talk;
  if (name == "idea" || name == "date") return ComfortKind::time;
  return parse_name<ComfortKind>(name);
}

// A number, or the word that takes it away.
std::optional<int> read_closeness(ArgumentReader& read, const Arguments& arguments, std::string_view name,
                                  std::string_view none) {
  if (arguments.text(name) == none) return std::nullopt;
  return read.number(name, 0, kComfortLimit);
}

Result<void> set(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto kind = comfort_kind_of(arguments.text("KIND"));
  if (!kind) read.refuse("KIND", invalid("it is touch, talk, time, hands, hugs, kisses, lying or skin"));
  const auto ceiling = read_closeness(read, arguments, "CEILING", "default");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  SettingsService& settings = (*home)->settings();
  return after(
      session, arguments,
      arguments.has("--partner") ? settings.set_partner_comfort(*kind, ceiling) : settings.set_comfort(*kind, ceiling));
}

Result<void> felt_good(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto closeness = read_closeness(read, arguments, "CLOSENESS", "none");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after(session, arguments, (*home)->settings().set_felt_good(closeness));
}

std::optional<bool> read_switch(ArgumentReader& read, const Arguments& arguments) {
  const std::string& text = arguments.text("ON");
  if (text != "on" && text != "off") read.refuse("ON", invalid("it is on or off"));
  return text == "on";
}

Result<void> adult(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto on = read_switch(read, arguments);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after(session, arguments, (*home)->settings().set_adult(*on));
}

Result<void> for_two(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto on = read_switch(read, arguments);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  if (auto kept = SafetyService((*home)->context()).set_only_for_me(!*on); !kept) return kept.error();
  return show(session, arguments);
}

constexpr auto kSet = std::to_array<Parameter>(
    {{"KIND", "", "touch, or a sort of it: hands, hugs, kisses, lying or skin; talk (prompts) or time (dates)", true,
      false, "touch|hands|hugs|kisses|lying|skin|talk|time"},
     {"CEILING", "", "0 to 6, or default: 0 fits anywhere, 3 is close hugs, 6 is sexual", true},
     {"--partner", "", "what your partner told you of theirs; the lower of both holds"}});
constexpr auto kFeltGood =
    std::to_array<Parameter>({{"CLOSENESS", "", "0 to 6 as for ceilings, or none to forget it", true}});
constexpr auto kSwitch = std::to_array<Parameter>({{"ON", "", "on or off", true, false, "on|off"}});
constexpr auto kChildren = std::to_array<Command>({
    {"show", "your ceilings, and what follows from them", {}, show, {}},
    {"set", "how close suggestions may come", kSet, set, {}},
    {"felt-good", "how close was what felt good; touch comes one step above it at most", kFeltGood, felt_good, {}},
    {"adult", "intimate ideas, for adults: shown only where both want them", kSwitch, adult, {}},
    {"for-two", "off: nothing for two is offered, where one is afraid of the other", kSwitch, for_two, {}},
});

}  // namespace

Command comfort_commands() noexcept {
  return {"comfort", "how close suggestions may come, private", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
