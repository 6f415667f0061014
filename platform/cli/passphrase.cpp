#include "platform/cli/passphrase.hpp"

#include "platform/cli/session.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/passphrase_file.hpp"

namespace kindling::cli {
namespace {

constexpr std::size_t kShortest = 8;
constexpr int kPatienceMs = 2'000;

Error locked_home() {
  return {ErrorCode::locked,
          "this home is locked; give its passphrase on standard input, with --passphrase-file or in the file that "
          "KINDLING_PASSPHRASE_FILE names"};
}
Error locked_backup() {
  return {ErrorCode::locked,
          "this backup is encrypted; give its passphrase on standard input or with --passphrase-file"};
}

Result<std::string> typed_or_piped(std::string_view question, const Error& otherwise) {
  auto given = input_is_terminal() ? ask_secret(question) : read_line(kLongestPassphrase, kPatienceMs);
  if (!given || given->empty()) return otherwise;
  return std::move(*given);
}

std::optional<std::string> file_named(const Session& session, const Arguments& arguments) {
  if (auto own = arguments.optional_text("--passphrase-file")) return own;
  return session.globals().optional_text("--passphrase-file");
}

}  // namespace

Result<std::string> current_passphrase(Session& session, const std::string& own) {
  if (const auto path = session.globals().optional_text("--passphrase-file"))
    return read_passphrase_file(session.files(), *path);
  if (const auto path = environment("KINDLING_PASSPHRASE_FILE")) return read_passphrase_file(session.files(), *path);
  if (!own.empty()) return read_passphrase_file(session.files(), own);
  return typed_or_piped("Passphrase of this home: ", locked_home());
}

Result<std::string> backup_passphrase(Session& session, const Arguments& arguments) {
  if (const auto path = file_named(session, arguments)) return read_passphrase_file(session.files(), *path);
  return typed_or_piped("Passphrase of the backup: ", locked_backup());
}

Result<std::string> new_passphrase(Session& session, const Arguments& arguments) {
  std::string chosen;
  if (const auto path = file_named(session, arguments)) {
    auto read = read_passphrase_file(session.files(), *path);
    if (!read) return read.error();
    chosen = std::move(*read);
  } else {
    auto given = input_is_terminal() ? ask_secret("New passphrase: ") : read_line(kLongestPassphrase, kPatienceMs);
    if (!given) return invalid("a passphrase is needed, on standard input or with --passphrase-file");
    chosen = std::move(*given);
    if (input_is_terminal() && ask_secret("Once more: ") != chosen)
      return invalid("the two passphrases differ; nothing was changed");
  }
  if (chosen.size() < kShortest || chosen.size() > kLongestPassphrase)
    return invalid("a passphrase has 8 to 1,000 bytes; a few plain words that only you would put together are good");
  return chosen;
}

}  // namespace kindling::cli
