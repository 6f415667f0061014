// A disk in memory for SQLite that fails where a test says: an error, a full disk, a write cut short, or the power
// going off, after which what wasn't synced is gone, kept or torn by the choice of a seed. Files, locks and the WAL's
// shared memory live in this object, so several connections of one process may share a file. One thread. Connections
// must be closed before it goes.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace kindling {

enum class Fault {
  none,
  io_error,     // one call fails; the next ones work again
  full,         // no write from then on finds room
  short_write,  // one write stores its first half and fails
  power_loss,   // no call changes anything any more; restart() tells what is left
};

class FaultyVfs {
 public:
  explicit FaultyVfs(std::string name);
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;
  ~FaultyVfs();

  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  // Arms a fault for the call of that index from now on, counting from 0: all calls for io_error, those that change a
  // file for power_loss, writes for full and short_write.
  void arm(Fault fault, std::uint64_t index);
  void disarm();
  // Calls of the kind that `fault` counts since the last arm().
  [[nodiscard]] std::uint64_t calls(Fault fault) const noexcept;
  [[nodiscard]] bool has_struck() const noexcept { return struck_; }

  // The machine comes up again. REQUIRES: every connection is closed. Shared memory is gone. Of what wasn't synced a
  // seed of 0 keeps nothing and 1 everything; others keep some of the writes, in sectors.
  void restart(std::uint64_t seed);

  struct Write {
    std::size_t offset = 0;
    std::vector<std::uint8_t> bytes;
    bool truncates = false;  // to `offset`
  };
  struct File {
    std::vector<std::uint8_t> bytes;    // as programs see it
    std::vector<std::uint8_t> durable;  // as of the last sync
    std::vector<Write> unsynced;
    std::vector<std::unique_ptr<std::array<std::uint8_t, 32768>>> shared_memory;
    std::array<int, SQLITE_SHM_NLOCK> shm_shared{};
    std::array<bool, SQLITE_SHM_NLOCK> shm_exclusive{};
    int shared = 0;  // holders of SHARED or more
    bool reserved = false;
    bool pending = false;
    bool exclusive = false;
  };
  // A copy of what is on the disk, to begin again from there. REQUIRES: every connection is closed.
  using Image = std::map<std::string, std::vector<std::uint8_t>>;
  [[nodiscard]] Image image() const;
  void load(const Image& image);

  // For the C callbacks.
  enum class Call { other, change, write };
  [[nodiscard]] int strike(Call call, int error);  // SQLITE_OK where no fault strikes
  [[nodiscard]] bool is_dead() const noexcept { return dead_; }
  [[nodiscard]] bool cuts_short() const noexcept { return cut_short_; }
  std::map<std::string, std::shared_ptr<File>> files;

 private:
  std::string name_;
  sqlite3_vfs vfs_{};
  Fault fault_ = Fault::none;
  std::uint64_t index_ = 0;
  std::uint64_t all_ = 0, changes_ = 0, writes_ = 0;
  bool struck_ = false;
  bool dead_ = false;
  bool cut_short_ = false;
};

}  // namespace kindling
