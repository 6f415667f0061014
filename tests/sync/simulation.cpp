#include "tests/sync/simulation.hpp"

#include <algorithm>
#include <filesystem>

#include "tests/sync/small_model.hpp"

namespace kindling::sim {
namespace {

constexpr Instant kStart{std::chrono::milliseconds(1'790'000'000'000)};
constexpr int kMostDevices = 5;
constexpr int kEntities = 6;
constexpr int kRoundsToAgree = 12;

SecretKey home_key() { return SecretKey(std::array<std::uint8_t, SecretKey::kSize>{7}); }

Uuid entity_of(std::uint64_t number) {
  Uuid id{};
  id[0] = static_cast<std::uint8_t>(number + 1);
  return id;
}

// One device: its disk outlives its processes.
class Device {
 public:
  Device(std::string folder, std::uint64_t seed) : folder_(std::move(folder)), random_(seed), clock_(kStart) {
    std::filesystem::create_directories(folder_);
    open();
  }
  // A disk copied bit for bit, in a device of its own.
  Device(Device& original, std::string folder, std::uint64_t seed)
      : folder_(std::move(folder)), random_(seed), clock_(original.clock_.now()), files_(original.files_) {
    original.close();
    std::filesystem::copy(original.folder_, folder_);
    original.open();
    open();
  }

  void open() {
    space_ = std::move(*Space::open({.path = folder_ + "/s.db", .kind = SpaceKind::couple, .durable = false},
                                    home_key(), clock_, random_));
    keys_ = std::make_unique<DeviceKeyFile>(files_, random_, "home", home_key());
    log_ = std::make_unique<SharedLog>(*space_, *keys_, random_);
  }
  void close() {
    exchange_.reset();
    log_.reset();
    keys_.reset();
    space_.reset();
  }
  void crash() {
    close();
    open();
  }

  void begin_round(bool thorough) {
    exchange_ = std::make_unique<Exchange>(*space_, *log_, Exchange::Options{.thorough = thorough, .pack_at = 3});
  }
  // One request and its answer. False at the end of the round.
  bool step(RemoteStore& store) {
    const auto request = exchange_->next();
    if (!request) return false;
    exchange_->answer(perform(store, *request));
    return true;
  }

  std::string folder_;
  SeededRandom random_;
  FakeClock clock_;
  MemoryFiles files_;
  std::unique_ptr<Space> space_;
  std::unique_ptr<DeviceKeyFile> keys_;
  std::unique_ptr<SharedLog> log_;
  std::unique_ptr<Exchange> exchange_;
};

class World {
 public:
  explicit World(const Plan& plan) : plan_(plan), chance_(plan.seed), store_(chance_) {}

  Outcome run() {
    settle();
    store_.set_trouble(2 + chance_.below(12));
    for (int step = 0; step < plan_.steps && outcome_.wrong.empty(); ++step) happen();
    store_.set_trouble(0);
    agree();
    outcome_.faults = store_.suffered();
    return std::move(outcome_);
  }

 private:
  void trace(std::uint64_t event) { outcome_.trace = (outcome_.trace ^ event) * 0x100000001B3U; }
  void wrong(const std::string& what) {
    if (outcome_.wrong.empty()) outcome_.wrong = what;
  }

  std::string new_folder() { return disk_.path() + "/" + std::to_string(devices_.size()); }

  // Everybody is a member; each may have written alone before.
  void settle() {
    const std::uint64_t count = 2 + chance_.below(3);
    for (std::uint64_t i = 0; i < count; ++i) {
      devices_.push_back(std::make_unique<Device>(new_folder(), plan_.seed * 31 + i));
      if (chance_.one_in(2)) write(*devices_.back());
    }
    Device& first = *devices_.front();
    if (!first.log_->found({.person = entity_of(100), .person_name = "Ada", .device_name = "desk"}))
      return wrong("no space could be founded");
    for (std::uint64_t i = 1; i < count; ++i) {
      Device& other = *devices_[i];
      const auto entry = other.keys_->make(other.space_->stream());
      const Member member{.stream = other.space_->stream(),
                          .person = entity_of(100 + i % 2),
                          .keys = entry->keys.shown(),
                          .person_name = "Ben",
                          .device_name = "phone"};
      if (!first.log_->admit(member) || !other.log_->join(first.log_->grant())) return wrong("a device could not join");
    }
  }

