// Mara's check-ins, fourteen weeks of them.
#include "app/demo/demo_life.hpp"

namespace kindling::demo {
namespace {

constexpr Share kMood = Share::mood;
constexpr Share kAll = Share::all;

constexpr std::array<WeekOfCheckIns, kWeeks> kCheckIns{{
    {{
        {2140, 1, -1, "tired,content", "Jon made the soup with too much lime again. I had two bowls."},
        {1805, 1, 1, "calm"},
        {2115, 2, 2, "playful,close", "Twenty lengths, and we raced the last one. He says I pushed off early. I did.",
         "", kMood},
        {2130, 0, -2, "tired", "We watched half of something and neither of us could say which half."},
        {2050, 2, 0, "close", "Started the lighthouse puzzle. A thousand pieces, nine hundred of them sea."},
        {1030, 2, 1, "at ease"},
        {2015, 1, 0, "calm", "An hour on the phone with Mum. Jon put down a tea at minute ten and another at forty."},
    }},
    {{
        {755, 0, -1, "sleepy"},
        {2120, 1, 0, "content", "The kitchen lamp flickers whenever the fridge starts. Jon calls it mood lighting."},
        {},
        {2135, 1, 1, "hopeful",
         "They gave me the new bus timetable, all forty-one routes. Told Jon on the stairs because I "
         "couldn't wait for the door."},
        {2110, 2, 0, "close,silly", "The edge of the puzzle is done. We argued about whether a gull counts as sky."},
        {1210, 3, 2, "playful", "", "", kMood},
        {1930, 1, -1, "calm", "Pancakes at noon, dishes at seven. A good proportion."},
    }},
    {{
        {2135, 0, -2, "tired"},
        {2100, 1, 0, "curious",
         "He explained dovetail joints with two slices of toast. I followed every step and then we "
         "ate the model."},
        {2125, 2, 1, "at ease"},
        {1820, 1, 0, "content"},
        {2140, 1, -1, "tired,close",
         "Both flat as envelopes. We lay on the rug with the radio on and that was the evening."},
        {1540, 4, 2, "playful,close",
         "Flea market. We own a brass duck now. Nobody knows what it's for, so it "
         "qualified. 🦆",
         "", kAll},
        {2000, 2, 0, "calm"},
    }},
    {{
        {2130, 1, 0, "content", "His second-years finished their chairs. One of them rocks. It wasn't meant to."},
        {2115, 0, -1, "restless", "", "a walk without a destination"},
        {2120, 2, 1, "close"},
        {2150, 1, -1, "grateful", "Came home to a charged phone, a clean pan and no remark about either."},
        {2055, 2, 1, "curious,close"},
        {},
        {1845, 2, 1, "silly",
         "Folded the fitted sheet by following a video. The duck watched. It took all three of us."},
    }},
    {{
        {805, 1, 0, "calm"},
        {2110, 1, -1, "tired"},
        {2130, 2, 2, "proud", "Thirty lengths. Jon held the watch and a banana."},
        {2140, 0, -1, "irritable",
         "Snapped about the wet towel. He hung it up, then hung mine up too, slowly, like a "
         "butler."},
        {2155, 1, 0, "close",
         "The puzzle is finished except for one piece, exactly where the light should be. We "
         "searched the sofa down to its bones."},
        {1120, 2, 1, "at ease"},
        {2020, 2, 0, "grateful", "", "", kMood},
    }},
    {{
        {},
        {2125, 2, 1, "hopeful", "Route 9 works out to the minute. I drew it for Jon in the steam on the mirror."},
        {2115, 2, 1, "calm"},
        {1840, 2, 0, "tender",
         "He was asleep on the stairs with one boot off when I got in. I sat down next to him for a "
         "while."},
        {2230, 4, 2, "close,playful", "Ramen at the counter. We never ran out of things to say, only of noodles.", "",
         kAll},
        {1300, 3, 1, "content"},
        {1950, 2, 0, "calm",
         "Otto from downstairs stayed the afternoon. Eleven kilos of dachshund on one pair of feet."},
    }},
    {{
        {2150, 0, -1, "worried",
         "Four weeks until the timetable goes live, and the depot wants the breaks moved. All of "
         "them."},
        {2140, 1, -1, "tired"},
        {2120, 1, 1, "at ease"},
        {2130, 0, -1, "worried", "Jon's dad says the stairs have got steeper. He laughed more than either of us did."},
        {},
        {1710, 1, 0, "content", "Carried a bookcase up three floors. There's a tape measure we could have used first."},
        {2010, 0, -1, "restless"},
    }},
    {{
        {2210, -1, -1, "worried",
         "His dad fell in the hall. It's the hip. Jon drove over with his work apron still on.", "", kMood},
        {2320, -2, -2, "worried,tired",
         "The operation went all right. We ate crackers over the sink without turning the "
         "lamp on."},
        {2140, -1, -2, "tired"},
        {2215, -2, -2, "lonely,tired", "He's back after ten and I'm out before seven. We are two notes on a fridge.",
         "ten minutes with the lights on"},
        {2150, -2, -1, "irritable", "We had words about the dishwasher. It wasn't about the dishwasher."},
        {},
        {2040, -1, -2, "heavy",
         "Hospital in the morning. His dad asked whether we were eating. We both said yes in the "
         "same breath."},
    }},
    {{
        {2145, -2, -2, "tired,distant"},
        {2220, -3, -2, "lonely", "Said I was fine three times today. Nobody checked, me included."},
        {2130, -1, -2, "tired", "", "to be asked twice"},
        {2155, -2, -1, "irritable,worried",
         "The depot turned the breaks down again. I was short with Jon while he stood "
         "in a hospital car park."},
        {2120, -1, -1, "sorry",
         "Wrote to him that I was sorry, with the reason. He rang from the car just to breathe at "
         "me for a bit."},
        {1830, 0, 0, "tender",
         "Walked along the canal. Each of us got to talk for a whole bridge without the other "
         "fixing anything.",
         "", kAll},
        {2000, 0, -1, "relieved", "Slept until ten. Then made a list: who cooks, who drives, who gets to be useless."},
    }},
    {{
        {2130, 0, -1, "tired,hopeful"},
        {2140, 1, 0, "relieved", "His dad climbed four stairs with a physio he calls the sergeant."},
        {2110, 1, 1, "close", "Back in the pool after three weeks. Slow lane, side by side."},
        {1815, 1, 0, "calm"},
        {2135, 2, -1, "tender,close",
         "Asked each other which hour had been the hard one. It was the same one: the drive "
         "home."},
        {1240, 1, 0, "content"},
        {1940, 2, 0, "grateful", "First pancakes since the fall. Jon burned one for luck, as is the law.", "", kMood},
    }},
    {{
        {1950, 1, 1, "nervous,hopeful",
         "The timetable is live. Nothing caught fire. A man at stop 14 said 'oh, that's "
         "earlier' and sounded pleased."},
        {2120, 2, 0, "relieved"},
        {2115, 2, 1, "at ease"},
        {},
        {2130, 2, 0, "close"},
        {1620, 4, 2, "proud,close",
         "Rode the 9 to its last stop. Jon thanked the driver on my behalf, at some length. "
         "🚌",
         "", kAll},
        {2030, 2, 0, "calm"},
    }},
    {{
        {2140, 1, -1, "tired"},
        {2115, 2, 1, "silly",
         "Moved the sofa to hoover, and there it was under the back leg: the lighthouse's light, "
         "being a light all this time."},
        {2100, 1, 0, "calm"},
        {2130, 2, 0, "grateful", "Jon heard me sigh at the tax form and just brought his own chair over."},
        {2150, 2, 0, "close"},
        {1430, 3, 2, "playful", "His dad beat us both at cards with a walking stick hooked over the table edge."},
        {2010, 2, 0, "content"},
    }},
    {{
        {2130, 1, 0, "calm", "Mended the kitchen lamp at last. It turns out we both liked the flicker."},
        {1810, 1, -1, "tired"},
        {2120, 2, 1, "at ease",
         "The pool is being retiled, so we walked around the outside of it, twice, in the spirit "
         "of the thing."},
        {2135, 2, 0, "tender", "He leaves the hall light on when I'm late. I can see it from the corner.", "", kMood},
        {2145, 3, 1, "close,playful"},
        {},
        {2005, 2, 1, "content", "Otto again. He has chosen Jon's slippers and we've chosen not to mention it."},
    }},
    {{
        {2130, 2, 0, "calm", "Jon hummed the whole way through the washing-up. I switched the radio off to hear it."},
        {2120, 1, 0, "tired,content", "Three meetings. Took the long way home and came in as somebody nicer."},
        {2115, 2, 1, "hopeful"},
        {2140, 2, 0, "close", "We have agreed on thirty dumplings each. Privately we're both planning on forty. 🥟"},
        {2130, 3, 1, "playful,close"},
        {1200, 2, 1, "at ease", "Market. Jon haggled over a lettuce, lost, and tipped the man."},
        {1950, 2, 0, "calm"},
    }},
}};

}  // namespace

std::span<const WeekOfCheckIns, kWeeks> check_ins() noexcept { return kCheckIns; }

// The fall and the depot: see above.
bool is_hard_week(int weeks_ago) noexcept { return weeks_ago == 5 || weeks_ago == 6; }

}  // namespace kindling::demo
