#include "app/screens/talk.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/talk_deck.hpp"
#include "app/screens/talk_mode.hpp"
#include "app/screens/talk_words.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr ui::Step kHue = ui::Step::talk;
constexpr std::array<int, 3> kMostDepth{2, 3, 5};  // of light, closer, deep
constexpr std::size_t kShownReplies = 3;

void draw_ways_in(Stage& stage) {
  ui::Ui& ui = stage.ui;
  ui.space(12);
  const ui::RowLook starts{.icon = Icon::chat_circle_dots,
                           .hue = kHue,
                           .title = ui.tr("Ways to begin"),
                           .subtitle = ui.tr("A hundred worries, each said kindly"),
                           .arrow = true};
  if (ui::row(ui, "starts", starts) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::starts}});
}

void draw_question(Stage& stage, const TalkModel& view) {
  ui::Ui& ui = stage.ui;
  if (view.prompt.empty()) return;
  section(stage, ui.tr("Tonight's question"));
  const ui::Card card(ui, "question", ui.tr("Tonight's question"), {.fill = ui::CardLook::Fill::tint, .hue = kHue});
  ui::paragraph(ui, view.question, Face::heading);
  ui.space(14);
  if (ui::button(ui, "open", ui.tr("Open the card"), {.icon = Icon::chat_circle_dots, .hue = kHue}))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::prompt_deck, .item = view.prompt}});
}

struct TileMeasures {
  float pad = 0, sign = 0, title = 0, count = 0;
  [[nodiscard]] float height() const { return 2 * pad + sign + title + count; }
};
TileMeasures measure_tile(ui::Ui& ui, const DeckLine& deck, float width) {
  TileMeasures m;
  m.pad = ui.dp(16);
  m.sign = ui.dp(28 + 12);
  m.title = ui.paint().height(Face::strong, deck.label, width - 2 * m.pad);
  m.count = ui.paint().height(Face::label, deck.count, width - 2 * m.pad) + ui.dp(2);
  return m;
}

// A deck as a small pile of cards.
bool deck_tile(ui::Ui& ui, const DeckLine& deck, const ui::Box& box) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  ui::Node node;
  node.id = ui.id(deck.name);
  node.role = ui::Role::button;
  node.name = deck.label;
  node.hint = deck.count;
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (!ui.on_screen(box)) return touch.pressed;
  const TileMeasures m = measure_tile(ui, deck, box.width());
  const float radius = ui.dp(20);
  const float down = ui.motion().to(touch.id ^ 0x5EEDU, touch.held ? 1.0F : 0.0F, 0.12F) * ui.dp(2);
  const ui::Box at{box.left + down, box.top + down, box.right - down, box.bottom - down};
  const ui::Box under{at.left + ui.dp(14), at.top, at.right - ui.dp(14), at.bottom + ui.dp(5)};
  paint.fill(under, t.hue(kHue).tint, radius);
  paint.shadow(at, radius, t.shadow * 0.6F);
  paint.fill(at, t.surface, radius);
  if (t.dark) paint.outline(at, t.line, radius, ui.dp(1));
  if (touch.hovered || touch.held) paint.fill(at, ui::faded(t.ink, touch.held ? 0.07F : 0.03F), radius);
  const float left = at.left + m.pad;
  const float wrap = box.width() - 2 * m.pad;
  paint.icon(deck.icon, left + ui.dp(14), at.top + m.pad + ui.dp(14), ui.dp(28), t.hue(kHue).strong, true);
  const float top = at.top + m.pad + m.sign;
  paint.wrapped(Face::strong, left, top, wrap, t.ink, deck.label);
  paint.wrapped(Face::label, left, top + m.title + ui.dp(2), wrap, t.soft_ink, deck.count);
  if (touch.ring) ui.focus_ring(at, radius);
  return touch.pressed;
}

