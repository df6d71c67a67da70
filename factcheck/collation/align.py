"""Two rows of words side by side: where they agree, and what differs in between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from factcheck.collation.words import inflected, is_function_word

# Words that only one side has in one place. More than that is another sentence, not another wording.
WIDEST_GAP = 8
SHORT_BLOCK = 2
WIDE_GAP = 3
# A row that begins or ends so close to what is shared goes on there, but for a word.
EDGE, SURE = 4, 3


class Block(NamedTuple):
    """A run of equal words: where it starts in either row, and how long it is."""

    left: int
    right: int
    size: int


class Change(NamedTuple):
    """What differs between two blocks, as half-open runs of either row; a run may be empty."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def width(self) -> int:
        """The longer side, in words."""
        return max(self.left_end - self.left, self.right_end - self.right)


class Region(NamedTuple):
    """Blocks that belong to one remark, in order."""

    blocks: tuple[Block, ...]

    @property
    def changes(self) -> list[Change]:
        """What differs within the region."""
        return [_gap(one, other) for one, other in zip(self.blocks, self.blocks[1:], strict=False)]

    @property
    def bounds(self) -> Change:
        """The whole region, ends included."""
        first, last = self.blocks[0], self.blocks[-1]
        return Change(first.left, last.left + last.size, first.right, last.right + last.size)


def regions(left: Sequence[str], right: Sequence[str]) -> Iterator[Region]:
    """The stretches where two rows of words run alongside each other."""
    run: list[Block] = []
    for block in _telling(left, right, _blocks(left, right)):
        if run and _apart(run[-1], block):
            yield Region(tuple(run))
            run = []
        run.append(block)
    if run:
        yield Region(tuple(run))


def drawn_out(region: Region, left: Sequence[str], right: Sequence[str]) -> Region:
    """The region with the first and last words of a row that begins or ends beside it, over a change of one word.

    "I believe the mayor knows" and "With respect, I think the mayor knows" share their "I".
    """
    if sum(block.size for block in region.blocks) < SURE:
        return region
    bounds = region.bounds
    head = _head(left[: bounds.left][::-1], right[: bounds.right][::-1])
    tail = _head(left[bounds.left_end :], right[bounds.right_end :])
    first = [Block(bounds.left - b.left - b.size, bounds.right - b.right - b.size, b.size) for b in reversed(head)]
    last = [Block(bounds.left_end + b.left, bounds.right_end + b.right, b.size) for b in tail]
    return Region((*first, *region.blocks, *last))


def _head(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The equal words that follow a change of one word, if either row is over soon; else nothing."""
    if not 0 < min(len(left), len(right)) <= EDGE:
        return []
    for skipped, jumped in ((1, 1), (1, 0), (0, 1)):
        size = _alike(left[skipped:], right[jumped:])
        if size and size == min(len(left) - skipped, len(right) - jumped):
            return [Block(skipped, jumped, size)]
    return []


def _alike(left: Sequence[str], right: Sequence[str]) -> int:
    """How many of the first words are equal."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    codes = LCSseq.opcodes(left, right)
    blocks = [Block(c.src_start, c.dest_start, c.src_end - c.src_start) for c in codes if c.tag == "equal"]
    return _slid(left, right, blocks)


def _slid(left: Sequence[str], right: Sequence[str], blocks: list[Block]) -> list[Block]:
    """Joins the first block to the second where it fits there as well.

    A quotation that begins later than the other, with words that the other says twice, has no gap after them.
    """
    if len(blocks) < 2:
        return blocks
    first, second, *rest = blocks
    gap = _gap(first, second)
    low, high = second.left - first.size, second.right - first.size
    here = list(left[first.left : first.left + first.size])
    fits = list(left[low : second.left]) == here == list(right[high : second.right])
    if fits and gap.width and min(gap.left_end - gap.left, gap.right_end - gap.right) == 0:
        return [Block(low, high, first.size + second.size), *rest]
    return blocks


def _telling(left: Sequence[str], right: Sequence[str], blocks: list[Block]) -> list[Block]:
    """Drops the short runs of function words that any two sentences share amid other words."""
    ends = Block(len(left), len(right), 0)
    rows = zip([Block(0, 0, 0), *blocks], blocks, [*blocks[1:], ends], strict=False)
    return [
        block
        for before, block, after in rows
        if block.size > SHORT_BLOCK
        or max(_gap(before, block).width, _gap(block, after).width) < WIDE_GAP
        or not all(is_function_word(norm) for norm in left[block.left : block.left + block.size])
    ]


def _gap(one: Block, other: Block) -> Change:
    return Change(one.left + one.size, other.left, one.right + one.size, other.right)


def _apart(one: Block, other: Block) -> bool:
    return _gap(one, other).width > WIDEST_GAP


def forms(left: Sequence[str], right: Sequence[str], change: Change) -> bool:
    """True when a change only puts words into another form: manage and managing."""
    one, other = left[change.left : change.left_end], right[change.right : change.right_end]
    return len(one) == len(other) > 0 and all(a == b or inflected(a, b) for a, b in zip(one, other, strict=True))


def project(region: Region, low: int, high: int, *, back: bool = False) -> tuple[int, int]:
    """Where a run of the left row stands in the right row (or the other way round), changes taken whole."""
    sides = [(b.right, b.left, b.size) if back else (b.left, b.right, b.size) for b in region.blocks]
    first = [there + min(low - here, size) for here, there, size in sides if here <= low]
    last = [there + max(high - here, 0) for here, there, size in sides if high <= here + size]
    start = first[-1] if first else sides[0][1]
    end = last[0] if last else sides[-1][1] + sides[-1][2]
    return start, max(start, end)
