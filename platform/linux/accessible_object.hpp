// The GObject that stands for one node of the screen on the accessibility bus, and what it says there. GLib owns it by
// counting; AccessibleTree makes it and is the only one to change what it says. Only the thread that runs the bridge
// touches these. Private to the screen reader's sources: it shows ATK.
#pragma once

#include <atk/atk.h>

#include <cstdint>
#include <string>
#include <vector>

#include "app/ui/semantics.hpp"

namespace kindling {

class AccessibleTree;

// What an object says, whole; AccessibleTree puts a new one in its place when the node has changed.
struct Spoken {
  AccessibleTree* tree = nullptr;  // nullptr: the node is gone
  ui::Node node;                   // its texts are valid UTF-8
  AtkRole role = ATK_ROLE_UNKNOWN;
  std::uint64_t states = 0;  // a bit for each AtkStateType
  std::string description;
  std::u32string content;            // of a text field
  std::u32string awaited;            // the content once what has been asked for is done, so that two inserts add up
  AtkObject* parent = nullptr;       // not owned: the tree holds all
  int index = -1;                    // among the parent's children
  std::vector<AtkObject*> children;  // not owned
};

// Which of ATK's interfaces an object has is part of its type.
enum Facet : unsigned { kComponent = 1, kAction = 2, kText = 4, kValue = 8, kWindow = 16 };

// A new object of the type with these facets; the caller owns one reference.
[[nodiscard]] AtkObject* new_accessible(unsigned facets);
[[nodiscard]] unsigned facets_of(AtkObject* object);
// REQUIRES: `object` is one of these (ATK passes it under the names of its interfaces).
[[nodiscard]] Spoken& spoken(void* object) noexcept;

// The interfaces' functions, one file each.
void fill_component(void* interface, void* data);
void fill_action(void* interface, void* data);
void fill_text(void* interface, void* data);
void fill_editable_text(void* interface, void* data);
void fill_value(void* interface, void* data);

// Asks the application for something to be done to the node; nothing where the node is gone or disabled. Returns
// whether it was asked.
bool ask(void* object, ui::Request request);

// Where the object's box is, in the coordinates that ATK wants.
struct Extents {
  int x = -1, y = -1, width = -1, height = -1;
};
[[nodiscard]] Extents extents_of(void* object, AtkCoordType coordinates);

}  // namespace kindling
