"""The encoder: the words of a document come in, its named entities, its slips or vectors of its sentences go out.

To import it is to register its components with spaCy.
"""

from factcheck.extraction.encoder.entities import EncoderEntities
from factcheck.extraction.encoder.slips import EncoderSlips
from factcheck.extraction.encoder.table import PieceTable
from factcheck.extraction.encoder.vectors import SentenceVectors

__all__ = ["EncoderEntities", "EncoderSlips", "PieceTable", "SentenceVectors"]
