// What a log comes to, told a second time and as simply as can be: every operation is looked at, the greatest version
// wins. The tables have to say the same.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/storage/space.hpp"

namespace kindling::sim {

class SmallModel {
 public:
  void read(OperationLog& log) {
    (void)log.for_each([&](const LoggedOperation& logged) {
      if (logged.readable) add(logged.operation);
      return true;
    });
  }

  // The first difference from the tables in words, or nothing.
  [[nodiscard]] std::string differs_from(Tables& tables) const {
    for (const auto& [place, cell] : cells_) {
      const auto state = tables.cell(place.first, place.second);
      if (!state || state->value != cell.second || state->version != cell.first) return "a field";
    }
    for (const auto& [place, element] : elements_) {
      const auto state = tables.element(std::get<0>(place), std::get<1>(place), std::get<2>(place));
      if (!state || state->present != element.second.first || state->value != element.second.second) return "a member";
    }
    for (const auto& [entity, life] : lives_) {
      const auto state = tables.life(entity);
      if (!state || state->present != life.second) return "a life";
    }
    for (const auto& [place, total] : totals_) {
      if (tables.total(place.first, place.second) != total) return "a count";
    }
    return {};
  }

 private:
  template <class Map, class Key, class Value>
  static void put(Map& map, const Key& key, const Version& version, Value value) {
    const auto [found, is_new] = map.try_emplace(key, version, value);
    if (!is_new && found->second.first < version) found->second = {version, std::move(value)};
  }

  void add(const Operation& o) {
    const Version version = o.version();
    switch (o.kind) {
      case OperationKind::set: put(cells_, std::pair(o.entity, o.field), version, o.payload.value); return;
      case OperationKind::append:
        for (const auto& [field, value] : o.payload.fields) put(cells_, std::pair(o.entity, field), version, value);
        return;
      case OperationKind::set_add:
        put(elements_, std::tuple(o.entity, o.field, o.payload.element), version,
            std::pair(o.payload.present, o.payload.value));
        return;
      case OperationKind::alive: put(lives_, o.entity, version, o.payload.present); return;
      case OperationKind::count_add:
        if (const auto* delta = std::get_if<std::int64_t>(&o.payload.value))
          totals_[std::pair(o.entity, o.field)] += *delta;
        return;
      default: return;
    }
  }

  std::map<std::pair<Uuid, FieldNumber>, std::pair<Version, FieldValue>> cells_;
  std::map<std::tuple<Uuid, FieldNumber, Bytes>, std::pair<Version, std::pair<bool, FieldValue>>> elements_;
  std::map<Uuid, std::pair<Version, bool>> lives_;
  std::map<std::pair<Uuid, FieldNumber>, std::int64_t> totals_;
};

}  // namespace kindling::sim
