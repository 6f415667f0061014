#include "platform/cli/passphrase.hpp"

#include <algorithm>

#include "platform/cli/session.hpp"
#include "platform/cli/terminal.hpp"

namespace kindling::cli {
namespace {

constexpr std::size_t kLongest = 1'000;
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
  auto given = input_is_terminal() ? ask_secret(question) : read_line(kLongest, kPatienceMs);
  if (!given || given->empty()) return otherwise;
  return std::move(*given);
}

std::optional<std::string> file_named(const Session& session, const Arguments& arguments) {
  if (auto own = arguments.optional_text("--passphrase-file")) return own;
  return session.globals().optional_text("--passphrase-file");
}

}  // namespace

Result<std::string> passphrase_in_file(Session& session, const std::string& path) {
  const auto bytes = session.files().read(path, kLongest + 2);
  if (!bytes) {
    if (bytes.error().code == ErrorCode::invalid)
      return invalid("the passphrase file is too long; it holds one line of at most 1,000 bytes");
    return Error{bytes.error().code, "the passphrase file isn't there or can't be read"};
  }
  std::string text(text_of(*bytes));
  text.resize(std::min(text.find('\n'), text.size()));
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

Result<std::string> current_passphrase(Session& session, const std::string& own) {
  if (const auto path = session.globals().optional_text("--passphrase-file")) return passphrase_in_file(session, *path);
  if (const auto path = environment("KINDLING_PASSPHRASE_FILE")) return passphrase_in_file(session, *path);
  if (!own.empty()) return passphrase_in_file(session, own);
  return typed_or_piped("Passphrase of this home: ", locked_home());
}

Result<std::string> backup_passphrase(Session& session, const Arguments& arguments) {
  if (const auto path = file_named(session, arguments)) return passphrase_in_file(session, *path);
  return typed_or_piped("Passphrase of the backup: ", locked_backup());
}

Result<std::string> new_passphrase(Session& session, const Arguments& arguments) {
  std::string chosen;
  if (const auto path = file_named(session, arguments)) {
    auto read = passphrase_in_file(session, *path);
    if (!read) return read.error();
    chosen = std::move(*read);
  } else {
    auto given = input_is_terminal() ? ask_secret("New passphrase: ") : read_line(kLongest, kPatienceMs);
    if (!given) return invalid("a passphrase is needed, on standard input or with --passphrase-file");
    chosen = std::move(*given);
    if (input_is_terminal() && ask_secret("Once more: ") != chosen)
      return invalid("the two passphrases differ; nothing was changed");
  }
  if (chosen.size() < kShortest || chosen.size() > kLongest)
    return invalid("a passphrase has 8 to 1,000 bytes; a few plain words that only you would put together are good");
  return chosen;
}

}  // namespace kindling::cli
