#include <utility>

#include "core/sync/pairing.hpp"
#include "core/sync/pairing_state.hpp"
#include "core/sync/pairing_wire.hpp"

namespace kindling {

using pairing::session_of;
// What a message is; PairingJoin::Step is where a side stands.
using Message = pairing::Step;

struct PairingJoin::Codec {
  PairingJoin it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(pairing::kStateVersion, static_cast<std::uint8_t>(it.step_), pairing::ms_of(it.begun_),
            pairing::CodeDto{it.code_}, pairing::ChainStateDto{it.mine_}, pairing::KeyDto{it.ephemeral_}, it.first_,
            pairing::ChainStateDto{it.offerer_}, it.second_hash_, pairing::KeyDto{it.key_}, it.third_hash_,
            it.received_, it.fourth_);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    std::uint8_t step = 0;
    std::int64_t begun = 0;
    pairing::CodeDto code;
    pairing::ChainStateDto mine;
    pairing::ChainStateDto offerer;
    pairing::KeyDto ephemeral;
    pairing::KeyDto key;
    archive(version);
    if (version != pairing::kStateVersion) throw cereal::Exception("version");
    archive(step, begun, code, mine, ephemeral, it.first_, offerer, it.second_hash_, key, it.third_hash_, it.received_,
            it.fourth_);
    if (step < 1 || step > 5) throw cereal::Exception("step");
    if (begun < 0 || begun >= std::int64_t{1} << 48U) throw cereal::Exception("time");
    it.step_ = static_cast<Step>(step);
    it.begun_ = Instant(std::chrono::milliseconds(begun));
    it.code_ = std::move(code.it);
    it.mine_ = std::move(mine.it);
    it.offerer_ = std::move(offerer.it);
    it.ephemeral_ = ephemeral.it;
    it.key_ = key.it;
    const bool has_offerer = it.step_ == Step::met || it.step_ == Step::granted || it.step_ == Step::done;
    if (it.mine_.empty() || (has_offerer && it.offerer_.empty())) throw cereal::Exception("chains");
  }
};

Bytes PairingJoin::encode() const { return codec::encode(Codec{*this}); }

std::optional<PairingJoin> PairingJoin::decode(ByteView bytes) {
  auto read = codec::decode<Codec>(bytes);
  if (!read) return std::nullopt;
  return std::move(read->it);
}

bool PairingJoin::is_too_late(Instant now) const { return pairing::is_outside(begun_, now); }

// What could open this conversation is forgotten.
void PairingJoin::end(Step step) {
  step_ = step;
  code_.secret = {};
  ephemeral_ = {};
  key_ = {};
  first_.clear();
  received_.clear();
}

Result<PairingJoin> PairingJoin::begin(const PairingCode& code, const CertificateChain& mine, Instant now,
                                       Random& random) {
  if (auto holds = check_chain(mine); !holds) return holds.error();
  if (hash_of_chain(mine) == code.offerer)
    return invalid("a device can't be paired with itself; use the code on the other one");
  const bool is_anybodys = mine.front().certificate.person != Uuid{};
  if (code.purpose == PairingPurpose::couple && !is_anybodys)
    return invalid("a device that is nobody's yet can't pair; set it up first");
  if (code.purpose == PairingPurpose::own_device && is_anybodys)
    return invalid("this device belongs to a person already; only a new one can be linked");
  PairingJoin join;
  join.begun_ = now;
  join.code_ = code;
  join.mine_ = mine;
  join.ephemeral_ = SecretKey::random(random);
  const PublicKey ephemeral = pairing::ephemeral_keys(join.ephemeral_).shown().box;
  const pairing::Session session = session_of(code);
  const Bytes hello = pairing::encode(pairing::Hello{encode_chain(mine), ephemeral});
  join.first_ = pairing::seal_message(session, Message::first, pairing::first_key(session), hello, random);
  return join;
}

