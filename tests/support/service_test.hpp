// What tests of services share: a home, acts that must succeed, and undo by name. One thread.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/services/history_service.hpp"
#include "tests/support/test_home.hpp"

namespace kindling {

// Sunday, 22 November 2026, 11:00 in Berlin.
class ServiceTest : public ::testing::Test {
 protected:
  // The first thing that an act touched.
  EntityRef must(const Result<Changes>& changes) {
    EXPECT_TRUE(changes.has_value()) << (changes ? "" : changes.error().message);
    return changes && !changes->touched.empty() ? changes->touched.front() : EntityRef{};
  }
  template <class T>
  static std::string refusal(const Result<T>& result, ErrorCode code = ErrorCode::invalid) {
    EXPECT_FALSE(result.has_value());
    if (result) return {};
    EXPECT_EQ(result.error().code, code) << result.error().message;
    return result.error().message;
  }
  // Takes back the newest act; its name.
  std::string undo() {
    const auto undone = HistoryService(context()).undo();
    EXPECT_TRUE(undone.has_value() && undone->has_value());
    return undone && *undone ? (*undone)->name : "";
  }
  const Context& context() { return home_.context(); }
  static LocalDate day(std::string_view text) { return parse_date(text).value(); }
  static LocalTime clock(std::string_view text) { return parse_time(text).value(); }

  TestHome home_{1, true};
};

}  // namespace kindling
