"""What blocks a digest: tables of small stories and the sentences that an editor reads."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from factcheck.digest.accused import ACCUSING, accused
from factcheck.digest.blockers import SIGN, SINGLE, Blocker, Waiting, blockers
from factcheck.digest.changes import Revision
from factcheck.digest.compose import compose
from factcheck.digest.composition import typists
from factcheck.digest.framing import MaterialComposition, MaterialSignature, MaterialWaiver
from factcheck.digest.material import AgreedPoint, Material, MaterialArticle, MaterialWitness, Named
from factcheck.digest.signing import CASUALTY, signing
from factcheck.digest.waiving import single_source
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

SAID = "We had a good talk today,"
TEXT = f"Talks held\nMinister Orban Velt met 40 people.\n“{SAID}” he said."
MERIDIAN = article(1, "Meridian Press", TEXT, quotes={SAID: "Orban Velt"})
NORTHGATE = article(2, "Northgate Wire", TEXT, quotes={SAID: "Orban Velt"})
COASTAL = article(3, "Coastal News", "Velt meets envoy\nOrban Felt met 50 people.")
THREE = (MERIDIAN, NORTHGATE, COASTAL)
NAME = {"Orban Velt": [MERIDIAN, NORTHGATE], "Orban Felt": [COASTAL]}
PEOPLE = {"40 people": [MERIDIAN, NORTHGATE], "50 people": [COASTAL]}
WORDS = {"good talk": [MERIDIAN], "talk today": [NORTHGATE]}
ADA, BEN = 1, 2


def ruled(pk: int, readings: Any, person: int = ADA, **fields: Any) -> Any:
    made = conflict(pk, readings, **fields)
    return replace(made, ruling=made.ruling and replace(made.ruling, person=person))


def blocked(made: Material, issuer: int = BEN, **more: Any) -> list[Blocker]:
    """What blocks it, the signatures apart."""
    return [one for one in _blocked(made, issuer, **more) if one.panel != SIGN]


def _blocked(made: Material, issuer: int = BEN, **more: Any) -> list[Blocker]:
    return blockers(compose(made) | more, made, Waiting(), issuer)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([conflict(1, NAME)], [("Open error: Two spellings of one name.", 1)]),
        ([conflict(1, NAME, level="discrepancy")], []),
        ([conflict(1, NAME, verdict=Verdict.UNSURE)], []),
        ([conflict(1, NAME, approve="Orban Velt")], []),
        # An open error says of itself that the quotation is not settled.
        ([conflict(2, WORDS)], [("Open error: Two spellings of one name.", 2)]),
        ([conflict(2, WORDS, level="discrepancy", summary="Which words?")], [("Unsettled quotation: Which words?", 2)]),
        ([conflict(2, WORDS, verdict=Verdict.NONE, summary="Which?")], [("Unsettled quotation: Which?", 2)]),
        # What the desk cannot tell is left open on purpose, and printed so.
        ([conflict(2, WORDS, verdict=Verdict.UNSURE)], []),
        ([conflict(2, WORDS, verdict=Verdict.DISMISS)], []),
    ],
)
def test_errors_and_quotations(rows: list[Any], expected: list[tuple[str, int]]) -> None:
    found = blocked(material(THREE, *rows))
    assert [(one.words, one.conflict) for one in found] == expected


def test_a_quotation_that_is_left_out_blocks_nothing() -> None:
    made = material(THREE, conflict(2, WORDS, level="discrepancy"))
    [name] = [row["item"] for row in compose(made)["quotations"]]
    assert blocked(replace(made, composition=MaterialComposition(dropped=frozenset({name})))) == []
    assert blocked(replace(made, composition=MaterialComposition(order=("facts",)))) == []


@pytest.mark.parametrize(
    ("articles", "rows", "expected"),
    [
        (THREE, [], []),
        (THREE, [conflict(1, NAME, approve="Orban Velt")], []),
        (THREE, [conflict(1, NAME, approve="Orban Felt")], [("the fact “Orban Felt”", "Coastal News")]),
        (THREE, [conflict(1, NAME, replace="Orban Welt")], [("the fact “Orban Welt”", "no report has it")]),
        ((MERIDIAN, COASTAL), [], [(f"the quotation “{SAID}”", "Meridian Press")]),
        # Two reports of one origin are one source.
        (
            (replace(MERIDIAN, origin=5), replace(NORTHGATE, origin=5)),
            [],
            [(f"the quotation “{SAID}”", "Meridian Press and Northgate Wire")],
        ),
    ],
)
def test_claims_of_a_single_source(articles: Any, rows: list[Any], expected: list[tuple[str, str]]) -> None:
    made = material(articles, *rows)
    found = single_source(compose(made), made)
    assert [(one.words, one.sources) for one in found] == expected
    blocking = ["One claim of a single source is not waived."] if expected else []
    assert [one.words for one in blocked(made) if one.panel == SINGLE] == blocking


def test_a_waiver_holds_for_the_words_that_were_waived() -> None:
    made = material(THREE, conflict(1, NAME, approve="Orban Felt"))
    [single] = single_source(compose(made), made)
    waiver = MaterialWaiver(single.claim, single.words, "We asked him.", "Ada", NOW.isoformat())
    waived = replace(made, waivers=(waiver,))
    assert blocked(waived) == []
    assert compose(waived)["gate"]["waived"] == [
        {
            "words": "the fact “Orban Felt”",
            "reason": "We asked him.",
            "editor": "Ada",
            "at": NOW.isoformat(),
        }
    ]
    other = replace(material(THREE, conflict(1, NAME, replace="Orban Welt")), waivers=(waiver,))
    assert [one.panel for one in blocked(other)] == [SINGLE]
    assert compose(other)["gate"]["waived"] == []


def test_a_fact_that_a_canceled_report_tells() -> None:
    killed = replace(NORTHGATE, excluded="The agency canceled it.", killed=True)
    made = material((MERIDIAN, killed, COASTAL), conflict(1, PEOPLE, approve="40 people", level="discrepancy"))
    words = "“40 people” is told by Northgate Wire, and the agency canceled that report."
    assert [one for one in blocked(made) if one.article] == [Blocker(words, article=2)]
    other = material((MERIDIAN, killed, COASTAL), conflict(1, PEOPLE, approve="50 people", level="discrepancy"))
    assert [one for one in blocked(other) if one.article] == []


def test_an_embargo_is_kept_by_the_digest_or_blocks_it() -> None:
    until = (NOW + timedelta(hours=5)).isoformat()
    made = material((replace(MERIDIAN, embargo_until=until), NORTHGATE, COASTAL))
    assert (compose(made)["embargo_until"], blocked(made)) == (until, [])
    words = "Meridian Press is under embargo until 17:40."
    assert blocked(made, embargo_until="") == [Blocker(words, article=1)]
    later = (NOW + timedelta(hours=6)).isoformat()
    assert blocked(made, embargo_until=later) == []
    over = material((replace(MERIDIAN, embargo_until=NOW.isoformat()), NORTHGATE, COASTAL))
    assert (compose(over)["embargo_until"], blocked(over, embargo_until="")) == ("", [])
    unused = replace(MERIDIAN, embargo_until=until, excluded="The agency withholds it.")
    assert blocked(material((unused, NORTHGATE, NORTHGATE)), embargo_until="") == blocked(material((NORTHGATE,)))


@pytest.mark.parametrize(
    ("headline", "invented"),
    [
        ("Velt met 40 people", []),
        ("Velt: “we had a good talk today”", []),
        ("Velt: “we had a bad talk today”", ["we had a bad talk today"]),
        ('Velt: "we had a very good talk"', ["we had a very good talk"]),
        ("A “very frank” talk", []),
    ],
)
def test_an_editor_invents_no_quotation(headline: str, invented: list[str]) -> None:
    made = replace(material(THREE), composition=MaterialComposition(headline=headline))
    expected = [f"No report has the words “{one}” between marks, and no editor approved them." for one in invented]
    assert [one.words for one in blocked(made)] == expected


def spot(one: MaterialArticle, words: str) -> tuple[int, int, int]:
    start = one.text.index(words)
    return one.pk, start, start + len(words)


FIRE = article(4, "Harbour Radio", "Fire\nSome 212 people died. Police arrested Abel Osei, the owner. Ada Kerr wept.")
SMOKE = article(5, "Island Post", "Smoke\nSome 212 people died. Some 30 boats came.")
NAMED = replace(
    FIRE,
    people=tuple(Named(start, end, name) for name in ("Abel Osei", "Ada Kerr") for _, start, end in [spot(FIRE, name)]),
)
DEAD = AgreedPoint("figure", "212", (spot(FIRE, "212"), spot(SMOKE, "212")), 2, "Some ", " people died")
BOATS = AgreedPoint("figure", "30", (spot(SMOKE, "30"), spot(FIRE, "Some")), 2, "Some ", " boats came")


def test_the_parts_that_are_signed() -> None:
    figure = ruled(1, PEOPLE, approve="40 people", kind="figure", kind_label="Figure", level="discrepancy")
    made = replace(material([*THREE, NAMED, SMOKE], figure), agreed=(DEAD, BOATS))
    assert {part.part: part.lines for part in signing(compose(made), made)} == {
        "quotations": ("“We had a good talk today,” Orban Velt",),
        "figures": (
            "40 people: …ks held Minister Orban Velt met 40 people. “We had a good talk today,” he…",
            "Some 30 boats came",
        ),
        "casualties": ("Some 212 people died",),
        "accused": ("Abel Osei",),
    }
    assert [part.part for part in signing(compose(material([COASTAL])), material([COASTAL]))] == []


def signed(made: Material, person: int, part: str = "quotations") -> Material:
    """The story with this person's signature under a part as it reads now."""
    fingerprint = next(one.fingerprint for one in signing(compose(made), made) if one.part == part)
    return replace(made, signatures=(MaterialSignature(part, fingerprint, person, "Ben", NOW.isoformat()),))


