// The messages of a pairing and the states that are put away. The first byte chooses what the rest is: the body of a
// message, which is sealed here as who knows the code would seal it, since nothing made by chance gets past the AEAD; a
// state; or a message as it lies on the store.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/sync/pairing_wire.hpp"
#include "tests/support/pairing_world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace kindling;
using pairing::Session;
using test::kPairingBegin;
using test::PairingWorld;
using Message = pairing::Step;

// The same pairing before its first step and after each further one.
struct Stages {
  Stages() : waiting(PairingPurpose::couple, 7), met(PairingPurpose::couple, 7), confirmed(PairingPurpose::couple, 7) {
    met.to_met();
    confirmed.to_confirmed();
  }
  PairingWorld waiting;
  PairingWorld met;
  PairingWorld confirmed;
};

Session session_of(const PairingCode& code) { return {code.purpose, code.sid, code.secret}; }

Bytes sealed(const PairingWorld& w, Message step, const SecretKey& key, ByteView body) {
  SeededRandom random(1);
  return pairing::seal_message(session_of(w.offer.code()), step, key, body, random);
}

void take(const Stages& stages, std::uint8_t choice, ByteView bytes) {
  const Session session = session_of(stages.waiting.offer.code());
  const SecretKey first_key = pairing::first_key(session);
  SeededRandom random(1);
  PairingOffer offer = stages.waiting.offer;
  PairingJoin join = stages.waiting.join;
  switch (choice % 7) {
    case 0:
      (void)offer.take_first(sealed(stages.waiting, Message::first, first_key, bytes), kPairingBegin, random);
      return;
    case 1: (void)join.take_second(sealed(stages.waiting, Message::second, first_key, bytes), kPairingBegin); return;
    case 2:
    case 3: (void)pairing::decode_closing(bytes); return;
    case 4:
      if (auto read = PairingOffer::decode(bytes)) {
        if (!PairingOffer::decode(read->encode())) std::abort();
        (void)read->take_first(stages.waiting.join.first(), kPairingBegin, random);
        (void)read->confirm({}, stages.waiting.a.keys, kPairingBegin, random);
        (void)read->take_fourth(stages.met.offer.second());
      }
      return;
    case 5:
      if (auto read = PairingJoin::decode(bytes)) {
        if (!PairingJoin::decode(read->encode())) std::abort();
        (void)read->take_second(stages.met.offer.second(), kPairingBegin);
        (void)read->take_third(stages.confirmed.offer.third());
        (void)read->finish({}, stages.waiting.b.keys, random);
      }
      return;
    default:
      (void)offer.take_first(bytes, kPairingBegin, random);
      (void)join.take_second(bytes, kPairingBegin);
      (void)PairingJoin(stages.met.join).take_third(bytes);
      (void)PairingOffer(stages.confirmed.offer).take_fourth(bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Stages kStages;
  if (size > 0) take(kStages, data[0], ByteView(data + 1, size - 1));
  return 0;
}