Result<void> PairingJoin::take_second(ByteView message, Instant now) {
  if (step_ == Step::over) return pairing::spent();
  const pairing::Session session = session_of(code_);
  const Hash hash = pairing::hash_of_message(session, Message::second, message);
  if (step_ != Step::waiting && hash == second_hash_) return {};
  if (step_ == Step::granted || step_ == Step::done) return pairing::not_of_this_pairing();
  if (step_ == Step::waiting && is_too_late(now)) {
    end(Step::over);
    return pairing::too_late();
  }
  const auto body = pairing::open_message(session, Message::second, pairing::first_key(session), message);
  if (!body) return body.error();
  const auto reply = pairing::decode_reply(*body);
  const Hash first = pairing::hash_of_message(session, Message::first, first_);
  if (!reply || reply->first != first) return pairing::not_of_this_pairing();
  if (step_ == Step::met) {
    end(Step::over);
    return pairing::seen_by_another();
  }
  auto offerer = decode_chain(reply->chain);
  if (!offerer) return offerer.error();
  if (hash_of_chain(*offerer) != code_.offerer)
    return invalid("another device than the one with the code answered; make a new code and show it to nobody");
  if (auto may = pairing::check_meeting(code_.purpose, *offerer, mine_); !may) return may;
  const auto shared = pairing::ephemeral_keys(ephemeral_).agree(reply->ephemeral);
  if (!shared) return pairing::not_of_this_pairing();
  key_ = pairing::session_key(session, first, hash, *shared);
  offerer_ = std::move(*offerer);
  second_hash_ = hash;
  ephemeral_ = {};
  step_ = Step::met;
  return {};
}

Result<void> PairingJoin::take_third(ByteView message) {
  if (step_ == Step::over) return pairing::spent();
  const pairing::Session session = session_of(code_);
  const Hash hash = pairing::hash_of_message(session, Message::third, message);
  if ((step_ == Step::granted || step_ == Step::done) && hash == third_hash_) return {};
  if (step_ == Step::granted || step_ == Step::done) return pairing::not_of_this_pairing();
  if (step_ != Step::met) return pairing::out_of_turn();
  const auto body = pairing::open_message(session, Message::third, key_, message);
  if (!body) return body.error();
  auto closing = pairing::decode_closing(*body);
  if (!closing) return pairing::not_of_this_pairing();
  const Hash first = pairing::hash_of_message(session, Message::first, first_);
  const Bytes signed_part = pairing::signed_bytes(session, {first, second_hash_}, closing->payload);
  if (!is_signed_by(offerer_.back().certificate.keys.sign, pairing::signing_domain(code_.purpose, Message::third),
                    signed_part, closing->signature))
    return pairing::not_of_this_pairing();
  received_ = std::move(closing->payload);
  third_hash_ = hash;
  step_ = Step::granted;
  return {};
}

Result<void> PairingJoin::finish(ByteView payload, const DeviceKeys& me, Random& random) {
  if (step_ == Step::done) return {};
  if (step_ != Step::granted || me.shown() != mine_.back().certificate.keys) return pairing::out_of_turn();
  if (payload.size() > kPairingPayloadLimit) return pairing::payload_too_large();
  const pairing::Session session = session_of(code_);
  const Hash first = pairing::hash_of_message(session, Message::first, first_);
  const Bytes signed_part = pairing::signed_bytes(session, {first, second_hash_, third_hash_}, payload);
  const Signature signature = me.sign(pairing::signing_domain(code_.purpose, Message::fourth), signed_part);
  const Bytes closing = pairing::encode(pairing::Closing{Bytes(payload.begin(), payload.end()), signature});
  fourth_ = pairing::seal_message(session, Message::fourth, key_, closing, random);
  end(Step::done);
  return {};
}

void PairingJoin::give_up() {
  if (step_ == Step::waiting || step_ == Step::met) end(Step::over);
}

}  // namespace kindling