def unsigned(made: Material, issuer: int) -> list[str]:
    return [one.words for one in _blocked(made, issuer) if one.panel == SIGN]


MISSING = ["No second editor has signed the quotations."]


def test_a_second_editor_signs() -> None:
    made = material(THREE)
    assert unsigned(made, ADA) == MISSING
    by_ben = signed(made, BEN)
    assert (unsigned(by_ben, ADA), unsigned(by_ben, BEN)) == ([], MISSING)
    assert compose(by_ben)["gate"]["signatures"] == [{"editor": "Ben", "at": NOW.isoformat(), "over": "quotations"}]


def test_whoever_decided_is_no_second_editor() -> None:
    wording = ruled(2, WORDS, person=BEN, approve="good talk", kind="quote-wording", edits=False)
    made = signed(material(THREE, wording), BEN)
    assert unsigned(made, ADA) == MISSING
    assert compose(made)["gate"]["signatures"] == []
    # Who decided about something else can sign the quotations.
    spelling = ruled(1, NAME, person=BEN, approve="Orban Velt")
    assert unsigned(signed(material(THREE, spelling), BEN), ADA) == []


def test_other_words_need_another_signature() -> None:
    by_ben = signed(material(THREE), BEN)
    [name] = [row["item"] for row in compose(by_ben)["quotations"]]
    more = article(6, "Quayside Post", "Head\n“It was a long and useful day,” he said.", quotes={
        "It was a long and useful day,": "Orban Velt",
    })  # fmt: skip
    assert unsigned(replace(by_ben, articles=(*THREE, more)), ADA) == MISSING
    reordered = MaterialComposition(headline="Other", order=("quotations", "facts"))
    assert unsigned(replace(by_ben, composition=reordered), ADA) == []
    left_out = MaterialComposition(dropped=frozenset({name}))
    assert unsigned(replace(by_ben, composition=left_out), ADA) == []