  void happen() {
    Device& device = *devices_[chance_.below(devices_.size())];
    device.clock_.advance(std::chrono::seconds(1 + chance_.below(3600)));
    const std::uint64_t what = chance_.below(100);
    trace(what);
    if (what < 40) {
      write(device);
    } else if (what < 80) {
      exchange(device, chance_.below(40), chance_.one_in(5));
    } else if (what < 86) {
      ++outcome_.crashes;
      device.crash();
    } else if (what < 96) {
      constexpr std::array kSuffered{Fault::flipped_bit,   Fault::foreign_delete, Fault::emptied,    Fault::rolled_back,
                                     Fault::conflict_copy, Fault::garbage,        Fault::flipped_bit};
      store_.suffer(kSuffered[chance_.below(kSuffered.size())]);
    } else if (what < 98) {
      // A clock that somebody set wrong by up to ten years, either way.
      const auto years = static_cast<int>(chance_.below(21)) - 10;
      device.clock_.set(kStart + std::chrono::hours(24 * 365 * years));
    } else if (devices_.size() < kMostDevices) {
      ++outcome_.clones;
      devices_.push_back(std::make_unique<Device>(device, new_folder(), plan_.seed * 31 + 17 + devices_.size()));
    }
  }

  void write(Device& device) {
    const std::uint64_t acts = 1 + chance_.below(3);
    for (std::uint64_t i = 0; i < acts; ++i) {
      const auto done = device.space_->transact(Verb::edit_plan, [&](Writer& writer) -> Result<void> {
        const std::uint64_t operations = 1 + chance_.below(4);
        for (std::uint64_t n = 0; n < operations; ++n) change(writer);
        return {};
      });
      if (!done) wrong("an act failed");
      trace(acts);
    }
    note_log(device);
  }

  void change(Writer& writer) {
    const Uuid entity = entity_of(chance_.below(kEntities));
    const auto field = static_cast<FieldNumber>(1 + chance_.below(4));
    const Bytes key{static_cast<std::uint8_t>(chance_.below(3))};
    const std::string words = "w" + std::to_string(++said_);
    switch (chance_.below(7)) {
      case 0:
      case 1: writer.set(EntityKind::plan, entity, field, words); return;
      case 2: writer.set(EntityKind::plan, entity, 2, static_cast<std::int64_t>(said_)); return;
      case 3: writer.add_element(EntityKind::plan, entity, 20, key, words); return;
      case 4: writer.remove_element(EntityKind::plan, entity, 20, key); return;
      case 5: writer.set_alive(EntityKind::plan, entity, chance_.one_in(2)); return;
      default: writer.add_count(EntityKind::plan, entity, 30, static_cast<std::int64_t>(chance_.below(9)) - 4); return;
    }
  }

  // What is durable on a device now has to be everywhere in the end. Streams may get other names, payloads don't.
  void note_log(Device& device) {
    (void)device.space_->log().for_each([&](const LoggedOperation& logged) {
      if (logged.operation.ref.stream != device.space_->stream()) return true;
      const Operation& o = logged.operation;
      const Bytes stamp = bytes_of_stamp(o);
      if (acknowledged_.insert(stamp).second) ++outcome_.operations;
      auto& kinds = kinds_[o.entity];
      for (const auto& [stream, kind] : kinds) {
        if (stream != o.ref.stream) outcome_.pairs.emplace(kind, o.kind);
      }
      kinds.emplace(o.ref.stream, o.kind);
      return true;
    });
  }

