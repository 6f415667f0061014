#!/usr/bin/env python3
"""Two homes on one machine as a couple would use them: a folder that both sync, a code, a tap, and from then on what one
of them shares the other one has."""

import json
import pathlib
import shutil

from harness import CliTest, main


class Couple(CliTest):
    def setUp(self):
        super().setUp()
        self.store = self.path / "ours"
        self.store.mkdir()
        self.minute = 0
        for who, name in (("ada", "Ada"), ("ben", "Ben")):
            self.of(who, "settings", "set", "--own-name", name + " at home")
            self.of(who, "store", "set", f"folder:{self.store}")

    def of(self, who, *words, code=0):
        """What one of them runs, a few seconds after what was run before."""
        self.minute += 5
        now = f"2026-11-22T09:{self.minute // 60:02}:{self.minute % 60:02}+01:00"
        env = self.environment(KINDLING_HOME=str(self.path / who), KINDLING_NOW=now)
        ran = self.run_it(*words, "--json", env=env)
        self.assertEqual(ran.code, code, f"{who} {words}: {ran.err}")
        return json.loads(ran.out) if code == 0 else ran.err

    def pair(self):
        offered = self.of("ada", "pair", "offer", "--name", "Ada", "--device", "desk")
        self.has_fields(offered, "code words expires")
        self.assertEqual(len(offered["words"]), 12)
        self.of("ada", "sync")
        self.assertEqual(self.of("ben", "pair", "join", *offered["words"], "--name", "Ben", "--device", "phone")["state"], "joining")
        self.of("ben", "sync")
        self.of("ada", "sync")
        asked = self.of("ada", "pair", "status")
        self.assertEqual((asked["state"], asked["partner"], asked["device"]), ("confirm", "Ben", "phone"))
        self.of("ada", "pair", "confirm", "--yes")
        self.of("ada", "sync")
        self.of("ben", "sync")
        self.of("ada", "sync")
        self.both_sync()
        for who, partner in (("ada", "Ben"), ("ben", "Ada")):
            status = self.of(who, "pair", "status")
            self.assertEqual((status["state"], status["partner"]), ("paired", partner))
        self.assertEqual(self.of("ada", "pair", "status")["safety_number"],
                         self.of("ben", "pair", "status")["safety_number"])

    def both_sync(self):
        for who in ("ada", "ben", "ada", "ben"):
            self.of(who, "sync")

    def titles(self, who, *words):
        return sorted(thing["title"] for thing in self.of(who, *words))

    def test_what_one_shares_the_other_has(self):
        self.of("ben", "ritual", "add", "Tea at ten", "--kind", "bedtime", "--at", "22:00")
        self.pair()
        self.of("ada", "plan", "add", "Ramen night", "--start", "2026-11-27T19:00", "--task", "Buy noodles")
        self.of("ada", "checkin", "add", "--valence", "2", "--energy", "0", "--note", "for me alone")
        self.of("ada", "checkin", "add", "--valence", "1", "--energy", "3", "--note", "unsaid", "--share", "mood")
        self.both_sync()
        for who in ("ada", "ben"):
            self.assertEqual(self.titles(who, "ritual", "list"), ["Tea at ten"])
            self.assertEqual(self.titles(who, "plan", "list"), ["Ramen night"])
        shared = self.of("ben", "checkin", "list")
        self.assertEqual([(one["valence"], one["energy"], one["note"], one["by"]) for one in shared], [(1, 3, None, "partner")])
        self.assertEqual({one["by"] for one in self.of("ada", "checkin", "list")}, {"me"})

    def test_both_change_a_plan_while_apart_and_lose_nothing(self):
        self.pair()
        plan = self.of("ada", "plan", "add", "Ramen night", "--start", "2026-11-27T19:00")["id"]
        self.both_sync()
        self.of("ada", "plan", "move", plan, "--start", "2026-11-28T19:00")
        self.of("ben", "plan", "accept", plan)
        self.both_sync()
        ada, ben = (self.of(who, "plan", "show", plan) for who in ("ada", "ben"))
        self.assertEqual(ada, ben)
        self.assertIn("2026-11-28T19:00", ada["start"])

    def test_a_flipped_bit_is_noticed_and_changes_nothing(self):
        self.pair()
        self.of("ada", "plan", "add", "Ramen night", "--start", "2026-11-27T19:00")
        self.of("ada", "sync")
        newest = max(self.store.rglob("*.sg"), key=lambda path: path.stat().st_mtime_ns)
        spoiled = bytearray(newest.read_bytes())
        spoiled[len(spoiled) // 2] ^= 1
        newest.write_bytes(spoiled)
        self.assertEqual(self.of("ben", "sync")["damaged"], 1)
        self.assertEqual(self.of("ben", "plan", "list"), [])
        self.of("ada", "sync", "--thorough")
        self.of("ben", "sync")
        self.assertEqual(self.titles("ben", "plan", "list"), ["Ramen night"])

    def test_an_emptied_store_is_filled_again(self):
        self.pair()
        self.of("ada", "plan", "add", "Ramen night", "--start", "2026-11-27T19:00")
        self.both_sync()
        for inside in self.store.iterdir():
            shutil.rmtree(inside)
        self.assertTrue(self.of("ben", "sync")["store_emptied"])
        self.assertEqual(self.titles("ben", "plan", "list"), ["Ramen night"])
        self.both_sync()
        self.assertGreaterEqual(len(list(self.store.rglob("*.sg"))), 2)

    def test_nothing_readable_lies_on_the_store(self):
        self.of("ada", "plan", "add", "Zanzibar", "--start", "2026-11-27T19:00")
        self.pair()
        self.of("ada", "checkin", "add", "--valence", "-3", "--energy", "1", "--note", "Quicksilver", "--share", "all")
        self.both_sync()
        for file in self.store.rglob("*"):
            if not file.is_file():
                continue
            for word in (b"Zanzibar", b"Quicksilver", b"Ada", b"Ben"):
                self.assertNotIn(word, file.read_bytes())
                self.assertNotIn(word, str(file).encode())

    def test_one_leaves_alone(self):
        self.pair()
        self.of("ada", "plan", "add", "Ramen night", "--start", "2026-11-27T19:00")
        self.both_sync()
        self.of("ben", "unpair", code=4)
        self.assertEqual(self.of("ben", "unpair", "--yes")["state"], "none")
        self.assertEqual(self.titles("ben", "plan", "list"), ["Ramen night"])
        self.of("ben", "sync", code=3)
        self.of("ada", "plan", "add", "Not for Ben", "--start", "2026-11-29T19:00")
        self.of("ada", "sync")
        self.assertEqual(self.titles("ben", "plan", "list"), ["Ramen night"])
        self.assertEqual(self.titles("ada", "plan", "list"), ["Not for Ben", "Ramen night"])

    def test_paused_means_paused(self):
        self.pair()
        self.assertEqual(self.of("ada", "pause")["state"], "paused")
        self.of("ada", "sync", code=4)
        self.assertEqual(self.of("ada", "resume")["state"], "paired")
        self.of("ada", "sync")

    def test_a_revoked_device_is_heard_no_more(self):
        self.pair()
        self.both_sync()
        phone = next(device for device in self.of("ada", "devices") if not device["this"])
        self.of("ada", "device", "revoke", phone["id"])
        self.of("ben", "plan", "add", "Unheard", "--start", "2026-11-27T19:00")
        self.of("ben", "sync")
        self.of("ada", "sync")
        self.assertEqual(self.of("ada", "plan", "list"), [])
        self.of("ada", "plan", "add", "Unread", "--start", "2026-11-27T19:00")
        self.both_sync()
        self.assertEqual(self.titles("ben", "plan", "list"), ["Unheard"])

    def test_bad_input_says_what_would_be_right(self):
        self.of("ada", "store", "set", "folder:/nowhere/at/all", code=3)
        self.of("ada", "store", "set", "ftp://example.org", code=4)
        self.of("ada", "pair", "join", "one", "two", code=4)
        self.of("ada", "pair", "confirm", "--yes", code=4)
        self.of("ada", "unpair", "--yes", code=3)
        self.of("ada", "sync", code=3)

    def test_names_that_were_not_said_for_it_are_not_shown(self):
        words = self.of("ada", "pair", "offer")["words"]
        self.of("ada", "sync")
        self.of("ben", "pair", "join", *words)
        self.of("ben", "sync")
        self.of("ada", "sync")
        asked = self.of("ada", "pair", "status")
        self.assertEqual((asked["state"], asked["partner"], asked["device"]), ("confirm", "your partner", "a device"))

    def test_the_store_is_tried(self):
        report = self.of("ada", "store", "check")
        self.has_fields(report, "verdict summary findings")
        self.assertEqual(report["verdict"], "fine")


if __name__ == "__main__":
    main()
