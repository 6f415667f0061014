#include "core/services/safety_service.hpp"

namespace kindling {
namespace {

constexpr std::string_view kNote = "only_for_me";
constexpr std::string_view kOn = "1";

}  // namespace

bool SafetyService::only_for_me() const { return context_.self.note(kNote) == kOn; }

Result<void> SafetyService::set_only_for_me(bool on) {
  Transaction transaction(context_.self.database());
  context_.self.set_note(kNote, on ? kOn : std::string_view());
  return transaction.commit();
}

}  // namespace kindling
