"""Export: trained weights become the graphs that the product runs: ``python -m training.encoder.export --help``."""

import argparse
import json
import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from torch import Tensor, nn

from factcheck.extraction.encoder import EncoderEntities, PieceTable, SentenceVectors
from factcheck.extraction.encoder.network import Network
from factcheck.extraction.encoder.reading import read
from training.encoder.data import bare, documents
from training.encoder.model import Averager, Encoder, Layer, Tagger, published, quantised

_OPSET = 17


log = logging.getLogger(__name__)


Sample = tuple[Tensor, Tensor]
# How many documents say what numbers pass through the layers, and which of their peaks count as outliers.
_SAMPLED = 200
_OUTLIERS = 0.8


def table(folder: Path) -> PieceTable:
    """The word pieces of the published encoder."""
    numbers = quantised(published(folder))
    held = PieceTable()
    held.fill((folder / "vocab.txt").read_text("utf-8").splitlines(), numbers.numbers, numbers.scales)
    return held


def entities(folder: Path, sample: Sequence[Sample]) -> EncoderEntities:
    """The recogniser with the weights of a training."""
    labels = json.loads((folder / "recipe.json").read_text("utf-8"))["labels"]
    model = Tagger(1 + 2 * len(labels))
    model.load_state_dict(load_file(folder / "weights.safetensors"))
    model.eval()
    even_out(model.encoder, lambda: [model(vectors, shapes) for vectors, shapes in sample])
    found = EncoderEntities(spacy.blank("en"))
    found.labels = tuple(labels)
    found.network = Network(graph(model, dict(zip(("vectors", "shapes"), sample[0], strict=True))))
    return found


def sentences(folder: Path, sample: Sequence[Sample]) -> SentenceVectors:
    """The published encoder, as it is."""
    model = Averager().eval()
    model.encoder.load(published(folder))
    even_out(model.encoder, lambda: [model(vectors) for vectors, _ in sample])
    found = SentenceVectors(spacy.blank("en"))
    found.network = Network(graph(model, {"vectors": sample[0][0]}))
    return found


def sampled(documents: Sequence[Doc], table: PieceTable) -> list[Sample]:
    """Vectors and shapes of some documents."""
    chosen = documents[:: max(1, len(documents) // _SAMPLED)]
    chunks = [chunk for doc in chosen for chunk in read([token.text for token in doc], table.cut)]
    return [(torch.from_numpy(table.vectors(chunk.pieces)), torch.tensor([chunk.shapes])) for chunk in chunks]


def even_out(encoder: Encoder, run: Callable[[], object]) -> None:
    """Makes outliers small before the last dense layer of each block, and its weights for them larger.

    A few of these numbers are ten times the others, and would leave the others only some steps of one byte.
    """
    layers = [layer for layer in encoder.layers if isinstance(layer, Layer)]
    peaks = [torch.zeros(layer.outer.in_features) for layer in layers]

    def note(number: int) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            peaks[number] = torch.maximum(peaks[number], inputs[0].abs().amax((0, 1)))

        return hook

    hooks = [layer.outer.register_forward_pre_hook(note(number)) for number, layer in enumerate(layers)]
    with torch.inference_mode():
        run()
    for held in hooks:
        held.remove()
    for layer, peak in zip(layers, peaks, strict=True):
        excess = (peak / peak.quantile(_OUTLIERS)).clamp(min=1)
        layer.evened.copy_(1 / excess)
        layer.outer.weight.data.mul_(excess)


def graph(model: nn.Module, inputs: Mapping[str, Tensor]) -> bytes:
    """The model as a graph with weights of one byte; it takes one text of any length."""
    with tempfile.TemporaryDirectory() as held:
        whole, small = Path(held) / "whole.onnx", Path(held) / "small.onnx"
        torch.onnx.export(
            model,
            tuple(inputs.values()),
            str(whole),
            input_names=list(inputs),
            output_names=["found"],
            dynamic_axes={name: {1: "pieces"} for name in inputs},
            opset_version=_OPSET,
            dynamo=False,
        )
        # Seven bits: processors without the newer dot product would overflow on eight, and give other numbers.
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        return small.read_bytes()


def pipeline(folder: Path) -> Language:
    """English words and the three components: ``pipeline(folder)(text).ents``."""
    nlp = spacy.blank("en")
    for name in ("word_pieces", "encoder_entities", "sentence_vectors"):
        held: Any = nlp.add_pipe(name)
        held.from_disk(folder / name)
    return nlp


def compare(trained: Path, out: Path, dev: Path) -> None:
    """Says what the weights of one byte and the votes of equal names change."""
    nlp = pipeline(out)
    found = nlp.evaluate([Example(bare(doc), doc) for doc in documents(dev, nlp.vocab)])
    before = json.loads((trained / "recipe.json").read_text("utf-8"))["dev"]
    log.info("dev F %.4f, of the weights before %.4f", found["ents_f"], before["f"])
    log.info("%s", {label: round(held["f"], 3) for label, held in sorted(found["ents_per_type"].items())})


def main() -> None:
    """Reads the command line and writes the folders of the three components."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with the published model.safetensors and vocab.txt")
    parser.add_argument("trained", type=Path, help="folder that the training wrote")
    parser.add_argument("documents", type=Path, help="some text to see which numbers pass through: the training's")
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=Path, help="documents to score the graph on, beside the trained weights")
    told = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    pieces = table(told.encoder)
    sample = sampled(documents(told.documents, spacy.blank("en").vocab), pieces)
    pieces.to_disk(told.out / "word_pieces")
    entities(told.trained, sample).to_disk(told.out / "encoder_entities")
    sentences(told.encoder, sample).to_disk(told.out / "sentence_vectors")
    if told.dev:
        compare(told.trained, told.out, told.dev)


if __name__ == "__main__":
    main()
