#!/usr/bin/env python3
"""The list "What keeps people safe" in app/README.md has all ten points of the product, and every test and file that it
names exists: `Suite.Test`, `Suite.*` and `tests/…` or other paths in backticks."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
POINTS = 10


def known_tests():
    found = set()
    for path in (ROOT / "tests").rglob("*_test.cpp"):
        found |= {(suite, name) for suite, name in re.findall(r"^TEST(?:_[FP])?\((\w+), (\w+)\)", path.read_text(), re.M)}
    for path in (ROOT / "tests").rglob("*_test.py"):
        suite = None
        for line in path.read_text().splitlines():
            if match := re.match(r"class (\w+)\(", line):
                suite = match[1]
            elif match := re.match(r"    def (test_\w+)\(", line):
                found.add((f"{path.parent.name}/{path.name}:{suite}", match[1]))
    return found


def main():
    text = (ROOT / "app" / "README.md").read_text()
    section = text.split("## What keeps people safe")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\d+) \|(.*)$", section, re.M)
    wrong = []
    if [int(number) for number, _ in rows] != list(range(1, POINTS + 1)):
        wrong.append(f"the points are numbered {[number for number, _ in rows]}")
    tests = known_tests()
    suites = {suite for suite, _ in tests}
    for number, row in rows:
        named = 0
        for name in re.findall(r"`([^`]+)`", row):
            if "/" in name or name.endswith(".py"):
                exists = (ROOT / name.split(":")[0]).exists()
                if exists and ":" in name:
                    place, _, test = name.partition(":")
                    exists = any(place.endswith(suite.split(":")[0]) and test == case for suite, case in tests if ":" in suite)
            elif re.fullmatch(r"\w+\.\*", name):
                exists = name[:-2] in suites
            elif re.fullmatch(r"\w+\.\w+", name):
                exists = tuple(name.split(".")) in tests
            else:
                continue
            named += 1
            if not exists:
                wrong.append(f"point {number}: there is no {name}")
        if named == 0:
            wrong.append(f"point {number} names no test")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
