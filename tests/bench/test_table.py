"""The figures of several pipelines stand side by side, each in its unit."""

from tests.bench.lines import Figures, table
from tests.bench.run import LINES

RULES: Figures = {
    "load": 0.184,
    "peak": 209.4,
    "whole": 41_873.0,
    "report": 0.0068,
    "bare": None,
    "ratio": None,
    "collate 5": 0.1,
}
TRAINED: Figures = {"load": 1.62, "peak": 1263.0, "whole": 5_149.0, "report": 0.0549, "bare": 5_900.0, "ratio": 1.141}


def test_pipelines_side_by_side() -> None:
    printed = {" ".join(line.split()) for line in table(LINES, {"rules": RULES, "en_wire": TRAINED})}
    assert printed == {
        "measure rules en_wire reach",
        "a worker: importing its code - -",
        "a worker: loading the pipeline 0.18 s 1.62 s < 1.5 s",
        "a worker: memory when loaded - -",
        "a worker: its first report - -",
        "a worker: most memory, stories read and compared 209 MB 1,263 MB",
        "intake, words a second - -",
        "the bare pipeline, words a second - 5,900",
        "whole extraction, words a second 41,900 5,100 >= 3,500; without encoder 5,500",
        "whole extraction against the bare pipeline - 1.14 x <= 1.3 x",
        "whole extraction of a report 7 ms 55 ms",
        "collation of 5 reports of one story 0.10 s -",
        "collation of 10 reports of one story - -",
        "collation of 20 reports of one story - -",
        "collation of 50 reports of one story - -",
    }
