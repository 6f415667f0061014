#include "core/services/pairing_round.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::string_view kFirst = "m1-";  // several may try; each has a name of its own
constexpr std::string_view kSecond = "m2";
constexpr std::string_view kThird = "m3";
constexpr std::string_view kFourth = "m4";
constexpr std::size_t kMostFirst = 8;

enum class Tag : std::uint8_t { none = 0, offer = 1, words = 2, join = 3 };

struct StateDto {
  std::uint8_t tag = 0;
  Bytes bytes;
  std::uint8_t purpose = 0;
  PairingSecret secret{};
  std::int64_t begun = 0;
  std::string folder;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(tag, bytes, purpose, secret, begun, folder);
  }
};

}  // namespace

Bytes encode_pairing(const PairingState& state) {
  StateDto dto;
  dto.folder = state.folder;
  if (const auto* offer = std::get_if<PairingOffer>(&state.side)) {
    dto.tag = static_cast<std::uint8_t>(Tag::offer);
    dto.bytes = offer->encode();
  } else if (const auto* words = std::get_if<WordsGiven>(&state.side)) {
    dto.tag = static_cast<std::uint8_t>(Tag::words);
    dto.purpose = static_cast<std::uint8_t>(words->purpose);
    dto.secret = words->secret;
    dto.begun = words->begun.time_since_epoch().count();
  } else if (const auto* join = std::get_if<PairingJoin>(&state.side)) {
    dto.tag = static_cast<std::uint8_t>(Tag::join);
    dto.bytes = join->encode();
  }
  return codec::encode(dto);
}

PairingState decode_pairing(ByteView bytes) {
  const auto dto = codec::decode<StateDto>(bytes);
  if (!dto) return {};
  switch (static_cast<Tag>(dto->tag)) {
    case Tag::offer:
      if (auto offer = PairingOffer::decode(dto->bytes)) return {std::move(*offer), dto->folder};
      return {};
    case Tag::words:
      return {WordsGiven{static_cast<PairingPurpose>(dto->purpose), dto->secret,
                         Instant(std::chrono::milliseconds(dto->begun))},
              dto->folder};
    case Tag::join:
      if (auto join = PairingJoin::decode(dto->bytes)) return {std::move(*join), dto->folder};
      return {};
    case Tag::none: break;
  }
  return {};
}

PairingRound::PairingRound(PairingState state, const Clock& clock, Random& random, Doings doings)
    : state_(std::move(state)), clock_(clock), random_(random), doings_(std::move(doings)) {
  if (!state_.folder.empty()) look();
}

void PairingRound::note(const Error& error) {
  if (!trouble_) trouble_ = error;
}

void PairingRound::save() {
  if (auto saved = doings_.save(state_); !saved) {
    // What isn't kept here isn't said there.
    note(saved.error());
    dialogue_.clear();
  }
}

void PairingRound::look() {
  dialogue_.ask({.what = StoreRequest::What::list, .path = state_.folder}, [this](StoreAnswer&& answer) {
    if (answer.error) return note(*answer.error);
    read(answer.entries);
  });
}

void PairingRound::read(const std::vector<StoreEntry>& entries) {
  there_.clear();
  for (const StoreEntry& entry : entries) there_.push_back(entry.name);
  std::sort(there_.begin(), there_.end());
  if (std::holds_alternative<PairingOffer>(state_.side)) return offer_what_is_due();
  if (std::holds_alternative<PairingJoin>(state_.side)) return join_what_is_due();
  get(std::string(kPairingCard), [this](ByteView card) { begin_joining(card); });
}

void PairingRound::get(const std::string& name, std::function<void(ByteView)> then) {
  dialogue_.ask({.what = StoreRequest::What::get, .path = state_.folder + "/" + name, .limit = kPairingMessageLimit},
                [this, then = std::move(then)](StoreAnswer&& answer) {
                  if (!answer.error) return then(answer.bytes);
                  if (answer.error->code == ErrorCode::failed) note(*answer.error);
                });
}

void PairingRound::put(const std::string& name, const Bytes& bytes) {
  if (bytes.empty() || std::binary_search(there_.begin(), there_.end(), name)) return;
  dialogue_.ask({.what = StoreRequest::What::put, .path = state_.folder + "/" + name, .bytes = bytes},
                [this](StoreAnswer&& answer) {
                  if (answer.error) note(*answer.error);
                });
}

void PairingRound::offer_what_is_due() {
  const auto& offer = std::get<PairingOffer>(state_.side);
  put(std::string(kPairingCard), offer.card());
  put(std::string(kSecond), offer.second());
  put(std::string(kThird), offer.third());
  std::size_t firsts = 0;
  for (const std::string& name : there_) {
    if (!name.starts_with(kFirst) || ++firsts > kMostFirst) continue;
    get(name, [this](ByteView message) {
      auto& mine = std::get<PairingOffer>(state_.side);
      const bool was_waiting = mine.step() == PairingOffer::Step::waiting;
      // A file that isn't of this pairing changes nothing, and is nobody's trouble.
      (void)mine.take_first(message, clock_.now(), random_);
      save();
      if (was_waiting) put(std::string(kSecond), mine.second());
    });
  }
  get(std::string(kFourth), [this](ByteView message) {
    (void)std::get<PairingOffer>(state_.side).take_fourth(message);
    save();
  });
}

void PairingRound::begin_joining(ByteView card) {
  const WordsGiven words = std::get<WordsGiven>(state_.side);
  const auto code = read_pairing_card(words.purpose, words.secret, card);
  if (!code) return note(code.error());
  const auto chain = doings_.my_chain();
  if (!chain) return note(chain.error());
  auto join = PairingJoin::begin(*code, *chain, words.begun, random_);
  if (!join) return note(join.error());
  state_.side = std::move(*join);
  save();
  if (!trouble_) join_what_is_due();
}

void PairingRound::join_what_is_due() {
  const auto& join = std::get<PairingJoin>(state_.side);
  if (!join.first().empty()) {
    const Hash hash = hash_of({join.first()});
    put(std::string(kFirst) + to_base32(ByteView(hash).first(16)), join.first());
  }
  put(std::string(kFourth), join.fourth());
  get(std::string(kSecond), [this](ByteView message) {
    if (auto taken = std::get<PairingJoin>(state_.side).take_second(message, clock_.now()); !taken) note(taken.error());
    save();
  });
  get(std::string(kThird), [this](ByteView message) {
    auto& mine = std::get<PairingJoin>(state_.side);
    if (!mine.take_third(message)) return;
    save();
    if (mine.step() != PairingJoin::Step::granted) return;
    if (auto joined = doings_.take_grant(mine.payload()); !joined) return note(joined.error());
    const auto keys = doings_.my_keys();
    if (!keys) return note(keys.error());
    if (auto finished = mine.finish({}, *keys, random_); !finished) return note(finished.error());
    save();
    put(std::string(kFourth), mine.fourth());
  });
}

}  // namespace kindling
