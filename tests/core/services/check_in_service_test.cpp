#include "core/services/check_in_service.hpp"

#include "core/storage/repository.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class CheckInServiceTest : public ServiceTest {
 protected:
  EntityRef add(Share share) {
    AddCheckIn command;
    command.valence = 2;
    command.note = "tea";
    command.share = share;
    return must(service_.add(command));
  }
  bool has_twin(const EntityRef& ref) { return load(home_.couple().tables(), Id<CheckIn>{ref.id}).has_value(); }
  CheckInService service_{context()};
};

TEST_F(CheckInServiceTest, TakesItsSharedTwinAwayWithIt) {
  const EntityRef ref = add(Share::mood);
  ASSERT_TRUE(has_twin(ref));
  must(service_.remove(ref));
  EXPECT_FALSE(has_twin(ref));
  EXPECT_TRUE(service_.list({}, {})->empty());
  EXPECT_EQ(service_.of_today().value(), std::nullopt) << "nothing of today is left";
}

TEST_F(CheckInServiceTest, BringsBothBackWhenTheRemovalIsUndone) {
  const EntityRef ref = add(Share::all);
  must(service_.remove(ref));
  EXPECT_EQ(undo(), "remove check-in");
  EXPECT_TRUE(has_twin(ref));
  EXPECT_EQ(service_.get(ref)->note, "tea");
  EXPECT_EQ(undo(), "check in");
  EXPECT_FALSE(has_twin(ref));
}

TEST_F(CheckInServiceTest, LeavesThePartnersSpaceAloneForWhatWasNeverShared) {
  const EntityRef ref = add(Share::none);
  const auto before = home_.couple().log().count();
  must(service_.remove(ref));
  EXPECT_EQ(undo(), "remove check-in");
  EXPECT_EQ(home_.couple().log().count(), before);
  EXPECT_FALSE(has_twin(ref));
}

TEST_F(CheckInServiceTest, RefusesToRemoveWhatIsGoneOrSomebodyElses) {
  const EntityRef ref = add(Share::all);
  refusal(service_.remove({SpaceKind::couple, EntityKind::check_in, ref.id}));
  must(service_.remove(ref));
  refusal(service_.remove(ref), ErrorCode::not_found);
}

TEST_F(CheckInServiceTest, SharesAPastOneMoreOrLess) {
  const EntityRef ref = add(Share::none);
  must(service_.set_share(ref, Share::mood));
  const auto twin = [&] { return load(home_.couple().tables(), Id<CheckIn>{ref.id}); };
  ASSERT_TRUE(twin().has_value());
  EXPECT_EQ(twin()->note, "") << "the mood alone";
  EXPECT_EQ(twin()->valence, 2);
  must(service_.set_share(ref, Share::all));
  EXPECT_EQ(twin()->note, "tea");
  must(service_.set_share(ref, Share::mood));
  EXPECT_EQ(twin()->note, "") << "less than before";
  must(service_.set_share(ref, Share::none));
  EXPECT_FALSE(has_twin(ref));
  must(service_.set_share(ref, Share::all));
  EXPECT_EQ(twin()->note, "tea");
  EXPECT_EQ(service_.get(ref)->note, "tea") << "its owner's own stays as it was";
}

TEST_F(CheckInServiceTest, TakesAChangeOfSharingBack) {
  const EntityRef ref = add(Share::mood);
  must(service_.set_share(ref, Share::all));
  EXPECT_EQ(undo(), "change sharing of check-in");
  const auto twin = load(home_.couple().tables(), Id<CheckIn>{ref.id});
  ASSERT_TRUE(twin.has_value());
  EXPECT_EQ(twin->note, "");
  EXPECT_EQ(service_.get(ref)->share, Share::mood);
}

TEST_F(CheckInServiceTest, RefusesToShareWhatIsGoneOrSomebodyElses) {
  const EntityRef ref = add(Share::mood);
  refusal(service_.set_share({SpaceKind::couple, EntityKind::check_in, ref.id}, Share::all));
  must(service_.remove(ref));
  refusal(service_.set_share(ref, Share::all), ErrorCode::not_found);
}

}  // namespace
}  // namespace kindling
