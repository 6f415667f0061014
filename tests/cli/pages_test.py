#!/usr/bin/env python3
"""Help, the crisis page, completion and the manual page."""

import pathlib
import re
import shutil
import subprocess

from harness import BINARY, CliTest, main


class Help(CliTest):
    def test_topics_and_commands(self):
        for topic in ("times", "ids", "rules", "privacy", "shells", "therapist"):
            self.assertGreater(len(self.ok("help", topic).out), 100, topic)
        self.assertIn("--valence", self.ok("help", "checkin", "add").out)
        self.assertIn("crisis", self.ok("help").out)
        self.assertEqual(self.json("help", "times")["topic"], "times")
        for name in ("AASECT", "AAMFT", "COSRT", "Relate", "BACP", "ICEEFT", "doctor first"):
            self.assertIn(name, self.ok("help", "therapist").out)
        self.fails(3, "help", "cooking", "well")

    def test_every_command_has_help(self):
        for family in re.findall(r"^  ([a-z-]+) ", self.ok("--help").out.split("Options")[0], re.M):
            text = self.ok(family, "--help").out
            self.assertIn("kindling " + family, text)
            for child in re.findall(r"^  ([a-z]+)  ", text.split("Commands:")[-1], re.M) if "Commands:" in text else []:
                self.assertIn("Usage", self.ok(family, child, "--help").out)

    def test_crisis(self):
        everything = self.ok("help", "crisis", "--country", "all").out
        for number in ("0808 2000 247", "800-799-7233", "88788", "1800 737 732", "116 016", "112", "911", "999", "000"):
            self.assertIn(number, everything)
        self.assertLess(everything.index("999"), everything.index("0808 2000 247"))
        british = self.ok("help", "crisis", "--country", "UK").out
        self.assertIn("Refuge", british)
        self.assertNotIn("88788", british)
        self.assertRegex(british, r"source: .*as of 2026-11")
        self.assertIn("aren't for now", british)
        self.assertIn("doesn't make you safe", british)
        self.assertIn("1800RESPECT", self.ok("help", "crisis", "--lang", "en-AU").out)
        self.assertEqual(self.json("help", "crisis", "--country", "at")["country"], "AT")
        self.assertEqual(self.json("help", "crisis", "--country", "bg")["country"], "EU")
        page = self.json("help", "crisis", "--country", "DE")
        self.assertEqual({n["country"] for n in page["numbers"]}, {"DE"})
        self.assertTrue(page["numbers"][0]["emergency"])
        for number in page["numbers"]:
            self.has_fields(number, "number name source as_of")
        everywhere = self.json("help", "crisis", "--country", "VA")["numbers"]
        self.assertGreaterEqual(len({number["country"] for number in everywhere}), 30)
        self.assertIn("aasect.org", self.ok("help", "therapist", "--country", "US").out)
        self.assertNotIn("aasect.org", self.ok("help", "therapist", "--country", "GB").out)
        self.assertFalse(self.home.exists())
        self.assertEqual([p.name for p in self.path.iterdir()], [])


class Pages(CliTest):
    def test_the_screens_are_those_of_the_window(self):
        source = pathlib.Path(__file__).resolve().parents[2] / "app" / "screen_names.cpp"
        names = list(dict.fromkeys(re.findall(r'"([a-z][a-z-]*)"', source.read_text())))
        offered = re.search(r"'shot'\) words='([^']*?) --", self.ok("completion", "bash").out)[1]
        self.assertEqual(sorted(offered.split()), sorted(names))

    def test_bash_completion(self):
        script = self.ok("completion", "bash").out
        self.assertEqual(self.ok("help", "completion", "bash").out, script)
        file = self.path / "k.bash"
        file.write_text(script)
        subprocess.run(["bash", "-n", file], check=True)

        def complete(*words):
            line = " ".join(f"'{w}'" for w in words)
            asked = f"source {file}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _kindling; printf '%s\\n' \"${{COMPREPLY[@]}}\""
            # In a folder without names that would be offered as well.
            return subprocess.run(["bash", "-c", asked], cwd=self.path, capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(complete("kindling", "remi"), ["reminder"])
        self.assertIn("snooze", complete("kindling", "reminder", ""))
        self.assertIn("snooze", complete("kindling", "--home", "reminder", "reminder", "s"))
        self.assertIn("--repeat", complete("kindling", "reminder", "add", "--re"))
        self.assertEqual(complete("kindling", "reminder", "add", "--kind", "aff"), ["affection"])
        self.assertEqual(complete("kindling", "idea", "mark", "abcd", "hi"), ["hide"])
        self.assertEqual(complete("kindling", "backup", "auto", "st"), ["status"])
        self.assertEqual(complete("kindling", "backup", "auto", "run", "--fo"), ["--force"])
        self.assertEqual(complete("kindling", "backup", "my.backup", "--enc"), ["--encrypt"])

    def test_zsh_and_fish_completion(self):
        for shell in ("zsh", "fish"):
            script = self.ok("completion", shell).out
            self.assertIn("reminder", script)
            if shutil.which(shell):
                file = self.path / shell
                file.write_text(script)
                subprocess.run([shell, "-n", file], check=True)
        self.assertTrue(self.ok("completion", "zsh").out.startswith("#compdef kindling"))

    def test_the_manual_page_renders(self):
        page = self.ok("help", "man").out
        self.assertTrue(page.startswith(".TH KINDLING 1"))
        if shutil.which("groff") is None:
            self.skipTest("groff isn't there")
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-b"], input=page.encode(), capture_output=True, check=True)
        self.assertEqual(done.stderr.decode(), "")
        text = re.sub("\x1b\\[[0-9;]*m|.\x08", "", done.stdout.decode()).replace("‐", "-").replace("−", "-")
        for word in ("reminder add", "--passphrase-file", "EXIT STATUS", "KINDLING_HOME", "FREQ=WEEKLY"):
            self.assertIn(word, text)


if __name__ == "__main__":
    main()
