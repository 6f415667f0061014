#!/usr/bin/env python3
"""What `cmake --install` puts where, and the packages that CPack makes of it: the desktop's own validators read the files, and the
programs run from a fresh prefix. KINDLING_BUILD names a build in which everything is built, KINDLING_CMAKE and KINDLING_CPACK the
two programs."""

import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ID = "org.kindling.Kindling"
BUILD = os.environ.get("KINDLING_BUILD", "")
CMAKE = os.environ.get("KINDLING_CMAKE", "cmake")
CPACK = os.environ.get("KINDLING_CPACK", "cpack")
SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
INSTALLED = {"bin/kindling", "bin/kindling-window", "bin/kindling-agent", f"share/applications/{ID}.desktop", f"share/dbus-1/services/{ID}.service",
             f"share/metainfo/{ID}.metainfo.xml", f"share/mime/packages/{ID}.xml", f"share/icons/hicolor/scalable/apps/{ID}.svg",
             f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg", *(f"share/icons/hicolor/{side}x{side}/apps/{ID}.png" for side in SIDES),
             "share/man/man1/kindling.1", "share/man/man1/kindling-window.1", "share/man/man1/kindling-agent.1", "share/doc/kindling/copyright",
             "share/bash-completion/completions/kindling", "share/zsh/site-functions/_kindling",
             "share/fish/vendor_completions.d/kindling.fish"}
