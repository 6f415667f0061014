#!/usr/bin/env python3
"""Homes that can't be used: each gives one sentence and the right exit code, and no byte of them changes.

KINDLING_BIN names the program. As root the cases run as another user where permissions matter.
"""

import hashlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("KINDLING_BIN") or sys.exit("hostile_homes: set KINDLING_BIN to the program")
NOBODY = 65534
FAILED, INVALID, NEWER = 1, 4, 6
ADD = ["reminder", "add", "Hug", "--at", "07:45"]
LIST = ["reminder", "list"]
troubles = []


def run(home, words, as_nobody=False, **more):
    prefix = []
    if as_nobody and os.geteuid() == 0:
        prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return subprocess.run([*prefix, PROGRAM, "--home", home, "--zone", "UTC", *words], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120, **more)


def picture(path):
    """Names, modes and hashes of everything below; SQLite's shared memory is no data."""
    if not os.path.lexists(path):
        return None
    found = {}
    for folder, folders, names in os.walk(path):
        for name in [*folders, *names]:
            whole = os.path.join(folder, name)
            if name.endswith("-shm"):
                continue
            data = b""
            if os.path.isfile(whole):
                with open(whole, "rb") as file:
                    data = file.read()
            found[os.path.relpath(whole, path)] = (os.lstat(whole).st_mode, hashlib.sha256(data).hexdigest())
    if os.path.isfile(path):
        with open(path, "rb") as file:
            found["."] = hashlib.sha256(file.read()).hexdigest()
    # An empty log of SQLite beside a file says nothing.
    empty = hashlib.sha256(b"").hexdigest()
    return {name: what for name, what in found.items() if not (name.endswith("-wal") and what[1] == empty)}


def refuse(what, home, words, codes, **more):
    """The command fails with one of the codes and one sentence, and changes nothing."""
    before = picture(home)
    done = run(home, words, **more)
    said = done.stderr.strip()
    here = f"{what}, {' '.join(words)}"
    if done.returncode not in codes:
        troubles.append(f"{here}: exit code {done.returncode}, not {codes}: {said or done.stdout.strip()}")
    if len(said.splitlines()) != 1 or not said.startswith("kindling: ") or len(said) < 30:
        troubles.append(f"{here}: not one sentence: {said!r}")
    if done.stdout:
        troubles.append(f"{here}: standard output isn't empty: {done.stdout!r}")
    if picture(home) != before:
        troubles.append(f"{here}: files were changed")


def new_home(folder, name):
    """A home with some life in it, all of it in the database files."""
    home = os.path.join(folder, name)
    for words in (ADD, ["checkin", "add", "--valence=1", "--energy=1", "--note", "calm", "--share", "all"]):
        done = run(home, words)
        if done.returncode != 0:
            sys.exit(f"hostile_homes: {' '.join(words)}: {done.stderr.strip()}")
    for data in ("self.db", "couple.db"):
        connection = sqlite3.connect(os.path.join(home, data))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    return home


def give(home, owner=NOBODY):
    if os.geteuid() != 0:
        return
    for folder, folders, names in os.walk(home):
        for name in [*folders, *names]:
            os.chown(os.path.join(folder, name), owner, owner)
    os.chown(home, owner, owner)


