#include "core/talk/speech_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kindling::talk {
namespace {

using WordClass = std::pair<std::string_view, std::string_view>;

constexpr auto kClasses = std::to_array<WordClass>({
    // After these a clause may start as if it were the first: "oh, whatever", "and calm down".
    {"interjection", "oh well and but so ok okay yeah yes no honestly just ugh god look then or seriously fine"},
    {"adv",
     "really literally honestly just even also still simply clearly obviously actually basically fucking bloody damn "
     "so "
     "totally seriously probably apparently frankly truly ever once again definitely certainly goddamn pretty soon "
     "almost all kind of very too quite"},
    {"intense",
     "so such a an the most very really just too being acting getting a bit little always absolutely completely "
     "totally "
     "fucking bloody damn pretty quite still incredibly unbelievably extremely nothing but all kind of an becoming "
     "utterly also even honestly simply as worse"},
    {"family",
     "mother father mom mum dad mommy daddy sister brother ex parents family grandmother grandfather mama papa uncle "
     "aunt sibling siblings"},
    {"partner",
     "husband wife partner boyfriend girlfriend husbands wives partners boyfriends girlfriends spouse spouses man "
     "woman "
     "fiance bf gf"},
    {"people",
     "couples people men women husbands wives partners girlfriends boyfriends guys families dads fathers mums mothers "
     "moms parents girls"},
    {"kids", "kids children child son daughter baby boys girls"},
    {"insult",
     "lazy selfish stupid dumb useless pathetic ridiculous childish immature ignorant arrogant cold cold-hearted "
     "self-centred self-centered self-absorbed self-obsessed egoistic egotistical narcissistic mean rude cruel "
     "heartless inconsiderate "
     "thoughtless careless insensitive unreliable irresponsible stubborn difficult impossible hopeless incompetent "
     "boring "
     "needy clingy dramatic crazy insane mental psycho hysterical paranoid controlling toxic disgusting gross fat ugly "
     "worthless weak cowardly ungrateful spoiled spoilt messy filthy dirty nasty bitter petty absurd unbearable "
     "annoying "
     "embarrassing demanding manipulative fake dishonest moody grumpy unfair unreasonable idiotic moronic dense "
     "clueless "
     "oblivious sloppy stingy uptight frigid lousy terrible awful horrible negative aggressive forgetful disorganised "
     "disorganized chaotic passive-aggressive hypocritical two-faced impatient unromantic unloving judgmental "
     "judgemental bossy defensive emotionless helpless naive dull dishonourable superficial vain greedy slow nuts "
     "insufferable exhausting cheap hateful vile obnoxious condescending patronising "
     "patronizing sarcastic cynical secretive sneaky vindictive spiteful possessive uncaring unkind unsupportive "
     "indifferent "
     "absent closed-off tactless disrespectful dismissive predictable unbelievable scatterbrained clumsy jealous"},
    {"insulter",
     "child baby idiot moron jerk asshole arsehole bastard bitch pig slob liar loser coward brat hypocrite narcissist "
     "egoist egomaniac psycho drama queen fool joke disgrace failure disappointment nightmare nag bully control freak "
     "dick prick cow cheapskate miser doormat robot monster cheater workaholic teenager toddler mess burden pain "
     "parasite snob dumbass kid control-freak couch-potato know-it-all"},
    {"good",
     "happy smile laugh giggle grin blush safe loved better calm good special beautiful proud warm alive strong seen "
     "heard understood important wanted wonderful great amazing complete whole lucky grateful glad relaxed comfortable "
     "welcome young sexy cherished cared appreciated home peaceful hopeful brave kind sweet funny lovely best "
     "confident "
     "queen king princess million believe feel-good melt want-more coffee tea breakfast dinner soup lunch"},
    {"praise",
     "kind good great sweet lovely patient beautiful handsome funny generous thoughtful brave strong smart clever warm "
     "wonderful amazing gorgeous cute helpful gentle caring loving supportive amazing talented perfect right welcome "
     "there calm adorable considerate understanding best favourite favorite first nice honest fair fun cheerful"},
    {"love", "love adore like appreciate enjoy treasure admire cherish loved liked"},
    {"aux", "do did have had are were will would can could is was has does should"},
    {"complaining",
     "nagging whining complaining crying shouting yelling interrupting lying criticising criticizing arguing blaming "
     "ignoring forgetting leaving avoiding breaking pushing bringing changing telling acting treating playing looking "
     "making being pretending staring scrolling drinking spending controlling judging correcting mocking teasing "
     "bothering moaning sulking overreacting exaggerating doing saying talking using wasting pressuring comparing "
     "twisting hiding twisting dodging promising losing putting"},
    {"complain",
     "nag whine complain cry shout yell interrupt lie criticise criticize argue blame ignore forget leave avoid break "
     "push bring act treat make pretend judge mock moan sulk overreact exaggerate waste hide refuse start ruin spoil "
     "turn hurt disappoint cancel snap"},
    {"order",
     "stop change learn listen help put grow control start apologise apologize admit understand realise realize decide "
     "choose clean tidy treat respect quit lose pull step show talk act communicate prioritise prioritize deal sort "
     "fix "
     "shut behave care appreciate chill focus lighten accept"},
    {"told",
     "told called asked known helped said done listened thought remembered been waited cleaned left texted warned paid "
     "checked apologised apologized come tried written picked booked cooked noticed understood"},
    {"violence",
     "hit hits punch punched slap slapped kick kicked choke choked strangle strangled beat shove shoved push pushed "
     "bit "
     "burn burned spat smack smacked grabbed grab hurting beating hitting slapping choking threw"},
    {"them", "you he she they him her my our husband wife partner boyfriend girlfriend"},
    {"abuser", "you he she they husband wife partner boyfriend girlfriend"},
    {"abused", "you him her them husband wife partner boyfriend girlfriend"},
    {"afraid", "scared afraid frightened terrified fearful"},
    {"angry", "angry mad drunk furious shouting yelling drinking upset jealous rage"},
    {"we-do",
     "talk go do have spend see eat laugh kiss cuddle touch make get sit meet connect hang hold cook agree finish say "
     "just really even ever hug sleep travel dance share discuss leave try celebrate plan speak any anything do"},
    {"we-talk", "talk speak laugh kiss cuddle touch hug connect go spend have sit do share see sleep meet hold"},
});

}  // namespace

std::string_view words_of_class(std::string_view name) noexcept {
  const auto* const found =
      std::find_if(kClasses.begin(), kClasses.end(), [&](const WordClass& entry) { return entry.first == name; });
  return found == kClasses.end() ? std::string_view{} : found->second;
}

}  // namespace kindling::talk
