#include "core/services/library_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/crypto/envelope.hpp"
#include "core/domain/plan.hpp"
#include "core/library/comfort_bounds.hpp"
#include "core/library/content_rules.hpp"
#include "core/services/safety_service.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

constexpr std::array<ContentKind, 4> kIdeaKinds{ContentKind::date, ContentKind::cooking, ContentKind::getaway,
                                                ContentKind::gesture};
constexpr std::size_t kLeastPrefix = 4;

bool is_idea_kind(ContentKind kind) {
  return std::find(kIdeaKinds.begin(), kIdeaKinds.end(), kind) != kIdeaKinds.end();
}

Content content_of(const Idea& idea) {
  Content content;
  content.id = to_string(idea.id);
  content.kind = idea.kind;
  content.category = "own";
  content.title = idea.title;
  content.text = idea.text;
  if (idea.kind == ContentKind::prompt) {
    content.title.clear();
    content.text = idea.title;
    content.category = idea.deck.empty() ? std::string(kOwnDeck) : idea.deck;
    content.depth = std::clamp(idea.depth, 1, 5);
    content.step = Step::talk;
    content.comfort = idea.comfort;
    return content;
  }
  content.step = idea.kind == ContentKind::gesture ? Step::feel : Step::time;
  content.cost = idea.cost;
  content.minutes = idea.minutes;
  content.place = idea.place;
  content.comfort = idea.comfort;
  content.adult = idea.comfort >= kAdultComfort;
  content.afar = idea.afar;
  content.novelty = 2;  // nobody writes down what they do every week
  return content;
}

// What is known at one moment: the couple's own ideas, the owner's marks and how close anything may come.
class Shelf {
 public:
  Shelf(const Context& context, const Catalogue& catalogue, Tables& tables)
      : catalogue_(catalogue),
        tables_(tables),
        settings_(load_settings(tables)),
        bounds_(bounds_of(settings_)),
        only_for_me_(SafetyService(context).only_for_me()) {
    for (const Idea& idea : load_all<Idea>(tables)) own_.push_back(content_of(idea));
    for (Mark& mark : load_all<Mark>(tables)) {
      const std::string item = mark.item;
      marks_.emplace(item, std::move(mark));
    }
  }

  [[nodiscard]] const Settings& settings() const noexcept { return settings_; }

  // What fits, below the ceilings, own ideas first; `hidden` says which verdicts are left out.
  [[nodiscard]] std::vector<const Content*> choose(const ContentFilter& filter,
                                                   std::initializer_list<Verdict> hidden) const {
    std::vector<const Content*> chosen;
    const auto consider = [&](const Content& content) {
      if (is_choice(content, filter, hidden)) chosen.push_back(&content);
    };
    for (const Content& content : own_) consider(content);
    for_each_kind([&](ContentKind kind) {
      const bool is_wanted =
          filter.kinds.empty() || std::find(filter.kinds.begin(), filter.kinds.end(), kind) != filter.kinds.end();
      if (!is_wanted) return;
      for (const Content& content : catalogue_.of(kind)) consider(content);
    });
    return chosen;
  }
  // The piece of the day among those of a kind: many are looked at and one is kept.
  [[nodiscard]] std::optional<Content> piece_of_the_day(ContentKind kind, std::uint64_t seed, LocalDate today) const {
    const ContentFilter filter{.kinds = {kind}, .adult = true};
    std::vector<Candidate> candidates;
    const auto consider = [&](const Content& content) {
      if (is_choice(content, filter, {Verdict::no, Verdict::hide}))
        candidates.push_back({content.id, content.novelty, content.repeat_days});
      return true;
    };
    for (const Content& content : own_) consider(content);
    catalogue_.visit(kind, consider);
    const Candidate* taken = of_the_day(
        candidates, [&](const Candidate& candidate) { return shown(candidate.id); }, seed, today);
    if (taken == nullptr) return std::nullopt;
    std::optional<Content> found;
    const auto keep = [&](const Content& content) {
      if (content.id == taken->id) found = content;
      return !found;
    };
    for (const Content& content : own_) keep(content);
    if (!found) catalogue_.visit(kind, keep);
    return found;
  }
  [[nodiscard]] std::vector<const Content*> choose_to_draw(const ContentFilter& filter) const {
    return choose(filter, {Verdict::no, Verdict::hide});
  }

  [[nodiscard]] Shown shown(std::string_view id) const {
    const auto mark = marks_.find(id);
    if (mark == marks_.end() || !mark->second.last_shown) return {};
    const std::int64_t times = tables_.total(mark->second.id.bytes, Mark::kShown);
    return {mark->second.last_shown, static_cast<int>(std::clamp<std::int64_t>(times, 0, 1'000'000))};
  }

