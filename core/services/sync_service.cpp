#include "core/services/sync_service.hpp"

#include <algorithm>
#include <charconv>

#include "core/base/text.hpp"

namespace kindling {
namespace {

// Names of notes.
constexpr std::string_view kStore = "sync.store";
constexpr std::string_view kStoreUser = "sync.store_user";
constexpr std::string_view kStorePassword = "sync.store_password";
constexpr std::string_view kChain = "sync.chain";
constexpr std::string_view kPairing = "sync.pairing";
constexpr std::string_view kPartner = "sync.partner";
constexpr std::string_view kPaused = "sync.paused";
constexpr std::string_view kLastRound = "sync.last_round";

constexpr std::size_t kLeastPrefix = 4;  // characters of an id

Error not_paired() { return not_found("no partner is paired; `kindling pair offer` begins"); }

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at) parts.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Member member_of(const DeviceCertificate& certificate) {
  return {.stream = certificate.stream,
          .person = certificate.person,
          .keys = certificate.keys,
          .person_name = certificate.person_name,
          .device_name = certificate.device_name};
}

}  // namespace

SyncRound::SyncRound(std::unique_ptr<PairingRound> pairing, std::function<std::unique_ptr<Exchange>()> exchange)
    : pairing_(std::move(pairing)), begin_exchange_(std::move(exchange)) {}
SyncRound::~SyncRound() = default;

std::optional<StoreRequest> SyncRound::next() {
  if (pairing_) {
    if (auto request = pairing_->next()) return request;
  }
  if (begin_exchange_) exchange_ = std::exchange(begin_exchange_, nullptr)();
  return exchange_ ? exchange_->next() : std::nullopt;
}

void SyncRound::answer(StoreAnswer answer) {
  if (exchange_) return exchange_->answer(std::move(answer));
  pairing_->answer(std::move(answer));
}

ExchangeReport SyncRound::report() const {
  ExchangeReport report = exchange_ ? exchange_->report() : ExchangeReport{};
  if (pairing_ && pairing_->trouble()) report.trouble = pairing_->trouble();
  return report;
}

SyncService::SyncService(const Context& context, FileStore& files, const std::string& folder, const SecretKey& home_key)
    : context_(context), keys_(files, context.random, folder, home_key), log_(context.couple, keys_, context.random) {}

std::string SyncService::note(std::string_view name) { return context_.self.note(name).value_or(std::string()); }

Result<void> SyncService::keep_note(std::string_view name, std::string_view text) {
  Transaction transaction(context_.self.database());
  context_.self.set_note(name, text);
  return transaction.commit();
}

Result<void> SyncService::set_store(const StoreSetting& store) {
  Transaction transaction(context_.self.database());
  context_.self.set_note(kStore, store.where);
  context_.self.set_note(kStoreUser, store.user);
  context_.self.set_note(kStorePassword, store.password);
  return transaction.commit();
}

SyncService::StoreSetting SyncService::store() { return {note(kStore), note(kStoreUser), note(kStorePassword)}; }

PairingState SyncService::state() {
  const std::string kept = note(kPairing);
  return kept.empty() ? PairingState{} : decode_pairing(bytes_of(kept));
}

Result<void> SyncService::save(const PairingState& state) {
  return keep_note(kPairing, text_of(encode_pairing(state)));
}

Result<DeviceKeys> SyncService::my_keys() {
  const auto own = keys_.find(context_.couple.stream());
  if (!own) return own.error();
  if (!*own) return not_found("this device has no keys yet; pair it first");
  return (*own)->keys;
}

Result<CertificateChain> SyncService::my_chain(const ShownNames& names) {
  const auto stream = log_.prepare();
  if (!stream) return stream.error();
  if (const std::string kept = note(kChain); !kept.empty()) {
    auto chain = decode_chain(bytes_of(kept));
    if (chain && chain->back().certificate.stream == *stream) return chain;
  }
  const auto keys = my_keys();
  if (!keys) return keys.error();
  DeviceCertificate certificate;
  certificate.stream = *stream;
  context_.random.fill(certificate.person);
  certificate.person_name = names.person;
  certificate.device_name = names.device;
  certificate.keys = keys->shown();
  certificate.made = context_.clock.now();
  auto signed_one = sign_own_certificate(certificate, *keys);
  if (!signed_one) return signed_one.error();
  CertificateChain chain{std::move(*signed_one)};
  if (auto kept = keep_note(kChain, text_of(encode_chain(chain))); !kept) return kept.error();
  return chain;
}

