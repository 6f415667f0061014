#include "core/storage/sealed_value.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kInteger = 1;
constexpr std::uint8_t kText = 2;

// Length-prefixed, so that no two places share a context.
void add_part(Bytes& context, ByteView part) {
  context.push_back(static_cast<std::uint8_t>(part.size() & 0xFFU));
  context.push_back(static_cast<std::uint8_t>(part.size() >> 8U));
  context.insert(context.end(), part.begin(), part.end());
}

Bytes context_of(const Place& place) {
  Bytes context;
  context.reserve(64);
  add_part(context, bytes_of(place.table));
  add_part(context, place.row);
  context.push_back(static_cast<std::uint8_t>(place.field & 0xFFU));
  context.push_back(static_cast<std::uint8_t>(place.field >> 8U));
  add_part(context, place.element);
  return context;
}

}  // namespace

Bytes ValueSealer::seal(const Place& place, ByteView plain) const {
  return kindling::seal(key_, context_of(place), plain, random_);
}

std::optional<Bytes> ValueSealer::open(const Place& place, ByteView sealed) const {
  return open_sealed(key_, context_of(place), sealed);
}

Bytes ValueSealer::seal_value(const Place& place, const FieldValue& value) const {
  Bytes plain;
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    plain.push_back(kInteger);
    for (unsigned i = 0; i < 8; ++i)
      plain.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(*number) >> (8 * i)));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    plain.reserve(text->size() + 1);
    plain.push_back(kText);
    plain.insert(plain.end(), text->begin(), text->end());
  }
  return seal(place, plain);
}

std::optional<FieldValue> ValueSealer::open_value(const Place& place, ByteView sealed) const {
  const auto plain = open(place, sealed);
  if (!plain) return std::nullopt;
  if (plain->empty()) return FieldValue{};
  const ByteView body = ByteView(*plain).subspan(1);
  if (plain->front() == kText) return FieldValue{std::string(text_of(body))};
  if (plain->front() != kInteger || body.size() != 8) return std::nullopt;
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 8; ++i) bits |= std::uint64_t{body[i]} << (8 * i);
  return FieldValue{static_cast<std::int64_t>(bits)};
}

}  // namespace kindling