void draw_decks(Stage& stage, const TalkModel& view, TalkDraft& draft) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Questions by depth"));
  const std::array<std::string_view, 3> depths{depth_label(ui.tr, 1), depth_label(ui.tr, 3), depth_label(ui.tr, 5)};
  if (const auto picked = ui::segmented(ui, "depth", ui.tr("How deep"), depths, draft.depth)) draft.depth = *picked;
  ui.space(14);
  const int most = kMostDepth[draft.depth];
  std::vector<const DeckLine*> decks;
  for (const DeckLine& deck : view.decks) {
    if (deck.least_depth <= most) decks.push_back(&deck);
  }
  if (decks.empty()) {
    ui::note(ui, ui.tr("No deck begins that lightly. A deeper one is a tap away."));
    return;
  }
  const float gap = ui.dp(12);
  const float room = ui.column().width();
  const auto columns = static_cast<std::size_t>(std::clamp((room + gap) / (ui.text_dp(136) + gap), 1.0F, 3.0F));
  const float each = (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const ui::Scope scope(ui, "decks");
  for (std::size_t first = 0; first < decks.size(); first += columns) {
    const std::size_t last = std::min(first + columns, decks.size());
    float height = ui.dp(104);
    for (std::size_t i = first; i < last; ++i) height = std::max(height, measure_tile(ui, *decks[i], each).height());
    const ui::Box line = ui.take(height);
    for (std::size_t i = first; i < last; ++i) {
      const float left = line.left + static_cast<float>(i - first) * (each + gap);
      if (!deck_tile(ui, *decks[i], {left, line.top, left + each, line.bottom})) continue;
      stage.out.emplace_back(OpenPage{{.kind = PageKind::prompt_deck, .item = deck_item(decks[i]->name, most)}});
      const DepthWindow begin = sitting_depths(0, decks[i]->least_depth, most);
      stage.out.emplace_back(DrawPrompt{decks[i]->name, begin.most, begin.least});
    }
    ui.space(16);
  }
}

void draw_own_cards(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::RowLook look{.icon = Icon::pencil_simple,
                         .hue = kHue,
                         .title = ui.tr("Your cards and favourites"),
                         .subtitle = ui.tr("Write a question of your own"),
                         .arrow = true};
  if (ui::row(ui, "cards", look) == ui::RowEvent::pressed) stage.out.emplace_back(OpenPage{{.kind = PageKind::cards}});
}

void draw_practice_row(Stage& stage) {
  ui::Ui& ui = stage.ui;
  ui.space(12);
  const ui::RowLook look{.icon = Icon::chats_circle,
                         .hue = kHue,
                         .title = ui.tr("Practise an answer"),
                         .subtitle = ui.tr("To good news and to hard moments, for you alone"),
                         .arrow = true};
  if (ui::row(ui, "practice", look) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::practice}});
}

void draw_together(Stage& stage) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Time to listen"));
  const ui::RowLook turns{.icon = Icon::ear,
                          .hue = kHue,
                          .title = ui.tr("Talk in turns"),
                          .subtitle = ui.tr("One speaks, one listens, then you swap"),
                          .arrow = true};
  if (ui::row(ui, "turns", turns) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::talk_mode}});
  ui.space(10);
  const ui::RowLook phones{.icon = Icon::phone_slash,
                           .hue = kHue,
                           .title = ui.tr("Phones face down"),
                           .subtitle = ui.tr("A while for you two, with one question at the end"),
                           .arrow = true};
  if (ui::row(ui, "phones", phones) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::talk_mode, .item = std::string(kPhonesDown)}});
}

void draw_invitation(Stage& stage, TalkDraft& draft) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Invite to talk"));
  const ui::Card card(ui, "invite", ui.tr("Invite to talk"));
  ui::paragraph(ui, ui.tr("A set time lets both of you arrive."));
  ui.space(12);
  draw_invite(stage, draft.invite);
}

// A phrase to take along; the whole line copies it.
bool reply_line(ui::Ui& ui, std::string_view name, std::string_view phrase) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float wrap = ui.column().width() - ui.dp(40);
  const float words = paint.height(Face::body, phrase, wrap);
  const ui::Box box = ui.take(std::max(ui.dp(52), words + ui.dp(20)));
  ui::Node node;
  node.id = ui.id(name);
  node.role = ui::Role::button;
  node.name = phrase;
  node.hint = ui.tr("Copies it");
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (!ui.on_screen(box)) return touch.pressed;
  const float middle = (box.top + box.bottom) / 2;
  const ui::Box veil{box.left - ui.dp(10), box.top, box.right + ui.dp(10), box.bottom};
  if (touch.hovered || touch.held) paint.fill(veil, ui::faded(t.ink, touch.held ? 0.07F : 0.03F), ui.dp(12));
  paint.wrapped(Face::body, box.left, middle - words / 2, wrap, t.ink, phrase);
  paint.icon(Icon::copy, box.right - ui.dp(12), middle, ui.dp(22), t.hue(kHue).strong);
  if (touch.ring) ui.focus_ring(veil, ui.dp(12));
  return touch.pressed;
}

