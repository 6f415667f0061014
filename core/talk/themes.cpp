#include "core/talk/themes.hpp"

#include <array>

namespace kindling::talk {
namespace {

// The order decides where two themes have as many words.
constexpr auto kThemes = std::to_array<Theme>({
    {"phone phones screen scrolling scroll instagram facebook tiktok game games gaming tv laptop playstation xbox "
     "netflix computer tablet console youtube videos app apps fortnite series football",
     "I miss having your attention", " when a screen is between us", "",
     "Could we have some time tonight with the screens away?"},
    {"listen listens listening listened hear heard interrupt interrupts interrupting attention ignore ignores ignored "
     "ignoring understand understanding wall finish",
     "I don't feel heard", " right now", ", and I'd love to",
     "Could we sit down tonight and really listen to each other?"},
    {"touch touches touched touching hug hugs kiss kisses cuddle cuddles sex intimate intimacy affection affectionate "
     "hold holding romantic close closeness attracted",
     "I miss feeling close to you", "", ", at whatever pace is good for us both",
     "Could we talk about what would feel good to both of us?"},
    {"dishes dish clean cleans cleaning cleaned tidy mess messy messes laundry cook cooks cooking kitchen bathroom "
     "bins bin trash rubbish garbage socks vacuum housework chores household wash washing washed plate plates "
     "dishwasher groceries towel towels clothes house sink floor iron ironing dirty lazy help helps around everything",
     "I feel worn out", " by all there is to do at home", ", and I'd love us to share it",
     "Could we look together at who does what?"},
    {"kids kid children child son daughter baby homework bedtime school nappies diapers daycare nursery parent",
     "I feel stretched thin", " with the children", ", and I'd love us to share it",
     "Could we plan the week with the children together?"},
    {"time together date dates weekend weekends evening evenings out anywhere holiday holidays vacation trip travel "
     "dinner restaurant walk sundays saturday sunday nights night friends away home couple fun",
     "I miss spending time with you", "", ", just the two of us", "Could we pick an evening this week just for us?"},
    {"money spend spent bills bill pay pays paid buy buys buying bought bank budget debt rent expensive savings salary "
     "account loan cash euros dollars pounds",
     "I feel uneasy", " about money", ", and I'd like us to be a team on it",
     "Could we look at it together this weekend?"},
    {"late on-time waiting wait waited nine ten midnight punctual hurry missed train delay", "I get tense",
     " when I'm waiting or we run late", ", and a short message would help me",
     "Could you send me a message when it gets late?"},
    {"remember remembered remembers forget forgets forgot forgotten birthday anniversary remind reminder reminded "
     "promise promised promises",
     "I feel a little forgotten", " when something that matters to me slips by", "",
     "Could we put the things that matter in our calendar together?"},
    {"call calls called text texts texted texting message messages reply write answer ring respond reach",
     "I love hearing from you", "", ", and I miss it", "Could you send me a line now and then during the day?"},
    {"talk talks talking talked speak share feelings conversation conversations open opens discuss communicate chat "
     "ask asks asked asking",
     "I miss talking with you", "", ", about the small things and the big ones",
     "Could we take half an hour tonight, just to talk?"},
    {"work works working job office boss overtime career colleagues business meetings emails shift shifts",
     "I miss you", " when work takes up so much", ", and I'd love a bit more of you",
     "Could we keep one evening this week free of work?"},
    {"thank thanks appreciate appreciated notice notices noticed compliment compliments grateful praise nice enough "
     "granted recognise acknowledge",
     "I long to feel appreciated", "", ", even with a few words",
     "Could we each say one thing tonight that we're thankful for?"},
    {"mother father mum mom dad sister brother parents in-laws family mother-in-law father-in-law side cousins",
     "I feel alone", " when it comes to our families", ", and I'd love to feel that we're a team",
     "Could we talk about how we handle it together?"},
    {"decide decides decision decisions choose plans plan opinion rules", "I feel left out", " when we decide things",
     ", and I'd like us both to count", "Could we decide the next one together?"},
    {"fight fights fighting argue argues arguing argument arguments shout shouting yell yelling scream drama moods "
     "mood temper quarrel angry tone voice",
     "I feel sad", " when we argue", ", and I'd like us to be gentle with each other",
     "Could we take a short break and try again more calmly?"},
    {"respect front laugh embarrass embarrassed humiliate humiliated criticise criticize judge mock joke insult "
     "sarcastic disrespect",
     "I feel hurt", " by the way we talk to each other", ", and I'd like us to be gentler",
     "Could we start again, a little more gently?"},
});

constexpr auto kFeelings = std::to_array<NamedFeeling>({
    {"invisible unseen ignored", "I feel invisible"},
    {"angry mad furious", "I feel angry"},
    {"crazy insane nuts nerves exhaust exhausting exhausted tired", "I feel worn out"},
    {"stupid small dumb ridiculous embarrass embarrassed embarrassing humiliated", "I feel small"},
    {"worthless useless nothing matter", "I feel as if I don't matter"},
    {"guilty bad", "I feel guilty"},
    {"sad cry miserable unhappy depressed", "I feel sad"},
    {"lonely alone", "I feel lonely"},
    {"unloved unwanted rejected", "I feel unwanted"},
    {"ugly unattractive", "I feel unattractive"},
    {"anxious nervous stress stressed stressing", "I feel anxious"},
    {"jealous insecure", "I feel insecure"},
    {"unappreciated", "I feel unappreciated"},
});

constexpr Theme kNoticed{{},
                         "There's something on my mind",
                         "",
                         ", and I'd like to tell you how I feel about it",
                         "Is now a good moment to talk about it?"};
constexpr Theme kHurt{
    {}, "I feel hurt", " right now", ", and I'd like you to know", "Could we talk about what happened?"};
constexpr Theme kCompared{{},
                          "I'm longing for something between us",
                          "",
                          ", and I'd like to tell you what it is",
                          "Could we talk about what we'd both like more of?"};
constexpr Theme kUpset{
    {}, "I'm upset", " right now", ", and I don't want to hurt you", "Could we talk about what happened?"};
constexpr Theme kGuessing{{},
                          "I feel unsure of how you see it",
                          "",
                          ", and I'd like to hear it from you",
                          "Would you tell me how it is for you?"};
constexpr Theme kDesperate{{},
                           "I feel desperate about us",
                           " right now",
                           ", and I don't want it to be like this",
                           "Could we talk about what we both need?"};
constexpr Theme kOverwhelmed{{},
                             "I feel overwhelmed",
                             " right now",
                             ", and I'd like us to understand each other",
                             "Could we take a short break and come back to this?"};
constexpr Theme kAsking{{},
                        "It would mean a lot to me to find a way together",
                        "",
                        "",
                        "Could we talk about what would work for both of us?"};
constexpr Theme kFrustrated{{},
                            "I feel frustrated",
                            " about how this went",
                            ", and I'd like us to look at it together",
                            "Could we look at what would help next time?"};

}  // namespace

std::span<const Theme> themes() noexcept { return kThemes; }
std::span<const NamedFeeling> named_feelings() noexcept { return kFeelings; }

const Theme& wording_of_kind(HarshKind kind) noexcept {
  switch (kind) {
    case HarshKind::you_make_me: return kHurt;
    case HarshKind::comparison: return kCompared;
    case HarshKind::insult: return kUpset;
    case HarshKind::mind_reading: return kGuessing;
    case HarshKind::threat: return kDesperate;
    case HarshKind::contempt: return kOverwhelmed;
    case HarshKind::demand: return kAsking;
    case HarshKind::blame: return kFrustrated;
    case HarshKind::always_never:
    case HarshKind::why_dont_you:
    case HarshKind::safety: break;
  }
  return kNoticed;
}

}  // namespace kindling::talk
