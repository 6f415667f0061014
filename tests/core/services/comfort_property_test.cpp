// Whatever is suggested, by whatever door, stays where both are comfortable.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "assets/content.hpp"
#include "core/services/library_service.hpp"
#include "core/services/programme_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/settings_record.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

constexpr std::size_t kSuggestions = 1'000'000;

// A world of ceilings, and what it allows in plain numbers: written apart from the rule that is tested.
struct World {
  std::array<std::optional<int>, kComfortKinds> own, partner;
  std::optional<int> felt_good;
  bool rests = false;
  bool adult = false;

  [[nodiscard]] int limit(ComfortKind kind) const {
    const auto i = static_cast<std::size_t>(kind);
    const int usual = is_sort_of_touch(kind) ? kComfortLimit : kComfortDefault;
    return std::min(own[i].value_or(usual), partner[i].value_or(kComfortLimit));
  }
  [[nodiscard]] std::string objection(const Content& content) const {
    if (content.adult || content.comfort >= 5 || content.category == "intimacy") return "is for adults";
    const bool touching = content.kind == ContentKind::gesture || content.kind == ContentKind::rung ||
                          (content.kind == ContentKind::session && content.step == Step::touch);
    const bool timely = content.kind == ContentKind::date || content.kind == ContentKind::cooking ||
                        content.kind == ContentKind::getaway || content.kind == ContentKind::ritual ||
                        (content.kind == ContentKind::session && content.step == Step::time);
    const ComfortKind kind = touching ? ComfortKind::touch : timely ? ComfortKind::time : ComfortKind::talk;
    if (content.comfort > limit(kind)) return "lies above a ceiling";
    if (kind == ComfortKind::talk) return {};
    if (felt_good && content.comfort > *felt_good + 1) return "lies too far above what felt good";
    for (const TouchKind sort : content.touch) {
      const auto of_sort = static_cast<ComfortKind>(static_cast<int>(ComfortKind::hands) + static_cast<int>(sort));
      if (content.comfort > limit(of_sort)) return "lies above the ceiling of its sort";
    }
    const bool unsaid = content.touch.empty() && content.comfort >= 3;
    for (int i = static_cast<int>(ComfortKind::hands); unsaid && i <= static_cast<int>(ComfortKind::skin); ++i) {
      if (content.comfort > limit(static_cast<ComfortKind>(i))) return "may come to a sort that is less welcome";
    }
    if (rests && (content.kind == ContentKind::rung || !content.touch.empty() || unsaid))
      return "may be a touch, and touch rests";
    return {};
  }
};

World any_world(std::mt19937_64& engine) {
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(engine); };
  const auto maybe = [&](int one_in) { return below(one_in) == 0 ? std::optional(below(7)) : std::nullopt; };
  World world;
  for (std::size_t i = 0; i < kComfortKinds; ++i) {
    world.own[i] = i < 3 ? std::optional(below(7)) : maybe(4);
    world.partner[i] = maybe(4);
  }
  world.felt_good = maybe(2);
  world.rests = below(8) == 0;
  world.adult = below(2) == 0;
  return world;
}

class ComfortProperty : public ServiceTest {
 protected:
  void live_in(const World& world) {
    must(change_settings(context().self, Verb::change_settings, [&](Settings& settings) -> Result<void> {
      for (std::size_t i = 0; i < kComfortKinds; ++i) {
        settings.comfort(static_cast<ComfortKind>(i)) = world.own[i];
        settings.partner(static_cast<ComfortKind>(i)) = world.partner[i];
      }
      settings.felt_good = world.felt_good;
      settings.touch_rests = world.rests;
      settings.adult = world.adult;
      return {};
    }));
  }
  void look_at(const World& world, const Content& content) {
    ++suggested_;
    if (const std::string why = world.objection(content); !why.empty()) ADD_FAILURE() << content.id << " " << why;
  }
  template <class Views>
  void look_at_ideas(const World& world, const Views& ideas) {
    ASSERT_TRUE(ideas.has_value());
    for (const IdeaView& idea : *ideas) look_at(world, idea.content);
  }
  void look_at_day(const World& world, LocalDate day) {
    if (const auto gesture = *library_.gesture_of_the_day(day)) look_at(world, *gesture);
    if (const auto prompt = *library_.prompt_of_the_day(day)) look_at(world, *prompt);
    if (const auto programme = *programme_.current(); programme && programme->session)
      look_at(world, *programme->session);
  }

  Catalogue catalogue_ = *Catalogue::load(packed_content());
  LibraryService library_{context(), catalogue_};
  ProgrammeService programme_{context(), catalogue_};
  std::size_t suggested_ = 0;
};

TEST_F(ComfortProperty, SuggestsNothingTooCloseInAMillionSuggestions) {
  std::mt19937_64 engine(20261122);
  const LocalDate today = day("2026-11-22");
  for (int world_number = 0; suggested_ < kSuggestions; ++world_number) {
    const World world = any_world(engine);
    live_in(world);
    look_at_ideas(world, library_.ideas({}));
    for (std::size_t i = 0; i < kContentKinds; ++i) {
      const auto kind = static_cast<ContentKind>(i);
      if (kind == ContentKind::article || kind == ContentKind::session) continue;
      const auto pieces = library_.pieces(kind);
      ASSERT_TRUE(pieces.has_value());
      for (const Content& piece : *pieces) look_at(world, piece);
    }
    look_at_day(world, today + std::chrono::days(world_number));
    if (world_number % 5 != 0) continue;
    // What is drawn leaves a mark, which takes its time.
    if (const auto drawn = library_.draw_idea({.kinds = {ContentKind::gesture}}, engine()))
      look_at(world, drawn->content);
    if (const auto drawn = library_.draw_idea({}, engine())) look_at(world, drawn->content);
    if (const auto drawn = library_.draw_prompt({}, {}, engine())) look_at(world, drawn->content);
    must(programme_.start(world_number % 2 == 0 ? Programme::small_touches : Programme::four_first_steps));
    for (int passed = 0; passed < 28; ++passed) {
      const auto view = programme_.current();
      ASSERT_TRUE(view.has_value() && view->has_value());
      if (!(*view)->session) break;
      look_at(world, *(*view)->session);
      if (world_number % 25 == 0) must(programme_.pass());
    }
  }
  std::cout << suggested_ << " suggestions, none too close\n";
}

// A rule that let nothing through would keep every promise.
TEST_F(ComfortProperty, SuggestsAllThatMayBe) {
  World open;
  for (auto& ceiling : open.own) ceiling = 4;
  live_in(open);
  const auto gestures = library_.ideas({.kinds = {ContentKind::gesture}});
  const auto below =
      std::count_if(catalogue_.of(ContentKind::gesture).begin(), catalogue_.of(ContentKind::gesture).end(),
                    [&](const Content& gesture) { return open.objection(gesture).empty(); });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(gestures->size()), below);
  EXPECT_GT(below, 280);
  EXPECT_EQ(library_.pieces(ContentKind::rung)->size(), 75U);
}

}  // namespace
}  // namespace kindling
