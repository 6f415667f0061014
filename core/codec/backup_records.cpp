#include <algorithm>

#include "core/codec/backup_file.hpp"
#include "core/codec/bounded_archive.hpp"
#include "core/codec/wire_v1.hpp"

namespace kindling {
namespace {

enum class RecordType : std::uint8_t { space = 1, operation = 2, end = 3 };

constexpr std::size_t kRecordLimit = kOperationLimit + 1024;
constexpr std::int64_t kStampLimit = std::int64_t{1} << 48U;
constexpr std::uint64_t kSeqLimit = std::uint64_t{1} << 62U;

Error damaged() { return invalid("the backup is damaged or incomplete; use another copy of it"); }

template <class T>
void put(Bytes& out, T number) {
  codec::BoundedOutput(out).write_number(number);
}

void put_record(Bytes& out, RecordType type, ByteView body) {
  put(out, static_cast<std::uint32_t>(body.size() + 1));
  out.push_back(static_cast<std::uint8_t>(type));
  out.insert(out.end(), body.begin(), body.end());
}

// What the log can keep.
bool is_sane(const Operation& o) {
  return o.ref.stream != Uuid{} && o.ref.seq > 0 && o.ref.seq < kSeqLimit && o.action > 0 && o.action <= o.ref.seq &&
         o.undoes < kSeqLimit && o.stamp.ms >= 0 && o.stamp.ms < kStampLimit;
}

class RecordReader {
 public:
  RecordReader(ByteView records, const RecordVisitor& visit) : rest_(records), visit_(visit) {}

  Result<std::uint64_t> run() {
    while (!ended_) {
      if (rest_.size() < 5) return damaged();
      codec::BoundedInput head(rest_.first(5));
      const auto size = head.take_number<std::uint32_t>();
      const auto type = head.take_number<std::uint8_t>();
      if (size < 1 || size > kRecordLimit || size > rest_.size() - 4) return damaged();
      const ByteView body = rest_.subspan(5, size - 1);
      rest_ = rest_.subspan(4 + size);
      if (auto taken = take(static_cast<RecordType>(type), body); !taken) return taken.error();
    }
    if (!rest_.empty()) return damaged();
    return operations_;
  }

 private:
  Result<void> take(RecordType type, ByteView body) {
    switch (type) {
      case RecordType::space: return take_space(body);
      case RecordType::operation: return take_operation(body);
      case RecordType::end:
        ended_ = true;
        if (spaces_ != 2 || expected_ != 0 || body.size() != 8 ||
            codec::BoundedInput(body).take_number<std::uint64_t>() != operations_)
          return damaged();
        return {};
    }
    return Error{ErrorCode::newer,
                 "this backup was made by a newer version of Kindling; update Kindling to restore it"};
  }
  Result<void> take_space(ByteView body) {
    if (body.size() != 25 || expected_ != 0 || spaces_ == 2) return damaged();
    codec::BoundedInput input(body);
    const auto kind = input.take_number<std::uint8_t>();
    Uuid id{};
    const ByteView bytes = input.take(id.size());
    std::copy(bytes.begin(), bytes.end(), id.begin());
    expected_ = input.take_number<std::uint64_t>();
    space_ = spaces_++ == 0 ? SpaceKind::self : SpaceKind::couple;
    if (kind != static_cast<std::uint8_t>(space_) || id == Uuid{}) return damaged();
    if (visit_.on_space) visit_.on_space(space_, id);
    return {};
  }
  Result<void> take_operation(ByteView body) {
    const auto decoded = decode_operation(body);
    if (expected_ == 0 || !decoded || !is_sane(decoded->operation)) return damaged();
    --expected_;
    ++operations_;
    if (visit_.on_operation) visit_.on_operation(space_, body);
    return {};
  }

  ByteView rest_;
  const RecordVisitor& visit_;
  SpaceKind space_ = SpaceKind::self;
  int spaces_ = 0;
  std::uint64_t expected_ = 0;
  std::uint64_t operations_ = 0;
  bool ended_ = false;
};

}  // namespace

void RecordWriter::begin_space(SpaceKind space, const Uuid& id, std::uint64_t operations) {
  Bytes body;
  codec::BoundedOutput archive(body);
  archive.write_number(static_cast<std::uint8_t>(space));
  archive.write(id);
  put(body, operations);
  put_record(out_, RecordType::space, body);
}

void RecordWriter::add(const Operation& operation, ByteView encoded_payload) {
  put_record(out_, RecordType::operation, encode_operation(operation, encoded_payload));
  ++operations_;
}

Bytes RecordWriter::finish() {
  Bytes body;
  put(body, operations_);
  put_record(out_, RecordType::end, body);
  return std::move(out_);
}

Result<std::uint64_t> read_records(ByteView records, const RecordVisitor& visit) {
  return RecordReader(records, visit).run();
}

}  // namespace kindling