  [[nodiscard]] IdeaView view(const Content& content) const {
    IdeaView view{.content = content, .own = is_own(content)};
    const auto mark = marks_.find(content.id);
    if (mark == marks_.end()) return view;
    view.verdict = mark->second.verdict;
    view.last_shown = mark->second.last_shown;
    return view;
  }

  [[nodiscard]] const Content* find_whole(std::string_view id) const {
    const auto own = std::find_if(own_.begin(), own_.end(), [&](const Content& content) { return content.id == id; });
    if (own != own_.end()) return &*own;
    const Content* content = catalogue_.find(id);
    return content != nullptr && may_be_seen(*content) ? content : nullptr;
  }

  // Whole ids come before those that they begin: the lists are by id, and ids of the two kinds never meet.
  [[nodiscard]] std::vector<const Content*> choose_by_name() const {
    std::vector<const Content*> all;
    for (const Content& content : own_) all.push_back(&content);
    for_each_kind([&](ContentKind kind) {
      for (const Content& content : catalogue_.of(kind)) {
        if (may_be_seen(content)) all.push_back(&content);
      }
    });
    return all;
  }

  [[nodiscard]] Result<const Content*> find(std::string_view id) const {
    const std::string wanted = fold_case(id);
    if (wanted.size() < kLeastPrefix)
      return invalid("an id may be cut to 4 characters but not to fewer; give more of it");
    const Content* found = find_whole(wanted);
    if (found != nullptr) return found;
    for (const Content* content : choose_by_name()) {
      if (!content->id.starts_with(wanted)) continue;
      if (found != nullptr) return invalid("several ids begin like that; give more characters");
      found = content;
    }
    if (found == nullptr) return not_found("there is no idea with that id; `idea list` shows them");
    return found;
  }

 private:
  [[nodiscard]] bool is_choice(const Content& content, const ContentFilter& filter,
                               std::initializer_list<Verdict> hidden) const {
    // Where one is afraid of the other, a page to read is all that is right.
    if (only_for_me_ && content.kind != ContentKind::article) return false;
    if (!allows(bounds_, content) || !fits(content, filter)) return false;
    return std::find(hidden.begin(), hidden.end(), verdict_on(content)) == hidden.end();
  }
  [[nodiscard]] bool may_be_seen(const Content& content) const { return bounds_.adult || !is_for_adults(content); }
  [[nodiscard]] Verdict verdict_on(const Content& content) const {
    const auto mark = marks_.find(content.id);
    return mark == marks_.end() ? Verdict::none : mark->second.verdict;
  }
  // In the order of their names, so that all pieces come by id.
  template <class Visit>
  static void for_each_kind(Visit&& visit) {
    std::array<std::string_view, kContentKinds> names = EnumNames<ContentKind>::kNames;
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names) visit(*parse_name<ContentKind>(name));
  }
  [[nodiscard]] bool is_own(const Content& content) const {
    return std::any_of(own_.begin(), own_.end(), [&](const Content& own) { return own.id == content.id; });
  }

  const Catalogue& catalogue_;
  Tables& tables_;
  Settings settings_;
  ComfortBounds bounds_;
  bool only_for_me_;
  std::vector<Content> own_;
  std::map<std::string, Mark, std::less<>> marks_;  // by item
};

// Each device and home walks through the library in an order of its own.
std::uint64_t seed_of_home(const Context& context) {
  constexpr std::string_view kPurpose = "kindling/rotation/";
  Bytes message(kPurpose.begin(), kPurpose.end());
  const Uuid home = context.self.id();
  message.insert(message.end(), home.begin(), home.end());
  const auto hash = digest(message);
  std::uint64_t seed = 0;
  for (std::size_t i = 0; i < 8; ++i) seed |= std::uint64_t{hash[i]} << (8 * i);
  return seed;
}

Result<ContentFilter> filter_for_ideas(ContentFilter filter) {
  if (filter.kinds.empty()) filter.kinds.assign(kIdeaKinds.begin(), kIdeaKinds.end());
  if (!std::all_of(filter.kinds.begin(), filter.kinds.end(), is_idea_kind))
    return invalid("ideas are of the kind date, cooking, getaway or gesture");
  if (auto checked = check_note(filter.search, "the text to search for", kTitleLimit); !checked) return checked.error();
  filter.adult = true;  // the bounds say whether it may be seen
  return filter;
}

// Of which the couple had a date already.
std::set<std::string> ideas_had(const Context& context) {
  std::set<std::string> had;
  for (Plan& plan : load_all<Plan>(context.couple.tables())) {
    if (plan.state == PlanState::done && !plan.idea.empty()) had.insert(std::move(plan.idea));
  }
  return had;
}

