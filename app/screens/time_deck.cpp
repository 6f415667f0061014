#include "app/screens/time_deck.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kindling::app {
namespace {

using ui::Box;
using ui::Face;
using ui::Icon;

constexpr float kArt = 104;  // dp, the picture at a card's top; less over a long text
constexpr float kLeastArt = 76;
constexpr int kTextLines = 5;  // of a text that leaves the picture its room
constexpr float kPad = 20;
constexpr float kPeek = 12;
constexpr float kFar = 0.55F;       // of the card's width: from there on a swipe to the left is a no
constexpr float kMostTilt = 0.10F;  // radians, at the edge of its way

constexpr std::array<ContentKind, 3> kSuits{ContentKind::date, ContentKind::cooking, ContentKind::getaway};

bool is_in_deck(const IdeaCard& card, ContentKind suit) {
  return card.content.kind == suit && (card.verdict == Verdict::none || card.verdict == Verdict::maybe);
}

// Of the suit, what fits and wasn't passed over today.
std::vector<const IdeaCard*> choose(const std::vector<IdeaCard>& view, const IdeaDeckDraft& draft,
                                    const ContentFilter& filter) {
  std::vector<const IdeaCard*> chosen;
  for (const IdeaCard& card : view) {
    if (!is_in_deck(card, kSuits[draft.suit]) || !fits(card.content, filter)) continue;
    if (std::find(draft.passed.begin(), draft.passed.end(), card.content.id) != draft.passed.end()) continue;
    chosen.push_back(&card);
  }
  return chosen;
}

// The filter, or the nearest one where nothing fits all of it.
std::optional<NearestFilter> nearest_of(const std::vector<IdeaCard>& view, const IdeaDeckDraft& draft) {
  std::vector<const Content*> pieces;
  for (const IdeaCard& card : view) {
    if (is_in_deck(card, kSuits[draft.suit])) pieces.push_back(&card.content);
  }
  return nearest(draft.filters.filter, pieces);
}

// ---- Cards

struct CardHeights {
  float art = 0, sort = 0, title = 0, text = 0, facts = 0, whole = 0;
};

CardHeights measure(ui::Ui& ui, const IdeaCard& card, float width) {
  ui::Paint& paint = ui.paint();
  const float wrap = width - 2 * ui.dp(kPad);
  CardHeights heights;
  heights.sort = paint.line_height(Face::label);
  heights.title = paint.height(Face::title, card.content.name(), wrap);
  heights.text = paint.height(Face::body, card.content.text, wrap);
  // A long text takes some of the picture's room.
  const float longer = heights.text - static_cast<float>(kTextLines) * paint.line_height(Face::body);
  heights.art = ui.dp(kArt) - std::clamp(longer, 0.0F, ui.dp(kArt - kLeastArt));
  heights.facts = flow_facts(ui, card.facts, 0, 0, wrap, ui::Step::time, false);
  heights.whole = heights.art + ui.dp(16) + heights.sort + ui.dp(4) + heights.title + ui.dp(8) + heights.text +
                  ui.dp(16) + heights.facts + ui.dp(kPad);
  return heights;
}

// The cap of a disc on the line at `bottom`: a shape of its own, since a clip wouldn't tilt with the card.
void draw_hill(ui::Ui& ui, float x, float bottom, float half, float most, ui::Colour colour) {
  const float height = std::min(half, most);
  const float radius = (height * height + half * half) / (2 * height);
  const float angle = std::asin(std::min(1.0F, half / radius));
  constexpr float kUp = -1.5707963F;
  ImDrawList& list = ui.paint().list();
  list.PathArcTo({x, bottom + radius - height}, radius, kUp - angle, kUp + angle, 48);
  list.PathFillConvex(colour);
}

void draw_art(ui::Ui& ui, const Box& box, const IdeaCard& card) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Hue& hue = t.hue(ui::Step::time);
  paint.fill_top(box, hue.tint, ui.dp(24));
  const float middle = (box.top + box.bottom) / 2;
  const float x = (box.left + box.right) / 2;
  const ui::Colour soft = ui::faded(hue.strong, t.dark ? 0.16F : 0.10F);
  draw_hill(ui, box.left + box.width() * 0.25F, box.bottom, box.width() * 0.21F, box.height() * 0.5F, soft);
  draw_hill(ui, box.left + box.width() * 0.74F, box.bottom, box.width() * 0.24F, box.height() * 0.7F, soft);
  paint.circle(x, middle, ui.dp(36), t.surface);
  if (t.name == ui::ThemeName::contrast) paint.ring(x, middle, ui.dp(36), hue.strong, ui.dp(1.5F));
  paint.icon(card.icon, x, middle, ui.dp(38), hue.strong, true);
}

