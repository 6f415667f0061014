// The pairing's part of a round with the store: what one side has to say is put there, what the other side said is
// looked for. Like Exchange it asks for one thing after the other and does no I/O. What it comes to is saved before
// anything of it is published, so that it can end anywhere. One thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "core/ports/clock.hpp"
#include "core/sync/pairing.hpp"
#include "core/sync/store_dialogue.hpp"

namespace kindling {

// Who has twelve words knows the rest of the code only once the card was read.
struct WordsGiven {
  PairingPurpose purpose = PairingPurpose::couple;
  PairingSecret secret{};
  Instant begun;
};
struct PairingState {
  std::variant<std::monostate, PairingOffer, WordsGiven, PairingJoin> side;
  std::string folder;  // on the store; outlives the secret that it comes from
};

[[nodiscard]] Bytes encode_pairing(const PairingState& state);
[[nodiscard]] PairingState decode_pairing(ByteView bytes);

class PairingRound {
 public:
  struct Doings {
    std::function<Result<void>(const PairingState&)> save;
    std::function<Result<CertificateChain>()> my_chain;            // of this device
    std::function<Result<void>(const Bytes& granted)> take_grant;  // m3's payload: the space is joined
    std::function<Result<DeviceKeys>()> my_keys;
  };

  // The ports must outlive it.
  PairingRound(PairingState state, const Clock& clock, Random& random, Doings doings);
  PairingRound(const PairingRound&) = delete;
  PairingRound& operator=(const PairingRound&) = delete;

  [[nodiscard]] std::optional<StoreRequest> next() const { return dialogue_.next(); }
  void answer(StoreAnswer answer) { dialogue_.answer(std::move(answer)); }

  [[nodiscard]] const PairingState& state() const noexcept { return state_; }
  [[nodiscard]] const std::optional<Error>& trouble() const noexcept { return trouble_; }

 private:
  void look();
  void read(const std::vector<StoreEntry>& entries);
  void get(const std::string& name, std::function<void(ByteView)> then);
  void put(const std::string& name, const Bytes& bytes);
  void offer_what_is_due();
  void join_what_is_due();
  void begin_joining(ByteView card);
  void save();
  void note(const Error& error);

  PairingState state_;
  const Clock& clock_;
  Random& random_;
  Doings doings_;
  std::vector<std::string> there_;
  StoreDialogue dialogue_;
  std::optional<Error> trouble_;
};

}  // namespace kindling