PACKED = {re.sub(r"(man1/.*\.1)$", r"\1.gz", name) for name in INSTALLED} | {"share/doc/kindling/changelog.Debian.gz"}
TOOLS = ("desktop-file-validate", "appstreamcli", "xmllint", "lintian", "dpkg-deb", "man", "file")
SKIPPED = 77


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=200, **more)


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="kindling-package-")
        cls.addClassCleanup(folder.cleanup)
        cls.path = pathlib.Path(folder.name)

    def ok(self, *words, **more):
        done = run(*words, **more)
        self.assertEqual(done.returncode, 0, f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def environment(self, prefix, home):
        kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        return {**kept, "PATH": f"{prefix}/bin:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
                "MANPAGER": "cat", "MANWIDTH": "80"}

    def works_from(self, prefix):
        """The command, its completion and its page, by a person who has nothing yet; and what that leaves behind."""
        home = pathlib.Path(tempfile.mkdtemp(dir=self.path))
        environment = self.environment(prefix, home)
        before = files_below(prefix)
        self.assertIn("A small thing for today", self.ok("kindling", "today", env=environment))
        agent = run("kindling", "agent", "status", env=environment)
        self.assertIn(agent.returncode, (0, 1, 2, 3), agent.stderr)
        self.assertLessEqual(len(agent.stderr.splitlines()), 1)
        blind = run("kindling", "open", "check-in", env=environment)
        self.assertEqual((blind.returncode, blind.stderr.count("\n")), (1, 1), blind.stderr)
        self.ok("kindling", "--demo", "shot", "sheet-check-in", "--out", home / "sheet.png", env=environment)
        self.assertEqual((home / "sheet.png").read_bytes()[:4], b"\x89PNG")
        (home / "sheet.png").unlink()
        asked = (f"source '{prefix}/share/bash-completion/completions/kindling'; COMP_WORDS=(kindling open check); COMP_CWORD=2; _kindling; "
                 'printf "%s\\n" "${COMPREPLY[@]}"')
        self.assertEqual(self.ok("bash", "-c", asked, env=environment), "check-in\n")
        page = next((prefix / "share" / "man" / "man1").glob("kindling.1*"))
        self.assertIn("KINDLING(1)", self.ok("man", "-l", page, env=environment))
        self.assertEqual(files_below(prefix), before, "a program wrote beside itself")
        self.assertEqual({name.split("/")[0] for name in files_below(home)} - {".local", ".cache"}, set())
        self.assertLessEqual({name for name in files_below(home) if name.startswith(".local")},
                             {f".local/share/kindling/{name}" for name in
                              ("self.db", "self.db-wal", "self.db-shm", "couple.db", "couple.db-wal", "couple.db-shm", "key", "lock")})
        return home


class Installed(PackageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.prefix = cls.path / "prefix"
        done = run(CMAKE, "--install", BUILD, "--prefix", cls.prefix)
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        cls.share = cls.prefix / "share"

    def test_all_is_there_and_nothing_else(self):
        self.assertEqual(files_below(self.prefix), INSTALLED)

    def test_it_works(self):
        self.works_from(self.prefix)

    def test_the_entry_is_valid_and_its_commands_are_ours(self):
        entry = self.share / "applications" / f"{ID}.desktop"
        self.assertEqual(self.ok("desktop-file-validate", entry), "")
        text = entry.read_text()
        self.assertIn("DBusActivatable=true", text)
        self.assertEqual(re.findall(r"^\[Desktop Action (.*)\]$", text, re.M), ["check-in", "plan-date"])
        commands = re.findall(r"^Exec=(.*)$", text, re.M)
        self.assertEqual(len(commands), 3)
        home = self.path / "nobody"
        for command in commands:
            # Whatever is wrong with the words is told before a display is looked for.
            done = run(*command.removesuffix(" %f").split(), env=self.environment(self.prefix, home))
            self.assertRegex(done.stderr, r"\Akindling: there is no display[^\n]*\n\Z")
        self.assertFalse(home.exists())

    def test_the_bus_finds_the_program_by_its_full_path(self):
        service = (self.share / "dbus-1" / "services" / f"{ID}.service").read_text()
        self.assertEqual(service, f"[D-BUS Service]\nName={ID}\nExec={self.prefix}/bin/kindling-window\n")

    def test_the_description_is_valid(self):
        file = self.share / "metainfo" / f"{ID}.metainfo.xml"
        self.ok("appstreamcli", "validate", "--no-net", file)
        tree = ElementTree.parse(file).getroot()
        version = self.ok(self.prefix / "bin" / "kindling", "--version", env=self.environment(self.prefix, self.path)).split()[1]
        self.assertEqual(tree.find("releases/release").get("version"), version)
        self.assertEqual(tree.find("launchable").text, f"{ID}.desktop")

    def test_pictures_are_named_only_where_they_can_be_fetched(self):
        text = (self.share / "metainfo" / f"{ID}.metainfo.xml").read_text()
        cache = (pathlib.Path(BUILD) / "CMakeCache.txt").read_text()
        address = re.search(r"^KINDLING_PICTURES_URL:STRING=(.*)$", cache, re.M)[1]
        pictures = re.findall(r"<image>(.*)</image>", text)
        self.assertEqual(bool(pictures), bool(address))
        for picture in pictures:
            self.assertTrue(picture.startswith(address + "/"))

    def test_a_backup_is_known_by_its_first_bytes_and_its_name(self):
        self.ok("xmllint", "--noout", self.share / "mime" / "packages" / f"{ID}.xml")
        if shutil.which("update-mime-database") is None or shutil.which("gio") is None:
            self.skipTest("shared-mime-info isn't there")
        data = self.path / "data"
        (data / "mime" / "packages").mkdir(parents=True)
        shutil.copy(self.share / "mime" / "packages" / f"{ID}.xml", data / "mime" / "packages")
        usual = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")
        if usual.exists():
            shutil.copy(usual, data / "mime" / "packages")
        self.ok("update-mime-database", data / "mime", env={**os.environ, "XDG_DATA_DIRS": str(data)})
        home = self.path / "keeper"
        home.mkdir()
        environment = {**self.environment(self.prefix, home), "XDG_DATA_DIRS": str(data)}
        self.ok("kindling", "memory", "add", "Rain on the tent", env=environment)
        for name in ("mine.kindling-backup", "mine.backup", "mine"):
            self.ok("kindling", "backup", home / name, env=environment)
            self.assertIn("application/x-kindling-backup", self.ok("gio", "info", "-a", "standard::content-type", home / name, env=environment))

    def test_icons_are_drawings_of_their_size(self):
        icons = self.share / "icons" / "hicolor"
        for side in SIDES:
            self.assertIn(f"PNG image data, {side} x {side}, 8-bit/color RGBA", self.ok("file", icons / f"{side}x{side}" / "apps" / f"{ID}.png"))
        for svg in icons.rglob("*.svg"):
            self.ok("xmllint", "--noout", svg)
            root = ElementTree.parse(svg).getroot()
            self.assertEqual(root.get("width"), root.get("height"))

    def test_the_licence_names_all_that_the_programs_carry(self):
        text = (self.share / "doc" / "kindling" / "copyright").read_text()
        for work in ("The Kindling authors", "Inter", "Phosphor", "Dear ImGui", "cereal", "CLI11", "JSON for Modern C++"):
            self.assertIn(work, text)
        for name in re.findall(r"^License: (.*)$", text.split("\nLicense: Expat\n ")[0], re.M):
            self.assertIn(f"\nLicense: {name}\n ", text)


class Packed(PackageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.out = cls.path / "packages"
        # Its own folder, and a compression that is quick: an installation is looked at, not a download.
        done = run(CPACK, "--config", f"{BUILD}/CPackConfig.cmake", "-B", cls.out, "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        shutil.rmtree(cls.out / "_CPack_Packages", ignore_errors=True)
        cls.deb, cls.archive = next(cls.out.glob("*.deb")), next(cls.out.glob("*.tar.gz"))

    def field(self, name):
        return self.ok("dpkg-deb", "-f", self.deb, name).strip()

    def test_lintian_finds_no_error(self):
        done = run("lintian", "--fail-on", "error", "--allow-root", "--no-cfg", self.deb)
        print(done.stdout, file=sys.stderr)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_deb_says_what_it_needs(self):
        self.assertEqual(self.field("Package"), "kindling")
        self.assertEqual(self.field("Priority"), "optional")
        self.assertEqual(self.field("Section"), "misc")
        self.assertRegex(self.field("Version"), r"^\d+\.\d+\.\d+-\d+$")
        needs = self.field("Depends")
        for library in ("libc6", "libsqlite3-0", "libsodium23", "libsdl2-2.0-0", "libdbus-1-3", "tzdata"):
            self.assertIn(library, needs)
        self.assertNotIn("-dev", needs)
        # Loaded where a WebDAV store is set, and not needed by anybody else.
        wishes = self.field("Recommends")
        for library in ("libcurl4", "libexpat1"):
            self.assertIn(library, wishes)
            self.assertNotIn(library, needs)
        self.assertRegex(self.field("Description"), r"(?s)^[a-z][^\n]{10,78}[^.\n]\n  ?Kindling makes .*\n \.\n")

    def test_the_deb_works_from_a_fresh_prefix(self):
        root = self.path / "root"
        self.ok("dpkg-deb", "-x", self.deb, root)
        self.assertEqual(files_below(root / "usr"), PACKED)
        self.assertEqual({path.name for path in root.iterdir()}, {"usr"})
        service = (root / "usr" / "share" / "dbus-1" / "services" / f"{ID}.service").read_text()
        self.assertIn("\nExec=/usr/bin/kindling-window\n", service)
        with gzip.open(root / "usr" / "share" / "doc" / "kindling" / "changelog.Debian.gz", "rt") as text:
            self.assertTrue(text.read().startswith(f"kindling ({self.field('Version')}) "))
        self.works_from(root / "usr")

    def test_removal_leaves_nothing_but_a_persons_own(self):
        prefix = [] if os.getuid() == 0 else ["fakeroot"]
        if prefix and shutil.which("fakeroot") is None:
            self.skipTest("neither root nor fakeroot")
        root = self.path / "system"
        admin = root / "var" / "lib" / "dpkg"
        for folder in ("info", "updates", "triggers"):
            (admin / folder).mkdir(parents=True)
        for file in ("status", "available"):
            (admin / file).touch()
        dpkg = [*prefix, "dpkg", f"--instdir={root}", f"--admindir={admin}", "--force-depends", "--force-not-root", "--force-script-chrootless",
                f"--log={root}/log"]
        self.ok(*dpkg, "--install", self.deb)
        self.assertEqual(files_below(root / "usr"), PACKED)
        home = self.path / "keeper"
        home.mkdir()
        self.ok("kindling", "memory", "add", "Rain on the tent", env=self.environment(root / "usr", home))
        kept = files_below(home)
        self.ok(*dpkg, "--purge", "kindling")
        self.assertFalse((root / "usr").exists(), files_below(root))
        self.assertEqual(files_below(home), kept)
        self.assertIn(".local/share/kindling/self.db", kept)

    def test_the_archive_works_wherever_it_is_unpacked(self):
        place = self.path / "a folder with spaces"
        with tarfile.open(self.archive) as archive:
            self.assertTrue(all(member.uid == 0 or member.uid == os.getuid() for member in archive.getmembers()))
            archive.extractall(place)
        tops = list(place.iterdir())
        self.assertEqual(len(tops), 1)
        self.assertEqual(files_below(tops[0]), INSTALLED)
        self.assertIn("\nExec=/usr/bin/env kindling-window\n", (tops[0] / "share" / "dbus-1" / "services" / f"{ID}.service").read_text())
        moved = place / "moved"
        tops[0].rename(moved)
        self.works_from(moved)

    def test_no_build_folder_is_named_in_it(self):
        root = self.path / "looked"
        self.ok("dpkg-deb", "-x", self.deb, root)
        for name in PACKED - {"bin/kindling", "bin/kindling-window", "bin/kindling-agent"}:
            file = root / "usr" / name
            text = gzip.decompress(file.read_bytes()) if name.endswith(".gz") else file.read_bytes()
            self.assertNotIn(BUILD.encode(), text, name)
        for name in ("kindling", "kindling-window", "kindling-agent"):
            told = self.ok("file", root / "usr" / "bin" / name)
            self.assertIn("pie executable", told)
            self.assertIn(", stripped", told)


if __name__ == "__main__":
    if not BUILD:
        raise SystemExit("KINDLING_BUILD names the build")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} is missing", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main()
