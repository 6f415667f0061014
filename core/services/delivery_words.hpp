// What a message says, in English. Pure.
#pragma once

#include "core/domain/settings.hpp"
#include "core/services/delivery_service.hpp"

namespace kindling {

// Fills title and body from what the message tells of. Neutral ones say that there is something, not what.
void put_into_words(Message& message, NotificationWords words);

}  // namespace kindling
