"""The stored nouns, one file each."""

from factcheck.models.article import Article
from factcheck.models.calibration import Calibration
from factcheck.models.claim import Claim
from factcheck.models.comparison import Comparison
from factcheck.models.composition import Composition
from factcheck.models.conflict import Conflict
from factcheck.models.decision import Decision
from factcheck.models.digest import Digest
from factcheck.models.entry import Entry
from factcheck.models.handover import Handover
from factcheck.models.posting import Posting
from factcheck.models.presence import Presence
from factcheck.models.printing import Printing
from factcheck.models.reading import Reading
from factcheck.models.receipt import Receipt
from factcheck.models.run import Run
from factcheck.models.signature import Signature
from factcheck.models.silence import Silence
from factcheck.models.source import Source
from factcheck.models.story import Story
from factcheck.models.waiver import Waiver
from factcheck.models.witness import Witness

__all__ = [
    "Article",
    "Calibration",
    "Claim",
    "Comparison",
    "Composition",
    "Conflict",
    "Decision",
    "Digest",
    "Entry",
    "Handover",
    "Posting",
    "Presence",
    "Printing",
    "Reading",
    "Receipt",
    "Run",
    "Signature",
    "Silence",
    "Source",
    "Story",
    "Waiver",
    "Witness",
]
