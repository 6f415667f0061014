// cereal archives for bytes that nobody vouches for. cereal's own binary archive resizes a container before it reads,
// so that ten bytes can ask for 512 MiB; here every length is checked against a limit and against the bytes that are
// left before anything is made room for. Little-endian on every machine. Only plain values, strings, byte vectors and
// vectors of those: no pointers, no polymorphism. Reading throws cereal::Exception, which `decode` turns into nothing.
#pragma once

#include <bit>
#include <cereal/cereal.hpp>
#include <cstdint>
#include <cstring>
#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/bytes.hpp"

namespace kindling::codec {

inline constexpr std::uint32_t kMostText = 64 * 1024;  // bytes of one string or byte vector
inline constexpr std::uint32_t kMostItems = 4 * 1024;  // members of one vector

class BoundedOutput : public cereal::OutputArchive<BoundedOutput, cereal::AllowEmptyClassElision> {
 public:
  explicit BoundedOutput(Bytes& out) : OutputArchive(this), out_(out) {}

  void write(ByteView bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  template <class T>
  void write_number(T value) {
    using Unsigned = std::make_unsigned_t<T>;
    const auto bits = static_cast<Unsigned>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i) out_.push_back(static_cast<std::uint8_t>(bits >> (8 * i)));
  }
  // Seven bits a byte, the lowest first; the highest bit says that more follow (LEB128).
  void write_varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out_.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out_.push_back(static_cast<std::uint8_t>(value));
  }

 private:
  Bytes& out_;
};

class BoundedInput : public cereal::InputArchive<BoundedInput, cereal::AllowEmptyClassElision> {
 public:
  explicit BoundedInput(ByteView in) : InputArchive(this), rest_(in) {}

  ByteView take(std::size_t size) {
    if (size > rest_.size()) throw cereal::Exception("short");
    const ByteView taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }
  template <class T>
  T take_number() {
    using Unsigned = std::make_unsigned_t<T>;
    Unsigned bits = 0;
    const ByteView bytes = take(sizeof(T));
    for (std::size_t i = 0; i < sizeof(T); ++i)
      bits = static_cast<Unsigned>(bits | static_cast<Unsigned>(Unsigned{bytes[i]} << (8 * i)));
    return static_cast<T>(bits);
  }
  // Only the shortest form of a number is taken, so that what was read can be written again alike.
  std::uint64_t take_varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = take(1).front();
      const std::uint64_t bits = byte & 0x7FU;
      if (shift == 63 && bits > 1) break;
      value |= bits << shift;
      if ((byte & 0x80U) != 0) continue;
      if (byte == 0 && shift > 0) break;
      return value;
    }
    throw cereal::Exception("varint");
  }
  // A length that fits both the limit and what is left, if each item takes at least one byte.
  std::uint32_t take_length(std::uint32_t limit) {
    const auto length = take_number<std::uint32_t>();
    if (length > limit || length > rest_.size()) throw cereal::Exception("length");
    return length;
  }
  void expect_end() const {
    if (!rest_.empty()) throw cereal::Exception("trailing bytes");
  }

 private:
  ByteView rest_;
};

template <class T>
concept PlainInteger = std::is_integral_v<T> && !std::is_same_v<T, bool>;

template <PlainInteger T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutput& archive, const T& value) {
  archive.write_number(value);
}
template <PlainInteger T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInput& archive, T& value) {
  value = archive.take_number<T>();
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutput& archive, const bool& value) {
  archive.write_number<std::uint8_t>(value ? 1 : 0);
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInput& archive, bool& value) {
  const auto byte = archive.take_number<std::uint8_t>();
  if (byte > 1) throw cereal::Exception("bool");
  value = byte == 1;
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutput& archive, const std::string& text) {
  archive.write_number(static_cast<std::uint32_t>(text.size()));
  archive.write(bytes_of(text));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInput& archive, std::string& text) {
  text = std::string(text_of(archive.take(archive.take_length(kMostText))));
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutput& archive, const std::vector<T>& items) {
  archive.write_number(static_cast<std::uint32_t>(items.size()));
  if constexpr (std::is_same_v<T, std::uint8_t>) {
    archive.write(items);
  } else {
    for (const T& item : items) archive(item);
  }
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInput& archive, std::vector<T>& items) {
  if constexpr (std::is_same_v<T, std::uint8_t>) {
    const ByteView bytes = archive.take(archive.take_length(kMostText));
    items.assign(bytes.begin(), bytes.end());
  } else {
    const std::uint32_t count = archive.take_length(kMostItems);
    items.clear();
    for (std::uint32_t i = 0; i < count; ++i) archive(items.emplace_back());
  }
}

template <class T, std::size_t Size>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutput& archive, const std::array<T, Size>& items) {
  for (const T& item : items) archive(item);
}
template <class T, std::size_t Size>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInput& archive, std::array<T, Size>& items) {
  for (T& item : items) archive(item);
}

template <class Dto>
[[nodiscard]] Bytes encode(const Dto& dto) {
  Bytes out;
  BoundedOutput archive(out);
  archive(dto);
  return out;
}

// All of `bytes` as one Dto, or nothing.
template <class Dto>
[[nodiscard]] std::optional<Dto> decode(ByteView bytes) {
  try {
    Dto dto;
    BoundedInput archive(bytes);
    archive(dto);
    archive.expect_end();
    return dto;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace kindling::codec
