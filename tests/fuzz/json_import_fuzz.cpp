// The JSON import over any bytes: it must end, within bounds, and hand on only things that it would take in again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/codec/json_export.hpp"
#include "core/codec/json_import.hpp"

namespace {

class OneZone final : public kindling::TimeZones {
 public:
  [[nodiscard]] const kindling::TimeZone* find(std::string_view name) const override {
    return name == "UTC" ? &utc_ : nullptr;
  }

 private:
  class Utc final : public kindling::TimeZone {
   public:
    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const kindling::ZonePeriod& period_at(std::chrono::sys_seconds) const override { return period_; }

   private:
    std::string name_ = "UTC";
    kindling::ZonePeriod period_{std::chrono::sys_seconds::min(), std::chrono::sys_seconds::max(), {}, false, "UTC"};
  };
  Utc utc_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const OneZone zones;
  const auto ignore = [](SpaceKind, EntityState&&) { return Result<void>(); };
  (void)read_json_export(text_of({data, size}), zones, [&](SpaceKind space, EntityState&& state) {
    JsonExport out(Instant{}, "UTC");
    out.begin_space(space);
    out.begin_kind(state.kind);
    out.add(state);
    out.end_kind();
    out.end_space();
    if (!read_json_export(out.finish(), zones, ignore)) std::abort();
    return Result<void>();
  });
  return 0;
}
