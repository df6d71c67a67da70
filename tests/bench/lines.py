"""The lines of a table of figures: each in its unit, several columns side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.eval.table import columns

Figures = dict[str, float | None]


def seconds(figure: float) -> str:
    return f"{figure:.2f} s"


def milliseconds(figure: float) -> str:
    return f"{figure * 1000:,.0f} ms"


def megabytes(figure: float) -> str:
    return f"{figure:,.0f} MB"


def words(figure: float) -> str:
    return f"{round(figure, -2):,.0f}"


def number(figure: float) -> str:
    return f"{figure:,.0f}"


def times(figure: float) -> str:
    return f"{figure:.2f} x"


def share(figure: float) -> str:
    return f"{figure:.2f}"


@dataclass(frozen=True)
class Line:
    """A line of the table: which figure, in which words, and what it is to reach."""

    figure: str
    measure: str
    written: Callable[[float], str]
    reach: str = ""

    def cells(self, results: Sequence[Figures]) -> tuple[str, ...]:
        """The line as it is printed; a figure that is not told here is a dash."""
        told = [result.get(self.figure) for result in results]
        return self.measure, *("-" if one is None else self.written(one) for one in told), self.reach


def table(lines: Sequence[Line], results: Mapping[str, Figures]) -> list[str]:
    """The figures of several results, one a column."""
    header = ("measure", *results, "reach")
    return columns([header, *(line.cells(list(results.values())) for line in lines)])
