"""Word lists of general English, as data."""

from collections.abc import Mapping


def listed(words: str) -> tuple[str, ...]:
    """A list of words, written as a line."""
    return tuple(words.split())


FUNCTION_WORDS = frozenset(
    listed(
        """
    a an the this that these those such some any each every no all both either neither
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves who whom whose which what whoever whomever whatever
    am is are was were be been being do does did done doing have has had having
    will would shall should can could may might must ought
    and or but nor so yet for of in on at by to from with without into onto upon over under about above below
    between among against during before after since until till through across toward towards as than then there here
    if because while although though when where how why whether not also too very just only even still again
    up down out off more most much many less least few other another same own
    """
    )
)

# What an agency puts in or leaves out at the edge of a quotation without changing it.
DISCOURSE_WORDS = frozenset(listed("a an the and but so well now then that you know um uh oh yes look"))

# Several people who speak as one.
GROUPS = frozenset(
    listed(
        "they both two officials leaders ministers sides governments countries parties nations diplomats "
        "delegations teams lawmakers lawyers doctors witnesses executives"
    )
)

ARTICLES = frozenset(listed("a an the"))
MEASURES = frozenset(listed("many several some various numerous few much more most all countless multiple"))

# Words that say that a thing is not proved.
HEDGES = frozenset(listed("alleged suspected purported presumed supposed"))
# The same, of what is done: more words must follow before another report can be held against it.
HEDGING_ADVERBS = frozenset(listed("allegedly reportedly apparently purportedly presumably supposedly"))
# "Accused protesters of hurling stones": what follows "of" is charged, not told.
CHARGING = frozenset(listed("accused accuses accuse accusing suspected suspects suspecting suspect"))
# Words that put any kind of distance between the reporter and what is told.
RESERVES = frozenset(
    listed(
        "allegedly reportedly apparently apparent accused accuses accuse accusing allegation allegations alleges "
        "allege suspect suspects suspicion claims claim claimed said says say according believed believe believes "
        "thought possible possibly may might could deny denies denied would if probable probably likely"
    )
)

WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")

NEGATIONS = frozenset(listed("not no never nor neither none nobody nothing nowhere without cannot"))
# Words of a reporter that deny what stands between the marks: it was not “a defeat”, she denies “a cover-up”.
DENIALS = NEGATIONS | frozenset(
    listed("deny denies denied denying refuse refuses refused refusing fail fails failed hardly ruled rejected")
)

CONTRACTIONS: Mapping[str, tuple[str, ...]] = {
    **{
        f"{verb}n't": (verb, "not")
        for verb in listed("is are was were do does did have has had would should could must need might ought")
    },
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "i'm": ("i", "am"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    **{f"{who}'re": (who, "are") for who in listed("you we they who")},
    **{f"{who}'ve": (who, "have") for who in listed("i you we they who should would could")},
    **{f"{who}'ll": (who, "will") for who in listed("i you he she it we they who that there")},
    **{f"{who}'d": (who, "would") for who in listed("i you he she it we they who that there")},
    **{f"{who}'s": (who, "is") for who in listed("he she it who that there here what where how")},
}

NUMBER_WORDS: Mapping[str, str] = {
    word: str(number)
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        )
    )
} | {word: str(10 * number) for number, word in enumerate(listed("thirty forty fifty sixty seventy eighty ninety"), 3)}


def _pairs(words: str) -> dict[str, str]:
    """Two spellings of one word, written "one/other"."""
    return dict(pair.split("/") for pair in words.split())


# One word, two spellings that both are right: what no rule of national spelling tells. Regular forms go without saying.
SYNONYM_FOLDS: Mapping[str, str] = {"%": "percent"} | _pairs(
    """
    acknowledgement/acknowledgment adviser/advisor ageing/aging aluminium/aluminum amongst/among appal/appall
    artefact/artifact axe/ax burnt/burned calibre/caliber cheque/check cosy/cozy defence/defense
    defenceless/defenseless defences/defenses disc/disk distil/distill doughnut/donut draught/draft dreamt/dreamed
    enquiry/inquiry enquiries/inquiries enrol/enroll fibre/fiber fulfil/fulfill grey/gray gaol/jail instil/instill
    jewellery/jewelry judgement/judgment kerb/curb leant/leaned leapt/leaped learnt/learned licence/license
    licences/licenses licenced/licensed louvre/louver marshalled/marshaled marshalling/marshaling maths/math
    meagre/meager mould/mold moult/molt moustache/mustache mum/mom mummy/mommy mums/moms odour/odor
    offence/offense offences/offenses ok/okay omelette/omelet plough/plow practise/practice practised/practiced
    practises/practices practising/practicing pretence/pretense programme/program pyjamas/pajamas sabre/saber
    sceptic/skeptic sceptical/skeptical scepticism/skepticism smoulder/smolder sombre/somber speciality/specialty
    specialities/specialties spelt/spelled spoilt/spoiled storey/story storeys/stories sulphur/sulfur
    sulphuric/sulfuric sulphate/sulfate sulphide/sulfide sulphurous/sulfurous towards/toward afterwards/afterward
    backwards/backward forwards/forward tyre/tire whilst/while yoghurt/yogurt ochre/ocher sepulchre/sepulcher
    """
)

# Longest first: the endings of one word's forms.
ENDINGS: tuple[str, ...] = (
    "ships",
    "ship",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "'s",
    "s'",
    "e",
    "s",
)

IRREGULAR: Mapping[str, str] = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "goes went gone going",
        "say": "says said saying",
        "make": "makes made making",
        "take": "takes took taken taking",
        "get": "gets got gotten getting",
        "give": "gives gave given giving",
        "come": "comes came coming",
        "see": "sees saw seen seeing",
        "know": "knows knew known",
        "think": "thinks thought",
        "find": "finds found",
        "tell": "tells told",
        "keep": "keeps kept",
        "leave": "leaves left leaving",
        "lose": "loses lost losing",
        "meet": "meets met",
        "hold": "holds held",
        "stand": "stands stood",
        "bring": "brings brought",
        "begin": "begins began begun",
        "become": "becomes became becoming",
        "fight": "fights fought",
        "speak": "speaks spoke spoken",
        "choose": "chooses chose chosen choosing",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
        "will": "would",
        "can": "could",
        "shall": "should",
        "may": "might",
    }.items()
    for form in forms.split()
}