// Draws and remembers it, in one act, so that two processes don't draw the same.
Result<IdeaView> draw_and_mark(const Context& context, const Catalogue& catalogue, Verb verb,
                               const ContentFilter& filter, std::optional<std::uint64_t> seed, const char* nothing) {
  std::optional<IdeaView> drawn;
  if (SafetyService(context).only_for_me()) return invalid(kNothingForTwo);
  const auto done = context.self.transact(verb, [&](Writer& writer) -> Result<void> {
    const Shelf shelf(context, catalogue, writer.tables());
    const LocalDate today = context.today(shelf.settings().day_start);
    auto candidates = shelf.choose_to_draw(filter);
    if (filter.new_to_us) {
      const std::set<std::string> had = ideas_had(context);
      std::erase_if(candidates, [&](const Content* one) { return had.contains(one->id); });
    }
    const Content* content = draw(
        candidates, [&](const Content& candidate) { return shelf.shown(candidate.id); },
        seed.value_or(seed_of_home(context)), today);
    if (content == nullptr) return not_found(nothing);
    drawn = shelf.view(*content);
    drawn->last_shown = today;
    // The verdict stays untouched: another device may be giving it just now.
    revive(writer, mark_id(content->id));
    const Uuid id = mark_id(content->id).bytes;
    writer.set(Mark::kKind, id, Mark::kItem, to_field(content->id));
    writer.set(Mark::kKind, id, Mark::kLastShown, to_field(today));
    writer.add_count(Mark::kKind, id, Mark::kShown, 1);
    return {};
  });
  if (!done) return done.error();
  return *std::move(drawn);
}

Result<std::optional<Content>> piece_of_the_day(const Context& context, const Catalogue& catalogue, ContentKind kind,
                                                LocalDate today) {
  const Shelf shelf(context, catalogue, context.self.tables());
  auto piece = shelf.piece_of_the_day(kind, seed_of_home(context), today);
  if (auto status = context.self.take_status(); !status) return status.error();
  return piece;
}

}  // namespace