def in_database(home, sql):
    connection = sqlite3.connect(os.path.join(home, "self.db"))
    connection.execute(sql)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def damage(folder):
    for data in ("self.db", "couple.db"):
        for size in (0, 1, 100, 4096, None):
            home = new_home(folder, f"cut-{data}-{size}")
            path = os.path.join(home, data)
            os.truncate(path, os.path.getsize(path) // 2 if size is None else size)
            for words in (LIST, ADD):
                refuse(f"{data} cut to {'half' if size is None else size}", home, words, {FAILED})
        home = new_home(folder, f"garbage-{data}")
        with open(os.path.join(home, data), "wb") as file:
            file.write(b"this is no database " * 1000)
        for words in (LIST, ADD):
            refuse(f"garbage in {data}", home, words, {FAILED})
        home = new_home(folder, f"folder-{data}")
        for name in os.listdir(home):
            if name.startswith(data):
                os.remove(os.path.join(home, name))
        os.mkdir(os.path.join(home, data))
        for words in (LIST, ADD):
            refuse(f"a folder in the place of {data}", home, words, {FAILED})
        home = new_home(folder, f"gone-{data}")
        for name in os.listdir(home):
            if name.startswith(data):
                os.remove(os.path.join(home, name))
        for words in (LIST, ADD):
            refuse(f"{data} is gone", home, words, {FAILED})


def keys(folder):
    for name, content in {"empty": b"", "short": b"kindling key\n\x01", "garbage": b"k" * 5000}.items():
        home = new_home(folder, f"key-{name}")
        with open(os.path.join(home, "key"), "wb") as file:
            file.write(content)
        for words in (LIST, ADD):
            refuse(f"{name} key", home, words, {FAILED})
    home = new_home(folder, "no-key")
    os.remove(os.path.join(home, "key"))
    for words in (LIST, ADD):
        refuse("no key", home, words, {FAILED})
    home, other = new_home(folder, "one"), new_home(folder, "other")
    shutil.copy(os.path.join(other, "key"), os.path.join(home, "key"))
    for words in (LIST, ADD):
        refuse("the key of another home", home, words, {FAILED})


def permissions(folder):
    home = new_home(folder, "read-only")
    give(home)
    for name in os.listdir(home):
        os.chmod(os.path.join(home, name), 0o400)
    os.chmod(home, 0o500)
    refuse("a read-only home", home, ADD, {FAILED}, as_nobody=True)
    before = picture(home)
    done = run(home, LIST, as_nobody=True)
    if not (done.returncode == 0 and "Hug" in done.stdout or done.returncode == 1 and done.stderr.startswith("kindling: ")):
        troubles.append(f"a read-only home: list ended with {done.returncode}: {done.stderr.strip()}")
    if picture(home) != before:
        troubles.append("a read-only home: list changed files")
    os.chmod(home, 0o700)

    for name in ("self.db", "couple.db", "key"):
        home = new_home(folder, f"foreign-{name}")
        give(home)
        os.chmod(os.path.join(home, name), 0)
        for words in (LIST, ADD):
            refuse(f"{name} of another user", home, words, {FAILED}, as_nobody=True)
    home = new_home(folder, "foreign-home")
    os.chmod(home, 0)
    if os.geteuid() == 0:
        for words in (LIST, ADD):
            refuse("a home of another user", home, words, {FAILED}, as_nobody=True)
    os.chmod(home, 0o700)

    closed = os.path.join(folder, "closed")
    os.mkdir(closed)
    os.chmod(closed, 0o555)
    refuse("a folder where nothing can be made", os.path.join(closed, "home"), ADD, {FAILED}, as_nobody=True)


def places(folder):
    path = os.path.join(folder, "a-file")
    with open(path, "w", encoding="utf-8") as file:
        file.write("not a home")
    for words in (LIST, ADD):
        refuse("the home is a file", path, words, {FAILED, INVALID})
        refuse("the home lies below a file", os.path.join(path, "home"), words, {FAILED, INVALID})
    missing = os.path.join(folder, "missing")
    done = run(missing, LIST)
    if done.returncode not in (0, 3):
        troubles.append(f"a missing home: list ended with {done.returncode}")
    home = new_home(folder, "newer")
    in_database(home, "PRAGMA user_version=999")
    for words in (LIST, ADD):
        refuse("a newer home", home, words, {NEWER})


def full(folder):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    home = new_home(folder, "full")
    note = "n" * 9000
    refused = 0
    for _ in range(5):
        done = run(home, ["checkin", "add", "--valence=1", "--energy=1", "--note", note], preexec_fn=limit)
        if done.returncode == 0:
            continue
        refused += 1
        said = done.stderr.strip()
        if done.returncode != FAILED or len(said.splitlines()) != 1 or not said.startswith("kindling: "):
            troubles.append(f"a full disk: exit code {done.returncode}: {said!r}")
    if refused == 0:
        troubles.append("a full disk: nothing was refused, so the test shows nothing")
    for words in (LIST, ADD, ["doctor"]):
        if run(home, words).returncode != 0:
            troubles.append(f"after a full disk: {' '.join(words)} failed")

    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "none", disk], capture_output=True, check=False)
    if mounted.returncode != 0:
        print("hostile_homes: no tiny disk can be mounted here; the limit on file sizes stands for it")
        return
    try:
        home = os.path.join(disk, "home")
        acknowledged, said = 0, ""
        for _ in range(100):
            done = run(home, ["checkin", "add", "--valence=1", "--energy=1", "--note", note])
            if done.returncode != 0:
                said = done.stderr.strip()
                if done.returncode != FAILED or len(said.splitlines()) != 1 or "full" not in said:
                    troubles.append(f"a tiny disk: exit code {done.returncode}: {said!r}")
                break
            acknowledged += 1
        if not said:
            troubles.append("a tiny disk: it never filled")
        kept = run(home, ["--json", "checkin", "list"])
        if kept.returncode != 0 or kept.stdout.count('"valence"') != acknowledged:
            troubles.append(f"a tiny disk: {acknowledged} acknowledged; list: {kept.returncode} {kept.stderr.strip()}")
    finally:
        subprocess.run(["umount", disk], check=False)


def modes(folder):
    home = new_home(os.path.join(folder), "modes")
    for name in os.listdir(home):
        mode = os.stat(os.path.join(home, name)).st_mode & 0o777
        if mode & 0o077:
            troubles.append(f"{name} of a new home can be read by others: {mode:o}")


def main():
    os.umask(0o022)
    with tempfile.TemporaryDirectory(prefix="kindling-hostile-") as folder:
        os.chmod(folder, 0o755)
        for case in (modes, damage, keys, permissions, places, full):
            case(folder)
    for trouble in troubles:
        print(f"hostile_homes: {trouble}")
    sys.exit(1 if troubles else 0)


if __name__ == "__main__":
    main()
