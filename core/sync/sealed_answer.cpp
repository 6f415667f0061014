#include "core/sync/sealed_answer.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.hpp"
#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kContext = "qa/v1";
constexpr std::string_view kCommitment = "qa/v1/commitment";
constexpr std::string_view kCommitName = "qa/v1/commit";
constexpr std::array<std::size_t, 3> kPads{256, 1024, 4096};
constexpr std::size_t kLengthSize = 4;

struct Commit {
  std::uint8_t version = kVersion;
  std::uint32_t round = 0;
  Bytes sealed;  // n ‖ c
  Hash commitment{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, round, sealed, commitment);
  }
};

struct Reveal {
  std::uint8_t version = kVersion;
  std::uint32_t round = 0;
  std::array<std::uint8_t, SecretKey::kSize> key{};
  Hash commit{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, round, key, commit);
  }
};

struct ContextDto {
  std::string name{kContext};
  AnswerContext it;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(name, it.space, it.question, it.round, it.person);
  }
};

Error no_answer_of_this() { return invalid("this isn't an answer to this question; wait for it to arrive whole"); }

Bytes bytes_of_context(const AnswerContext& context) {
  ContextDto dto;
  dto.it = context;
  return codec::encode(dto);
}

std::size_t padded_size(std::size_t size) {
  for (const std::size_t pad : kPads) {
    if (size <= pad) return pad;
  }
  return (size + kPads.back() - 1) / kPads.back() * kPads.back();
}

Bytes padded(std::string_view text) {
  Bytes plain;
  codec::BoundedOutput(plain).write_number(static_cast<std::uint32_t>(text.size()));
  plain.insert(plain.end(), text.begin(), text.end());
  plain.resize(padded_size(plain.size()));
  return plain;
}

// The text of the one padding that it has.
std::optional<std::string> unpadded(ByteView plain) {
  if (plain.size() < kLengthSize) return std::nullopt;
  const auto length = codec::BoundedInput(plain).take_number<std::uint32_t>();
  if (length > kAnswerLimit || length > plain.size() - kLengthSize) return std::nullopt;
  std::string text(text_of(plain.subspan(kLengthSize, length)));
  const Bytes again = padded(text);
  if (!std::equal(again.begin(), again.end(), plain.begin(), plain.end()) || !is_valid_utf8(text)) return std::nullopt;
  return text;
}

Hash commitment_of(const AnswerContext& context, const SecretKey& key, ByteView sealed) {
  return hash_of({bytes_of(kCommitment), bytes_of_context(context), key.bytes(), sealed});
}

Hash name_of_commit(const AnswerContext& context, ByteView commit) {
  return hash_of({bytes_of(kCommitName), bytes_of_context(context), commit});
}

std::optional<Commit> decode_commit(const AnswerContext& context, ByteView bytes) {
  if (bytes.size() > kCommitLimit || context.question.size() > kQuestionIdLimit) return std::nullopt;
  auto commit = codec::decode<Commit>(bytes);
  if (!commit || commit->version != kVersion || commit->round != context.round) return std::nullopt;
  const std::size_t size = commit->sealed.size();
  if (size <= kSealOverhead || padded_size(size - kSealOverhead) != size - kSealOverhead) return std::nullopt;
  return commit;
}

std::optional<Reveal> decode_reveal(const AnswerContext& context, ByteView bytes) {
  const auto reveal = codec::decode<Reveal>(bytes);
  if (!reveal || reveal->version != kVersion || reveal->round != context.round) return std::nullopt;
  return reveal;
}

// Two answers to one question in one round, by two persons.
bool belong_together(const AnswerContext& a, const AnswerContext& b) {
  return a.space == b.space && a.question == b.question && a.round == b.round && a.person != b.person;
}

std::optional<std::string> open(const AnswerContext& context, const SecretKey& key, const Commit& commit) {
  const Hash expected = commitment_of(context, key, commit.sealed);
  if (sodium_memcmp(expected.data(), commit.commitment.data(), expected.size()) != 0) return std::nullopt;
  const auto plain = open_sealed(key, bytes_of_context(context), commit.sealed);
  return plain ? unpadded(*plain) : std::nullopt;
}

}  // namespace

Result<SealedAnswer> seal_answer(const AnswerContext& mine, std::string_view text, Random& random) {
  if (trim(text).empty()) return invalid("an answer needs some words");
  if (text.size() > kAnswerLimit)
    return invalid("an answer may have at most " + std::to_string(kAnswerLimit) + " bytes");
  if (!is_valid_utf8(text)) return invalid("an answer is text in UTF-8");
  if (mine.question.empty() || mine.question.size() > kQuestionIdLimit)
    return invalid("an answer belongs to a question; name the one that it is for");
  SealedAnswer answer;
  answer.key = SecretKey::random(random);
  Commit commit;
  commit.round = mine.round;
  commit.sealed = seal(answer.key, bytes_of_context(mine), padded(text), random);
  commit.commitment = commitment_of(mine, answer.key, commit.sealed);
  answer.commit = codec::encode(commit);
  return answer;
}

Result<void> check_commit(const AnswerContext& context, ByteView commit) {
  if (!decode_commit(context, commit)) return no_answer_of_this();
  return {};
}

Result<Bytes> reveal_answer(const AnswerContext& mine, const SecretKey& key, const AnswerContext& theirs,
                            ByteView their_commit) {
  if (!belong_together(mine, theirs)) return no_answer_of_this();
  if (auto valid = check_commit(theirs, their_commit); !valid) return valid.error();
  return codec::encode(Reveal{kVersion, mine.round, key.bytes(), name_of_commit(theirs, their_commit)});
}

bool names_commit(const AnswerContext& revealing, ByteView reveal, const AnswerContext& committing, ByteView commit) {
  const auto read = decode_reveal(revealing, reveal);
  return read && belong_together(revealing, committing) && check_commit(committing, commit) &&
         read->commit == name_of_commit(committing, commit);
}

Result<std::string> open_first_answer(const AnswerContext& mine, ByteView my_reveal, const AnswerContext& theirs,
                                      ByteView their_commit, ByteView their_reveal) {
  if (!names_commit(mine, my_reveal, theirs, their_commit))
    return invalid("this answer wasn't there yet when yours was opened, so it doesn't count as given first");
  const auto commit = decode_commit(theirs, their_commit);
  const auto reveal = decode_reveal(theirs, their_reveal);
  if (!commit || !reveal) return no_answer_of_this();
  auto text = open(theirs, SecretKey(reveal->key), *commit);
  if (!text) return invalid("the key that arrived doesn't open this answer; it counts as not given");
  return std::move(*text);
}

Result<std::string> open_own_answer(const AnswerContext& mine, const SecretKey& key, ByteView commit) {
  const auto read = decode_commit(mine, commit);
  auto text = read ? open(mine, key, *read) : std::nullopt;
  if (!text) return no_answer_of_this();
  return std::move(*text);
}

}  // namespace kindling