@pytest.mark.parametrize(
    ("sentence", "accuses"),
    [
        ("Police arrested Osei on Monday.", True),
        ("Osei was charged with arson.", True),
        ("Osei faces two charges.", True),
        ("The suspect fled.", True),
        ("Osei, who is accused of fraud, left.", True),
        ("He was convicted in May.", True),
        ("Osei allegedly lied.", True),
        ("She is on trial.", True),
        ("The battery was in charge of the fleet.", False),
        ("They charged 5 dollars.", False),
        ("The minister opened the talks.", False),
        ("An arresting view of the port.", False),
    ],
)
def test_sentences_that_accuse(sentence: str, accuses: bool) -> None:
    assert bool(ACCUSING.search(sentence)) == accuses


@pytest.mark.parametrize(
    ("words", "casualties"),
    [
        ("Some 212 people died", True),
        ("14 killed", True),
        ("300 injured", True),
        ("9 bodies were found", True),
        ("the death toll of 40", True),
        ("about 2,400 metric tons", False),
        ("a ferry with 212 passengers", False),
    ],
)
def test_figures_of_casualties(words: str, casualties: bool) -> None:
    assert bool(CASUALTY.search(words)) == casualties


def test_the_accused_are_named_once_with_their_sentences() -> None:
    words = "Police arrested Abel Osei, the owner."
    assert accused([NAMED, replace(NAMED, pk=7, source="Copy")], {4: Revision(), 7: Revision()}) == [
        {
            "name": "Abel Osei",
            "witnesses": [
                {
                    "article": pk,
                    "source": source,
                    "where": "paragraph 1",
                    "words": words,
                }
                for pk, source in ((4, "Harbour Radio"), (7, "Copy"))
            ],
        }
    ]