Result<PairingOfferView> SyncService::offer(const ShownNames& names) {
  if (!note(kPartner).empty()) return invalid("you are paired already; `kindling unpair` leaves first");
  const auto chain = my_chain(names);
  if (!chain) return chain.error();
  auto offer = PairingOffer::begin(PairingPurpose::couple, *chain, {}, context_.clock.now(), context_.random);
  if (!offer) return offer.error();
  const PairingCode code = offer->code();
  const Instant ends = offer->ends();
  if (auto saved = save({std::move(*offer), pairing_folder(code.purpose, code.secret)}); !saved) return saved.error();
  return PairingOfferView{to_text(code), split(to_pairing_words(code)), ends};
}

Result<void> SyncService::join(std::string_view text, const ShownNames& names) {
  if (!note(kPartner).empty()) return invalid("you are paired already; `kindling unpair` leaves first");
  constexpr PairingPurpose kPurpose = PairingPurpose::couple;
  const auto chain = my_chain(names);
  if (!chain) return chain.error();
  const Instant now = context_.clock.now();
  if (text.find(':') == std::string_view::npos) {
    const auto secret = parse_pairing_words(kPurpose, text);
    if (!secret) return secret.error();
    return save({WordsGiven{kPurpose, *secret, now}, pairing_folder(kPurpose, *secret)});
  }
  const auto code = parse_pairing_text(kPurpose, text);
  if (!code) return code.error();
  auto join = PairingJoin::begin(*code, *chain, now, context_.random);
  if (!join) return join.error();
  return save({std::move(*join), pairing_folder(kPurpose, code->secret)});
}

Result<void> SyncService::confirm() {
  PairingState state = this->state();
  auto* const offer = std::get_if<PairingOffer>(&state.side);
  if (offer == nullptr || offer->step() != PairingOffer::Step::asked)
    return invalid("nobody has joined yet; let both devices sync, then look at `kindling pair status`");
  const auto chain = my_chain({});
  if (!chain) return chain.error();
  const auto keys = my_keys();
  if (!keys) return keys.error();
  if (auto founded = log_.found(member_of(chain->back().certificate)); !founded) return founded;
  if (auto admitted = log_.admit(member_of(offer->joiner().back().certificate)); !admitted) return admitted;
  const Bytes grant = encode_grant(log_.grant());
  if (auto confirmed = offer->confirm(grant, *keys, context_.clock.now(), context_.random); !confirmed)
    return confirmed;
  if (auto saved = save(state); !saved) return saved;
  return remember_partner(offer->joiner());
}

Result<void> SyncService::remember_partner(const CertificateChain& chain) {
  return keep_note(kPartner, text_of(encode_chain(chain)));
}

Result<void> SyncService::cancel() { return keep_note(kPairing, {}); }

Result<PairingView> SyncService::pairing() {
  PairingView view;
  const auto known_by = [&](const CertificateChain& partner) {
    if (partner.empty()) return;
    view.partner_name = partner.back().certificate.person_name;
    view.partner_device = partner.back().certificate.device_name;
    if (const auto mine = decode_chain(bytes_of(note(kChain))))
      view.safety_number = safety_number(mine->front().certificate, partner.front().certificate);
  };
  const PairingState state = this->state();
  if (const auto* offer = std::get_if<PairingOffer>(&state.side)) view.used_twice = offer->was_used_twice();
  if (const auto partner = decode_chain(bytes_of(note(kPartner)))) {
    known_by(*partner);
    view.step = note(kPaused).empty() ? PairingStep::paired : PairingStep::paused;
    return view;
  }
  if (const auto* offer = std::get_if<PairingOffer>(&state.side)) {
    known_by(offer->joiner());
    view.expires = offer->ends();
    const bool is_asked = offer->step() == PairingOffer::Step::asked;
    const bool is_over = offer->step() == PairingOffer::Step::over || context_.clock.now() > offer->ends();
    view.step = is_over ? PairingStep::none : is_asked ? PairingStep::confirm : PairingStep::offered;
  } else if (const auto* join = std::get_if<PairingJoin>(&state.side)) {
    known_by(join->offerer());
    view.expires = join->ends();
    view.step = join->step() == PairingJoin::Step::over ? PairingStep::none : PairingStep::joining;
  } else if (const auto* words = std::get_if<WordsGiven>(&state.side)) {
    view.expires = words->begun + kPairingTime;
    view.step = PairingStep::joining;
  }
  return view;
}

