"""Export: trained weights become the graphs that the product runs: ``python -m training.encoder.export --help``."""

import argparse
import json
import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from spacy.language import Language
from spacy.training import Example
from torch import Tensor, nn

from factcheck.extraction.encoder import EncoderEntities, PieceTable, SentenceVectors
from factcheck.extraction.encoder.network import Network
from training.encoder.data import bare, documents
from training.encoder.model import WIDTH, Averager, Tagger, published, quantised

_OPSET = 17


log = logging.getLogger(__name__)


def table(folder: Path) -> PieceTable:
    """The word pieces of the published encoder."""
    numbers = quantised(published(folder))
    held = PieceTable()
    held.fill((folder / "vocab.txt").read_text("utf-8").splitlines(), numbers.numbers, numbers.scales)
    return held


def entities(folder: Path) -> EncoderEntities:
    """The recogniser with the weights of a training."""
    labels = json.loads((folder / "recipe.json").read_text("utf-8"))["labels"]
    model = Tagger(1 + 2 * len(labels))
    model.load_state_dict(load_file(folder / "weights.safetensors"))
    vectors, shapes = torch.zeros(1, 3, WIDTH), torch.ones(1, 3, dtype=torch.long)
    found = EncoderEntities(spacy.blank("en"))
    found.labels = tuple(labels)
    found.network = Network(graph(model, {"vectors": vectors, "shapes": shapes}))
    return found


def sentences(folder: Path) -> SentenceVectors:
    """The published encoder, as it is."""
    model = Averager()
    model.encoder.load(published(folder))
    found = SentenceVectors(spacy.blank("en"))
    found.network = Network(graph(model, {"vectors": torch.zeros(1, 3, WIDTH)}))
    return found


def graph(model: nn.Module, inputs: Mapping[str, Tensor]) -> bytes:
    """The model as a graph with weights of one byte; it takes one text of any length."""
    with tempfile.TemporaryDirectory() as held:
        whole, small = Path(held) / "whole.onnx", Path(held) / "small.onnx"
        torch.onnx.export(
            model.eval(),
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
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=Path, help="documents to score the graph on, beside the trained weights")
    told = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    table(told.encoder).to_disk(told.out / "word_pieces")
    entities(told.trained).to_disk(told.out / "encoder_entities")
    sentences(told.encoder).to_disk(told.out / "sentence_vectors")
    if told.dev:
        compare(told.trained, told.out, told.dev)


if __name__ == "__main__":
    main()