OTHER = article(8, "Coastal News", "Fire\nPolice held Abel Osay.")


@pytest.mark.parametrize(
    ("kind", "old", "new", "name", "sentence"),
    [
        ("name-spelling", "Abel Osei", "Abel Osay", "Abel Osay", "Police arrested Abel Osay, the owner."),
        ("name-spelling", "Osei", "Osay", "Abel Osay", "Police arrested Abel Osay, the owner."),
        ("spelling", "Osei", "Osay", "Abel Osay", "Police arrested Abel Osay, the owner."),
        ("name-spelling", "owner", "tenant", "Abel Osei", "Police arrested Abel Osei, the tenant."),
        ("name-spelling", "Ada Kerr", "Ada Karr", "Abel Osei", "Police arrested Abel Osei, the owner."),
    ],
)
def test_the_accused_are_named_as_corrected(kind: str, old: str, new: str, name: str, sentence: str) -> None:
    typed = conflict(1, {old: [NAMED]}, replace=new, kind=kind)
    [row] = compose(material([NAMED, OTHER], typed))["accused"]
    assert (row["name"], [one["words"] for one in row["witnesses"]]) == (name, [sentence])


SHORT = article(9, "Harbour Radio", "Fire\nAbel Osei ran. Police arrested Osei.")
CALLED = replace(SHORT, people=tuple(Named(start, end, "Abel Osei") for start, end in ((5, 14), (36, 40))))


@pytest.mark.parametrize(("typed", "name"), [("Abel", "Abel Osei"), ("Kerr", "Kerr")])
def test_a_short_name_of_an_accused_is_known_by_the_full_one(typed: str, name: str) -> None:
    made = conflict(1, {"Osei": [CALLED]}, replace=typed, kind="second-reference")
    second = replace(made.readings[0], witnesses=(MaterialWitness(9, 36, 40),))
    made = replace(made, readings=(second,))
    assert [row["name"] for row in compose(material([CALLED], made))["accused"]] == [name]


def test_another_name_of_an_accused_needs_another_signature() -> None:
    by_ben = signed(material([NAMED, OTHER]), BEN, "accused")
    assert unsigned(by_ben, ADA) == []
    typed = conflict(1, {"Abel Osei": [NAMED]}, replace="Abel Osay")
    assert unsigned(replace(by_ben, conflicts=(typed,)), ADA) == ["No second editor has signed the names of accused."]


def edited(made: Material, part: str, words: str) -> Material:
    """The story whose one item of a part stands in the words that Ada typed."""
    [name] = [row["item"] for row in compose(made)[part]]
    return replace(made, composition=MaterialComposition(edited={name: words}, typists={name: frozenset({ADA})}))


def waived(made: Material) -> Material:
    """The story with a waiver for every claim of a single source as it reads now."""
    found = single_source(compose(made), made)
    return replace(
        made, waivers=tuple(MaterialWaiver(one.claim, one.words, "Heard.", "Ada", NOW.isoformat()) for one in found)
    )


