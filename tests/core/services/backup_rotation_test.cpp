#include "core/services/backup_rotation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;

const LocalDate kToday = *parse_date("2026-11-22");
const Instant kNow = *parse_instant("2026-11-22T10:00:00Z");

BackupDecision decide(const std::vector<std::string>& names, const BackupTimes& last = {}, LocalDate today = kToday) {
  return decide_backups(today, kNow, last, names);
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

TEST(BackupRotation, NamesCarryTheDateAlone) {
  EXPECT_EQ(auto_backup_name(kToday), "kindling-2026-11-22.backup");
  EXPECT_EQ(date_of_auto_backup("kindling-2026-11-22.backup"), kToday);
  for (const char* name : {"", "kindling-.backup", "kindling-2026-11-22.backup.part", "kindling-2026-02-30.backup",
                           "kindling-2026-11-22", "2026-11-22.backup", "kindling-2026-11-2.backup"})
    EXPECT_FALSE(date_of_auto_backup(name)) << name;
}

TEST(BackupRotation, KnowsWhatARunLeftUnfinished) {
  for (const char* name : {"kindling-2026-11-22.backup.part", "kindling-2026-11-22.backup.part.a1B2c3"})
    EXPECT_TRUE(is_unfinished_backup(name)) << name;
  for (const char* name : {"kindling-2026-11-22.backup", "notes.part", "notes.part.a1B2c3",
                           "kindling-2026-11-22.backup.part.old", ".part"})
    EXPECT_FALSE(is_unfinished_backup(name)) << name;
}

TEST(BackupRotation, IsDueOnceADay) {
  EXPECT_TRUE(decide({}).due);
  EXPECT_TRUE(decide({auto_backup_name(kToday - days(1))}).due);
  EXPECT_FALSE(decide({auto_backup_name(kToday)}).due);
  // Whoever takes today's file away gets another one.
  EXPECT_TRUE(decide({}, {.success = kNow - hours(2)}).due);
}

TEST(BackupRotation, WaitsAnHourAfterAFailureAndForARunThatGoesOn) {
  EXPECT_FALSE(decide({}, {.failure = kNow - minutes(59)}).due);
  EXPECT_TRUE(decide({}, {.failure = kNow - minutes(60)}).due);
  EXPECT_FALSE(decide({}, {.started = kNow - minutes(14)}).due);
  EXPECT_TRUE(decide({}, {.started = kNow - minutes(15)}).due) << "it was killed";
  EXPECT_TRUE(decide({}, {.started = kNow - minutes(5), .success = kNow - minutes(5)}).due);
  EXPECT_TRUE(decide({}, {.started = kNow + hours(9), .failure = kNow + hours(9)}).due) << "the clock was wrong";
}

TEST(BackupRotation, IsOverdueAfterThreeDays) {
  EXPECT_FALSE(is_backup_overdue(kToday, kToday - days(3), {}));
  EXPECT_TRUE(is_backup_overdue(kToday, kToday - days(4), {}));
  EXPECT_TRUE(is_backup_overdue(kToday, {}, kToday - days(4)));
  EXPECT_FALSE(is_backup_overdue(kToday, kToday, kToday - days(400)));
  EXPECT_FALSE(is_backup_overdue(kToday, {}, {}));
}

TEST(BackupRotation, LeavesAloneWhatItDoesNotKnow) {
  const auto decision = decide({"notes.txt", "kindling-2099-01-01.backup", "kindling-2026-11-21.backup.part"});
  EXPECT_THAT(decision.keep, IsEmpty());
  EXPECT_THAT(decision.remove, IsEmpty());
  EXPECT_THAT(decision.unfinished, ElementsAre("kindling-2026-11-21.backup.part"));
}

TEST(BackupRotation, HoldsItsRuleForAnyFiles) {
  ASSERT_TRUE(rc::check([] {
    std::set<int> ages;  // in days, some of the future
    for (const int age : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, 90))) ages.insert(age);
    std::vector<std::string> names{"letter.txt"};
    std::vector<std::string> past;
    for (const int age : ages) {
      names.push_back(auto_backup_name(kToday - days(age)));
      if (age >= 0) past.push_back(names.back());
    }
    const auto decision = decide(names);
    auto both = decision.keep;
    both.insert(both.end(), decision.remove.begin(), decision.remove.end());
    RC_ASSERT(sorted(both) == sorted(past));
    RC_ASSERT(std::is_sorted(decision.keep.rbegin(), decision.keep.rend()));
    RC_ASSERT(decision.keep.size() >= std::min(past.size(), kDailyBackups));
    RC_ASSERT(decision.keep.size() <= kDailyBackups + kWeeklyBackups);
    // `past` is newest first: these stay whatever else there is.
    for (std::size_t i = 0; i < std::min(past.size(), kDailyBackups); ++i) RC_ASSERT(decision.keep[i] == past[i]);
    std::set<long> weeks;
    for (std::size_t i = kDailyBackups; i < decision.keep.size(); ++i) {
      const auto monday_based = (*date_of_auto_backup(decision.keep[i])).time_since_epoch() + days(3);
      RC_ASSERT(weeks.insert(std::chrono::floor<std::chrono::weeks>(monday_based).count()).second);
    }
    // What stays stays when the rest is gone, also half of it.
    RC_ASSERT(decide(decision.keep).keep == decision.keep);
    auto half = decision.keep;
    half.insert(half.end(), decision.remove.begin(),
                decision.remove.begin() + static_cast<std::ptrdiff_t>(decision.remove.size() / 2));
    RC_ASSERT(decide(half).keep == decision.keep);
    RC_ASSERT(decision.due == !ages.contains(0));
  }));
}

TEST(BackupRotation, ReachesBackThreeWeeksWhereEachDayHasOne) {
  std::vector<std::string> names;
  for (int day = 0; day < 100; ++day) {
    const LocalDate today = kToday + days(day);
    EXPECT_TRUE(decide(names, {}, today).due);
    names.push_back(auto_backup_name(today));
    const auto decision = decide(names, {}, today);
    names = decision.keep;
    if (day < 40) continue;
    EXPECT_EQ(names.size(), kDailyBackups + kWeeklyBackups);
    EXPECT_LE(*date_of_auto_backup(names.back()), today - days(22));
    EXPECT_LE(decision.remove.size(), 2U);
  }
}

}  // namespace
}  // namespace kindling
