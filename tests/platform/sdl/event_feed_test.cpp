#include "platform/sdl/event_feed.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace kindling {
namespace {

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event key(SDL_Keycode symbol, unsigned modifiers = KMOD_NONE, SDL_Scancode place = SDL_SCANCODE_UNKNOWN) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = symbol;
  event.key.keysym.scancode = place;
  event.key.keysym.mod = static_cast<Uint16>(modifiers);
  return event;
}

class EventFeedTest : public testing::Test {
 protected:
  EventFeedTest() { feed.set_size(780, 1688, 2); }

  template <class Event>
  Event only(const SDL_Event& event) {
    feed.take(event);
    const std::vector<ui::Event> events = feed.take_all();
    EXPECT_EQ(events.size(), 1U);
    EXPECT_TRUE(!events.empty() && std::holds_alternative<Event>(events.front()));
    return events.empty() ? Event{} : std::get<Event>(events.front());
  }

  EventFeed feed;
};

TEST_F(EventFeedTest, GivesPhysicalPixelsOfTheMouse) {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = 100;
  event.motion.y = 30;
  const auto move = only<ui::PointerMove>(event);
  EXPECT_EQ(move.x, 200);
  EXPECT_EQ(move.y, 60);
}

TEST_F(EventFeedTest, LeavesOutTheMouseThatAFingerPlays) {
  SDL_Event event{};
  event.type = SDL_MOUSEBUTTONDOWN;
  event.button.which = SDL_TOUCH_MOUSEID;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.state = SDL_PRESSED;
  EXPECT_TRUE(feed.take(event));
  EXPECT_TRUE(feed.empty());
}

TEST_F(EventFeedTest, FollowsOneFingerFromDownToUp) {
  const auto down = only<ui::PointerDown>(finger(SDL_FINGERDOWN, 7, 0.5F, 0.25F));
  EXPECT_TRUE(down.touch);
  EXPECT_EQ(down.x, 390);
  EXPECT_EQ(down.y, 422);
  EXPECT_EQ(only<ui::PointerMove>(finger(SDL_FINGERMOTION, 7, 1, 0.25F)).x, 780);
  EXPECT_EQ(only<ui::PointerUp>(finger(SDL_FINGERUP, 7, 1, 0.5F)).y, 844);
}

TEST_F(EventFeedTest, ASecondFingerEndsThePress) {
  feed.take(finger(SDL_FINGERDOWN, 7, 0.5F, 0.5F));
  feed.take(finger(SDL_FINGERDOWN, 8, 0.6F, 0.5F));
  feed.take(finger(SDL_FINGERMOTION, 8, 0.7F, 0.5F));
  feed.take(finger(SDL_FINGERUP, 8, 0.7F, 0.5F));
  const auto events = feed.take_all();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<ui::PointerCancel>(events[1]));
}

TEST_F(EventFeedTest, ReadsShortcutsAndDigitsByTheirPlace) {
  const auto undo = only<ui::KeyDown>(key(SDLK_z, KMOD_LCTRL));
  EXPECT_EQ(undo.key, ui::Key::z);
  EXPECT_TRUE(undo.control);
  // The French layout has & where others have 1.
  EXPECT_EQ(only<ui::KeyDown>(key(SDLK_AMPERSAND, KMOD_LCTRL, SDL_SCANCODE_1)).key, ui::Key::d1);
}

TEST_F(EventFeedTest, AQuestionMarkIsTextWhileSomebodyWrites) {
  EXPECT_EQ(only<ui::KeyDown>(key(SDLK_SLASH, KMOD_LSHIFT)).key, ui::Key::question);
  feed.set_writing(true);
  feed.take(key(SDLK_SLASH, KMOD_LSHIFT));
  EXPECT_TRUE(feed.empty());
  EXPECT_EQ(only<ui::KeyDown>(key(SDLK_F1)).key, ui::Key::question);
}

TEST_F(EventFeedTest, TheSystemsBackButtonIsBackOnce) {
  SDL_Event event = key(SDLK_AC_BACK);
  feed.take(event);
  event.key.repeat = 1;
  feed.take(event);
  const auto events = feed.take_all();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<ui::Back>(events.front()));
}

TEST_F(EventFeedTest, GivesWhatAnInputMethodIsComposing) {
  SDL_Event event{};
  event.type = SDL_TEXTEDITING;
  std::strcpy(event.edit.text, "ni");
  event.edit.start = 2;
  const auto preedit = only<ui::TextPreedit>(event);
  EXPECT_EQ(preedit.text, "ni");
  EXPECT_EQ(preedit.caret, 2);
}

TEST_F(EventFeedTest, LosingTheKeyboardLetsGoOfWhatIsHeld) {
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  EXPECT_FALSE(feed.take(event)) << "the loop hears of it too";
  const auto events = feed.take_all();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<ui::PointerCancel>(events.front()));
}

}  // namespace
}  // namespace kindling
