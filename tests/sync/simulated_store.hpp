// A store that does what real stores do and worse, by the word of one generator: the same seed, the same misfortunes.
#pragma once

#include <map>
#include <random>
#include <string>

#include "core/ports/remote_store.hpp"

namespace kindling::sim {

// Numbers of one seed; everything in a simulation that is by chance comes from here.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  // 0 to below - 1. Not std::uniform_int_distribution, whose numbers differ between libraries.
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

enum class Fault {
  none,
  unreachable,     // nothing happens, and it says so
  lost_put,        // a yes, and nothing happens
  put_said_no,     // it happens, and it says that it didn't (412 after success)
  cut_put,         // the first part of it happens
  short_listing,   // some entries are missing
  stale_listing,   // as it was some time ago
  missing_get,     // there, but it says that it isn't
  flipped_get,     // one bit is another one on the way
  flipped_bit,     // one bit of a file is another one from now on
  foreign_delete,  // somebody deletes a file
  emptied,         // somebody deletes everything
  rolled_back,     // everything is as it was some time ago
  conflict_copy,   // a folder service puts a copy under another name
  garbage,         // somebody puts a file of their own there
  count
};

class SimulatedStore final : public RemoteStore {
 public:
  explicit SimulatedStore(Chance& chance) : chance_(chance) {}

  // How often something goes wrong: one request in so many. 0: never.
  void set_trouble(std::uint64_t one_in) { trouble_ = one_in; }
  // Something happens to what is there, at nobody's request.
  void suffer(Fault fault);

  [[nodiscard]] Result<std::vector<StoreEntry>> list(const std::string& folder) override;
  [[nodiscard]] Result<Bytes> get(const std::string& path, std::size_t limit) override;
  [[nodiscard]] Result<void> put(const std::string& path, ByteView bytes) override;
  [[nodiscard]] Result<void> remove(const std::string& path) override;

  [[nodiscard]] const std::map<std::string, Bytes>& files() const { return files_; }
  [[nodiscard]] const std::map<Fault, std::uint64_t>& suffered() const { return suffered_; }

 private:
  using Files = std::map<std::string, Bytes>;
  [[nodiscard]] Fault choose(std::initializer_list<Fault> faults);
  [[nodiscard]] Files::iterator any();
  void remember();

  Chance& chance_;
  std::uint64_t trouble_ = 0;
  Files files_;
  std::vector<Files> past_;
  std::map<Fault, std::uint64_t> suffered_;
};

}  // namespace kindling::sim