void draw_face(ui::Ui& ui, const Box& box, const IdeaCard& card) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float radius = ui.dp(24);
  paint.shadow(box, radius, t.shadow);
  paint.fill(box, t.surface, radius);
  const CardHeights heights = measure(ui, card, box.width());
  // The picture takes some of what the words leave.
  const float art = heights.art + std::clamp(box.height() - heights.whole, 0.0F, ui.dp(36));
  draw_art(ui, {box.left, box.top, box.right, box.top + art}, card);
  if (t.dark) paint.outline(box, t.line, radius, ui.dp(1));
  const float x = box.left + ui.dp(kPad);
  const float wrap = box.width() - 2 * ui.dp(kPad);
  float y = box.top + art + ui.dp(16);
  paint.cut(Face::label, x, y, wrap, t.hue(ui::Step::time).strong, card.sort);
  y += heights.sort + ui.dp(4);
  paint.wrapped(Face::title, x, y, wrap, t.ink, card.content.name());
  y += heights.title + ui.dp(8);
  if (!card.content.title.empty()) paint.wrapped(Face::body, x, y, wrap, t.soft_ink, card.content.text);
  const float facts = box.bottom - ui.dp(kPad) - heights.facts;
  flow_facts(ui, card.facts, x, facts, wrap, ui::Step::time, true);
}

enum class DeckAct : std::uint8_t { none, keep, maybe, no, pass, plan, open };

// What letting go there would do: to the right it is kept; to the left first maybe, and far out a no.
DeckAct act_at(float part) {
  if (part > 0) return DeckAct::keep;
  return part < -kFar ? DeckAct::no : DeckAct::maybe;
}

// The mark that tells it.
void draw_mark(ui::Ui& ui, const Box& box, float part) {
  const ui::Theme& t = ui.theme();
  const float strength = std::clamp(std::abs(part) * 1.6F, 0.0F, 1.0F);
  if (strength < 0.05F) return;
  const DeckAct act = act_at(part);
  const bool right = act == DeckAct::keep;
  const float x = right ? box.left + ui.dp(48) : box.right - ui.dp(48);
  const float y = box.top + ui.dp(52);
  const Icon sign = right ? Icon::heart : act == DeckAct::maybe ? Icon::heart_half : Icon::x;
  const ui::Colour fill = act == DeckAct::no ? t.soft_ink : t.hue(ui::Step::time).strong;
  ui.paint().circle(x, y, ui.dp(24) * (0.7F + 0.3F * strength), ui::faded(fill, strength));
  ui.paint().icon(sign, x, y, ui.dp(24), ui::faded(t.surface, strength), right);
}

// What was drawn since vertex `first`, turned about a point. ImGui has no transform of its own.
void tilt(ui::Ui& ui, int first, float angle, float x, float y) {
  ImDrawList& list = ui.paint().list();
  const float cosine = std::cos(angle);
  const float sine = std::sin(angle);
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImVec2& at = list.VtxBuffer[i].pos;
    const ImVec2 from{at.x - x, at.y - y};
    at = {x + from.x * cosine - from.y * sine, y + from.x * sine + from.y * cosine};
  }
}

void draw_moved(ui::Ui& ui, const Box& rest, const IdeaCard& card, float shift) {
  const int first = ui.paint().list().VtxBuffer.Size;
  const Box box{rest.left + shift, rest.top, rest.right + shift, rest.bottom};
  draw_face(ui, box, card);
  const float part = shift / std::max(1.0F, rest.width());
  draw_mark(ui, box, part);
  if (shift == 0 || ui.look().reduced_motion) return;
  tilt(ui, first, std::clamp(part, -1.2F, 1.2F) * kMostTilt, (box.left + box.right) / 2, box.bottom + box.height());
}