std::vector<DeviceView> SyncService::devices() {
  std::vector<DeviceView> devices;
  for (const Member& member : context_.couple.segments().members()) {
    const auto last = context_.couple.segments().last(member.stream);
    devices.push_back({.stream = member.stream,
                       .person_name = member.person_name,
                       .device_name = member.device_name,
                       .is_this = member.stream == context_.couple.stream(),
                       .closed = member.closed.has_value(),
                       .operations = last ? last->last() : 0});
  }
  return devices;
}

Result<void> SyncService::revoke(std::string_view id_prefix) {
  if (id_prefix.size() < kLeastPrefix) return invalid("give at least 4 characters of the device's id");
  std::optional<Uuid> found;
  for (const DeviceView& device : devices()) {
    if (!to_string(device.stream).starts_with(id_prefix)) continue;
    if (found) return invalid("several devices' ids begin so; give more of it");
    found = device.stream;
  }
  if (!found) return not_found("no device has that id; `kindling devices` lists them");
  return log_.revoke(*found);
}

Result<void> SyncService::pause(bool paused) {
  if (note(kPartner).empty()) return not_paired();
  return keep_note(kPaused, paused ? "paused" : "");
}

Result<void> SyncService::unpair() {
  if (note(kPartner).empty()) return not_paired();
  if (auto left = log_.leave(); !left) return left;
  for (const std::string_view name : {kPartner, kPairing, kPaused, kChain, kLastRound}) {
    if (auto forgotten = keep_note(name, {}); !forgotten) return forgotten;
  }
  return {};
}

PairingRound::Doings SyncService::doings() {
  return {.save = [this](const PairingState& state) { return save(state); },
          .my_chain = [this] { return my_chain({}); },
          .take_grant = [this](const Bytes& granted) -> Result<void> {
            const auto grant = decode_grant(granted);
            if (!grant) return invalid("what the other device handed over can't be read; update Kindling on both");
            // A round that was cut off after this does it again.
            if (context_.couple.id() != grant->space) {
              if (auto joined = log_.join(*grant); !joined) return joined;
            }
            const PairingState state = this->state();
            const auto* join = std::get_if<PairingJoin>(&state.side);
            return join == nullptr ? Result<void>() : remember_partner(join->offerer());
          },
          .my_keys = [this] { return my_keys(); }};
}

Result<std::unique_ptr<SyncRound>> SyncService::round(bool thorough) {
  if (store().where.empty()) return not_found("no store is set; `kindling store set folder:PATH` says where");
  if (!note(kPaused).empty()) return invalid("sync is paused; `kindling resume` goes on");
  PairingState state = this->state();
  const bool is_pairing = !state.folder.empty();
  if (!is_pairing && note(kPartner).empty()) return not_paired();
  std::unique_ptr<PairingRound> pairing;
  if (is_pairing) pairing = std::make_unique<PairingRound>(std::move(state), context_.clock, context_.random, doings());
  return std::make_unique<SyncRound>(std::move(pairing), [this, thorough]() -> std::unique_ptr<Exchange> {
    if (!context_.couple.segments().current_epoch()) return nullptr;
    return std::make_unique<Exchange>(context_.couple, log_, Exchange::Options{.thorough = thorough});
  });
}

std::optional<Instant> SyncService::last_round() {
  const std::string text = note(kLastRound);
  std::int64_t ms = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
  if (text.empty() || error != std::errc()) return std::nullopt;
  return Instant(std::chrono::milliseconds(ms));
}

Result<void> SyncService::note_round(const ExchangeReport& report) {
  if (report.trouble) return {};
  return keep_note(kLastRound, std::to_string(context_.clock.now().time_since_epoch().count()));
}

bool SyncService::has_waiting() {
  SegmentLog& segments = context_.couple.segments();
  const auto last = segments.last(context_.couple.stream());
  return segments.count_unseen(context_.couple.stream()) > 0 ||
         context_.couple.log().first_seq(context_.couple.stream(), last ? last->last() + 1 : 1).has_value();
}

}  // namespace kindling
