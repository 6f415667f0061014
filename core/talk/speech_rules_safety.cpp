#include <array>

#include "core/talk/speech_rules.hpp"

namespace kindling::talk {
namespace {

using enum HarshKind;

constexpr auto kRules = std::to_array<HarshRule>({
    // Fear.
    {safety, "am|was|feel|feeling|been|being|are|is|got|get|getting @adv* @afraid of @abused"},
    {safety, "am|was|feel|feeling|been|being|are|is|got|get|getting @adv* @afraid of my @partner"},
    {safety,
     "am|was|feel|feeling|been|are|is @adv* @afraid of|about what you|he|she|they ..1 do|will|might|would|could|can"},
    {safety, "@afraid of making @abused ..1 angry|mad|explode"},
    {safety, "feel|felt|feeling unsafe"},
    {safety, "@afraid of your|his|her temper|anger|moods|reaction|reactions|rage|outbursts|fists"},
    {safety, "@afraid to come|go|be|sleep home|back|alone|in|next|near|around ..2"},
    {safety, "@afraid to leave|disagree|breathe|move|refuse"},
    {safety, "@afraid to say|tell no|@abused no|$"},
    {safety,
     "@afraid when you|he|she|they ..2 @angry|shout|yell|drink|scream|punch|throw|rage|lose|slam|smash|raise|come"},
    {safety, "@afraid ..4 when you|he|she|they ..3 @angry|shout|yell|drink|scream|punch|throw|rage"},
    {safety, "@afraid that? you|he|she will|might|would|could|are|going ..2 kill|hurt|hit|beat|punch|do|hurting|harm"},
    {safety, "you|he|she @adv* scare|scares|frighten|frightens|terrify|terrifies me|us|the"},
    {safety, "do not feel @adv* safe with|around|near|at|in|when you|home|him|her|our|my|here"},
    {safety, "do not feel @adv* safe here|any"},
    {safety, "fear|feared for my|our|the life|safety|kids|children"},
    {safety, "walk|walking on eggshells"},
    {safety, "living|live in fear"},

    // Violence.
    {safety, "@abuser @adv* @violence me|us"},
    {safety, "@abuser @adv* @violence the|my|our kids|children|dog|son|daughter|cat|baby"},
    {safety,
     "@abuser @adv* always|never|sometimes|often|just|have|has|had|keep|keeps|almost|nearly|used|start|started to? "
     "@adv* @violence me|us|the|my"},
    {safety, "@abuser ..1 @violence me|us"},
    {safety, "when @abuser hit|hits|slap|push|beat|kick|choke"},
    {safety, "@abuser ..4 throw|threw|throwing|throws ..4 at me|us|the"},
    {safety,
     "@abuser ..2 pull|pulled|pulls|twisted|grab|grabbed|pin|pinned|drag|dragged|held|hold me|my ..2 "
     "by|arm|hair|wrist|neck|throat|down|against"},
    {safety, "hands|hand ..2 around|on|round my neck|throat"},
    {safety, "@abuser raise|raised|raises your|his|her hand|hands|fist|fists"},
    {safety, "@abuser ..1 physically ..1 hurt|hurts|attack|attacked|force|forced"},
    {safety, "@abuser ..1 hurt|hurts|hit|hits the|my|our kids|children|dog|cat|son|daughter|baby|child"},
    {safety, "threaten|threatened|threatens|threatening ..2 to kill|hurt|hit|leave|take|harm|beat"},
    {safety, "@abuser @adv* threaten|threatened|threatens me|us"},
    {safety, "@abuser will|would|are|is going? to? @adv* kill|hurt|hit|beat|harm me|us|yourself|himself|herself|the"},
    {safety,
     "@abuser punch|punched|smash|smashed|broke|break|kicked|punches|smashes the|a|my ..1 "
     "wall|door|walls|doors|phone|plates|things|furniture|window"},
    {safety, "@abuser have|has a gun|knife"},
    {safety, "@abuser abuse|abused|abuses|abusing|rape|raped|assaulted|molested me|us|the"},
    {safety, "@abuser are|is @adv* abusive|violent|abusing"},
    {safety, "@abuser get|gets|got|become|becomes|became @adv* violent"},
    {safety, "@abuser ..2 force|forced|forces|forcing me|us"},
    {safety, "forced|forces|force|made|make me ..2 have|into|to sex|have|sleep ..2 sex|with|you"},
    {safety, "forced me to|into"},
    {safety,
     "sex|touch|touched|touching ..4 when|after|although|even|though i ..2 said|say|do|did|not|no ..1 "
     "no|want|stop|not"},
    {safety, "do|did not stop when i say|said|asked|ask"},
    {safety, "do|did|will|would not take no for"},
    {safety, "i will|could|am|would going? to? @adv* kill|hit|hurt|beat|slap|punch|strangle you"},
    {safety, "i @adv* hit|slapped|punched|choked|kicked|strangled you"},
    {safety, "i want|wanted to die|kill|hurt ..1"},
    {safety, "kill myself|yourself|himself|herself"},
    {safety, "end|take my own? life"},

    // Control.
    {safety,
     "@abuser @adv* will|do|does|would|did|never|wo|can not? @adv* let|lets|allow|allows|allowed|letting me|us to? "
     "see|meet|visit|leave|work|call"},
    {safety,
     "@abuser @adv* will|do|does|would|did|never not? @adv* let|lets|allow|allows me|us to? go "
     "out|anywhere|to|see|home|alone|without"},
    {safety,
     "@abuser @adv* will|do|does|would|did|never not? @adv* let|lets|allow|allows me|us to? "
     "have|use|spend|keep|touch|wear|own|talk|speak|study|get|drive ..2 "
     "friends|money|job|phone|car|access|own|anyone|others|makeup|dress|clothes|family|sister|mother|card|what|to|"
     "bank"},
    {safety, "will not let me out|go|leave|see|in !of|to|the"},
    {safety, "not let|allow me|us out|leave|see"},
    {safety,
     "stop|stops|stopped|keep|keeps|prevent|prevents|kept me|us from "
     "seeing|leaving|working|going|meeting|visiting|talking|calling"},
    {safety, "@abuser @adv* forbid|forbids|forbade|forbidden|isolate|isolated|isolates|isolating me|us"},
    {safety, "@abuser ..1 cut|cuts me off from"},
    {safety, "i am @adv* not allowed|permitted to"},
    {safety, "i have to ask you|him|her for? permission|money|before"},
    {safety, "ask you|him|her|your|his for permission|permission"},
    {safety,
     "@abuser @adv* always|constantly|keep|secretly|even|also|regularly? @adv* "
     "check|checks|checked|checking|search|searched|searching|track|tracks|tracked|tracking|monitor|monitors|"
     "monitoring|control|controls through? my|where "
     "phone|messages|location|emails|email|money|calls|i|every|account|clothes|texts|whereabouts"},
    {safety, "@abuser go|goes|went|going through my phone|messages|bag|emails|email|things"},
    {safety, "@abuser ..1 put|installed a|an tracker|app|camera ..4 me|my"},
    {safety, "@abuser @adv* spy|spied|spying on me|us"},
    {safety, "@abuser @adv* track|tracking|stalk|stalked|stalking me|us"},
    {safety, "@abuser @adv* follow|followed|following me|us everywhere|around|to"},
    {safety, "account for every|each"},
    {safety,
     "@abuser ..1 took|take|takes|taking|hide|hid|keep|control|controls away? my|all ..1 "
     "money|wages|salary|card|passport|keys|phone|pay|documents|papers"},
    {safety, "@abuser ..1 lock|locked|locks|locking me|us in|out|up"},
    {safety, "@abuser ..1 block|blocked|blocks the|my door|way"},
    {safety, "if i ..2 leave , ..1 you|he|she ..3 kill|hurt|find|take|harm"},
    {safety, "you|he|she @adv* control everything|me|what|who|where|every"},
    {safety, "you|he|she decide|decides|decided who|what|where i see|wear|meet|can|may|go|am"},
});

}  // namespace

std::span<const HarshRule> safety_rules() noexcept { return kRules; }

}  // namespace kindling::talk
