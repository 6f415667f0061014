#include "app/screens/talk_words.hpp"

#include "core/library/content_rules.hpp"

namespace kindling::app {

using ui::Icon;

std::string_view deck_label(const ui::Strings& tr, std::string_view deck) {
  if (deck == "daily-life") return tr("Daily life");
  if (deck == "play") return tr("Play");
  if (deck == "memories") return tr("Memories and laughter");
  if (deck == "appreciation") return tr("Appreciation");
  if (deck == "dreams") return tr("Dreams");
  if (deck == "inner-world") return tr("Inner world");
  if (deck == "home") return tr("Family, money, home");
  if (deck == "stress") return tr("Stress talk");
  if (deck == "intimacy") return tr("Intimacy");
  if (deck == kOwnDeck) return tr("Your own");
  return deck;
}

Icon deck_icon(std::string_view deck) {
  if (deck == "daily-life") return Icon::coffee;
  if (deck == "play") return Icon::dice_five;
  if (deck == "memories") return Icon::camera;
  if (deck == "appreciation") return Icon::flower_tulip;
  if (deck == "dreams") return Icon::moon_stars;
  if (deck == "inner-world") return Icon::waves;
  if (deck == "home") return Icon::house_line;
  if (deck == "stress") return Icon::cloud;
  if (deck == "intimacy") return Icon::flame;
  if (deck == kOwnDeck) return Icon::pencil_simple;
  return Icon::cards_three;
}

std::string_view depth_label(const ui::Strings& tr, int depth) {
  if (depth <= 2) return tr("Light");
  return depth == 3 ? tr("Closer") : tr("Deep");
}

std::string_view situation_label(const ui::Strings& tr, std::string_view situation) {
  if (situation == "apology") return tr("To say sorry");
  if (situation == "pause") return tr("To take a pause");
  if (situation == "validation") return tr("To show you hear it");
  if (situation == "good-news") return tr("For good news");
  return situation;
}

std::string_view kind_line(const ui::Strings& tr, HarshKind kind) {
  switch (kind) {
    case HarshKind::always_never: return tr("Always and never invite a list of exceptions.");
    case HarshKind::why_dont_you: return tr("A why-question can sound like a charge.");
    case HarshKind::you_make_me: return tr("The feeling is yours; said so, it is easier to hear.");
    case HarshKind::comparison: return tr("Being compared tends to hurt more than it moves.");
    case HarshKind::insult: return tr("A name sticks longer than the thing that it was about.");
    case HarshKind::mind_reading: return tr("They may have meant something else; asking leaves room.");
    case HarshKind::threat: return tr("A threat closes the talk that you wish for.");
    case HarshKind::contempt: return tr("This can sound like looking down on them.");
    case HarshKind::demand: return tr("A request leaves room for a real yes.");
    case HarshKind::blame: return tr("Blame is likely to be answered with defence.");
    case HarshKind::safety: break;
  }
  return tr("This isn't about wording.");
}

std::string_view request_line(const ui::Strings& tr, RequestHint hint) {
  switch (hint) {
    case RequestHint::negative: return tr("What would you like to see instead? That is easier to do than not to do.");
    case RequestHint::vague: return tr("One small thing that could happen this week is easier to say yes to.");
    case RequestHint::demand:
    case RequestHint::none: break;
  }
  return tr("A request leaves room for a real yes.");
}

std::array<std::string_view, 8> common_feelings(const ui::Strings& tr) {
  return {tr("lonely"), tr("hurt"),  tr("overwhelmed"), tr("worried"),
          tr("sad"),    tr("tired"), tr("distant"),     tr("torn")};
}

std::array<std::string_view, 6> common_needs(const ui::Strings& tr) {
  return {tr("closeness"), tr("to feel heard"), tr("some rest"), tr("help"), tr("time for us"), tr("a little calm")};
}

}  // namespace kindling::app
