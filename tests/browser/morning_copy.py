"""Twelve made-up agencies report one stopped cable car, each with slips of its own; no other test has this copy."""

from pathlib import Path

TOWN = "Quillhaven"
AGENCIES = (
    "Fennmark Wire", "Aldous Press", "Ridgeway News", "Copperline", "Three Rivers Agency", "Lantern Service",
    "Upland Dispatch", "Marram Press", "Tollgate News", "Skerry Wire", "Bellwether Agency", "Orchard Press",
)  # fmt: skip
# What each paragraph says, in three wordings; a report takes another wording in each of its paragraphs.
PARAGRAPHS = (
    (
        "A cable car stopped above the Fenn gorge at {town} on Tuesday, and 46 passengers hung there for nine hours.",
        "For nine hours on Tuesday, 46 passengers were stuck in a cable car above the Fenn gorge at {town}.",
        "The cable car of {town} came to rest above the Fenn gorge on Tuesday, with 46 passengers, for nine hours.",
    ),
    (
        "“The brake did not hold, and then the motor gave up,” rescue chief Henrik Osterlund said.",
        "Rescue chief Henrik Osterlund told reporters: “The brake did not hold, and then the motor gave up.”",
        "“The brake did not hold, and then the motor gave up,” said Henrik Osterlund, the rescue chief.",
    ),
    (
        "Osterlund sent 85 climbers into the gorge, and the last passenger was down at 11 p.m.",
        "The last passenger was brought down at 11 p.m. by the 85 climbers whom Osterlund had sent into the gorge.",
        "Some 85 climbers went into the gorge, and Osterlund saw the last passenger come down at 11 p.m.",
    ),
    (
        "“This valley lives from its visitors, and we owe them an honest answer,” Mayor Beatriz Quintela said.",
        "Mayor Beatriz Quintela said: “This valley lives from its visitors, and we owe them an honest answer.”",
        "“This valley lives from its visitors, and we owe them an honest answer,” said Mayor Beatriz Quintela.",
    ),
    (
        "The line opened in 1974 and carries 310,000 visitors a year, according to its owner.",
        "According to its owner the line, opened in 1974, carries 310,000 visitors a year.",
        "Some 310,000 visitors a year take the line, which opened in 1974, its owner says.",
    ),
    (
        "“Every rope was changed in the spring,” Samuel Okonjo, the director of the line, told reporters.",
        "Samuel Okonjo, the director of the line, said: “Every rope was changed in the spring.”",
        "“Every rope was changed in the spring,” said Samuel Okonjo, the director of the line.",
    ),
    (
        "Seven people were treated for the cold in the hospital of Lower Fenn, and none was in danger.",
        "None was in danger, but seven people were treated for the cold in the hospital of Lower Fenn.",
        "In the hospital of Lower Fenn seven people were treated for the cold; none was in danger.",
    ),
    (
        "“We sang until our voices were gone,” said Lucia Brandt, a teacher who was on board with her class.",
        "Lucia Brandt, a teacher who was on board with her class, said: “We sang until our voices were gone.”",
        "“We sang until our voices were gone,” Lucia Brandt, a teacher who was on board with her class, said.",
    ),
)  # fmt: skip
HEADLINES = (
    "Forty-six freed from cable car at {town}",
    "Nine hours above the gorge at {town}",
    "Cable car of {town} stands still",
)
# The place of a report, what it prints, and what the others print there.
SLIPS = (
    (0, "Osterlundt", "Osterlund"),
    (1, "64 passengers", "46 passengers"),
    (2, "The brake did hold", "The brake did not hold"),
    (3, "on Wednesday", "on Tuesday"),
    (3, "Lucia Brand,", "Lucia Brandt,"),
    (4, "the the Fenn gorge", "the Fenn gorge"),
    (5, "the hospital of Upper Fenn", "the hospital of Lower Fenn"),
    (5, "Every rope was charged", "Every rope was changed"),
    (6, "Samuel Okonyo", "Samuel Okonjo"),
    (7, "310,000 visiters", "310,000 visitors"),
    (7, "opened in 1947", "opened in 1974"),
    (8, "Governor Beatriz Quintela", "Mayor Beatriz Quintela"),
    (9, "We sang until our voice was gone", "We sang until our voices were gone"),
    (10, "95 climbers", "85 climbers"),
    (10, "nine people were", "seven people were"),
    (11, "an honest anser", "an honest answer"),
    (11, "301,000 visitors", "310,000 visitors"),
)
ANOTHER_EVENT = (
    "BRACKENFORD, Isle of Thole, 3 June 2026 (Skerry Wire) - The lighthouse of Brackenford will be lit again in "
    "autumn, its keeper Odile Marchetti said. It has been dark since 1998.\n"
)


def reports() -> dict[str, str]:
    """The twelve files, by their names."""
    return {f"{place + 1:02}-{_slug(agency)}.txt": _report(place, agency) for place, agency in enumerate(AGENCIES)}


def written(folder: Path) -> list[Path]:
    """The twelve files in a folder."""
    for name, text in reports().items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def _report(place: int, agency: str) -> str:
    body = [wordings[(place + number) % len(wordings)] for number, wordings in enumerate(PARAGRAPHS)]
    first = f"{TOWN.upper()}, Fennmark, 3 June 2026 ({agency}) - {body[0]}"
    text = "\n\n".join([HEADLINES[place % len(HEADLINES)], first, *body[1:]]).replace("{town}", TOWN) + "\n"
    for printed, usual in [slip for at, *slip in SLIPS if at == place]:
        assert usual in text, (agency, usual)
        text = text.replace(usual, printed, 1)
    return text


def _slug(agency: str) -> str:
    return agency.lower().replace(" ", "-")
