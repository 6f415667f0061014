#include "core/sync/shared_log.hpp"

#include <algorithm>

namespace kindling {
namespace {

constexpr std::string_view kBranchDomain = "kindling/branch/v1";
constexpr std::size_t kMostPayload = 768 * 1024;  // bytes of payloads in one segment, well below kSegmentLimit

Uuid branch_of(const Hash& hash) {
  const Hash derived = hash_of({bytes_of(kBranchDomain), hash});
  Uuid label{};
  std::copy_n(derived.begin(), label.size(), label.begin());
  return label;
}

Uuid random_uuid(Random& random) {
  Uuid uuid{};
  random.fill(uuid);
  return uuid;
}

// Positive as SQLite keeps numbers.
std::uint64_t random_epoch(Random& random) {
  std::array<std::uint8_t, 8> bytes{};
  random.fill(bytes);
  std::uint64_t id = 0;
  for (const std::uint8_t byte : bytes) id = (id << 8U) | byte;
  return id & static_cast<std::uint64_t>(INT64_MAX);
}

Bytes space_context(const Uuid& space, std::uint64_t epoch) {
  Bytes context(space.begin(), space.end());
  for (unsigned i = 0; i < 8; ++i) context.push_back(static_cast<std::uint8_t>(epoch >> (8 * i)));
  return context;
}

// A wrapped key says for which space and epoch it is, so that one can't be passed off as another.
std::optional<Bytes> wrap(const SecretKey& key, const Uuid& space, std::uint64_t epoch, const PublicKey& box,
                          Random& random) {
  Bytes plain = space_context(space, epoch);
  plain.insert(plain.end(), key.bytes().begin(), key.bytes().end());
  return seal_for(box, plain, random);
}

std::optional<SecretKey> unwrap(ByteView wrapped, const Uuid& space, std::uint64_t epoch, const DeviceKeys& keys) {
  const auto plain = keys.open_sealed_for_me(wrapped);
  const Bytes context = space_context(space, epoch);
  if (!plain || plain->size() != context.size() + SecretKey::kSize) return std::nullopt;
  if (!std::equal(context.begin(), context.end(), plain->begin())) return std::nullopt;
  std::array<std::uint8_t, SecretKey::kSize> key{};
  std::copy_n(plain->begin() + static_cast<std::ptrdiff_t>(context.size()), key.size(), key.begin());
  return SecretKey(key);
}

bool begins_epoch(const Operation& operation) {
  const auto control = decode_control(operation);
  return control && std::holds_alternative<EpochBegan>(*control);
}

bool is_fitting(const KeptSegment& before, const SegmentHeader& header) {
  return before.stream == header.stream && before.last() + 1 == header.first;
}

}  // namespace

Result<void> SharedLog::found(const Member& names) {
  if (space_.segments().current_epoch()) return {};
  if (auto prepared = prepare(); !prepared) return prepared.error();
  const auto own = keys_.find(space_.stream());
  if (!own) return own.error();
  Member self = names;
  self.stream = space_.stream();
  self.keys = (*own)->keys.shown();
  const SecretKey key = SecretKey::random(random_);
  const std::uint64_t id = random_epoch(random_);
  auto wrapped = wrap(key, space_.id(), id, self.keys.box, random_);
  if (!wrapped) return failed("this device's keys are damaged; link it anew");
  return tell({MemberJoined{self}, EpochBegan{id, {{self.stream, std::move(*wrapped)}}}});
}

// What other streams did here before anybody shares it, as in a home that was brought back, is this device's to share.
Result<void> SharedLog::gather() {
  if (!space_.log().has_other_streams(space_.stream())) return space_.take_status();
  Transaction transaction(space_.database());
  space_.gather_streams(random_uuid(random_));
  return transaction.commit();
}

Grant SharedLog::grant() { return {space_.id(), space_.segments().members(), space_.segments().epochs()}; }

Result<Uuid> SharedLog::prepare() {
  if (!space_.segments().current_epoch()) {
    if (auto gathered = gather(); !gathered) return gathered.error();
  }
  const auto own = keys_.find(space_.stream());
  if (!own) return own.error();
  if (!*own) {
    if (auto made = keys_.make(space_.stream()); !made) return made.error();
  }
  return space_.stream();
}

Result<void> SharedLog::join(const Grant& grant) {
  if (space_.segments().current_epoch()) return invalid("this space is shared already; unpair first");
  Transaction transaction(space_.database());
  space_.reread_stream();
  space_.adopt(grant.space);
  for (const Member& member : grant.members) {
    space_.segments().keep_member(member);
    if (member.closed) space_.segments().close_member(member.stream, *member.closed);
  }
  for (const Epoch& epoch : grant.epochs) space_.segments().keep_epoch(epoch);
  return transaction.commit();
}

Result<void> SharedLog::leave() {
  Transaction transaction(space_.database());
  space_.reread_stream();
  space_.segments().clear();
  space_.adopt(random_uuid(random_));
  space_.gather_streams(random_uuid(random_));
  return transaction.commit();
}

bool SharedLog::writes(const Uuid& stream) {
  const auto entry = keys_.find(stream);
  return entry && *entry;
}

Result<void> SharedLog::admit(const Member& member) {
  // The keys of all epochs it gets when it is paired; those that follow are wrapped for it like for everybody.
  return tell({MemberJoined{member}});
}

Result<void> SharedLog::revoke(const Uuid& stream) {
  if (stream == space_.stream()) return invalid("this is the device in your hands; unpair to leave");
  if (!space_.segments().member(stream)) return not_found("no device of this space has that id");
  const auto last = space_.segments().last(stream);
  const SecretKey key = SecretKey::random(random_);
  EpochBegan began{random_epoch(random_), {}};
  for (const Member& member : space_.segments().members()) {
    if (member.stream == stream || member.closed) continue;
    if (auto wrapped = wrap(key, space_.id(), began.id, member.keys.box, random_))
      began.wrapped.emplace_back(member.stream, std::move(*wrapped));
  }
  return tell({MemberClosed{stream, last ? last->last() : 0}, std::move(began)});
}

Result<void> SharedLog::tell(const std::vector<Control>& controls) {
  const auto told = space_.transact(Verb::change_members, [&](Writer& writer) -> Result<void> {
    for (const Control& control : controls) {
      ControlText text = encode_control(control);
      if (apply_control(writer.control(text.field, std::move(text.bytes)))) space_.rebuild_tables();
    }
    return {};
  });
  if (!told) return told.error();
  return {};
}

Result<int> SharedLog::seal_new() {
  int sealed = 0;
  while (true) {
    auto own = keys_.find(space_.stream());
    if (!own) return own.error();
    if (!*own) return not_found("this device has no key for what it writes; link it anew");
    auto more = seal_one(**own);
    if (!more) return more.error();
    if (!*more) return sealed;
    ++sealed;
  }
}

Result<bool> SharedLog::seal_one(const DeviceKeyFile::Entry& own) {
  SegmentLog& segments = space_.segments();
  Transaction transaction(space_.database());
  space_.reread_stream();
  // Another process found its stream going on elsewhere: with the next call its new keys are used.
  if (space_.stream() != own.stream) return true;
  const auto last = segments.last(own.stream);
  const auto first = space_.log().first_seq(own.stream, last ? last->last() + 1 : 1);
  if (!first) return false;
  std::vector<LoggedOperation> run = space_.log().run(own.stream, *first, kMostOperations);
  if (run.empty() || (last && *first != last->last() + 1))
    return failed("what this device wrote is damaged; see `kindling doctor`");
  const auto epoch = epoch_before(run.front().operation.stamp);
  if (!epoch) return not_found("this space isn't shared with anybody yet");
  SegmentBody body;
  std::size_t size = 0;
  for (LoggedOperation& logged : run) {
    size += logged.encoded_payload.size();
    if (size > kMostPayload && !body.operations.empty()) break;
    body.operations.push_back({std::move(logged.operation), std::move(logged.encoded_payload)});
    // What follows a new key is sealed under it.
    if (begins_epoch(body.operations.back().operation)) break;
  }
  body.heads = segments.heads();
  std::erase_if(body.heads, [&](const Head& head) { return head.stream == own.stream; });
  if (body.heads.size() > kMostHeads) body.heads.resize(kMostHeads);
  if (!last && own.forerunner != Uuid{}) {
    auto introduction = introduction_of(own);
    if (!introduction) return introduction.error();
    body.introduction = std::move(*introduction);
  }
  const SegmentHeader header{.space = space_.id(),
                             .stream = own.stream,
                             .epoch = epoch->id,
                             .first = *first,
                             .count = static_cast<std::uint16_t>(body.operations.size()),
                             .previous = last ? last->hash : Hash{}};
  const Bytes bytes = seal_segment(header, body, epoch->key, own.keys, random_);
  segments.keep({.hash = segment_hash(bytes),
                 .label = own.stream,
                 .stream = own.stream,
                 .first = header.first,
                 .count = header.count,
                 .previous = header.previous},
                bytes);
  if (auto done = transaction.commit(); !done) return done.error();
  return true;
}

// The newest key that others have before they read what this device did from that stamp on: who is told of a key has to
// be able to read where it is told. Where there is no other, it is the one that came with the grant.
std::optional<Epoch> SharedLog::epoch_before(Stamp first) {
  const auto epochs = space_.segments().epochs();
  const auto found = std::find_if(epochs.rbegin(), epochs.rend(), [&](const Epoch& epoch) {
    return epoch.since.stamp < first || !writes(epoch.since.stream);
  });
  if (found != epochs.rend()) return *found;
  return epochs.empty() ? std::nullopt : std::optional(epochs.front());
}

Result<Bytes> SharedLog::introduction_of(const DeviceKeyFile::Entry& own) {
  auto forerunner = keys_.find(own.forerunner);
  if (!forerunner) return forerunner.error();
  const auto member = space_.segments().member(own.stream);
  if (!*forerunner || !member) return not_found("nobody can vouch for this device any more; link it anew");
  return encode_introduction({own.forerunner, *member}, (*forerunner)->keys);
}

std::optional<Member> SharedLog::introduced_by(const SegmentHeader& header, const SegmentBody& body) {
  const auto introduction = read_introduction(body.introduction);
  if (!introduction || introduction->member.stream != header.stream) return std::nullopt;
  const auto forerunner = space_.segments().member(introduction->forerunner);
  // A device that was closed can't come back under another name.
  if (!forerunner || forerunner->closed || !is_vouched_for(body.introduction, forerunner->keys.sign))
    return std::nullopt;
  Member member = introduction->member;
  member.person = forerunner->person;
  member.closed.reset();
  return member;
}

Result<SharedLog::Taken> SharedLog::open(ByteView segment, Opened& opened) {
  const auto header = read_segment_header(segment);
  if (!header) return Taken::damaged;
  if (header->space != space_.id()) return Taken::foreign;
  opened.header = *header;
  opened.hash = segment_hash(segment);
  SegmentLog& segments = space_.segments();
  if (segments.find(opened.hash)) return Taken::known;
  const auto key = segments.key_of(header->epoch);
  if (!key) return Taken::foreign;
  auto body = open_segment(segment, *key);
  if (!body) return Taken::damaged;
  opened.body = std::move(*body);
  auto member = segments.member(header->stream);
  if (!member) {
    opened.introduced = introduced_by(*header, opened.body);
    member = opened.introduced;
  }
  if (!member) return Taken::foreign;
  if (!is_segment_of(segment, member->keys.sign)) return Taken::damaged;
  if (member->closed && header->end() - 1 > *member->closed) return Taken::closed;
  if (header->previous == Hash{}) return Taken::applied;
  const auto before = segments.find(header->previous);
  if (!before) return Taken::waits;
  return is_fitting(*before, *header) ? Taken::applied : Taken::damaged;
}

Result<SharedLog::TakenIn> SharedLog::take_in(ByteView segment) {
  Opened opened;
  auto taken = open(segment, opened);
  if (auto status = space_.take_status(); !status) return status.error();
  if (!taken) return taken.error();
  if (*taken != Taken::applied) return TakenIn{*taken};
  return keep(opened, segment);
}

Result<SharedLog::TakenIn> SharedLog::keep(Opened& opened, ByteView bytes) {
  const SegmentHeader& header = opened.header;
  SegmentLog& segments = space_.segments();
  std::optional<DeviceKeyFile::Entry> next;
  // Keys are on disk before the data names them.
  if (header.stream == space_.stream()) {
    auto made = keys_.make(random_uuid(random_), header.stream);
    if (!made) return made.error();
    next = *made;
  }
  Transaction transaction(space_.database());
  space_.reread_stream();
  // Another process of this home may have been faster.
  if (segments.find(opened.hash)) return TakenIn{Taken::known};
  const bool is_own = header.stream == space_.stream();
  if (is_own && !next) return TakenIn{Taken::waits};
  if (opened.introduced) segments.keep_member(*opened.introduced);
  bool must_rebuild = false;
  if (is_own) {
    // This device's stream goes on without it. What it did and didn't seal yet, and all that it does from now on, is
    // another one.
    const auto last = segments.last(header.stream);
    space_.log().relabel(header.stream, last ? last->last() + 1 : 1, next->stream);
    if (auto self = segments.member(header.stream)) {
      self->stream = next->stream;
      self->keys = next->keys.shown();
      segments.keep_member(*self);
    }
    space_.begin_stream(next->stream);
    must_rebuild = true;
  }
  const auto before = segments.find(header.previous);
  KeptSegment kept{.hash = opened.hash,
                   .label = before ? before->label : header.stream,
                   .stream = header.stream,
                   .first = header.first,
                   .count = header.count,
                   .previous = header.previous,
                   .state = SegmentState::seen};
  const auto sibling = segments.successor(kept.label, header.previous);
  if (sibling && opened.hash < sibling->hash) {
    give_way(kept.label, *sibling);
    must_rebuild = true;
  } else if (sibling) {
    kept.label = branch_of(opened.hash);
  }
  segments.keep(kept, bytes);
  Stamp newest;
  for (DecodedOperation& operation : opened.body.operations) {
    operation.operation.ref.stream = kept.label;
    newest = std::max(newest, operation.operation.stamp);
    space_.take_in(operation);
    if (apply_control(operation.operation)) must_rebuild = true;
  }
  space_.follow(newest);
  if (must_rebuild) space_.rebuild_tables();
  if (auto done = transaction.commit(); !done) return done.error();
  return TakenIn{Taken::applied, sibling.has_value()};
}

void SharedLog::give_way(const Uuid& label, const KeptSegment& branch) {
  const Uuid to = branch_of(branch.hash);
  space_.log().relabel(label, branch.first, to);
  space_.segments().relabel(label, branch.first, to);
}

bool SharedLog::close(const MemberClosed& closed) {
  space_.segments().close_member(closed.stream, closed.last_seq);
  // The device itself keeps what it wrote; it is heard by nobody any more.
  if (writes(closed.stream)) return false;
  // What had come before this word did is kept as it came, but counts no more, as for those whom it reaches later.
  return space_.log().drop_after(closed.stream, closed.last_seq);
}

bool SharedLog::apply_control(const Operation& operation) {
  const auto control = decode_control(operation);
  if (!control) return false;
  SegmentLog& segments = space_.segments();
  if (const auto* closed = std::get_if<MemberClosed>(&*control)) return close(*closed);
  if (const auto* joined = std::get_if<MemberJoined>(&*control)) segments.keep_member(joined->member);
  if (const auto* began = std::get_if<EpochBegan>(&*control)) {
    for (const auto& [stream, sealed] : began->wrapped) {
      const auto own = keys_.find(stream);
      if (!own || !*own) continue;
      if (const auto key = unwrap(sealed, space_.id(), began->id, (*own)->keys))
        segments.keep_epoch({began->id, operation.version(), *key});
    }
  }
  return false;
}

}  // namespace kindling
