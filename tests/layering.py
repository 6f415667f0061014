#!/usr/bin/env python3
"""The rule of layers: includes point platform -> app -> core, and neither core nor app reads a clock, randomness, the environment
or the operating system. Exits with 1 and a line for each breach."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAY_INCLUDE = {"core": {"core"}, "app": {"core", "app"}, "platform": {"core", "app", "platform", "assets"}}
OS_HEADERS = re.compile(
    r'#\s*include\s*[<"](unistd\.h|sys/|fcntl\.h|windows\.h|dlfcn\.h|pthread\.h|dirent\.h|SDL|dbus/|curl/|thread|mutex|filesystem|fstream|iostream|ctime|time\.h|random)')
SQL_HEADER = re.compile(r'#\s*include\s*[<"]sqlite3\.h')
FORBIDDEN = re.compile(
    r"system_clock::now|steady_clock::now|high_resolution_clock::now|\bstd::rand\b|\bsrand\(|\brandom_device\b|\bgetenv\b|\btime\((nullptr|NULL|0\)|&)|"
    r"\bgettimeofday\b|\bclock_gettime\b|\brandombytes|\bstd::thread\b|\bfopen\(")
OS_IFDEF = re.compile(r"#\s*(if|ifdef|ifndef|elif).*\b(_WIN32|__linux__|__APPLE__|__ANDROID__|__EMSCRIPTEN__)\b")
COMMENT = re.compile(r"//.*|/\*.*?\*/")


def breaches(path):
    layer = path.relative_to(ROOT).parts[0]
    inner = layer in ("core", "app")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
        if include and include.group(1).split("/")[0] in ("core", "app", "platform", "tests", "assets"):
            if include.group(1).split("/")[0] not in MAY_INCLUDE[layer]:
                yield number, f"{layer} must not include {include.group(1)}"
        if SQL_HEADER.search(line) and path.parent.name != "storage":
            yield number, "only core/storage may include SQLite"
        code = COMMENT.sub("", line)
        if inner and OS_HEADERS.search(code):
            yield number, f"{layer} must not include an operating system's header"
        if inner and (FORBIDDEN.search(code) or OS_IFDEF.search(code)):
            yield number, f"{layer} must not read clock, randomness, environment or the operating system: they come through ports"


def main():
    found = 0
    files = [p for layer in MAY_INCLUDE for p in sorted((ROOT / layer).rglob("*")) if p.suffix in (".cpp", ".hpp")]
    for path in files:
        for number, what in breaches(path):
            print(f"{path.relative_to(ROOT)}:{number}: {what}")
            found += 1
    if not files:
        sys.exit("no sources found")
    print(f"layering: {len(files)} files, {found} breaches")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
