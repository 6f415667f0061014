#!/usr/bin/env python3
"""The stores over what people really have: Apache's mod_dav, nginx with dav-ext, rclone serve webdav, a plain folder.
KINDLING_STORE_SAMPLE names the program that works the stores."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from servers import PASSWORD, USER, Apache, Nginx, Rclone

SAMPLE = os.environ["KINDLING_STORE_SAMPLE"]
TRAITS = ["write", "read", "list", "absent", "replace", "names", "large", "remove", "speed"]
FAILED, NOT_FOUND, INVALID = 1, 3, 4


def ask(place, *words, data=b"", password=PASSWORD, options=("--http", "--user", USER)):
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.run([SAMPLE, place, *options, *words], input=password.encode() + b"\n" + data, capture_output=True, timeout=120, env=environment)


class Store:
    """What every store does. `self.place` is how it is named, `self.folder` where its files are."""

    def ok(self, *words, **more):
        done = ask(self.place, *words, **more)
        self.assertEqual((done.returncode, done.stderr), (0, b""), f"{words}: {self.log()}")
        return done.stdout

    def fails(self, code, *words, **more):
        done = ask(self.place, *words, **more)
        self.assertEqual(done.returncode, code, f"{words}: {done.stdout} {done.stderr}")
        said = done.stderr.decode()
        for secret in (USER, "hunter2", "127.0.0.1", "/dav", str(self.folder)):
            self.assertNotIn(secret, said)
        return said

    def log(self):
        return ""

    def on_disk(self):
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file() and "/." not in str(path)}

    def test_it_keeps_replaces_lists_and_removes(self):
        self.ok("put", "s/t/0/00000001-abc.sg", data=b"first")
        self.ok("put", "s/t/0/00000002-abc.sg", data=bytes(range(256)) * 4000)
        self.ok("put", "s/t/0/00000003-abc.sg", data=b"")
        self.assertEqual(self.ok("list", "s/t/0"), b"00000001-abc.sg 5\n00000002-abc.sg 1024000\n00000003-abc.sg 0\n")
        self.assertEqual(self.ok("list", "s"), b"")
        self.assertEqual(self.ok("list", "elsewhere/t"), b"")
        self.assertEqual(self.ok("get", "s/t/0/00000002-abc.sg", "1024000"), bytes(range(256)) * 4000)
        self.assertEqual(self.ok("get", "s/t/0/00000003-abc.sg", "0"), b"")
        self.fails(INVALID, "get", "s/t/0/00000002-abc.sg", "1023999")
        self.fails(NOT_FOUND, "get", "s/t/0/00000004-abc.sg", "10")
        self.fails(NOT_FOUND, "get", "elsewhere/t/a.sg", "10")
        # Again, as after an answer that was lost; then other bytes, as over a damaged file.
        self.ok("put", "s/t/0/00000001-abc.sg", data=b"first")
        self.ok("put", "s/t/0/00000001-abc.sg", data=b"other")
        self.assertEqual(self.on_disk(), {"s/t/0/00000001-abc.sg": b"other", "s/t/0/00000002-abc.sg": bytes(range(256)) * 4000,
                                          "s/t/0/00000003-abc.sg": b""})
        for name in ("1", "2", "3", "1"):
            self.ok("remove", f"s/t/0/0000000{name}-abc.sg")
        self.assertEqual(self.on_disk(), {})
        self.ok("remove", "elsewhere/t/a.sg")

    def test_a_check_finds_it_fine_and_leaves_nothing(self):
        lines = [line.split("\t") for line in self.ok("check").decode().splitlines()]
        self.assertEqual([line[:2] for line in lines[:-1]], [[trait, "fine"] for trait in TRAITS])
        self.assertEqual(lines[-1], ["fine", "This place does all that sharing needs."])
        self.assertEqual(self.on_disk(), {})

    def test_its_own_folder_is_never_made(self):
        self.folder.rmdir()
        self.assertIn("isn't there", self.fails(FAILED, "put", "s/a.sg", data=b"x"))
        self.assertIn("isn't there", self.fails(FAILED, "list", "s"))
        self.assertIn("isn't there", self.fails(FAILED, "list", ""))
        self.assertFalse(self.folder.exists())


class Folder(Store, unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="kindling-stores-")
        self.addCleanup(home.cleanup)
        self.folder = pathlib.Path(home.name) / "us"
        self.folder.mkdir()
        self.place = f"folder:{self.folder}"


class FolderInTrouble(unittest.TestCase):
    """A disk of 64 KiB in a mount namespace of the test's own."""

    def script(self, lines):
        with tempfile.TemporaryDirectory(prefix="kindling-stores-") as home:
            words = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
            if subprocess.run([*words, "mount", "-t", "tmpfs", "none", home], capture_output=True).returncode != 0:
                self.skipTest("this system lets nobody mount, not even in a namespace")
            mounted = f"mount -t tmpfs -o size=64k none '{home}' || exit 99\nS() {{ (echo; cat) | '{SAMPLE}' 'folder:{home}' \"$@\"; }}\ncd '{home}'\n"
            done = subprocess.run([*words, "sh", "-c", mounted + lines], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
            self.assertNotIn(home, done.stderr)
            return done

    def test_a_full_disk_is_told_and_nothing_half_written_stays(self):
        done = self.script("head -c 30000 /dev/zero | S put a.sg; echo $?; head -c 300000 /dev/zero | S put b.sg; echo $?; S list '' </dev/null; ls -A")
        self.assertEqual(done.stdout, "0\n1\na.sg 30000\na.sg\n", done.stderr)
        self.assertIn("is full; free some space", done.stderr)

    def test_a_disk_that_cant_be_written_is_told_and_read(self):
        done = self.script("echo x | S put a.sg; mount -o remount,ro .; echo y | S put b.sg; echo $?; S get a.sg 10 </dev/null; S remove a.sg </dev/null; echo $?")
        self.assertEqual(done.stdout, "1\nx\n1\n", done.stderr)
        self.assertEqual(done.stderr.count("read-only"), 2, done.stderr)


class Served(Store):
    def setUp(self):
        self.server = self.make()
        self.server.__enter__()
        self.addCleanup(self.server.__exit__)
        self.folder, self.place, self.log = self.server.folder, self.server.address, self.server.log

    def test_a_wrong_password_is_told(self):
        self.assertIn("user name and password", self.fails(FAILED, "list", "", password="wrong"))
        self.assertIn("user name and password", self.fails(FAILED, "put", "a.sg", data=b"x", options=("--http",)))
        self.assertEqual(self.on_disk(), {})

    def test_what_others_put_there_is_left_alone(self):
        (self.folder / "s").mkdir()
        for name in ("Holiday photos.jpg", "a%2fb.sg", "~syncthing~aaaaaaaaaaaaaaaa.~.tmp", "ä & <b>.sg", ".hidden", "1-a.sg"):
            (self.folder / "s" / name).write_bytes(b"x")
        os.symlink("/etc/passwd", self.folder / "s" / "2-a.sg")
        listed = self.ok("list", "s").decode().splitlines()
        self.assertIn("1-a.sg 1", listed)
        self.assertEqual({line.split()[0] for line in listed} - {"2-a.sg"}, {"1-a.sg"})

    def test_what_was_left_half_written_is_swept_after_a_day(self):
        (self.folder / "s").mkdir()
        old, new = (self.folder / "s" / f"~syncthing~{letter * 16}.~.tmp" for letter in "ab")
        for file in (old, new):
            file.write_bytes(b"x")
        os.utime(old, (time.time() - 90_000,) * 2)
        if os.geteuid() == 0:
            subprocess.run(["chmod", "-R", "a+rwX", self.folder], check=True)
        self.assertEqual(self.ok("list", "s"), b"")
        self.assertEqual((old.exists(), new.exists()), (False, True))

    def test_it_is_read_on_a_path_with_blanks_and_letters(self):
        other = self.folder / "Für uns"
        other.mkdir()
        other.chmod(0o777)
        self.place += "Für uns"
        self.ok("put", "s/1-a.sg", data=b"x")
        self.assertEqual(self.ok("list", "s"), b"1-a.sg 1\n")
        self.assertEqual((other / "s" / "1-a.sg").read_bytes(), b"x")


class OnApache(Served, unittest.TestCase):
    make = Apache

    def test_it_is_safe_by_https(self):
        trusting = ("--user", USER, "--trust", str(self.server.certificate))
        self.place = self.server.secure_address
        self.ok("put", "s/1-a.sg", data=b"x", options=trusting)
        self.assertEqual(self.ok("get", "s/1-a.sg", "1", options=trusting), b"x")
        self.assertIn("certificate", self.fails(FAILED, "list", "s", options=("--user", USER)))
        # The certificate is for the number, not for the name.
        self.place = self.place.replace("127.0.0.1", "localhost")
        self.assertIn("certificate", self.fails(FAILED, "list", "s", options=trusting))

    def test_plain_http_has_to_be_chosen(self):
        self.assertIn("https://", self.fails(INVALID, "list", "", options=("--user", USER)))

    def test_a_login_that_may_only_read_is_told(self):
        (self.folder / "reading").mkdir()
        (self.folder / "reading" / "1-a.sg").write_bytes(b"x")
        self.place += "reading"
        self.assertEqual(self.ok("list", ""), b"1-a.sg 1\n")
        self.assertIn("not write", self.fails(FAILED, "put", "2-a.sg", data=b"x"))


class OnNginx(Served, unittest.TestCase):
    make = Nginx


class OnRclone(Served, unittest.TestCase):
    make = Rclone


class OnNginxAlone(unittest.TestCase):
    def test_a_check_says_what_is_missing(self):
        with Nginx(extended=False) as server:
            done = ask(server.address, "check")
            lines = {line.split("\t")[0]: line.split("\t")[1:] for line in done.stdout.decode().splitlines()}
            self.assertEqual(lines["list"][0], "unusable", done.stdout)
            self.assertIn("dav-ext", lines["list"][-1])
            self.assertEqual(lines["read"][0], "fine")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    unittest.main()