void carry_out(Stage& stage, const IdeaCard& top, IdeaDeckDraft& draft, DeckAct act, float shift, const Box& box) {
  ui::Ui& ui = stage.ui;
  switch (act) {
    case DeckAct::none: return;
    case DeckAct::open: stage.out.emplace_back(OpenPage{{.kind = PageKind::idea, .item = top.content.id}}); return;
    case DeckAct::plan: stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = top.content.id}); return;
    case DeckAct::keep: stage.out.emplace_back(MarkIdea{top.content.id, Verdict::yes}); break;
    case DeckAct::no: stage.out.emplace_back(MarkIdea{top.content.id, Verdict::no}); break;
    case DeckAct::maybe:
      // It comes again, and not today.
      stage.out.emplace_back(MarkIdea{top.content.id, Verdict::maybe});
      draft.passed.push_back(top.content.id);
      break;
    case DeckAct::pass: draft.passed.push_back(top.content.id); break;
  }
  draft.leaving = top;
  draft.leaving_to = (act == DeckAct::keep ? 1.35F : -1.35F) * box.width();
  ui.motion().put(ui.id("leaving"), shift);
  ui.motion().put(ui.id("rise"), 0);
  ui.draw_again();
}

// The top card as a widget: pressed it opens, dragged it is kept or put back.
DeckAct draw_top(ui::Ui& ui, const Box& box, const IdeaCard& card, float& shift) {
  ui::Node node;
  node.id = ui.id(card.content.id);
  node.role = ui::Role::button;
  node.name = card.content.name();
  node.hint = card.content.text;
  node.box = box;
  node.actions = {"press", std::string(ui.tr("Keep")), std::string(ui.tr("Not now")), std::string(ui.tr("Maybe")),
                  std::string(ui.tr("Not for me"))};
  const ui::Touch touch = ui.touch(std::move(node), ui::kPress | ui::kDragX);
  DeckAct act = touch.pressed ? DeckAct::open : DeckAct::none;
  constexpr std::array kActs{DeckAct::open, DeckAct::keep, DeckAct::pass, DeckAct::maybe, DeckAct::no};
  if (touch.action) act = kActs[std::min(*touch.action, kActs.size() - 1)];
  const ui::NodeId slide = touch.id ^ 0x51DEU;
  shift = 0;
  if (const auto drag = ui.pointer().drag(touch.id)) {
    shift = drag->moved_x;
    if (drag->ended) {
      if (ui::is_swipe(ui, *drag, shift, box.width())) {
        act = act_at(shift / std::max(1.0F, box.width()));
      } else {
        ui.motion().put(slide, shift);
      }
    }
  } else if (ui.motion().has(slide)) {
    shift = ui.motion().to(slide, 0, 0.28F);
    if (shift == 0) ui.motion().forget(slide);
  }
  const float rise = ui.motion().to(ui.id("rise"), 1, 0.28F);
  const float inset = ui.dp(kPeek) * (1 - rise);
  const Box at{box.left + inset, box.top + inset, box.right - inset, box.bottom + inset};
  draw_moved(ui, at, card, shift);
  if (touch.ring) ui.focus_ring(box, ui.dp(24));
  return act;
}

DeckAct draw_buttons(ui::Ui& ui) {
  const Box line = ui.take(std::max(ui.dp(60), ui::button_height(ui)));
  const float middle = (line.top + line.bottom) / 2;
  const float disc = ui.dp(56);
  const float half = ui::button_height(ui) / 2;
  DeckAct act = DeckAct::none;
  if (ui::icon_button(ui, "pass", Icon::x, ui.tr("Not now"), line.left + disc / 2, middle)) act = DeckAct::pass;
  const Box plan{line.left + disc + ui.dp(8), middle - half, line.right - disc - ui.dp(8), middle + half};
  if (ui::button_at(ui, "plan", ui.tr("Plan this"), plan, {.icon = Icon::calendar_plus, .hue = ui::Step::time}))
    act = DeckAct::plan;
  const ui::IconButtonOptions keep{.filled_icon = true, .colour = ui.theme().hue(ui::Step::time).strong};
  if (ui::icon_button(ui, "keep", Icon::heart, ui.tr("Keep"), line.right - disc / 2, middle, keep)) act = DeckAct::keep;
  ui.space(8);
  ui::Chips chips(ui, "verdicts", ui.tr("Only you see this"));
  if (chips.chip("maybe", ui.tr("Maybe"), false, ui::Step::time, Icon::heart_half)) act = DeckAct::maybe;
  if (chips.chip("no", ui.tr("Not for me"), false, ui::Step::time, Icon::eye_slash)) act = DeckAct::no;
  return act;
}

