#include "platform/linux/folders.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

TEST(Folders, FindsWhereDocumentsAre) {
  EXPECT_EQ(documents_of("# a comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", "/home/you"), "/home/you/Dokumente");
  EXPECT_EQ(documents_of("XDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_DOCUMENTS_DIR=\"/data/papers\"", "/home/you"),
            "/data/papers");
}

TEST(Folders, TakesNothingThatIsNoFolder) {
  for (const char* text : {"", "XDG_DOCUMENTS_DIR=", "XDG_DOCUMENTS_DIR=\"$HOME/\"", "XDG_DOCUMENTS_DIR=\"relative\"",
                           "XDG_DOCUMENTS_DIR=\"/never/closed", "MY_XDG_DOCUMENTS_DIR=\"/x\""})
    EXPECT_EQ(documents_of(text, "/home/you"), "") << text;
}

}  // namespace
}  // namespace kindling