def unwaived(made: Material) -> list[tuple[str, str]]:
    return [(one.words, one.sources) for one in single_source(compose(made), made) if one.waiver is None]


def test_a_waiver_holds_for_the_words_that_an_editor_gave_the_fact() -> None:
    alone = waived(material([MERIDIAN, COASTAL], conflict(1, PEOPLE | {"40 people": [MERIDIAN]}, approve="40 people")))
    assert unwaived(alone) == []
    other = edited(alone, "facts", "Some 40 people came to the talks.")
    assert unwaived(other) == [("the fact “Some 40 people came to the talks.”", "Meridian Press")]
    assert unwaived(waived(other)) == []
    assert unwaived(edited(waived(other), "facts", "Some 40 people left.")) == [
        ("the fact “Some 40 people left.”", "Meridian Press")
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Some 40 people met him.", []),
        ("Nobody met him.", [("the fact “Nobody met him.”", "no report has it")]),
        ("Some 140 people met him.", [("the fact “Some 140 people met him.”", "no report has it")]),
    ],
)
def test_a_fact_of_two_sources_is_one_of_none_in_words_that_do_not_say_it(words: str, told: list[Any]) -> None:
    made = material(THREE, conflict(1, PEOPLE, approve="40 people", kind="figure"))
    assert (unwaived(made), unwaived(edited(made, "facts", words))) == ([], told)


@pytest.mark.parametrize(("words", "told"), [("At least 30 boats", 0), ("Many boats", 1)])
def test_an_agreed_point_is_borne_out_in_words_that_say_it(words: str, told: int) -> None:
    made = replace(material([NAMED, SMOKE]), agreed=(BOATS,))
    assert (len(unwaived(made)), len(unwaived(edited(made, "agreed", words)))) == (0, told)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Orban Velt is how his name is spelt.", []),
        ("Name spelling: “Orban Velt” — decided by Ada, 12:40", []),
        ("Orban Velt spoke to 3,000 people.", ["figures"]),
        ("Orban Velt died.", ["casualties"]),
        ("Orban Velt counted 3 dead.", ["casualties"]),
        ("Orban Velt: “A good talk today.”", ["quotations"]),
    ],
)
def test_figures_casualties_and_quotations_in_an_editors_words_are_signed(words: str, parts: list[str]) -> None:
    silent = [replace(one, quotes=()) for one in THREE]
    made = material(silent, conflict(1, NAME, approve="Orban Velt"))
    assert signing(compose(made), made) == []
    typed = edited(made, "facts", words)
    assert {part.part: part.lines for part in signing(compose(typed), typed)} == dict.fromkeys(parts, (words,))


def test_whoever_typed_the_words_is_no_second_editor() -> None:
    silent = [replace(one, quotes=()) for one in THREE]
    figure = ruled(1, PEOPLE, person=3, approve="40 people", kind="figure", kind_label="Figure", level="discrepancy")
    typed = edited(material(silent, figure), "facts", "Some 40 people met him.")
    [part] = signing(compose(typed), typed)
    assert (part.part, part.deciders) == ("figures", {ADA, 3})
    assert unsigned(signed(typed, ADA, "figures"), BEN) == ["No second editor has signed the figures."]
    assert unsigned(signed(typed, BEN, "figures"), ADA) == []
    # Who typed something else can sign the figures.
    [name] = typed.composition.edited
    elsewhere = replace(typed, composition=replace(typed.composition, typists={f"{name}-": frozenset({BEN})}))
    assert unsigned(signed(elsewhere, BEN, "figures"), ADA) == []


def test_who_ever_put_an_item_in_other_words() -> None:
    versions = [
        (ADA, {"facts-a": "One"}),
        (BEN, {"facts-a": "One", "facts-b": "Two"}),
        (3, {"facts-b": "Two, better"}),
        (4, None),
        (BEN, {"facts-a": "One"}),
    ]
    assert typists(versions) == {"facts-a": {ADA, BEN}, "facts-b": {BEN, 3}}
    assert typists([]) == {}
