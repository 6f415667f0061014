#include <utility>

#include "core/sync/pairing.hpp"
#include "core/sync/pairing_state.hpp"
#include "core/sync/pairing_wire.hpp"

namespace kindling {

using pairing::session_of;
// What a message is; PairingOffer::Step is where a side stands.
using Message = pairing::Step;

struct PairingOffer::Codec {
  PairingOffer it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(pairing::kStateVersion, static_cast<std::uint8_t>(it.step_), it.used_twice_, pairing::ms_of(it.begun_),
            pairing::CodeDto{it.code_}, it.card_, pairing::ChainStateDto{it.mine_}, pairing::KeyDto{it.ephemeral_},
            pairing::ChainStateDto{it.joiner_}, it.first_hash_, pairing::KeyDto{it.key_}, it.second_, it.third_,
            it.fourth_hash_, it.received_);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    std::uint8_t step = 0;
    std::int64_t begun = 0;
    pairing::CodeDto code;
    pairing::ChainStateDto mine;
    pairing::ChainStateDto joiner;
    pairing::KeyDto ephemeral;
    pairing::KeyDto key;
    archive(version);
    if (version != pairing::kStateVersion) throw cereal::Exception("version");
    archive(step, it.used_twice_, begun, code, it.card_, mine, ephemeral, joiner, it.first_hash_, key, it.second_,
            it.third_, it.fourth_hash_, it.received_);
    if (step < 1 || step > 5) throw cereal::Exception("step");
    if (begun < 0 || begun >= std::int64_t{1} << 48U) throw cereal::Exception("time");
    it.step_ = static_cast<Step>(step);
    it.begun_ = Instant(std::chrono::milliseconds(begun));
    it.code_ = std::move(code.it);
    it.mine_ = std::move(mine.it);
    it.joiner_ = std::move(joiner.it);
    it.ephemeral_ = ephemeral.it;
    it.key_ = key.it;
    const bool has_joiner = it.step_ == Step::asked || it.step_ == Step::granted || it.step_ == Step::done;
    if (it.mine_.empty() || (has_joiner && it.joiner_.empty())) throw cereal::Exception("chains");
  }
};

Bytes PairingOffer::encode() const { return codec::encode(Codec{*this}); }

std::optional<PairingOffer> PairingOffer::decode(ByteView bytes) {
  auto read = codec::decode<Codec>(bytes);
  if (!read) return std::nullopt;
  return std::move(read->it);
}

bool PairingOffer::is_too_late(Instant now) const { return pairing::is_outside(begun_, now); }

// What could open this conversation is forgotten.
void PairingOffer::end(Step step) {
  step_ = step;
  code_.secret = {};
  ephemeral_ = {};
  key_ = {};
  card_.clear();
  second_.clear();
  third_.clear();
}

Result<PairingOffer> PairingOffer::begin(PairingPurpose purpose, const CertificateChain& mine, std::string store_hint,
                                         Instant now, Random& random) {
  if (auto holds = check_chain(mine); !holds) return holds.error();
  if (mine.front().certificate.person == Uuid{})
    return invalid("a device that is nobody's yet can't offer to pair; set it up first");
  auto made = make_pairing_code(purpose, hash_of_chain(mine), std::move(store_hint), random);
  if (!made) return made.error();
  PairingOffer offer;
  offer.begun_ = now;
  offer.code_ = std::move(made->code);
  offer.card_ = std::move(made->card);
  offer.mine_ = mine;
  offer.ephemeral_ = SecretKey::random(random);
  return offer;
}