Id<Mark> mark_id(std::string_view item) {
  const auto hash = digest(bytes_of("kindling/mark/" + std::string(item)));
  Id<Mark> id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

Result<std::vector<IdeaView>> LibraryService::ideas(ContentFilter filter) {
  const auto checked = filter_for_ideas(std::move(filter));
  if (!checked) return checked.error();
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  const std::set<std::string> had = ideas_had(context_);
  std::vector<IdeaView> views;
  for (const Content* content : shelf.choose(*checked, {Verdict::hide})) {
    const bool known = had.contains(content->id);
    if (known && checked->new_to_us) continue;
    views.push_back(shelf.view(*content));
    views.back().had = known;
  }
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return views;
}

Result<NearIdeas> LibraryService::near_ideas(ContentFilter filter) {
  auto exact = ideas(filter);
  if (!exact) return exact.error();
  if (!exact->empty()) return NearIdeas{*std::move(exact), {}};
  ContentFilter wide = filter;
  for (unsigned wish = 0; wish < kWishes; ++wish) wide = without(std::move(wide), static_cast<Wish>(wish));
  auto all = ideas(wide);
  if (!all) return all.error();
  // What the two have had is familiar, whatever its number says.
  std::vector<const Content*> pieces;
  for (IdeaView& idea : *all) {
    if (idea.had) idea.content.novelty = 1;
    pieces.push_back(&idea.content);
  }
  const auto near = nearest(filter, pieces);
  if (!near) return NearIdeas{};
  auto found = ideas(near->filter);
  if (!found) return found.error();
  return NearIdeas{*std::move(found), near->given_up};
}

Result<IdeaView> LibraryService::find(std::string_view id) {
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  if (auto status = context_.self.take_status(); !status) return status.error();
  const auto found = shelf.find(id);
  if (!found) return found.error();
  return shelf.view(**found);
}

Result<std::vector<std::optional<IdeaView>>> LibraryService::find_all(std::span<const std::string> ids) {
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  if (auto status = context_.self.take_status(); !status) return status.error();
  std::vector<std::optional<IdeaView>> views;
  views.reserve(ids.size());
  for (const std::string& id : ids) {
    const Content* content = shelf.find_whole(id);
    views.push_back(content == nullptr ? std::nullopt : std::optional(shelf.view(*content)));
  }
  return views;
}

Result<IdeaView> LibraryService::draw_idea(ContentFilter filter, std::optional<std::uint64_t> seed) {
  const auto checked = filter_for_ideas(std::move(filter));
  if (!checked) return checked.error();
  return draw_and_mark(context_, catalogue_, Verb::draw_idea, *checked, seed,
                       "no idea fits all of that; leave out a filter or allow more time or cost");
}

Result<Changes> LibraryService::add_idea(const Idea& idea) {
  if (auto checked = check_title(idea.title, "a title"); !checked) return checked.error();
  if (auto checked = check_note(idea.text, "the text of an idea"); !checked) return checked.error();
  if (!is_idea_kind(idea.kind)) return invalid("an idea must be of the kind date, cooking, getaway or gesture");
  if (idea.comfort < 0 || idea.comfort > kComfortLimit) return invalid("comfort must be a number from 0 to 6");
  if (idea.minutes < 1 || idea.minutes > kLongestContentMinutes)
    return invalid("an idea must take 1 to 4320 minutes, which is three days");
  return context_.self.transact(Verb::add_idea, [&](Writer& writer) -> Result<void> {
    Idea added = idea;
    added.id.bytes = writer.new_id();
    save(writer, added);
    return {};
  });
}

Result<Changes> LibraryService::mark_idea(std::string_view id, Verdict verdict) {
  return context_.self.transact(Verb::mark_idea, [&](Writer& writer) -> Result<void> {
    const Shelf shelf(context_, catalogue_, writer.tables());
    const auto found = shelf.find(id);
    if (!found) return found.error();
    const std::string& item = (*found)->id;
    revive(writer, mark_id(item));
    const Uuid mark = mark_id(item).bytes;
    writer.set(Mark::kKind, mark, Mark::kItem, to_field(item));
    writer.set(Mark::kKind, mark, Mark::kVerdict, to_field(verdict));
    return {};
  });
}

Result<std::vector<Deck>> LibraryService::decks() {
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  const auto prompts = shelf.choose({.kinds = {ContentKind::prompt}, .adult = true}, {Verdict::hide});
  if (auto status = context_.self.take_status(); !status) return status.error();
  std::vector<Deck> decks;
  const auto library = categories_of(ContentKind::prompt);
  std::vector<std::string_view> names(library.begin(), library.end());
  names.push_back(kOwnDeck);
  for (const std::string_view name : names) {
    Deck deck{std::string(name), 0, 5, 1};
    for (const Content* prompt : prompts) {
      if (prompt->category != name) continue;
      ++deck.prompts;
      deck.least_depth = std::min(deck.least_depth, prompt->depth);
      deck.most_depth = std::max(deck.most_depth, prompt->depth);
    }
    if (deck.prompts > 0) decks.push_back(std::move(deck));
  }
  return decks;
}

Result<IdeaView> LibraryService::draw_prompt(std::optional<std::string> deck, std::optional<int> most_depth,
                                             std::optional<std::uint64_t> seed, std::optional<int> least_depth) {
  const auto names = categories_of(ContentKind::prompt);
  if (deck && *deck != kOwnDeck && std::find(names.begin(), names.end(), *deck) == names.end())
    return not_found("there is no such deck; `prompt decks` shows their names");
  ContentFilter filter{.kinds = {ContentKind::prompt},
                       .category = std::move(deck),
                       .least_depth = least_depth,
                       .most_depth = most_depth,
                       .adult = true};
  constexpr const char* kNothing = "no prompt fits; choose another deck or a greater depth";
  auto drawn = draw_and_mark(context_, catalogue_, Verb::draw_prompt, filter, seed, kNothing);
  if (drawn || !least_depth || drawn.error().code != ErrorCode::not_found) return drawn;
  filter.least_depth.reset();
  return draw_and_mark(context_, catalogue_, Verb::draw_prompt, filter, seed, kNothing);
}

Result<std::vector<IdeaView>> LibraryService::favourite_prompts() {
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  std::vector<IdeaView> kept;
  for (const Content* prompt : shelf.choose({.kinds = {ContentKind::prompt}, .adult = true}, {})) {
    if (IdeaView view = shelf.view(*prompt); view.verdict == Verdict::yes) kept.push_back(std::move(view));
  }
  if (auto status = context_.self.take_status(); !status) return status.error();
  return kept;
}

Result<std::vector<Content>> LibraryService::pieces(ContentKind kind) {
  const Shelf shelf(context_, catalogue_, context_.self.tables());
  const auto chosen = shelf.choose({.kinds = {kind}, .adult = true}, {Verdict::hide});
  if (auto status = context_.self.take_status(); !status) return status.error();
  std::vector<Content> pieces;
  for (const std::string_view category : categories_of(kind)) {
    for (const Content* piece : chosen) {
      if (piece->category == category) pieces.push_back(*piece);
    }
  }
  return pieces;
}

Result<std::optional<Content>> LibraryService::gesture_of_the_day(LocalDate today) {
  return piece_of_the_day(context_, catalogue_, ContentKind::gesture, today);
}

Result<std::optional<Content>> LibraryService::prompt_of_the_day(LocalDate today) {
  return piece_of_the_day(context_, catalogue_, ContentKind::prompt, today);
}

}  // namespace kindling
