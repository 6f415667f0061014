// Wrote what tests/corpus/pairing keeps, and the seeds of the fuzz targets over codes, certificates, messages and
// answers. Usage: make_pairing_corpus TESTS/CORPUS. A change of format gets files beside the old ones.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/crypto/recovery_words.hpp"
#include "core/sync/pairing_wire.hpp"
#include "core/sync/sealed_answer.hpp"
#include "tests/support/known_pairing.hpp"

namespace kindling::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, ByteView bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text_of(bytes);
}

Bytes after(std::uint8_t choice, ByteView bytes) {
  Bytes whole{choice};
  whole.insert(whole.end(), bytes.begin(), bytes.end());
  return whole;
}

// Bodies before they are sealed: the fuzz target seals them, or none would get past the AEAD.
void write_messages(const fs::path& folder) {
  PairingWorld w(PairingPurpose::couple, 7);
  const pairing::Session session{w.offer.code().purpose, w.offer.code().sid, w.offer.code().secret};
  const SecretKey key = pairing::first_key(session);
  const Bytes hello = must(pairing::open_message(session, pairing::Step::first, key, w.join.first()));
  write(folder / "hello", after(0, hello));
  w.to_met();
  write(folder / "reply", after(1, must(pairing::open_message(session, pairing::Step::second, key, w.offer.second()))));
  write(folder / "closing", after(2, pairing::encode(pairing::Closing{{1, 2, 3}, {}})));
  write(folder / "closing_back", after(3, pairing::encode(pairing::Closing{{1, 2, 3}, {}})));
  write(folder / "offer", after(4, w.offer.encode()));
  write(folder / "join", after(5, w.join.encode()));
  write(folder / "message", after(6, w.join.first()));
}

void write_codes(const fs::path& folder) {
  for (const PairingPurpose purpose : {PairingPurpose::couple, PairingPurpose::own_device}) {
    const PairingWorld w(purpose, 7);
    const std::string name = purpose == PairingPurpose::couple ? "couple" : "own";
    write(folder / (name + "_text"), bytes_of(to_text(w.offer.code())));
    write(folder / (name + "_words"), bytes_of(to_pairing_words(w.offer.code())));
  }
  write(folder / "recovery", bytes_of(to_recovery_words(SecretKey{})));
  write(folder / "typos", bytes_of("abbey abel abuot abve absrob accent acorn acrobat actor adapt adjust admire"));
}

void write_answers(const fs::path& folder) {
  SeededRandom random(7);
  const AnswerContext mine{Uuid{1}, "q", 0, Uuid{10}};
  const AnswerContext theirs{Uuid{1}, "q", 0, Uuid{20}};
  const SealedAnswer answer = must(seal_answer(theirs, "an answer", random));
  write(folder / "commit", after(0, answer.commit));
  write(folder / "reveal",
        after(1, must(reveal_answer(theirs, answer.key, mine, must(seal_answer(mine, "x", random)).commit))));
}

void write_all(const fs::path& corpus) {
  for (const PairingPurpose purpose : {PairingPurpose::couple, PairingPurpose::own_device}) {
    const std::string name = purpose == PairingPurpose::couple ? "couple" : "own_device";
    write(corpus / "pairing" / name, bytes_of(known_pairing(purpose)));
  }
  write_messages(corpus / "fuzz" / "pairing");
  write_codes(corpus / "fuzz" / "pairing_code");
  const PairingDevice first = make_device(1, "Maren", "laptop");
  write(corpus / "fuzz" / "certificate" / "one", encode_chain(first.chain));
  write(corpus / "fuzz" / "certificate" / "two", encode_chain(make_further_device(first, 2, "phone").chain));
  write(corpus / "fuzz" / "certificate" / "nobodys", encode_chain(make_device(3, "", "phone").chain));
  write_answers(corpus / "fuzz" / "sealed_answer");
}

}  // namespace
}  // namespace kindling::test

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  kindling::test::write_all(argv[1]);
  return 0;
}
