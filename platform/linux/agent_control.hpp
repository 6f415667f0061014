// The agent, as the window's settings switch it: by its own program, kindling-agent, which lies beside the window's.
// Belongs to the window's thread, which waits for it.
#pragma once

#include <sys/types.h>

#include <string>

#include "app/model/background.hpp"
#include "core/ports/file_store.hpp"

namespace kindling {

class AgentControl final : public app::Background {
 public:
  // `files` must outlive it.
  AgentControl(FileStore& files, std::string home_folder);
  AgentControl(const AgentControl&) = delete;
  AgentControl& operator=(const AgentControl&) = delete;
  ~AgentControl() override;  // ends the one that ends with this program

  [[nodiscard]] app::BackgroundState state() override;
  [[nodiscard]] Result<void> turn(bool on) override;
  [[nodiscard]] Result<void> test() override;

  // By the same agent: one that runs already does it, else one that ends with this program or the lock.
  void home_opened(const std::string& passphrase) override;
  void home_closed() override;

 private:
  [[nodiscard]] Result<void> run(const char* job) const;

  FileStore& files_;
  std::string home_;
  pid_t own_ = 0;
};

}  // namespace kindling