void draw_cards(Stage& stage, const std::vector<const IdeaCard*>& cards, IdeaDeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "cards");
  const float width = ui.column().width();
  const IdeaCard& top = *cards.front();
  // Tall enough for the next one too, so that the page below doesn't jump at every swipe.
  float wanted = measure(ui, top, width).whole;
  for (std::size_t i = 1; i < cards.size() && i < 3; ++i)
    wanted = std::max(wanted, measure(ui, *cards[i], width).whole);
  const float height = ui.motion().to(ui.id("height"), wanted, 0.25F);
  const Box box = ui.take(std::max(height, wanted));
  ui.space(kPeek + 8);
  const float peek = ui.dp(kPeek);
  const ui::Theme& t = ui.theme();
  if (cards.size() > 1) {
    const Box next{box.left + peek, box.top + peek, box.right - peek, box.bottom + peek};
    ui.paint().shadow(next, ui.dp(24), t.shadow * 0.7F);
    ui.paint().fill(next, t.raised, ui.dp(24));
    if (draft.tilts) draw_face(ui, next, *cards[1]);
    if (t.dark) ui.paint().outline(next, t.line, ui.dp(24), ui.dp(1));
  }
  float shift = 0;
  DeckAct act = draw_top(ui, box, top, shift);
  draft.tilts = shift != 0;
  if (draft.leaving) {
    const float at = ui.motion().to(ui.id("leaving"), draft.leaving_to, 0.35F);
    if (ui.look().reduced_motion || std::abs(at) >= std::abs(draft.leaving_to) * 0.97F) {
      draft.leaving.reset();
    } else {
      draw_moved(ui, box, *draft.leaving, at);
    }
  }
  if (const DeckAct pressed = draw_buttons(ui); pressed != DeckAct::none) act = pressed;
  carry_out(stage, top, draft, act, shift, box);
}

// The best of as many draws as its novelty is worth (one, three or nine, as in core/library/draw.cpp).
std::uint64_t place_in_deck(const Content& content, LocalDate today) {
  constexpr std::array<int, 3> kDraws{1, 3, 9};
  const int draws = kDraws[static_cast<std::size_t>(std::clamp(content.novelty, 1, 3) - 1)];
  std::uint64_t best = order_of_day(content.id, today);
  for (int i = 1; i < draws; ++i) best = std::min(best, order_of_day(content.id + "#" + std::to_string(i), today));
  return best;
}

void draw_nothing(Stage& stage, const std::vector<IdeaCard>& view, IdeaDeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  draft.leaving.reset();
  const ui::Card card(ui, "nothing", ui.tr("No more ideas"));
  if (nearest_of(view, draft)) {
    if (ui::empty_state(ui, "seen", Icon::cards_three, ui::Step::time, ui.tr("That was the last one"),
                        ui.tr("What you passed over is still here, and tomorrow the deck is shuffled."),
                        ui.tr("Look through them again"))) {
      draft.passed.clear();
    }
    return;
  }
  ui::note(ui, ui.tr("You have said yes or no to all of these. What you kept waits below."));
}

}  // namespace

Result<std::vector<IdeaCard>> read_deck(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  const auto ideas = home.library().ideas({.kinds = {kSuits.begin(), kSuits.end()}});
  if (!ideas) return ideas.error();
  std::vector<std::pair<std::pair<bool, std::uint64_t>, IdeaCard>> cards;
  for (const IdeaView& idea : *ideas) {
    IdeaCard card{.content = idea.content,
                  .sort = sort_of(format.tr(), idea.content),
                  .icon = icon_of(idea.content),
                  .facts = {},
                  .verdict = idea.verdict};
    if (idea.had) card.content.novelty = 1;
    card.facts = facts_of(format, card.content);
    cards.emplace_back(std::pair(idea.had, place_in_deck(card.content, *today)), std::move(card));
  }
  std::stable_sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<IdeaCard> sorted;
  for (auto& [place, card] : cards) sorted.push_back(std::move(card));
  return sorted;
}

void draw_idea_deck(Stage& stage, const std::vector<IdeaCard>& view, IdeaDeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::array<std::string_view, 3> suits{ui.tr("Dates"), ui.tr("Cooking"), ui.tr("Getaways")};
  if (const auto suit = ui::segmented(ui, "suit", ui.tr("Which ideas"), suits, draft.suit)) {
    draft.suit = *suit;
    draft.leaving.reset();
  }
  ui.space(8);
  draw_idea_filters(stage, draft.filters);
  const auto near = nearest_of(view, draft);
  if (near && !near->given_up.empty()) say_what_was_given_up(stage, near->given_up);
  const auto cards = choose(view, draft, near ? near->filter : draft.filters.filter);
  if (cards.empty()) {
    draw_nothing(stage, view, draft);
  } else {
    draw_cards(stage, cards, draft);
  }
}

}  // namespace kindling::app