void draw_replies(Stage& stage, const TalkModel& view, TalkDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (view.replies.empty()) return;
  section(stage, ui.tr("When words are missing"));
  const ui::Card card(ui, "replies", ui.tr("When words are missing"));
  draft.situation = std::min(draft.situation, view.replies.size() - 1);
  {
    ui::Chips chips(ui, "situations", ui.tr("What for"));
    for (std::size_t i = 0; i < view.replies.size(); ++i) {
      if (!chips.chip(view.replies[i].situation, view.replies[i].label, i == draft.situation, kHue)) continue;
      draft.situation = i;
      draft.all_replies = false;
    }
  }
  ui.space(6);
  const ReplyGroup& group = view.replies[draft.situation];
  const ui::Scope scope(ui, group.situation);
  const std::size_t shown = draft.all_replies ? group.phrases.size() : std::min(group.phrases.size(), kShownReplies);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) {
      const ui::Box line = ui.take(ui.dp(1));
      ui.paint().fill(line, ui.theme().line);
    }
    if (!reply_line(ui, std::to_string(i), group.phrases[i])) continue;
    ui.clipboard.write(group.phrases[i]);
    stage.out.emplace_back(Say{std::string(ui.tr("Copied. Say it in your own way."))});
  }
  if (shown < group.phrases.size() && ui::link(ui, "all", ui.tr("Show all"), kHue)) draft.all_replies = true;
}

}  // namespace

Result<TalkModel> read_talk(Kindling& home, const Format& format) {
  const ui::Strings& tr = format.tr();
  LibraryService& library = home.library();
  TalkModel model;
  auto today = home.today().today();
  if (!today) return today.error();
  if (today->prompt) {
    model.prompt = today->prompt->id;
    model.question = today->prompt->text;
  }
  auto decks = library.decks();
  if (!decks) return decks.error();
  for (const Deck& deck : *decks) {
    model.decks.push_back({deck.name, std::string(deck_label(tr, deck.name)),
                           tr.count(static_cast<std::int64_t>(deck.prompts), "{n} question", "{n} questions"),
                           deck_icon(deck.name), deck.least_depth});
  }
  auto replies = library.pieces(ContentKind::reply);
  if (!replies) return replies.error();
  for (Content& reply : *replies) {
    if (model.replies.empty() || model.replies.back().situation != reply.category)
      model.replies.push_back({reply.category, std::string(situation_label(tr, reply.category)), {}});
    model.replies.back().phrases.push_back(std::move(reply.text));
  }
  return model;
}

Result<void> TalkScreen::read(Kindling& home, const Format& format) {
  auto view = read_talk(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

void draw_talk(Stage& stage, const TalkModel& view, TalkDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "talk", draft.scroll, {.title = ui.tr("Talk"), .overline = ui.tr("Kindly, and in good time")});
  if (stage.only_for_me) return draw_care(stage);
  draw_composer(stage, draft.composer);
  // Where there is fear, an evening of talking is the wrong thing to offer.
  const bool fear = speaks_of_fear(draft.composer);
  if (!fear) draw_ways_in(stage);
  if (stage.wide) {
    draw_replies(stage, view, draft);
    if (!fear) draw_practice_row(stage);
  }
  scene.second_column();
  if (stage.wide) ui.space(-22);  // its first heading stands level with the card beside it
  if (!fear) {
    draw_question(stage, view);
    draw_decks(stage, view, draft);
    draw_own_cards(stage);
    draw_together(stage);
    draw_invitation(stage, draft);
  }
  if (stage.wide) return;
  draw_replies(stage, view, draft);
  if (!fear) draw_practice_row(stage);
}

}  // namespace kindling::app