Result<void> PairingOffer::take_first(ByteView message, Instant now, Random& random) {
  if (step_ == Step::over) return pairing::spent();
  const pairing::Session session = session_of(code_);
  const Hash hash = pairing::hash_of_message(session, Message::first, message);
  if (step_ != Step::waiting && hash == first_hash_) return {};
  if (step_ == Step::done) return pairing::not_of_this_pairing();
  if (step_ == Step::waiting && is_too_late(now)) {
    end(Step::over);
    return pairing::too_late();
  }
  const SecretKey first_key = pairing::first_key(session);
  const auto body = pairing::open_message(session, Message::first, first_key, message);
  if (!body) return body.error();
  if (step_ != Step::waiting) {
    used_twice_ = true;
    // What was confirmed was handed to the device that a person looked at: it stays so.
    if (step_ == Step::asked) end(Step::over);
    return pairing::seen_by_another();
  }
  const auto hello = pairing::decode_hello(*body);
  if (!hello) return pairing::not_of_this_pairing();
  auto joiner = decode_chain(hello->chain);
  if (!joiner) return joiner.error();
  if (auto may = pairing::check_meeting(code_.purpose, mine_, *joiner); !may) return may;
  const DeviceKeys ephemeral = pairing::ephemeral_keys(ephemeral_);
  const auto shared = ephemeral.agree(hello->ephemeral);
  if (!shared) return pairing::not_of_this_pairing();
  const Bytes reply = pairing::encode(pairing::Reply{encode_chain(mine_), ephemeral.shown().box, hash});
  second_ = pairing::seal_message(session, Message::second, first_key, reply, random);
  key_ = pairing::session_key(session, hash, pairing::hash_of_message(session, Message::second, second_), *shared);
  joiner_ = std::move(*joiner);
  first_hash_ = hash;
  ephemeral_ = {};
  card_.clear();
  step_ = Step::asked;
  return {};
}

Result<void> PairingOffer::confirm(ByteView payload, const DeviceKeys& me, Instant now, Random& random) {
  if (step_ == Step::granted || step_ == Step::done) return {};
  if (step_ == Step::over) return pairing::spent();
  if (step_ != Step::asked || me.shown() != mine_.back().certificate.keys) return pairing::out_of_turn();
  if (is_too_late(now)) {
    end(Step::over);
    return pairing::too_late();
  }
  if (payload.size() > kPairingPayloadLimit) return pairing::payload_too_large();
  const pairing::Session session = session_of(code_);
  const Hash second = pairing::hash_of_message(session, Message::second, second_);
  const Bytes signed_part = pairing::signed_bytes(session, {first_hash_, second}, payload);
  const Signature signature = me.sign(pairing::signing_domain(code_.purpose, Message::third), signed_part);
  const Bytes closing = pairing::encode(pairing::Closing{Bytes(payload.begin(), payload.end()), signature});
  third_ = pairing::seal_message(session, Message::third, key_, closing, random);
  step_ = Step::granted;
  return {};
}

void PairingOffer::decline() {
  if (step_ == Step::waiting || step_ == Step::asked) end(Step::over);
}

Result<Bytes> PairingOffer::take_fourth(ByteView message) {
  const pairing::Session session = session_of(code_);
  const Hash hash = pairing::hash_of_message(session, Message::fourth, message);
  if (step_ == Step::done && hash == fourth_hash_) return received_;
  if (step_ == Step::done) return pairing::not_of_this_pairing();
  if (step_ != Step::granted) return pairing::out_of_turn();
  const auto body = pairing::open_message(session, Message::fourth, key_, message);
  if (!body) return body.error();
  auto closing = pairing::decode_closing(*body);
  if (!closing) return pairing::not_of_this_pairing();
  const Hash second = pairing::hash_of_message(session, Message::second, second_);
  const Hash third = pairing::hash_of_message(session, Message::third, third_);
  const Bytes signed_part = pairing::signed_bytes(session, {first_hash_, second, third}, closing->payload);
  if (!is_signed_by(joiner_.back().certificate.keys.sign, pairing::signing_domain(code_.purpose, Message::fourth),
                    signed_part, closing->signature))
    return pairing::not_of_this_pairing();
  received_ = std::move(closing->payload);
  fourth_hash_ = hash;
  end(Step::done);
  return received_;
}

}  // namespace kindling
