"""Offices: when two titles are one office in other words, and which offices nobody holds at the same time."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck.collation.lexicon import listed

ABBREVIATED: Mapping[str, str] = {
    "sen.": "senator",
    "sen": "senator",
    "rep.": "representative",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov.": "governor",
    "gov": "governor",
    "gen.": "general",
    "adm.": "admiral",
    "col.": "colonel",
    "lt.": "lieutenant",
    "maj.": "major",
    "capt.": "captain",
    "pres.": "president",
    "vp": "vice president",
    "pm": "prime minister",
    "premier": "prime minister",
    "vice-president": "vice president",
    "advisor": "adviser",
    "attorney-general": "attorney general",
    "chairwoman": "chairman",
    "chair": "chairman",
    "chairperson": "chairman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "spokesman": "spokesman",
    "secretary-general": "secretary general",
    "director-general": "director general",
    "defence": "defense",
    "labour": "labor",
    "foreign affairs": "foreign",
}
LINKS = frozenset(listed("of for to the and on in at affairs"))
# Two names of one department.
FIELDS: Mapping[str, str] = {"external": "foreign", "interior": "home", "economy": "finance", "economic": "finance"}
# Words before an office that rank or place its holder; they make no other office.
PASSING = frozenset(listed("top senior chief-designate longtime new outgoing incoming current embattled then acting"))

# Whoever holds one of these holds none of the others: offices of state, leaders of a chamber, ranks, staff posts.
STATE = frozenset(
    {"president", "vice president", "prime minister", "senator", "representative", "governor", "mayor", "chancellor"}
    | {"attorney general", "solicitor general", "secretary", "minister", "ambassador"}
)
LEADERS = frozenset({"speaker", "majority leader", "minority leader", "majority whip", "minority whip"})
RANKS = frozenset({"general", "admiral", "colonel", "major", "captain", "lieutenant", "sergeant"})
BENCH = frozenset({"judge", "justice"})
STAFF = frozenset({"chief of staff", "spokesman", "press secretary", "lawyer"})
HEADS = frozenset({"chairman", "director", "chief executive", "editor", "commissioner"})
FAMILIES = (STATE, LEADERS, RANKS, BENCH, STAFF, HEADS)
# Offices that are taken for each other, and that a career seldom joins: of these two reports are enough.
TIERS = (
    frozenset({"senator", "representative", "governor", "mayor"}),
    frozenset({"president", "vice president"}),
    frozenset({"prime minister", "minister", "chancellor"}),
    frozenset({"attorney general", "solicitor general"}),
    LEADERS,
    frozenset({"general", "admiral"}),
    BENCH,
)
DEPARTMENTS = frozenset({"secretary", "minister"})
# Two names of one post.
SAME = frozenset({frozenset({"spokesman", "press secretary"})})
# Offices that have one holder at a time in a country.
SINGLE = frozenset({"president", "vice president", "prime minister", "chancellor", "secretary", "minister"})
DEPUTIES = frozenset(listed("deputy vice assistant associate under junior"))
_TWO_WORDS = sorted((name for family in FAMILIES for name in family if " " in name), key=len, reverse=True)


class Office(NamedTuple):
    """An office: its family by index (-1: a description), its head, its field ("state", "foreign"), its rank."""

    family: int
    head: str
    field: frozenset[str]
    deputy: bool

    def excludes(self, other: "Office") -> bool:
        """Whether nobody holds both at one time."""
        if self.family < 0 or self.family != other.family or frozenset({self.head, other.head}) in SAME:
            return False
        if self.head != other.head:
            return True
        if self.deputy != other.deputy:
            return FAMILIES[self.family] is not STAFF
        return bool(self.field and other.field and not self.field & other.field)

    def confused(self, other: "Office") -> bool:
        """Whether the two exclude each other and are of one tier, so that a change of office is unlikely."""
        if self.head == other.head:
            return self.head in DEPARTMENTS and self.deputy == other.deputy and self.excludes(other)
        return self.excludes(other) and any({self.head, other.head} <= tier for tier in TIERS)


@lru_cache(maxsize=4096)
def office(title: str) -> Office:
    """What a printed title says, house style folded away."""
    words = " ".join(ABBREVIATED.get(word, word) for word in title.lower().replace("’", "'").split())
    words = words.replace("lieutenant governor", "deputy governor")
    head = next((name for name in _TWO_WORDS if f" {name} " in f" {words} "), "")
    if not head:
        known = [word for word in words.split() if _family(word) >= 0]
        head = known[0] if known else ""
    rest = f" {words} ".replace(f" {head} ", " ", 1).split() if head else []
    field = frozenset(FIELDS.get(word, word) for word in rest if word not in LINKS | PASSING | DEPUTIES)
    return Office(_family(head), head, field, any(word in DEPUTIES for word in rest))


def _family(head: str) -> int:
    return next((number for number, family in enumerate(FAMILIES) if head in family), -1)
