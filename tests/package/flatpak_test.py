#!/usr/bin/env python3
"""The Flatpak manifest: well-formed, complete, and asking for no more than the window and the agent need."""

import pathlib
import sys
import unittest

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is missing", file=sys.stderr)
    sys.exit(77)

ID = "org.kindling.Kindling"
ROOT = pathlib.Path(__file__).resolve().parents[2]
ALLOWED = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri", "--talk-name=org.freedesktop.Notifications",
           f"--own-name={ID}.Agent"}


class Flatpak(unittest.TestCase):
    def setUp(self):
        file = ROOT / "platform" / "linux" / "flatpak" / f"{ID}.yml"
        self.manifest = yaml.safe_load(file.read_text(encoding="utf-8"))

    def test_it_says_what_it_is(self):
        for key in ("app-id", "runtime", "runtime-version", "sdk", "command", "finish-args", "modules"):
            self.assertTrue(self.manifest.get(key), key)
        self.assertEqual(self.manifest["app-id"], ID)
        self.assertEqual(self.manifest["runtime"], "org.freedesktop.Platform")
        self.assertEqual(self.manifest["sdk"], "org.freedesktop.Sdk")
        self.assertIsInstance(self.manifest["runtime-version"], str)

    def test_it_asks_for_no_more_than_it_needs(self):
        self.assertEqual(set(self.manifest["finish-args"]), ALLOWED)

    def test_every_module_has_sources_and_the_last_is_ours(self):
        names = [module["name"] for module in self.manifest["modules"]]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(names[-1], "kindling")
        for module in self.manifest["modules"]:
            self.assertTrue(module["sources"], module["name"])
            for source in module["sources"]:
                self.assertIn(source["type"], ("git", "dir", "inline", "shell"), module["name"])
                if source["type"] == "git":
                    self.assertTrue(source["url"].startswith("https://"), module["name"])
                    self.assertTrue(source.get("tag"), f"{module['name']} is of no certain version")


if __name__ == "__main__":
    unittest.main()
