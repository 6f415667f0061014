// What a space takes in from other devices, and how its streams change: the doors that SharedLog uses.
#include <algorithm>

#include "core/codec/wire_v1.hpp"
#include "core/storage/space.hpp"

namespace kindling {

void Space::take_in(const DecodedOperation& taken) {
  if (!log_->append(taken.operation, taken.payload)) return;
  if (decode_payload(taken.payload)) tables_->apply(taken.operation);
}

void Space::follow(Stamp peer) {
  HybridClock clock(last_stamp());
  clock.follow(peer, clock_.now());
  set_meta("clock_ms", clock.last().ms);
  set_meta("clock_counter", std::int64_t{clock.last().counter});
}

void Space::reread_stream() {
  log_->forget_numbers();
  // Another process may also have restored a backup into this file since it was opened.
  const FieldValue stream = meta("stream");
  const auto* text = std::get_if<std::string>(&stream);
  if (text != nullptr && text->size() == stream_.size()) std::copy(text->begin(), text->end(), stream_.begin());
}

void Space::begin_stream(const Uuid& stream) {
  set_meta("stream", std::string(text_of(stream)));
  stream_ = stream;
}

void Space::adopt(const Uuid& space_id) {
  set_meta("space", std::string(text_of(space_id)));
  id_ = space_id;
}

void Space::gather_streams(const Uuid& to) {
  log_->gather(to);
  begin_stream(to);
  rebuild_tables();
}

void Space::rebuild_tables() {
  tables_->clear();
  (void)log_->for_each([&](const LoggedOperation& logged) {
    if (logged.readable) tables_->apply(logged.operation);
    return database_->status().has_value();
  });
}

}  // namespace kindling
