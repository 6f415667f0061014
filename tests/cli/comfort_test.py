#!/usr/bin/env python3
"""How close suggestions may come: ceilings for each sort of touch, what felt good, rest, and what is for adults."""

from harness import CliTest, main


class Comfort(CliTest):
    def gestures(self, *more):
        return self.json("idea", "list", "--kind", "gesture", *more)

    def test_each_sort_of_touch_has_a_ceiling_of_its_own(self):
        before = self.json("comfort", "show")
        self.has_fields(before, "touch talk time hands hugs kisses lying skin partner felt_good closest_touch touch_rests adult for_two")
        self.assertEqual(before["kisses"], before["touch"])
        self.json("comfort", "set", "touch", "4")
        self.assertTrue(any("kisses" in g["touch"] for g in self.gestures()))
        self.assertEqual(self.json("comfort", "set", "kisses", "0")["kisses"], 0)
        self.assertFalse(any("kisses" in g["touch"] for g in self.gestures()))
        self.assertNotIn("faces", {r["category"] for r in self.json("ladder", "list")})
        self.assertIn("lying", {sort for g in self.gestures() for sort in g["touch"]})
        self.assertEqual(self.json("comfort", "set", "kisses", "default")["kisses"], 4)
        self.assertEqual(self.json("comfort", "set", "hugs", "6")["hugs"], 4, "never above touch")
        self.assertIn("as touch", self.ok("comfort", "show").out)
        self.fails(4, "comfort", "set", "nose", "1")

    def test_the_lower_of_both_holds(self):
        self.json("comfort", "set", "touch", "4")
        told = self.json("comfort", "set", "touch", "1", "--partner")
        self.assertEqual((told["touch"], told["partner"], told["closest_touch"]), (4, {"touch": 1}, 1))
        self.assertEqual(max(g["comfort"] for g in self.gestures()), 1)
        self.assertEqual(max(r["comfort"] for r in self.json("ladder", "list")), 1)
        self.assertEqual(self.json("comfort", "set", "touch", "default", "--partner")["partner"], {})
        self.assertEqual(max(g["comfort"] for g in self.gestures()), 4)

    def test_touch_comes_one_step_above_what_felt_good(self):
        rungs = self.json("ladder", "list")
        hands = next(r for r in rungs if r["category"] == "hands")
        self.assertIn("one step closer", self.ok("ladder", "good", hands["id"]).out)
        self.assertEqual(self.json("comfort", "show")["felt_good"], 1)
        self.assertEqual(max(g["comfort"] for g in self.gestures()), 2)
        self.assertEqual(max(r["comfort"] for r in self.json("ladder", "list")), 2)
        for seed in range(12):
            self.assertLessEqual(self.json("idea", "draw", "--kind", "gesture", "--seed", seed)["comfort"], 2)
        self.assertLessEqual(self.json("today")["affection"]["comfort"], 2)
        self.assertIsNone(self.json("comfort", "felt-good", "none")["felt_good"])
        self.assertEqual(self.json("comfort", "felt-good", "0")["closest_touch"], 1)
        self.json("undo")
        self.assertIsNone(self.json("comfort", "show")["felt_good"])
        self.fails(3, "ladder", "good", "prompt.play.tiny-museum")
        self.fails(4, "comfort", "felt-good", "7")

    def test_touch_rests_without_a_reason(self):
        self.ok("ladder", "rest")
        self.assertEqual(self.json("ladder", "list"), [])
        self.assertEqual({tuple(g["touch"]) for g in self.gestures()}, {()})
        self.ok("ladder", "resume")
        self.assertGreater(len(self.json("ladder", "list")), 0)

    def test_what_is_for_adults_needs_both(self):
        self.json("comfort", "set", "touch", "6")
        on = self.json("comfort", "adult", "on")
        self.assertEqual((on["adult"], on["adult_shown"]), (True, False))
        self.assertEqual(max(g["comfort"] for g in self.gestures()), 4)
        self.fails(3, "ladder", "show", "rung.whole.")
        self.assertFalse(self.json("comfort", "adult", "off")["adult"])
        self.fails(4, "comfort", "adult", "perhaps")

    def test_nothing_for_two_where_one_is_afraid(self):
        self.assertFalse(self.json("comfort", "for-two", "off")["for_two"])
        self.assertEqual(self.json("history"), [], "nothing is noted")
        self.assertEqual(self.gestures(), [])
        self.fails(4, "idea", "draw")
        self.fails(4, "prompt", "draw")
        self.fails(4, "programme", "start", "small-touches")
        self.assertIn("who listens", self.ok("programme", "show").out)
        today = self.json("today")
        self.assertEqual((today["affection"], today["prompt"]), (None, None))
        self.assertGreaterEqual(len(self.json("article", "list")), 40)
        self.json("comfort", "for-two", "on")
        self.ok("idea", "draw")

    def test_gestures_by_their_moment(self):
        for moment in ("leaving", "coming-home", "kitchen", "sofa", "bedtime", "afar", "any"):
            found = self.json("idea", "list", "--moment", moment)
            self.assertGreaterEqual(len(found), 20, moment)
            self.assertEqual({(g["kind"], g["moment"]) for g in found}, {("gesture", moment)})
            for setting in ("private", "public"):
                fits = self.json("idea", "list", "--moment", moment, "--privacy", setting)
                least = 0 if (moment, setting) == ("bedtime", "public") else 3
                self.assertGreaterEqual(len(fits), least, (moment, setting))
                self.assertLessEqual({g["setting"] for g in fits}, {setting, "any"})
        self.fails(4, "idea", "list", "--moment", "noon")

    def test_a_programme_waits_for_what_is_too_close(self):
        self.json("comfort", "set", "touch", "1")
        self.json("programme", "start", "small-touches")
        for _ in range(5):
            view = self.json("programme", "pass")
        self.assertEqual((view["session"], view["waits"]), (None, True))
        self.assertIn("It waits", self.ok("programme", "show").out)
        self.json("comfort", "set", "touch", "2")
        self.assertTrue(self.json("programme", "show")["session"]["id"].startswith("session.small-touches.day-06-"))


if __name__ == "__main__":
    main()
