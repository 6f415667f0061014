#include "core/library/content_pack.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"
#include "core/library/content_rules.hpp"

namespace kindling {
namespace {

static_assert(kMostContent == codec::kMostItems);

constexpr std::array<std::uint8_t, 4> kMagic{'K', 'C', 'P', 2};  // the last byte is the version

template <NamedEnum E>
struct EnumDto {
  E& value;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(value));
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t number = 0;
    archive(number);
    if (number >= EnumNames<E>::kNames.size()) throw cereal::Exception("enum");
    value = static_cast<E>(number);
  }
};

template <NamedEnum E>
struct EnumsDto {
  std::vector<E>& values;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(values.size()));
    for (E value : values) archive(EnumDto<E>{value});
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t count = 0;
    archive(count);
    if (count > EnumNames<E>::kNames.size()) throw cereal::Exception("enums");
    values.resize(count);
    for (E& value : values) {
      EnumDto<E> dto{value};
      archive(dto);
    }
  }
};

// A number of which the usual value costs one byte less than an int; all are small and not negative.
struct SmallDto {
  int& value;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint16_t>(value));
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint16_t number = 0;
    archive(number);
    value = number;
  }
};

struct ContentDto {
  Content& c;

  template <class Archive>
  void serialize(Archive& archive) {
    fields(archive, EnumDto<ContentKind>{c.kind}, EnumDto<Step>{c.step}, SmallDto{c.depth}, SmallDto{c.comfort},
           SmallDto{c.effort}, SmallDto{c.minutes}, SmallDto{c.repeat_days}, EnumDto<Cost>{c.cost},
           EnumDto<Where>{c.place}, EnumsDto<Season>{c.seasons}, EnumsDto<Kids>{c.kids}, SmallDto{c.travel_minutes},
           SmallDto{c.lead_days}, SmallDto{c.novelty});
    archive(c.id, c.category, c.title, c.text, c.audience, c.adult, c.sensitive, c.setting, c.weather, c.daylight,
            c.noise, c.span, c.time_of_day, c.materials, c.afar, c.step_free, c.cue, c.situation, c.ritual_kind, c.at,
            c.rule, c.steps, c.harsh, c.feeling, c.fact, c.need, c.request, c.body);
  }

 private:
  template <class Archive, class... Dtos>
  static void fields(Archive& archive, Dtos... dtos) {
    archive(dtos...);
  }
};

struct PackDto {
  std::vector<Content> items;

  template <class Archive>
  void save(Archive& archive) const {
    archive(kMagic, static_cast<std::uint32_t>(items.size()));
    for (Content item : items) archive(ContentDto{item});
  }
  template <class Archive>
  void load(Archive& archive) {
    std::array<std::uint8_t, 4> magic{};
    archive(magic);
    if (magic != kMagic) throw cereal::Exception("magic");
    const std::uint32_t count = archive.take_length(codec::kMostItems);
    items.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      ContentDto dto{items.emplace_back()};
      archive(dto);
      if (!number_out_of_range(dto.c).empty()) throw cereal::Exception("number");
      if (i > 0 && items[i - 1].id >= dto.c.id) throw cereal::Exception("order");
    }
  }
};

}  // namespace

Bytes pack(std::vector<Content> items) {
  std::sort(items.begin(), items.end(), [](const Content& a, const Content& b) { return a.id < b.id; });
  return codec::encode(PackDto{std::move(items)});
}

Result<std::vector<Content>> unpack(ByteView bytes) {
  auto dto = codec::decode<PackDto>(bytes);
  if (!dto) return invalid("these bytes are no library of this version; it has to be packed by the same build");
  return std::move(dto->items);
}

}  // namespace kindling
