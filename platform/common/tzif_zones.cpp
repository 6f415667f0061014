#include "platform/common/tzif_zones.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

namespace kindling {
namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::size_t kNameLimit = 64;
constexpr std::size_t kFileLimit = std::size_t{256} * 1024;

// A zone as its periods, with the last one asked for in reach: neighbouring questions need no search.
class PeriodZone final : public TimeZone {
 public:
  PeriodZone(std::string name, std::vector<ZonePeriod> periods) : name_(std::move(name)), periods_(std::move(periods)) {
    begins_.reserve(periods_.size());
    for (const ZonePeriod& period : periods_) begins_.push_back(period.begin);
  }

  [[nodiscard]] const std::string& name() const override { return name_; }

  [[nodiscard]] const ZonePeriod& period_at(sys_seconds instant) const override {
    if (holds(last_, instant)) return periods_[last_];
    if (last_ + 1 < periods_.size() && holds(last_ + 1, instant)) return periods_[++last_];
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), instant);
    last_ = after == begins_.begin() ? 0 : static_cast<std::size_t>(after - begins_.begin()) - 1;
    return periods_[last_];
  }

 private:
  [[nodiscard]] bool holds(std::size_t index, sys_seconds instant) const {
    return periods_[index].begin <= instant && instant < periods_[index].end;
  }

  std::string name_;
  std::vector<ZonePeriod> periods_;  // never empty
  std::vector<sys_seconds> begins_;
  mutable std::size_t last_ = 0;
};

std::vector<ZonePeriod> utc_periods() {
  return {{sys_days(std::chrono::year(1) / 1 / 1), sys_days(std::chrono::year(9999) / 1 / 1), std::chrono::seconds(0),
           false, "UTC"}};
}

std::optional<std::vector<std::uint8_t>> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::vector<std::uint8_t> bytes(kFileLimit + 1);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  const auto size = static_cast<std::size_t>(file.gcount());
  if (size == 0 || size > kFileLimit) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace

bool is_zone_name(std::string_view name) noexcept {
  if (name.empty() || name.size() > kNameLimit || name.front() == '/' || name.back() == '/') return false;
  if (name.find("//") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-' || c == '/';
  });
}

TzifZones::TzifZones(std::string folder) : folder_(std::move(folder)) {
  zones_.emplace("UTC", std::make_unique<PeriodZone>("UTC", utc_periods()));
}

TzifZones::~TzifZones() = default;

const TimeZone* TzifZones::find(std::string_view name) const {
  if (const auto found = zones_.find(name); found != zones_.end()) return found->second.get();
  if (!is_zone_name(name)) return nullptr;
  const auto bytes = read_file(folder_ + "/" + std::string(name));
  if (!bytes) return nullptr;
  auto periods = read_tzif(*bytes);
  if (!periods) return nullptr;
  auto zone = std::make_unique<PeriodZone>(std::string(name), *std::move(periods));
  return zones_.emplace(zone->name(), std::move(zone)).first->second.get();
}

}  // namespace kindling
