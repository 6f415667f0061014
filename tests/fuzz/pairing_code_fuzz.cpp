// Codes and words as people type them: what is read writes itself the same again, and suggestions are words of the
// list.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/crypto/recovery_words.hpp"
#include "core/crypto/word_list.hpp"
#include "core/sync/pairing_code.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const PairingPurpose purpose : {PairingPurpose::couple, PairingPurpose::own_device}) {
    if (const auto code = parse_pairing_text(purpose, text)) {
      const auto again = parse_pairing_text(purpose, to_text(*code));
      if (!again || *again != *code) std::abort();
    }
    if (const auto secret = parse_pairing_words(purpose, text)) {
      const auto again = parse_pairing_words(purpose, to_words(pairing_words_kind(purpose), *secret));
      if (!again || *again != *secret) std::abort();
    }
  }
  if (const auto seed = parse_recovery_words(text)) {
    const auto again = parse_recovery_words(to_recovery_words(*seed));
    if (!again || again->bytes() != seed->bytes()) std::abort();
  }
  // Looking for near words costs most: enough of it is seen in a few.
  if (size > 80) return 0;
  for (const DoubtfulWord& doubt : doubtful_words(pairing_words_kind(PairingPurpose::couple), text)) {
    for (const std::string& word : doubt.may_be) {
      if (!index_of_word(word)) std::abort();
    }
  }
  return 0;
}
