// A pairing of fixed seeds, each message and state as a line of name and hexadecimal: what tests/corpus/pairing keeps.
#pragma once

#include <sstream>
#include <string>

#include "core/base/bytes.hpp"
#include "tests/support/pairing_world.hpp"

namespace kindling::test {

inline std::string known_pairing(PairingPurpose purpose) {
  PairingWorld w(purpose, 7);
  std::ostringstream out;
  const auto keep = [&out](const std::string& name, ByteView bytes) { out << name << ' ' << to_hex(bytes) << '\n'; };
  out << "text " << to_text(w.offer.code()) << '\n';
  std::string words = to_pairing_words(w.offer.code());
  for (char& c : words) c = c == ' ' ? '-' : c;
  out << "words " << words << '\n';
  out << "folder " << pairing_folder(purpose, w.offer.code().secret) << '\n';
  std::string number = safety_number(w.a.own(), w.b.own());
  for (char& c : number) c = c == ' ' ? '-' : c;
  out << "safety-number " << number << '\n';
  keep("certificates-a", encode_chain(w.a.chain));
  keep("certificates-b", encode_chain(w.b.chain));
  keep("card", w.offer.card());
  keep("offer-waiting", w.offer.encode());
  keep("join-waiting", w.join.encode());
  keep("m1", w.join.first());
  w.to_met();
  keep("m2", w.offer.second());
  keep("offer-asked", w.offer.encode());
  keep("join-met", w.join.encode());
  must(w.offer.confirm(bytes_of(PairingWorld::kGiven), w.a.keys, kPairingBegin, w.random));
  keep("m3", w.offer.third());
  keep("offer-granted", w.offer.encode());
  must(w.join.take_third(w.offer.third()));
  keep("join-granted", w.join.encode());
  must(w.join.finish(bytes_of(PairingWorld::kAnswered), w.b.keys, w.random));
  keep("m4", w.join.fourth());
  keep("join-done", w.join.encode());
  (void)must(w.offer.take_fourth(w.join.fourth()));
  keep("offer-done", w.offer.encode());
  return out.str();
}

}  // namespace kindling::test
