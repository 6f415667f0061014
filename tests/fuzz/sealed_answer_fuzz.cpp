// COMMIT and REVEAL over any bytes: the first byte chooses which of them gets the rest.
#include <cstddef>
#include <cstdint>

#include "core/sync/sealed_answer.hpp"
#include "tests/support/fake_ports.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  if (size == 0) return 0;
  const AnswerContext mine{Uuid{1}, "q", 0, Uuid{10}};
  const AnswerContext theirs{Uuid{1}, "q", 0, Uuid{20}};
  // As the seeds in the corpus were made.
  static const SealedAnswer kAnswer = [&theirs] {
    SeededRandom random(7);
    return *seal_answer(theirs, "an answer", random);
  }();
  static const Bytes kMyReveal = *reveal_answer(mine, SecretKey{}, theirs, kAnswer.commit);
  const ByteView bytes(data + 1, size - 1);
  if (data[0] % 2 == 0) {
    if (!check_commit(theirs, bytes)) return 0;
    const auto named = reveal_answer(mine, SecretKey{}, theirs, bytes);
    if (named) (void)names_commit(mine, *named, theirs, bytes);
    (void)open_own_answer(theirs, kAnswer.key, bytes);
  } else {
    (void)names_commit(theirs, bytes, mine, kAnswer.commit);
    (void)open_first_answer(mine, kMyReveal, theirs, kAnswer.commit, bytes);
  }
  return 0;
}
