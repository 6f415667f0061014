#include "core/library/content_pack.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"
#include "core/library/content_rules.hpp"

namespace kindling {
namespace {

static_assert(kMostOfKind == codec::kMostItems);

constexpr std::array<std::uint8_t, 4> kMagic{'K', 'C', 'P', 3};  // the last byte is the version

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

// Any number of words, also the same again and again.
struct HandsDto {
  std::vector<Hands>& values;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(values.size()));
    for (Hands value : values) archive(EnumDto<Hands>{value});
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t count = 0;
    archive(count);
    values.resize(count);
    for (Hands& value : values) {
      EnumDto<Hands> dto{value};
      archive(dto);
    }
  }
};

struct ErrandsDto {
  std::vector<Errand>& values;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(values.size()));
    for (Errand& value : values) archive(SmallDto{value.days_before}, value.text);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t count = 0;
    archive(count);
    values.resize(count);
    for (Errand& value : values) {
      SmallDto days{value.days_before};
      archive(days, value.text);
    }
  }
};

// A piece without its kind, with the fields that its kind has.
struct ContentDto {
  Content& c;

  template <class Archive>
  void serialize(Archive& archive) {
    dtos(archive, EnumDto<Step>{c.step}, SmallDto{c.depth}, SmallDto{c.comfort}, SmallDto{c.effort},
         SmallDto{c.minutes}, SmallDto{c.repeat_days});
    archive(c.id, c.category, c.title, c.text, c.audience, c.adult, c.sensitive);
    switch (c.kind) {
      case ContentKind::prompt: break;
      case ContentKind::gesture:
        archive(c.cue, c.setting, c.afar);
        dtos(archive, EnumDto<Moment>{c.moment}, EnumsDto<TouchKind>{c.touch});
        break;
      case ContentKind::reply: archive(c.situation); break;
      case ContentKind::date:
      case ContentKind::cooking:
      case ContentKind::getaway: idea(archive); break;
      case ContentKind::ritual: archive(c.ritual_kind, c.at, c.rule, c.steps); break;
      case ContentKind::start: archive(c.harsh, c.feeling, c.fact, c.need, c.request); break;
      case ContentKind::article: archive(c.body, c.steps); break;
      case ContentKind::rung:
      case ContentKind::session:
        archive(c.steps);
        dtos(archive, EnumsDto<TouchKind>{c.touch});
        break;
      case ContentKind::practice: archive(c.choices, c.feedback, c.replies); break;
    }
  }

 private:
  template <class Archive>
  void idea(Archive& archive) {
    dtos(archive, EnumDto<Cost>{c.cost}, EnumDto<Where>{c.place}, EnumsDto<Season>{c.seasons}, EnumsDto<Kids>{c.kids},
         SmallDto{c.travel_minutes}, SmallDto{c.lead_days}, SmallDto{c.novelty}, ErrandsDto{c.errands});
    archive(c.setting, c.weather, c.daylight, c.noise, c.span, c.time_of_day, c.materials, c.afar, c.step_free);
    if (c.kind != ContentKind::cooking) return;
    archive(c.steps);
    dtos(archive, HandsDto{c.hands});
  }
  template <class Archive, class... Dtos>
  static void dtos(Archive& archive, Dtos... fields) {
    archive(fields...);
  }
};

Bytes shelf_of(std::vector<Content> items) {
  std::sort(items.begin(), items.end(), [](const Content& a, const Content& b) { return a.id < b.id; });
  Bytes bytes;
  codec::BoundedOutput archive(bytes);
  archive(static_cast<std::uint32_t>(items.size()));
  for (Content& item : items) archive(ContentDto{item});
  return bytes;
}

void put_number(Bytes& out, std::size_t number) {
  for (unsigned i = 0; i < 4; ++i) out.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

std::size_t number_at(ByteView bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number |= std::size_t{bytes[at + i]} << (8 * i);
  return number;
}

}  // namespace

Bytes pack(const std::vector<Content>& items) {
  Bytes head(kMagic.begin(), kMagic.end());
  Bytes shelves;
  for (std::size_t kind = 0; kind < kContentKinds; ++kind) {
    std::vector<Content> of_kind;
    std::copy_if(items.begin(), items.end(), std::back_inserter(of_kind),
                 [&](const Content& item) { return item.kind == static_cast<ContentKind>(kind); });
    const Bytes bytes = shelf_of(std::move(of_kind));
    put_number(head, bytes.size());
    shelves.insert(shelves.end(), bytes.begin(), bytes.end());
  }
  head.insert(head.end(), shelves.begin(), shelves.end());
  return head;
}

Result<PackedShelves> open_pack(ByteView bytes) {
  constexpr std::size_t kHead = kMagic.size() + 4 * kContentKinds;
  const Error none = invalid("these bytes are no library of this version; it has to be packed by the same build");
  if (bytes.size() < kHead || !std::equal(kMagic.begin(), kMagic.end(), bytes.begin())) return none;
  PackedShelves shelves;
  std::size_t start = kHead;
  for (std::size_t kind = 0; kind < kContentKinds; ++kind) {
    const std::size_t size = number_at(bytes, kMagic.size() + 4 * kind);
    if (size > bytes.size() - start) return none;
    shelves[kind] = bytes.subspan(start, size);
    start += size;
  }
  if (start != bytes.size()) return none;
  return shelves;
}

Result<void> visit_shelf(ContentKind kind, ByteView shelf, const std::function<bool(const Content&)>& visit) {
  try {
    codec::BoundedInput archive(shelf);
    const std::uint32_t count = archive.take_length(codec::kMostItems);
    // One for all: each kind writes over the same fields.
    Content content;
    content.kind = kind;
    std::string before;
    for (std::uint32_t i = 0; i < count; ++i) {
      ContentDto dto{content};
      archive(dto);
      if (!number_out_of_range(content).empty()) throw cereal::Exception("number");
      if (i > 0 && before >= content.id) throw cereal::Exception("order");
      before = content.id;
      if (!visit(content)) return {};
    }
    archive.expect_end();
    return {};
  } catch (const std::exception&) {
    return invalid("this part of the library is damaged; build it anew");
  }
}

Result<std::vector<Content>> unpack(ContentKind kind, ByteView shelf) {
  std::vector<Content> items;
  auto visited = visit_shelf(kind, shelf, [&](const Content& content) {
    items.push_back(content);
    return true;
  });
  if (!visited) return visited.error();
  return items;
}

}  // namespace kindling
