import os
import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from factcheck.extraction.encoder.network import Network


class Session:
    """Stands in for a session of onnxruntime and notes that it was made."""

    made: list[tuple[bytes, int, list[str]]] = []

    def __init__(self, graph: bytes, options: Any, providers: list[str]) -> None:
        self.made.append((graph, options.intra_op_num_threads, providers))

    def run(self, names: None, inputs: dict[str, Any]) -> list[Any]:
        return [inputs["x"] * 2, "further output"]


@pytest.fixture(autouse=True)
def _runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = SimpleNamespace(SessionOptions=SimpleNamespace, InferenceSession=Session)
    monkeypatch.setitem(sys.modules, "onnxruntime", fake)
    monkeypatch.setattr(Session, "made", [])


def test_a_session_is_made_when_it_is_first_asked_and_kept() -> None:
    network = Network(b"graph")
    assert Session.made == []
    assert network({"x": np.ones(2)}).tolist() == [2, 2]
    network({"x": np.ones(2)})
    assert Session.made == [(b"graph", 1, ["CPUExecutionProvider"])]


def test_a_forked_child_makes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(b"graph")
    network.session()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    network.session()
    network.session()
    assert len(Session.made) == 2
