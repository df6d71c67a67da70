"""What counts as the same word to a desk."""

import pytest

from factcheck.collation.keys import key
from factcheck.collation.words import inflected, normal, slips, stems, words
from factcheck.types import ConflictKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The river’s level", "the river's level"),
        ("U.S. aid", "US aid"),
        ("we don’t know", "We do not know"),
        ("twelve boats", "12 boats"),
        ("5% of homes", "five percent of homes"),
        ("high-level talks", "high level talks"),
        ("they organise a theatre", "They organize a theater"),
        ("We cannot wait", "we can not wait"),
        ("1,200 people", "1200 people"),
    ],
)
def test_house_style_makes_no_other_words(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("not us", "not U.S."), ("fifteen boats", "50 boats"), ("is safe", "is not safe"), ("the dam", "the dame")],
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("manage", "managing", True),
        ("country", "countries", True),
        ("relations", "relationship", True),
        ("is", "was", True),
        ("process", "processes", True),
        ("constructive", "constrictive", False),
        ("flood", "flood", False),
        ("goal", "coal", False),
    ],
)
def test_forms_of_one_word(one: str, other: str, expected: bool) -> None:
    assert inflected(one, other) is expected


def test_offsets_are_code_points_of_the_whole_text() -> None:
    text = "“Ça va, 𝕏?” they don’t say"
    assert [text[w.start : w.end] for w in words(text)] == ["Ça", "va", "𝕏", "they", "don’t", "don’t", "say"]


def test_slips_count_swapped_letters_once() -> None:
    assert [slips("form", "from"), slips("united", "untied"), slips("dam", "dam")] == [1, 1, 0]


def test_stems_leave_function_words_out() -> None:
    assert stems(normal("The dams were holding")) == {"dam", "hold"}


def test_a_key_depends_on_the_words_and_not_on_their_dress() -> None:
    kind = ConflictKind.QUOTE_WORDING
    assert key(kind, "The Dam", "held") == key(kind, "the dam", "held")
    assert len({key(kind, "a b", "c"), key(kind, "a", "b c"), key(ConflictKind.ROLE, "a b", "c")}) == 3


# British and American spelling of one word, whatever form it takes.
NATIONAL = """
fertiliser/fertilizer fertilisers/fertilizers neighbourhoods/neighborhoods favouring/favoring favourable/favorable
honourable/honorable neighbouring/neighboring harboured/harbored labourers/laborers colourful/colorful
humour/humor rumours/rumors odours/odors glamour/glamor flavoured/flavored behavioural/behavioral
levelled/leveled fuelled/fueled fuelling/fueling counsellor/counselor counselling/counseling marshalled/marshaled
travelling/traveling travellers/travelers cancelled/canceled modelling/modeling signalled/signaled
tunnelling/tunneling jewellers/jewelers quarrelling/quarreling marvellous/marvelous medallist/medalist
woollen/woolen fibre/fiber fibres/fibers calibre/caliber sombre/somber centre/center centres/centers
centred/centered metres/meters theatre/theater manoeuvre/maneuver manoeuvres/maneuvers manoeuvring/maneuvering
paediatric/pediatric paediatrician/pediatrician anaemia/anemia archaeology/archeology archaeologists/archeologists
haemorrhage/hemorrhage leukaemia/leukemia foetus/fetus anaesthetic/anesthetic diarrhoea/diarrhea
mould/mold mouldy/moldy smoulder/smolder smouldering/smoldering storey/story storeys/stories
practise/practice practising/practicing enrol/enroll enrols/enrolls enrolment/enrollment instalments/installments
fulfilment/fulfillment skilful/skillful skilfully/skillfully wilful/willful learnt/learned burnt/burned
aluminium/aluminum sulphur/sulfur yoghurt/yogurt mum/mom mum's/mom's programme/program programmes/programs
tyre/tire tyres/tires kerb/curb kerbs/curbs grey/gray greying/graying cheque/check cheques/checks
defence/defense licence/license offences/offenses analyse/analyze analysed/analyzed analysing/analyzing
catalogue/catalog catalogues/catalogs dialogue/dialog organisations/organizations organiser/organizer
realised/realized privatisation/privatization regionalisation/regionalization ploughed/plowed sceptics/skeptics
neighbour's/neighbor's towards/toward co-operate/cooperate co-ordinated/coordinated re-election/reelection
"""


@pytest.mark.parametrize("pair", NATIONAL.split())
def test_national_spelling_makes_no_other_words(pair: str) -> None:
    one, other = pair.split("/")
    assert normal(one) == normal(other) == normal(one.capitalize())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filled", "filed"),
        ("tilled", "tiled"),
        ("stalled", "staled"),
        ("scouring", "scoring"),
        ("poet", "pet"),
        ("Michael", "Michel"),
        ("four", "for"),
        ("shoes", "shes"),
        ("palled", "paled"),
        ("hopping", "hoping"),
        ("course", "corse"),
        ("rogue", "rog"),
        ("per cent", "per center"),
        ("timbre", "timber"),
        ("acres", "acers"),
        ("prised", "prized"),
        ("co-op", "coop"),
    ],
)
def test_other_words_are_no_national_spelling(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_per_cent_is_one_word_with_one_span() -> None:
    text = "Some 5 per cent, or Five Percent"
    assert [text[w.start : w.end] for w in words(text)] == ["Some", "5", "per cent", "or", "Five", "Percent"]
    assert normal("5 per cent") == normal("five percent") == normal("5%")
