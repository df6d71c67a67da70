"""From what the scorers count to the rows that `make eval` prints. Pure: figures in, rows out.

The figures to reach are those that the makers set themselves for the copy that they may look at.
"""

from collections.abc import Mapping
from typing import Any

from tests.eval.table import Row

Figures = Mapping[str, Any]

# A hundredth above the better of two trials, a small network and a first encoder, corpus by corpus and type by type.
# GUM has no figure here: the language pipeline's own evaluation holds it to GUM's test part.
NAMES_TO_REACH = {
    "meantime names": 0.62,
    "meantime PER": 0.63,
    "meantime ORG": 0.60,
    "meantime LOC": 0.70,
    "uner names": 0.78,
    "uner PER": 0.84,
    "uner ORG": 0.66,
    "uner LOC": 0.80,
}
CORPORA = {"meantime": "MEANTIME", "uner": "UNER EWT dev", "gum": "GUM news"}
TYPES = ("PER", "ORG", "LOC")


def seeds(figures: Figures) -> list[Row]:
    """The five stories that were annotated by hand."""
    claims, found = figures["claims"], figures["found"]
    quotations = claims["quotes"]
    return [
        Row(f"conflicts found, of {figures['required']}", found),
        Row(f"plain conflicts found, of {figures['core']}", figures["core_found"], figures["core"]),
        Row("wrong alarms", figures["wrong"], 0, at_most=True),
        Row("alarms that the annotation does not list", figures["unlisted_alarms"], 0, at_most=True),
        Row("witnesses that belong to the conflict, share", figures["purity"]),
        Row(f"right reading offered, or rightly none, of {found}", figures["suggestion_right"], found),
        Row(f"quotations to the sign, of {quotations['gold']}", round(quotations["r"] * quotations["gold"]), 38),
        Row("quotations marked in all", quotations["predicted"]),
        Row("right speakers of those found, share", claims["speakers"], round(35 / 36, 2)),
        Row("persons: F1 to the sign", claims["persons"]["f1"]),
    ]


def subsets(figures: Figures) -> list[Row]:
    """Every choice of two to five of these stories."""
    stay = figures["conflicts_that_stay"]
    return [
        Row(f"conflicts found, of {figures['detectable']} that a reader can see", figures["found"]),
        Row("wrong alarms", figures["wrong"], 0, at_most=True),
        Row("results that depend on the order of the articles", figures["order_dependent"], 0, at_most=True),
        Row(f"keys that changed when one more story came, of {stay}", figures["keys_changed"], 0, at_most=True),
    ]


def quotes(figures: Figures) -> list[Row]:
    """Quotations with their speakers in newspaper reports (PolNeAR)."""
    speech, direct = figures["speech"], figures["speech, direct"]
    loose = speech["@0.3"]
    return [
        Row(f"all that has a verb of saying ({loose['gold']}): F1", loose["f1"], 0.75),
        Row("- found, share", loose["r"]),
        Row("- right, of those marked, share", loose["p"]),
        Row("- right speaker, of those found, share", loose["speaker"], 0.80),
        Row("- right verb or other cue, of those found, share", loose["cue"]),
        Row("- F1 where .8 of the words must be covered", speech["@0.8"]["f1"]),
        Row("- F1 to the sign", speech["exact"]["f1"]),
        Row(f"between marks ({direct['@0.3']['gold']}): found, share", direct["@0.3"]["r"], 0.98),
        Row("- right speaker, of those found, share", direct["@0.3"]["speaker"], 0.88),
        *(_kind(figures, kind) for kind in ("mixed", "indirect")),
        Row(f"with beliefs and plans ({figures['all']['@0.3']['gold']}): F1", figures["all"]["@0.3"]["f1"]),
    ]


def _kind(figures: Figures, kind: str) -> Row:
    found = figures[f"speech, {kind}"]["@0.3"]
    return Row(f"{kind} ({found['gold']}): found, share", found["r"])


def names(figures: Figures) -> list[Row]:
    """Names by corpus and type: the same span and the same type."""
    return [
        Row(
            f"{CORPORA[corpus]} {label} ({found['gold']}): F1",
            found["f1"],
            NAMES_TO_REACH.get(f"{corpus} {label}"),
        )
        for corpus in CORPORA
        for label in ("names", *TYPES)
        for found in [figures[f"{corpus} {label}"]["strict"]]
    ]


def entities(figures: Figures) -> list[Row]:
    """Names, and the figures and dates of MEANTIME."""
    numbers, dates = figures["meantime figures"], figures["meantime dates"]
    return [
        *names(figures),
        Row(f"MEANTIME figures ({numbers['strict']['gold']}): F1, same span", numbers["strict"]["f1"], 0.85),
        Row("- F1, any overlap", numbers["loose"]["f1"]),
        Row("- right value, of those that overlap, share", numbers["value"]),
        Row(f"MEANTIME dates ({dates['strict']['gold']}): F1, same span", dates["strict"]["f1"], 0.85),
        Row("- F1, any overlap", dates["loose"]["f1"]),
        Row("- F1 of values", dates["value_f1"], 0.78),
    ]


def variants(figures: Figures) -> list[Row]:
    """Differences that real reports had."""
    return [
        row
        for kind in ("name", "number", "quote", "all")
        for found in [figures[kind]]
        for row in (
            Row(f"{kind}: alarm at conflicts ({found['conflicts']}), share", found["recall"]),
            Row(f"{kind}: alarm at harmless pairs ({found['benign']}), share", found["false_alarm_rate"]),
        )
    ]


def inject(figures: Figures) -> list[Row]:
    """Errors put into real reports: the averages over the kinds, and what it costs."""
    macro, event = figures["macro"], figures["event_trap"]
    return [
        Row("found, average over the kinds, share", macro["recall"]),
        Row("- at a quarter of an alarm an article, share", macro["@0.25"]),
        Row("- at a tenth of an alarm an article, share", macro["@0.1"]),
        Row("alarms on an unchanged article", figures["alarms_per_article"]),
        Row("notes of style on an unchanged article", figures["style_per_article"]),
        Row("traps that raised an alarm, share", figures["trap_alarm_rate"], 0, at_most=True),
        Row(f"joined report of another event told apart ({event['n']}), share", event["apart"]),
        Row("- while the others stay together, share", event["rest_unchanged"]),
    ]


GROUPS = {
    "threes": "three reports of one event stay together",
    "pairs": "two reports of one event stay together",
    "joined": "a joined report of another event is told apart",
}
DAYS = {"dated": "", "undated": ", their days not given"}


def events(figures: Figures) -> list[Row]:
    """Reports of one event, and of another event of the same people."""
    return [
        Row(f"{measure}{told}, of {found['clusters']}", found["right"])
        for group, measure in GROUPS.items()
        for days, told in DAYS.items()
        for found in [figures[f"{group} {days}"]]
    ]
