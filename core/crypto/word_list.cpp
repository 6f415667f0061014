#include "core/crypto/word_list.hpp"

#include <algorithm>
#include <array>

namespace kindling {
namespace {

// One text and not an array of views: it costs no relocations at the start of a command.
constexpr std::string_view kWords =
    "abbey able about above absorb acacia accent acorn acrobat actor adapt adjust admire adobe adopt advice "
    "affirm afloat after again agate agile agree ahead aim airport album alcove alder alert algae alike alive "
    "alley almanac almond aloe aloft aloha alpaca alpha alto amaze amber amble amigo ample amuse anchor angle "
    "animal anise ankle annex anorak answer antenna antler anvil anyone apart apex apiary apple apricot apron "
    "aqua arcade arch arctic area arena arise armchair aroma around arrange artist ascend ash ashore aside ask "
    "aspen aster athlete atlas atom attic auburn august author autumn avenue avocado awake award awesome awning "
    "axis axle azalea azure badge bagel baggage bagpipe baker balance balcony ballad balm bamboo banana bandana "
    "banjo bank banner banquet barber barge barista barley barn barrel basil basket batik baton battery bay "
    "beacon beagle beak beam beard bedrock beehive beetroot beige belfry belong belt bench bend best beyond "
    "bicycle bike billow binder bingo birch bird biscuit bison bistro blanket blazer blend blink bliss block "
    "blond bloom blossom blouse blush boat bobbin bobcat bobsled body bolster bonbon bonfire bongo bonnet bonus "
    "book boost boot borrow botany bottle bounce bouquet boutique bowl boxwood bracelet bramble branch brass "
    "brave breeze brick bridge brief bright brim bring brioche brisk broad broccoli bronze brook brother brown "
    "brunch brush bubble bucket buffet bugle bumper bundle bungalow bunny burrito busy butter buzz cabbage cabin "
    "cable cactus cadet cafe cake calcium calico call calm camel camp canal candle canoe canteen canyon capable "
    "cape capsule captain caramel card cargo carnival carpet carve cascade cashew castle casual cat cattle cave "
    "caviar cedar celery cello central ceramic chair chalk chamber chapter charm chase chat checker cheddar "
    "cheer chef cherry chess chicken chief chime chin chip chisel chive chorus chowder chrome chuckle chutney "
    "cicada cinema cinnamon circle citadel citrus city civic clap clarinet class clay clean clever client cliff "
    "clip cloak clock clog cloth cloud clover clown club clump cluster coach coast coat cobalt cobble cocoa code "
    "coffee coil coin collar colony column comb comet comfort comic compass concert condor cone convoy cookie "
    "copper copy coracle corduroy cork corner cosmic costume cottage couch cougar country coupon cove cowboy "
    "coyote crab craft crane crater crayon cream cress cricket crisp crocus crop croquet crossing crown crumb "
    "crunch crystal cub cube cuckoo cuddle cuff culture cumin cup cupcake curator curious curl curtain curve "
    "cushion custard cutlery cyan cycle cypress dahlia dairy daisy damask dance dapper daring darling dash date "
    "dawn daydream daylight dazzle deal debut decade deck decor deed deep delight delta deluxe denim depth derby "
    "design desk detail develop device diagram dial diamond diary dice diesel dill dimple dine dinghy dinner "
    "dinosaur direct disco dish display distance diver dog doily dollar dolphin domain dome domino donkey door "
    "dormouse double down dozen dragon drama draw dream dress drift drill drink drive drizzle drop drum dry duck "
    "duet dugout dulcimer dumpling dune duplex during dusk duty duvet dynamic eager eagle ear early earth easel "
    "east easy ebony echo eclair eclipse edge edit educate effort egg eggplant elastic elbow elder electron "
    "elegant element elephant elevator elf elk elm embark emblem embrace emerald emotion emperor empire emu "
    "encore endive endless energy engine engrave enjoy enough enrich enter entire entrance envelope envoy epic "
    "equator equip era eraser ermine escort espresso essay etching eternal ethnic evening evoke exact example "
    "excel exchange excite exhale exist exotic expand explore expo express extend extra eyebrow fable fabric "
    "facade face fade falcon fall fame family famous fan fancy farm fashion fasten faucet feast feather february "
    "fedora feed feel fellow felt fence fennel fern ferry festival fetch fiction fiddle fidget field fiesta "
    "fifteen fig figure fill final finch finger firm first fish fitness five fix fizz flag flake flamingo "
    "flannel flapjack flash flat flax fleece flicker flight flint float flock floral fluffy fluid flute flyer "
    "foam focus fog foil folder foliage folk follow fondue food foot forest forge fork fossil fountain fox foyer "
    "fragrant frame freckle free fresh friday friend fringe frisbee frog front frost fruit fudge fuel full fun "
    "furry fuse future gable gadget galaxy gallery game gander gantry garage garden garland garment garnet gas "
    "gather gaze gear gecko gelato gem genius gentle genuine geode geology gerbil gesture gherkin giant gibbon "
    "giddy gift gigantic giggle ginger ginkgo giraffe give glacier glad glance glass glaze gleam glide glimmer "
    "glitter globe glory glossy glove glow glue goal goat goblet gold golf gondola gong good goose gossip "
    "gourmet grab grace grade grain grammar grand grape grass gravel grebe green griddle grin grocery groove "
    "ground grove grow guard guava guess guide guitar gulf gull gum guppy gust habit haddock haiku half halibut "
    "halo halyard hammock hamper hamster hand happy harmony harness harp harvest hat hatch haven hawk hayloft "
    "hazel head health heap hearth heather heaven hedge height heirloom helium helmet help hen herald herbal "
    "heritage heron hexagon hiccup hickory hide hike hill hinge hip hippo history hive hobby hockey hoist "
    "holiday hollow home honey hood hoof hook hop hope horizon horn hotel hotpot hound house hover hub huddle "
    "hug human humble humid hundred hurdle hut hyacinth hybrid ibex ibis ice iceberg icing icon idea igloo "
    "iguana imagine impala inch income index indigo indoor infinite inhale ink inkwell inlet inner input inside "
    "inspire instant intact invent invite iodine iris iron island item ivory ivy jacket jade jaguar jalopy "
    "jamboree janitor january jar jasmine java javelin jazz jeep jelly jersey jester jet jetty jigsaw jingle job "
    "jockey jog join joke jolly journal jovial joy jubilee juggle juice july jumbo jump junction june jungle "
    "junior just jute kale kangaroo karaoke kayak kazoo keen keep kelp kennel kept kestrel ketchup kettle khaki "
    "kick kilo kilt kimono kin kind king kiosk kiss kitchen kite kitten kiwi knack knapsack knee knoll knuckle "
    "koala krill kudu lacquer ladle lady lagoon lake lamb lamp land language lantern lapel laptop lapwing larch "
    "lark laser lasso latch late lather latte laugh laundry laurel lavender lawn layer lazy league learn leather "
    "ledge legend lemon lemur lend length lentil leopard let letter level library lid lido life lift light "
    "likely lilac lilt lily lime limpet linden line link linnet lintel lion lip liquid listen litre little "
    "lively lizard loaf lobby lobster lodge lofty logbook logic lollipop long loofah look loom loop lorry lotion "
    "lotus lounge love loyal lucky lullaby lumen lunar lunch lupin luxury lychee lyric macaw machine magenta "
    "magic magnet magpie mahogany make mallard malt mammal manatee mandolin mango mansion manual many map maple "
    "marble march margin marigold mark marmot marsh marvel marzipan mascot mason master match mate math matrix "
    "meadow meal medium meerkat melody memory menu mercury meringue mermaid merry mesa message metro mezzo mica "
    "mice middle midnight mild mile milk mill mimosa mineral mingle mink minnow miracle mirror mirth mitten mix "
    "mobile mocha modern mohair moment monday money monkey month moon mop morsel mosaic moss motel moth motion "
    "motor mountain mouth move movie mud muffin mug mulberry mulch mural museum mushroom music muslin mustang "
    "mutual myrtle mystery myth nail name napkin narwhal nation nature near neat nebula necktie nectar neon "
    "nephew neptune nest nettle news newt next nib niece nimble nine noble nod noise nomad noodle noon normal "
    "north notable notch nougat nourish novel nudge number nutmeg nuzzle nylon oak oasis oatcake oatmeal obelisk "
    "oblong oboe observe occasion ocean octagon octopus offer often oil okay okra olive omega omnibus onion "
    "online only onward onyx oolong opal open opera opinion optic opus orange orbit orca orchard order ordinary "
    "oregano organ origin oriole ornament osprey ostrich other otter ottoman outdoor outer outfit outline "
    "outside oval oven over owl own oxford oxide oxygen oyster ozone pacific pack paddle page pagoda paint "
    "palace palm pamphlet pan pancake panda panel pantry papaya paper paprika parade parcel park parrot parsley "
    "partner pass pasta path patio patrol pattern pavement pavilion peacock peanut pebble pecan pelican pen "
    "pencil penguin pennant peony people pepper perch perfect person pesto petunia pewter pheasant phone photo "
    "physics piano pickle picnic picture pigment pile pillow pilot pin pinch pine pink pioneer pipe piston pixel "
    "pizza placid plaid planet plastic platform play plaza plenty pliers plinth plug plumage plus plywood pocket "
    "podium poem poet point polar polite polka pollen polo pomelo pompom poncho pond pony poodle pool popcorn "
    "poppy porch porridge portrait poster potato pottery pouch powder prairie praline prawn pretzel preview "
    "price primrose prism promise propose proud provide prune puddle puffin pulse puma pumpkin pupil puppet "
    "purple purse puzzle pylon pyramid quail quality quarry quasar queen quest quick quiet quilt quiz quote "
    "raccoon race radar radio raffle raft rail rainbow raisin rally ramble ramp ranch ranger rare rascal rattan "
    "ravioli reach recipe reef refill reflect refresh regal region regular reindeer relax relish remember remind "
    "reply reptile resort return reunion reveal revolve reward rhino rhubarb rhythm ribbon rice rich riddle "
    "ridge rigging rim rinse ripe ripple risotto ritual river roadmap roast robe robin robot robust rocket rodeo "
    "romance romp roof room rooster rope rosemary rotate rotunda round routine rover rowboat royal rubber ruby "
    "rucksack rudder ruffle rug rugby ruler rumba rumpus run runway rush russet rustic sable saddle safari "
    "saffron saga sage sailor salad salmon salon salsa salt salute samba sample sandal sapling sapphire sardine "
    "sash satchel satin saturn saucer sauna sausage save sawdust scallop scampi scarf scatter scenic school "
    "science scissors scone scooter scope score scout scroll scuba sculptor seahorse season seat sedan seesaw "
    "semester sequence serene serve sesame settle seven shadow shallow shampoo shape share shawl shed sheep "
    "shelf sheriff shield shift shine ship shirt shoal shop shore shoulder shovel show shrimp shrub shuffle "
    "shutter siesta signal silk silo silver similar simple sincere singer siphon sister six sixty skate skein "
    "sketch ski skiff skill skip skirt skittle sky skylark slalom slate sleep slice slide slipper slogan slope "
    "small smart smile smock smoothie snack snail snap sneaker snippet snooze snorkel snow snug soap soccer "
    "social sock soda sofa soft soil solar solid solo solution solve sombrero sonata song sonic soon soprano "
    "sorbet soup south soya space spaniel sparrow spatula speak special speed spell sphere spice spinach spiral "
    "splash splendid sponge spoon sport spot spray spring sprout spruce spyglass square squirrel stable stadium "
    "staff stage stallion stamp stand staple star statue stay steam steeple stem stencil stereo stick still "
    "stitch stock stone stool stop stove straw stream string strong strudel stucco studio stump sturdy subtle "
    "suburb subway sugar suitcase sultana summer sundial sunny sunrise sunset super supply surface surprise "
    "sushi swallow swan swatch sweater swift swim swing swirl switch swivel sycamore syllable symphony syrup "
    "table taco tadpole taffeta tailor take talent tall tambour tame tan tandem tango tap tape tarragon tartan "
    "tassel taste tatami tavern taxi teacup teal teapot teaspoon telegram tempo ten tender tennis tenor tent "
    "tepid terrace test textile thank thatch theme thermal thick thimble thing thirsty thistle thought thread "
    "thrive throat thrush thumb thursday tiara ticket tidy tiger tight tile timber tin tinker tinsel tiny tip "
    "tissue title toast toboggan today toffee together toggle token tomato tone tongue tonic tool tooth top "
    "topaz topic topple torch tortoise totem touch tour towel town toy track trade traffic train trapeze travel "
    "trawler treasure treble tree trek trellis trend trestle triangle trick trim trinket trio trip triumph "
    "trivet trolley trophy trousers trowel truck true truffle trumpet trunk try tub tube tuesday tuft tugboat "
    "tulip tulle tumble tundra tunic tunnel turf turkey turnip turtle tusk tutor tuxedo tweed twelve twenty twig "
    "twilight twin twirl twist type udon ukulele ultra umbrella umpire uncle unfold unicorn uniform union unique "
    "unison unity universe unlock unpack unusual unwrap update uphill upland upper upright uptown upward urban "
    "urchin useful usher utmost utopia vacation valley van vanilla varnish vault vector velocity velvet venue "
    "verb verdant verse vest via viaduct vibrant victory video view viking village vine vintage vinyl violin "
    "virtual vision visor vista vitamin vivid vocal voice volcano vole volley volume voucher vowel voyage wafer "
    "waffle wagon wallet walnut walrus waltz warbler wardrobe warm wash watch water wattle waxwing wealth weaver "
    "web wedge weekend welcome western wetland wharf wheat whimsy whistle wicker wide widget wiggle wild willow "
    "win window wing wink winner winsome winter wire wisdom wise wish wisteria wizard wombat woodland wool word "
    "work world worth woven wreath wren wrist yacht yak yard yarn yarrow yawn year yeast yellow yeoman yes yet "
    "yeti yodel yoga yonder young yummy zebra zen zenith zephyr zeppelin zero zest zigzag zinc zinnia zip zipper "
    "zither zodiac zone zoo zoom zucchini ";

std::array<std::string_view, kWordCount> split() {
  std::array<std::string_view, kWordCount> words;
  std::string_view rest = kWords;
  for (std::string_view& word : words) {
    const std::size_t end = rest.find(' ');
    word = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return words;
}

const std::array<std::string_view, kWordCount>& words() {
  static const std::array<std::string_view, kWordCount> kSplit = split();
  return kSplit;
}

}  // namespace

std::string_view word_at(std::size_t index) { return words()[index]; }

std::optional<std::size_t> index_of_word(std::string_view word) {
  const auto& all = words();
  const auto found = std::lower_bound(all.begin(), all.end(), word);
  if (found == all.end()) return std::nullopt;
  const bool is_start = word.size() == kTellingLetters && found->starts_with(word);
  if (*found != word && !is_start) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace kindling
