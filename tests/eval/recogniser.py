"""Writes what a pipeline's own recogniser calls a name, before any grammar of ours: the scorer reads it like claims.

python -m tests.eval.recogniser clusters.jsonl > results.jsonl
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language


def results(clusters: Iterable[dict[str, Any]], nlp: Language) -> Iterator[dict[str, Any]]:
    """One line a cluster, as the one-shot command would write it, with names only."""
    for cluster in clusters:
        articles = [{"name": one["name"], "claims": names(nlp(one["text"]))} for one in cluster["articles"]]
        yield {"id": cluster["id"], "articles": articles, "conflicts": []}


def names(doc: Any) -> list[dict[str, Any]]:
    """The entities of a document as claims."""
    return [
        {"kind": "name", "type": found.label_, "start": found.start_char, "end": found.end_char} for found in doc.ents
    ]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.conf import settings

    from factcheck.extraction.pipeline import load

    nlp = load(settings.SPACY_MODEL)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for row in results(map(json.loads, lines), nlp):
            print(json.dumps(row))


if __name__ == "__main__":
    main()
