"""The network: a graph that onnxruntime runs, loaded when it is first asked and not before the fork."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class Runner(Protocol):
    """What the components ask of a network."""

    graph: bytes

    def __call__(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        """The output for one text."""


class Network:
    """Runs one graph on one thread; the graph has one output."""

    def __init__(self, graph: bytes = b"") -> None:
        self.graph = graph
        self._session: InferenceSession | None = None
        self._process = 0

    def __call__(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        """The output for one text."""
        found: NDArray[np.float32] = self.session().run(None, dict(inputs))[0]
        return found

    def session(self) -> "InferenceSession":
        """The session of this process: one that a parent made has threads that a child does not have."""
        if self._session is None or self._process != os.getpid():
            self._session, self._process = _session(self.graph), os.getpid()
        return self._session


def _session(graph: bytes) -> "InferenceSession":
    # Light pipelines and the web do without onnxruntime.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    # Warnings say which of its own rewritings a version leaves out.
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
