// Runs a fuzz target once over every file of a folder, and over a few thousand small mutations of each: a short run
// without libFuzzer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutationsOfEach = 200;

using Input = std::vector<std::uint8_t>;

void mutate(Input& input, std::mt19937& engine) {
  const auto below = [&engine](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine);
  };
  for (std::size_t edits = below(4) + 1; edits > 0; --edits) {
    if (input.empty()) return;
    const auto place = input.begin() + static_cast<std::ptrdiff_t>(below(input.size()));
    switch (below(4)) {
      case 0: *place = static_cast<std::uint8_t>(below(256)); break;
      case 1: *place ^= static_cast<std::uint8_t>(1U << below(8)); break;
      case 2:
        input.erase(place,
                    input.begin() + static_cast<std::ptrdiff_t>(std::min(
                                        input.size(), static_cast<std::size_t>(place - input.begin()) + below(8) + 1)));
        break;
      default: input.insert(place, below(8) + 1, static_cast<std::uint8_t>(below(256))); break;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::mt19937 engine(1);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const Input input{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(input.data(), input.size());
    for (int i = 0; i < kMutationsOfEach; ++i) {
      Input mutated = input;
      mutate(mutated, engine);
      LLVMFuzzerTestOneInput(mutated.data(), mutated.size());
    }
    ++files;
  }
  std::printf("%zu files, %d mutations of each\n", files, kMutationsOfEach);
  return files == 0 ? 1 : 0;
}
