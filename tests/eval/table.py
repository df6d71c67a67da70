"""Rows of figures with the figure to reach, laid out for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass

Figure = float | int | str | None


@dataclass(frozen=True)
class Row:
    """One measure: what it is now and, where one is set, the figure to reach."""

    measure: str
    now: Figure
    reach: float | int | None = None
    # A load, a cost or a fault is to stay at or below its figure.
    at_most: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether the figure is reached, as it is printed; None where there is nothing to compare."""
        if self.reach is None or not isinstance(self.now, int | float):
            return None
        now = round(self.now, 2)
        return now <= self.reach if self.at_most else now >= self.reach

    def cells(self) -> tuple[str, str, str, str]:
        """The row as it is printed."""
        bound = "" if self.reach is None else f"{'<=' if self.at_most else '>='} {written(self.reach)}"
        verdict = {None: "", True: "reached", False: "SHORT"}[self.reached]
        return self.measure, written(self.now), bound, verdict


HEADER = ("measure", "now", "reach", "")


def written(figure: Figure) -> str:
    """A figure as a reader wants it: shares with two places and no nought in front."""
    if figure is None:
        return "-"
    if isinstance(figure, float):
        return f"{figure:.2f}".removeprefix("0") if 0 <= figure < 1 else f"{figure:.2f}"
    return f"{figure:,}" if isinstance(figure, int) else figure


def lines(rows: Sequence[Row]) -> list[str]:
    """The rows under their header."""
    return columns([HEADER, *(row.cells() for row in rows)])


def columns(cells: Sequence[Sequence[str]]) -> list[str]:
    """Cells in columns: the first to the left, figures to the right."""
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    return [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
