// What is kept of people at all: no field could hold where somebody is, when they were last seen, or how they do.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "core/domain/entity_types.hpp"

namespace kindling {
namespace {

struct FieldNames {
  std::string all;
  template <class T>
  void operator()(FieldNumber, std::string_view name, T&) {
    all += " " + std::string(name) + " ";
  }
};

TEST(EntityFields, HoldNoPlacePresenceStreakOrScore) {
  constexpr std::array<std::string_view, 14> kNever{"location", "latitude", "longitude", "position", "last_seen",
                                                    "seen",     "presence", "online",    "read_at",  "receipt",
                                                    "streak",   "score",    "rank",      "points"};
  std::size_t kinds = 0;
  for_each_entity_type([&](auto type) {
    using Entity = typename decltype(type)::type;
    Entity entity;
    FieldNames names;
    describe(names, entity);
    EXPECT_FALSE(names.all.empty());
    for (const std::string_view never : kNever)
      EXPECT_EQ(names.all.find(never), std::string::npos) << never << " in" << names.all;
    ++kinds;
  });
  EXPECT_EQ(kinds, 10U);
}

// Verdicts, ceilings, what felt good and the switch for adult content: kinds that no shared space takes.
TEST(EntityFields, KeepMarksAndSettingsPrivate) {
  EXPECT_TRUE(is_private(EntityKind::mark));
  EXPECT_TRUE(is_private(EntityKind::settings));
  // And none of it lies readable in the file.
  for (FieldNumber field = 60; field <= 76; ++field) EXPECT_TRUE(is_sealed(EntityKind::settings, field)) << field;
}

}  // namespace
}  // namespace kindling