  static Bytes bytes_of_stamp(const Operation& o) {
    Bytes bytes(o.entity.begin(), o.entity.end());
    for (unsigned i = 0; i < 8; ++i) bytes.push_back(static_cast<std::uint8_t>(o.stamp.ms >> (8 * i)));
    bytes.push_back(static_cast<std::uint8_t>(o.stamp.counter));
    bytes.push_back(static_cast<std::uint8_t>(o.stamp.counter >> 8));
    bytes.push_back(static_cast<std::uint8_t>(o.kind));
    bytes.push_back(static_cast<std::uint8_t>(o.field));
    if (const auto* text = std::get_if<std::string>(&o.payload.value))
      bytes.insert(bytes.end(), text->begin(), text->end());
    return bytes;
  }

  void exchange(Device& device, std::uint64_t requests, bool thorough) {
    if (!device.exchange_) {
      ++outcome_.rounds;
      device.begin_round(thorough);
    }
    for (std::uint64_t i = 0; i < requests; ++i) {
      if (!device.step(store_)) {
        read_report(device);
        return;
      }
    }
  }

  void read_report(Device& device) {
    const ExchangeReport& report = device.exchange_->report();
    if (report.forked) ++outcome_.forks;
    outcome_.segments += static_cast<std::uint64_t>(report.published);
    trace(static_cast<std::uint64_t>(report.taken) * 7 + static_cast<std::uint64_t>(report.published));
    device.exchange_.reset();
  }

  void agree() {
    for (int round = 0; round < kRoundsToAgree && outcome_.wrong.empty(); ++round) {
      for (const auto& device : devices_) {
        device->exchange_.reset();
        device->begin_round(true);
        while (device->step(store_)) {
        }
        if (const auto& trouble = device->exchange_->report().trouble) return wrong("trouble: " + trouble->message);
        read_report(*device);
      }
      if (round >= 2 && are_equal()) break;
    }
    if (!outcome_.wrong.empty()) return;
    if (!are_equal()) return wrong("the devices don't come to the same:" + states());
    for (const auto& device : devices_) check(*device);
  }

  bool are_equal() {
    const auto digest = devices_.front()->space_->tables().digest();
    const std::uint64_t count = devices_.front()->space_->log().count();
    return std::all_of(devices_.begin(), devices_.end(), [&](const auto& device) {
      return device->space_->log().count() == count && device->space_->tables().digest() == digest;
    });
  }

  // For each device how many operations it has of each stream, and what it still waits for.
  std::string states() {
    std::string text;
    for (const auto& device : devices_) {
      text += "\n  stream " + to_string(device->space_->stream()).substr(0, 6) + ":";
      for (const Head& head : device->space_->segments().heads())
        text += " " + to_string(head.stream).substr(0, 6) + "/" + std::to_string(head.seq);
      text += ", " + std::to_string(device->space_->log().count()) + " operations, " +
              std::to_string(device->space_->segments().members().size()) + " members";
    }
    return text;
  }

  void check(Device& device) {
    SmallModel model;
    model.read(device.space_->log());
    if (const std::string different = model.differs_from(device.space_->tables()); !different.empty())
      return wrong("the tables differ from the model in " + different);
    std::set<Bytes> there;
    (void)device.space_->log().for_each([&](const LoggedOperation& logged) {
      there.insert(bytes_of_stamp(logged.operation));
      return true;
    });
    if (!std::includes(there.begin(), there.end(), acknowledged_.begin(), acknowledged_.end()))
      return wrong("something that was acknowledged is lost");
    for (const std::uint8_t byte : device.space_->tables().digest()) trace(byte);
  }

  Plan plan_;
  Chance chance_;
  TemporaryFolder disk_;
  SimulatedStore store_;
  std::vector<std::unique_ptr<Device>> devices_;
  Outcome outcome_;
  std::uint64_t said_ = 0;
  std::set<Bytes> acknowledged_;
  std::map<Uuid, std::set<std::pair<Uuid, OperationKind>>> kinds_;
};

}  // namespace

Outcome simulate(const Plan& plan) { return World(plan).run(); }

}  // namespace kindling::sim
