#!/usr/bin/env python3
"""Pages to read, the ladder, gentle starts and the guided programmes."""

from harness import CliTest, main


class Library(CliTest):
    def test_reads_articles(self):
        articles = self.json("article", "list")
        self.assertGreaterEqual(len(articles), 40)
        self.assertEqual({a["category"] for a in self.json("article", "list", "--about", "help")}, {"help"})
        page = self.json("article", "show", articles[0]["id"])[0]
        self.assertGreaterEqual(len(page["body"]), 2)
        self.assertIn("Small steps", self.ok("article", "show", articles[0]["id"]).out)
        self.fails(3, "article", "show", "prompt.play.tiny-museum")
        self.fails(3, "article", "list", "--about", "weather")

    def test_climbs_no_higher_than_the_ceiling(self):
        rungs = self.json("ladder", "list")
        self.assertEqual({rung["category"] for rung in rungs}, {"beside", "hands", "arms", "faces"})
        self.ok("comfort", "set", "touch", "6")
        self.assertEqual(max(rung["comfort"] for rung in self.json("ladder", "list")), 4, "what is for adults stays hidden")
        self.ok("comfort", "set", "touch", "0")
        self.assertEqual({rung["comfort"] for rung in self.json("ladder", "list")}, {0})
        self.assertIn("steps", self.json("ladder", "show", rungs[0]["id"])[0])

    def test_begins_gently(self):
        starts = self.json("say", "starts")
        self.assertEqual(len(starts), 100)
        self.assertEqual(len(self.json("say", "starts", "--theme", "phones")), 10)
        for start in starts:
            self.has_fields(start, "harsh text feeling fact need request")
        self.assertIn("Not: ", self.ok("say", "starts", "--theme", "money").out)
        self.fails(3, "say", "starts", "--theme", "weather")

    def test_follows_a_programme(self):
        self.assertIsNone(self.json("programme", "show")["programme"])
        begun = self.json("programme", "start", "four-first-steps")
        self.assertEqual((begun["day"], begun["days"], begun["done_today"]), (1, 28, False))
        done = self.json("programme", "done")
        self.assertEqual((done["day"], done["done_today"]), (2, True))
        self.assertEqual(self.json("programme", "pass")["day"], 3)
        self.assertTrue(self.json("programme", "pause")["paused"])
        self.assertFalse(self.json("programme", "resume")["paused"])
        self.assertIn("Four first steps", self.ok("programme", "show").out)
        self.assertIsNone(self.json("programme", "stop")["programme"])
        self.fails(3, "programme", "done")


if __name__ == "__main__":
    main()
