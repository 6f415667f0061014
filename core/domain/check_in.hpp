// A check-in: how somebody feels, on two axes (Russell 1980), in a few words. What was felt is written once and never
// changed; what is shared of it may be, and it may be removed. Value types, no I/O.
#pragma once

#include <string>
#include <vector>

#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"

namespace kindling {

// What the partner may see of it.
enum class Share { none, mood, all };
template <>
struct EnumNames<Share> {
  static constexpr std::array<std::string_view, 3> kNames{"none", "mood", "all"};
};

inline constexpr int kMoodLimit = 4;  // both axes run from -4 to 4

struct CheckIn {
  static constexpr EntityKind kKind = EntityKind::check_in;

  Id<CheckIn> id;
  Instant at;
  std::string zone;  // IANA: where it was
  int valence = 0;   // unpleasant -4 … pleasant 4
  int energy = 0;    // low -4 … high 4
  std::vector<std::string> feelings;
  std::string note;
  std::string need;
  Share share = Share::none;
};

template <class Visitor>
void describe(Visitor& visit, CheckIn& check_in) {
  visit(1, "at", check_in.at);
  visit(2, "zone", check_in.zone);
  visit(3, "valence", check_in.valence);
  visit(4, "energy", check_in.energy);
  visit(5, "feelings", check_in.feelings);
  visit(6, "note", check_in.note);
  visit(7, "need", check_in.need);
  visit(8, "share", check_in.share);
}

}  // namespace kindling
