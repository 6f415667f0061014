"""What notifications say and when they wait, by the command line; planning as `upcoming` tells it."""

from harness import CliTest, main


class NotificationsTest(CliTest):
    def test_are_neutral_unless_chosen(self):
        shown = self.json("notifications", "show")
        self.has_fields(shown, "id words when_locked after_quiet home_zone")
        self.assertEqual([shown[name] for name in ("words", "when_locked", "after_quiet", "home_zone")], ["neutral", "show", "drop", None])
        changed = self.json("notifications", "set", "--words", "full", "--when-locked", "wait", "--after-quiet", "digest", "--travel", "stay")
        self.assertEqual([changed[name] for name in ("words", "when_locked", "after_quiet", "home_zone")],
                         ["full", "wait", "digest", "Europe/Berlin"])
        self.assertIsNone(self.json("notifications", "set", "--travel", "follow")["home_zone"])
        self.assertEqual(self.json("notifications", "show")["words"], "full")
        self.assertEqual(self.json("undo")["name"], "change settings")

    def test_refuse_what_they_cannot_do(self):
        self.fails(4, "notifications", "set", "--words", "loud")
        self.fails(4, "notifications", "set", "--when-locked", "never")
        self.fails(4, "notifications", "set", "--travel", "Europe/Nowhere")

    def test_what_falls_into_the_night_comes_in_the_morning_where_that_is_wished(self):
        self.json("quiet", "set", "22:00-07:00")
        self.json("reminder", "add", "Check the door", "--at", "23:00", "--repeat", "FREQ=DAILY")
        self.assertEqual(self.json("upcoming", "--days", "1"), [])
        self.json("notifications", "set", "--after-quiet", "digest")
        coming = self.json("upcoming", "--days", "1")
        self.assertEqual([one["at"] for one in coming], ["2026-11-23T07:00:00+01:00"])

    def test_reminders_stay_at_home_where_that_is_wished(self):
        self.json("reminder", "add", "Call home", "--at", "18:00", "--repeat", "FREQ=DAILY")
        away = ("--zone", "America/New_York")
        self.assertEqual(self.json("upcoming", "--days", "1", *away)[0]["at"], "2026-11-22T18:00:00-05:00")
        self.json("notifications", "set", "--travel", "stay")
        self.assertEqual(self.json("upcoming", "--days", "1", *away)[0]["at"], "2026-11-22T12:00:00-05:00")


if __name__ == "__main__":
    main()
