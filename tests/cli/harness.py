"""Runs the built `kindling` (path in KINDLING_BIN) in a home of its own for each test."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BINARY = os.environ.get("KINDLING_BIN", "")
NOW = "2026-11-22T09:00:00+01:00"  # a Sunday
ZONE = "Europe/Berlin"


class Ran:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="kindling-cli-")
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.home = self.path / "home"

    def environment(self, **changes):
        kept = {k: os.environ[k] for k in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS") if k in os.environ}
        kept.update({"HOME": str(self.path), "KINDLING_HOME": str(self.home), "KINDLING_NOW": NOW, "TZ": ZONE,
                     "LC_ALL": "C.UTF-8"})
        kept.update(changes)
        return {k: v for k, v in kept.items() if v is not None}

    def run_raw(self, *words, stdin=None, env=None):
        given = [BINARY] + [w if isinstance(w, bytes) else str(w) for w in words]
        done = subprocess.run(given, input=stdin if stdin is not None else b"", env=env or self.environment(),
                              capture_output=True, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def run_it(self, *words, stdin=None, env=None):
        code, out, err = self.run_raw(*words, stdin=stdin, env=env)
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    def ok(self, *words, **more):
        ran = self.run_it(*words, **more)
        self.assertEqual(ran.code, 0, f"{words}: {ran.err}")
        return ran

    def json(self, *words, **more):
        """One JSON document on standard output, and nothing on standard error."""
        ran = self.ok(*words, "--json", **more)
        self.assertEqual(ran.err, "", words)
        return ran.json

    def fails(self, code, *words, **more):
        """One line on standard error, with --json a second one that is an object; nothing on standard output."""
        names = {1: "failed", 2: "usage", 3: "not-found", 4: "invalid", 5: "locked", 6: "newer"}
        plain = self.run_it(*words, **more)
        self.assertEqual(plain.code, code, f"{words}: {plain.err}{plain.out}")
        self.assertRegex(plain.err, r"\Akindling: [^\n]+\n\Z", words)
        self.assertEqual(plain.out, "", words)
        told = self.run_it("--json", *words, **more)
        self.assertEqual(told.code, code, f"{words}: {told.err}")
        lines = told.err.splitlines()
        self.assertEqual(len(lines), 2, told.err)
        error = json.loads(lines[1])["error"]
        self.assertEqual(error["code"], names[code])
        self.assertEqual("kindling: " + error["message"], lines[0])
        self.assertEqual(told.out, "")
        return plain.err

    def has_fields(self, thing, names):
        self.assertLessEqual(set(names.split()), set(thing), f"{sorted(thing)}")

    def add_hug(self, *more):
        return self.json("reminder", "add", "Hug before work", "--at", "07:45", "--repeat",
                         "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", *more)


def main():
    if not BINARY:
        raise SystemExit("KINDLING_BIN names the binary to test")
    unittest.main()
