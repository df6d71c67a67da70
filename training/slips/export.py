"""Export: the trained network becomes the graph that the product runs: ``python -m training.slips.export --help``."""

import argparse
import json
from pathlib import Path

import spacy
import torch
from safetensors.torch import load_file

from factcheck.extraction.encoder import EncoderSlips
from factcheck.extraction.encoder.network import Network
from factcheck.extraction.encoder.reading import read
from training.encoder.export import Sample, even_out, graph, table
from training.encoder.model import Tagger
from training.slips.train import TAGS, texts


def slips(trained: Path, sample: list[Sample]) -> EncoderSlips:
    """The component with the weights of a training."""
    layers = json.loads((trained / "recipe.json").read_text("utf-8"))["recipe"]["layers"]
    model = Tagger(TAGS, layers=layers)
    model.load_state_dict(load_file(trained / "weights.safetensors"))
    model.eval()
    even_out(model.encoder, lambda: [model(vectors, shapes) for vectors, shapes in sample])
    found = EncoderSlips(spacy.blank("en"))
    found.network = Network(graph(model, dict(zip(("vectors", "shapes"), sample[0], strict=True))))
    return found


def main() -> None:
    """Reads the command line and writes the folder of the component."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with the published model.safetensors and vocab.txt")
    parser.add_argument("trained", type=Path, help="folder that the training wrote")
    parser.add_argument("text", type=Path, help="some text to see which numbers pass through: slips-dev.txt")
    parser.add_argument("out", type=Path)
    told = parser.parse_args()
    pieces = table(told.encoder)
    chunks = [chunk for words in texts(told.text)[:200] for chunk in read(words, pieces.cut)]
    sample = [(torch.from_numpy(pieces.vectors(chunk.pieces)), torch.tensor([chunk.shapes])) for chunk in chunks]
    slips(told.trained, sample).to_disk(told.out / "encoder_slips")


if __name__ == "__main__":
    main()
