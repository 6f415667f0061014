#include <array>

#include "core/talk/speech_rules.hpp"

namespace kindling::talk {
namespace {

using enum HarshKind;

constexpr Said kPause{"I'm getting overwhelmed, and I'd like a short break before we go on",
                      "Could we come back to it in half an hour?"};
constexpr Said kUnderstand{"I can see that this matters to you, and I'd like to understand it",
                           "Would you tell me more about it?"};

constexpr auto kRules = std::to_array<HarshRule>({
    // What isn't done, said as a verdict.
    {always_never, "i @adv* never ..4 from you"},
    {always_never,
     "you used to @adv* care|love|kiss|hold|call|text|listen|look|talk|want|touch|try|surprise|make|bring "
     "me|my|your|after|to|at|us|$"},
    {always_never, "every time i|we ..7 you @adv* @complain|walk|get|look|say|change|roll|go|find|give|do"},
    {always_never, "i always come last|second"},
    {always_never, "you put me|us last"},
    {always_never, "i @adv* do|did all|most of? the"},
    {blame, "you @adv* do|will not @adv* talk|speak|listen to me|us"},
    {blame,
     "you @adv* do|will not @adv* talk|listen|help|try|change|answer|cook|clean "
     "$|any|hard|me|out|around|at|with|about"},
    {blame, "you @adv* do|will not @adv* touch|kiss|hug|hold|look ..1 me|my"},
    {blame,
     "you @adv* do|will not @adv* ask|tell|share|show|give|spend|make|put "
     "me|about|how|anything|any|time|enough|effort|an|affection|interest|in"},
    {blame, "you @adv* do|will not @adv* answer|call|text|message me|my|back"},
    {blame, "you @adv* do|will not @adv* admit|stop|open|apologise|apologize|compromise|lift|contribute|bother|fight"},
    {blame, "you can not @adv* be bothered|trusted|alone"},
    {blame,
     "you can not @adv* keep|go|sit|put|say|get|remember|resist|control|accept "
     "a|your|one|five|without|two|off|sorry|anything|yourself|being"},
    {blame, "you were the @adv* one who|that"},
    {blame, "you @adv* left|leave me standing|sitting|waiting|there|hanging|stranded"},
    {blame, "you owe me"},
    {blame, "you do not deserve"},
    {blame, "after everything|all i do|did|have|gave"},
    {blame, "you have changed $|so|and|since"},
    {blame, "you @adv* let your|them|him|her ..2 run|walk|come|treat|talk|decide|ruin"},
    {blame, "you only @adv* call|talk|touch|kiss|come|help|listen|say|hug ..3 when|if|because"},
    {blame, "you only @adv* came|did|do|said|called|married|helped|stay|stayed ..3 because|when|if|so"},

    // Questions.
    {why_dont_you, "why can|could|do|should i @adv* never|not"},
    {why_dont_you, "what is so|that @adv* hard|difficult|complicated|funny about|$"},
    {why_dont_you, "how much longer|more do|must|am i"},
    {why_dont_you, "how many more times"},
    {why_dont_you, "how am i supposed"},
    {why_dont_you, "who do you think @adv* does|pays|cleans|cooks|washes|is"},
    {why_dont_you, "what do you even do|want"},
    {why_dont_you, "what were you @adv* thinking"},
    {why_dont_you, "what did you do|say|buy|break this|now|again"},
    {why_dont_you, "what is your excuse"},
    {why_dont_you, "where is the|my|your thanks|respect|effort"},
    {why_dont_you, "when was|is the last time you"},

    // Comparison.
    {comparison, "your|my @family|friend|friends|colleague|boss @adv* would @adv* never|always|at|have"},
    {comparison, "than you @adv* do|did|ever"},
    {comparison,
     "'s @partner @adv* "
     "brings|buys|takes|cooks|cleans|helps|surprises|plans|makes|gets|writes|calls|sends|treats|listens|does|remembers|"
     "gives her|him|every|all|always|flowers|the|at|them"},
    {comparison, "normal|real|decent|other @people @adv* do|would|talk|help"},
    {comparison, "you are not the @adv* @partner|person|same ..1 i|that|anymore|any|$"},

    // Insult.
    {insult, "@insult thing to do|say"},
    {insult, "even for you"},
    {insult, "be a man"},
    {insult, "^ man up"},
    {insult, "act your age"},
    {insult, "use your brain|head"},
    {insult, "you call yourself"},
    {insult, "you have the|a @adv* emotional|memory|attention|manners|brain|mind"},
    {insult, "you are @adv* married to your"},
    {insult, "you are @adv* not @adv* helping|there|trying|capable|man|woman|funny|even"},
    {insult, "you are @adv* one to talk"},
    {insult, "you are @adv* lucky that? i"},
    {insult, "you are @adv* always? the same"},

    // Mind-reading.
    {mind_reading, "you @adv* do not @adv* want this|it|things|our|anything to|from"},
    {mind_reading, "all that matters to you"},
    {mind_reading, "the only thing|person|one you @adv* care|think|want|talk|love|listen|see"},
    {mind_reading, "you could not wait"},
    {mind_reading, "you @adv* think ..5 itself|themselves|magic|trees|funny|okay|normal|enough"},
    {mind_reading, "you @adv* find it @adv* funny|normal|okay"},
    {mind_reading, "you @adv* hope|wish i|that i @adv* would|was|were|am|leave|fail|give"},
    {mind_reading, "you @adv* just? do not @adv* get it"},
    {mind_reading, "i know @adv* what|that you are @adv* doing|thinking|up|lying|hiding|cheating"},
    {mind_reading, "you were @adv* never interested|serious|there"},
    {mind_reading, "you @adv* are|were @adv* ashamed|tired|sick|bored of|with|by me|us|this"},
    {mind_reading, "you @adv* have no @adv* interest|feelings|respect|intention|love|desire|time|patience"},

    // Threat.
    {threat, "one more ..3 and|then"},
    {threat, "and|then i am @adv* gone $"},
    {threat, "i am @adv* out of here|this"},
    {threat,
     "find someone|somebody @adv* who @adv* appreciates|loves|wants|cares|treats|respects|listens|will|does|values"},
    {threat, "do not be surprised if|when"},
    {threat, "do not expect me|us|anything|any"},
    {threat, "you will lose me|us|everything"},
    {threat, "you are @adv* going to lose|regret|be|end me|it|us|this|alone|sorry|up"},
    {threat, "you are losing me|us"},
    {threat, "i can live without you"},
    {threat, "i am @adv* better off"},
    {threat, "i would be @adv* better|happier off|without|alone"},
    {threat, "i should @adv* leave you"},
    {threat, "maybe i should @adv* just? leave|move you|out|$"},
    {threat, "i can not @adv* live|go|talk|deal|reason like|on|with|to you|this|like"},
    {threat, "i can not live|go|deal|stand with|on|like|it this|you|anymore|any"},
    {threat, "this is|was a mistake"},

    // Contempt.
    {contempt, "^ so now you", kPause},
    {contempt, "^ now you @adv* want|are|care|remember", kPause},
    {contempt,
     "^ sure|fine|right|yes , go|blame|do|be|have|it|walk|run|whatever|then|keep ..2 "
     "ahead|me|my|your|it|away|again|way|that|like",
     kPause},
    {contempt, "go ahead , ignore|leave|walk|blame|laugh|run", kPause},
    {contempt, "you can not be serious"},
    {contempt, "^ relax , it|you|do|i", kUnderstand},
    {contempt, "it was just|only a joke", kUnderstand},
    {contempt, "can you not @adv* take a"},
    {contempt, "for god|heaven|christ|fuck|goodness|pete 's sake", kPause},
    {contempt, "^ what is the point", kPause},
    {contempt, "why bother|even", kPause},
    {contempt, "look who is talking|finally|here|decided"},
    {contempt, "that is rich"},
    {contempt, "speak for yourself"},
    {contempt, "mind your own"},
    {contempt, "nobody asked you"},
    {contempt, "i do not care @adv* what|how|about|if|whether you @adv* think|feel|say|want"},
    {contempt, "not rocket science"},
    {contempt, "it is not so|that @adv* hard|difficult|complicated"},
    {contempt, "you win"},
    {contempt, "happy now"},
    {contempt, "treat|treats ..3 like a hotel|maid|servant|child|stranger"},
    {contempt,
     "i am @adv* just|only|not|nothing your|a|but ..2 "
     "maid|cook|wallet|servant|roommate|flatmate|babysitter|cleaner|driver|taxi"},
    {contempt, "no wonder ..4 you|your|with"},
    {contempt, "i knew you would @adv* forget|say|do|blame|mess|be|not|never|let"},
    {contempt, "what a surprise , you"},
    {contempt, "nice of you to @adv* show|join|turn|come|finally"},
    {contempt, "took you long enough"},
    {contempt, "do not bother $|explaining|asking|lying|coming"},
    {contempt, "save it|your $|excuses|breath"},
    {contempt, "another|more|your @insult? excuse|excuses"},
    {contempt, "i have heard it|that all|a|before"},
    {contempt, "hello , is anyone|anybody"},
    {contempt, "earth to"},
    {contempt, "^ stop lying|it|pretending"},
    {contempt, "you are @adv* lying|full|unbelievable|imagining|impossible"},

    // Demand.
    {demand, "you ought|need|have to be @adv* ashamed|grateful|more|less|glad"},
    {demand, "i should not have to"},
    {demand, "you should @adv* know|already @adv* know|by"},
    {demand, "you should @adv* want"},
    {demand, "^ do not walk|turn|run away|your"},
    {demand, "^ get up|out|off|lost"},
    {demand, "^ just do it|what|as|your|something"},
    {demand, "^ do something|your|it $|share|job|part|now|yourself"},
    {demand, "^ show|have some respect|decency|interest|manners"},
    {demand, "^ make up your mind"},
    {demand, "^ pull yourself"},
    {demand, "^ get your act|ass|priorities"},
    {demand, "you are not going|allowed out|anywhere"},
    {demand, "you have to choose|decide"},
    {demand, "it is @adv* me or"},
});

}  // namespace

std::span<const HarshRule> everyday_rules() noexcept { return kRules; }

}  // namespace kindling::talk
