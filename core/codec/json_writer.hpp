// JSON written straight into a string, piece by piece: no tree is built, so a document of any size costs its own bytes
// alone. One instance, one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kindling {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  // REQUIRES: within an object, followed by exactly one value. `name` needs no escaping.
  void key(std::string_view name);

  void text(std::string_view value);  // bytes that aren't UTF-8 become U+FFFD
  void number(std::int64_t value);
  void boolean(bool value);
  void null();

  // White space before the next value or key; for documents that people look into.
  void new_line() { wants_line_ = true; }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void before_value();
  void open(char bracket);
  void close(char bracket);

  std::string out_;
  bool needs_comma_ = false;
  bool wants_line_ = false;
};

}  // namespace kindling
