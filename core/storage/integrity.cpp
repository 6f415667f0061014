#include "core/storage/integrity.hpp"

#include "core/storage/space.hpp"

namespace kindling {

Result<std::string> examine_file(Space& space) {
  std::string problem;
  {
    Query check = space.database().query("PRAGMA integrity_check(1)");
    if (check.step() && check.text(0) != "ok") problem = std::string(check.text(0));
  }
  if (auto status = space.take_status(); !status) return status.error();
  return problem;
}

Result<SpaceIntegrity> examine_space(Space& space,
                                     const std::function<void(std::uint64_t done, std::uint64_t total)>& progress) {
  SpaceIntegrity found;
  auto problem = examine_file(space);
  if (!problem) return problem.error();
  found.problem = std::move(*problem);
  found.operations = space.log().count();
  std::uint64_t visited = 0;
  const auto walk = space.log().for_each([&](const LoggedOperation&) {
    if (progress && ++visited % 1024 == 0) progress(visited, found.operations);
    return true;
  });
  found.broken = walk.broken;
  if (auto status = space.take_status(); !status) return status.error();
  return found;
}

}  // namespace kindling
