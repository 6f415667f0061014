// The two of them on their devices: where the store is, how two devices meet, and the rounds in which what is shared is
// exchanged. What this device keeps for it (the place of the store, who the partner is, a pairing under way) are notes
// of the private space: sealed, in no log, history, export or backup. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/names.hpp"
#include "core/ports/file_store.hpp"
#include "core/services/context.hpp"
#include "core/services/pairing_round.hpp"
#include "core/sync/exchange.hpp"

namespace kindling {

enum class PairingStep { none, offered, joining, confirm, paired, paused };
template <>
struct EnumNames<PairingStep> {
  static constexpr std::array<std::string_view, 6> kNames{"none", "offered", "joining", "confirm", "paired", "paused"};
};

struct PairingView {
  PairingStep step = PairingStep::none;
  std::string partner_name, partner_device;  // while confirming and after
  std::string safety_number;                 // 60 digits, once the other side is known
  std::optional<Instant> expires;            // of an offer or a joining
  bool used_twice = false;                   // the code was used by somebody else, too
};

struct PairingOfferView {
  std::string code;                // for a QR
  std::vector<std::string> words;  // to read aloud
  Instant expires;
};

struct DeviceView {
  Uuid stream{};
  std::string person_name, device_name;
  bool is_this = false;
  bool closed = false;
  std::uint64_t operations = 0;  // of it that are here
};

// One round with the store: first what a pairing has to say, then what is shared.
class SyncRound {
 public:
  SyncRound(std::unique_ptr<PairingRound> pairing, std::function<std::unique_ptr<Exchange>()> exchange);
  ~SyncRound();
  SyncRound(const SyncRound&) = delete;
  SyncRound& operator=(const SyncRound&) = delete;

  [[nodiscard]] std::optional<StoreRequest> next();
  void answer(StoreAnswer answer);

  // Of what was exchanged; all zero where nothing is shared yet.
  [[nodiscard]] ExchangeReport report() const;

 private:
  std::unique_ptr<PairingRound> pairing_;
  std::function<std::unique_ptr<Exchange>()> begin_exchange_;
  std::unique_ptr<Exchange> exchange_;
};

class SyncService {
 public:
  // `folder` is the home's. All of them must outlive it.
  SyncService(const Context& context, FileStore& files, const std::string& folder, const SecretKey& home_key);

  // Where the store is, as whoever opens it understands it, and a login where it needs one. Empty: none.
  struct StoreSetting {
    std::string where;
    std::string user, password;
  };
  [[nodiscard]] Result<void> set_store(const StoreSetting& store);
  [[nodiscard]] StoreSetting store();

  // What the other device is shown of this one. Nothing of the settings: the names there stay on this device.
  struct ShownNames {
    std::string person, device;
  };
  // A code for the partner's device. Fails with invalid while paired.
  [[nodiscard]] Result<PairingOfferView> offer(const ShownNames& names);
  // The partner's code or its twelve words. What is in the couple's space here is shared from the moment that both
  // confirmed.
  [[nodiscard]] Result<void> join(std::string_view code, const ShownNames& names);
  // It is them: what is shared is handed over with the next round. Fails with invalid where nobody has joined.
  [[nodiscard]] Result<void> confirm();
  // Ends a pairing that isn't done.
  [[nodiscard]] Result<void> cancel();
  [[nodiscard]] Result<PairingView> pairing();

  [[nodiscard]] std::vector<DeviceView> devices();
  // By the beginning of its id. Its word counts no more, and it gets no new keys; what it has read it has read.
  [[nodiscard]] Result<void> revoke(std::string_view id_prefix);

  // Nothing goes out and nothing comes in while paused.
  [[nodiscard]] Result<void> pause(bool paused);
  // Alone, at once. What both shared stays here as one's own.
  [[nodiscard]] Result<void> unpair();

  // Fails with not_found where no store is set or there is nobody to exchange with, with invalid while paused.
  [[nodiscard]] Result<std::unique_ptr<SyncRound>> round(bool thorough);

  // When a round last ended without trouble.
  [[nodiscard]] std::optional<Instant> last_round();
  [[nodiscard]] Result<void> note_round(const ExchangeReport& report);
  // Segments of this device that were not seen on the store yet, and operations not sealed yet.
  [[nodiscard]] bool has_waiting();

 private:
  [[nodiscard]] std::string note(std::string_view name);
  [[nodiscard]] Result<void> keep_note(std::string_view name, std::string_view text);
  [[nodiscard]] PairingState state();
  [[nodiscard]] Result<void> save(const PairingState& state);
  [[nodiscard]] Result<CertificateChain> my_chain(const ShownNames& names);
  [[nodiscard]] Result<DeviceKeys> my_keys();
  [[nodiscard]] Result<void> remember_partner(const CertificateChain& chain);
  [[nodiscard]] PairingRound::Doings doings();

  const Context& context_;
  DeviceKeyFile keys_;
  SharedLog log_;
};

}  // namespace kindling
