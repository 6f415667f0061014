// What a program that sleeps for hours needs not keep in memory.
#pragma once

namespace kindling {

// Gives back freed memory and the pages of program and libraries that can be read from their files again: starting up
// touches most of them, waiting none.
void release_idle_memory() noexcept;

}  // namespace kindling
