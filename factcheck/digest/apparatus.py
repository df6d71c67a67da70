"""The apparatus of variants: every disputed point with all its readings, who carries each, and what was decided."""

from collections.abc import Mapping
from typing import Any

from factcheck.digest.excerpts import after, before
from factcheck.digest.material import (
    Material,
    MaterialArticle,
    MaterialConflict,
    MaterialDecision,
    MaterialReading,
    MaterialWitness,
)
from factcheck.digest.places import place
from factcheck.digest.witnessed import witnessed

Articles = Mapping[int, MaterialArticle]


def apparatus(material: Material, articles: Articles) -> list[dict[str, Any]]:
    """One row for each conflict that these articles carry anything of, in the order of the queue."""
    carried = (witnessed(conflict, articles) for conflict in material.conflicts)
    return [_row(conflict, articles) for conflict in carried if conflict.readings]


def _row(conflict: MaterialConflict, articles: Articles) -> dict[str, Any]:
    return {
        "conflict": conflict.pk,
        "key": conflict.key,
        "kind": conflict.kind,
        "kind_label": conflict.kind_label,
        "level": conflict.level,
        "summary": conflict.summary,
        "reason": conflict.reason,
        "suggested": conflict.suggested,
        "lemma": conflict.approved_text,
        "state": conflict.state,
        "edits": conflict.edits,
        "rule": {
            "kind": conflict.kind,
            "version": conflict.rule.version,
            "threshold": conflict.rule.threshold,
            "cost": conflict.rule.cost,
            "precision": conflict.rule.precision,
        },
        "readings": [_reading(reading, conflict, articles) for reading in conflict.readings],
        "decisions": [_decision(decision) for decision in conflict.decisions],
    }


def _reading(reading: MaterialReading, conflict: MaterialConflict, articles: Articles) -> dict[str, Any]:
    return {
        "reading": reading.pk,
        "text": reading.text,
        "approved": conflict.upholds(reading),
        "rejected": reading.pk in conflict.rejected,
        "suggested": reading.text == conflict.suggested,
        "origins": reading.origins,
        "reports": len(reading.articles),
        "witnesses": [_witness(witness, articles[witness.article]) for witness in reading.witnesses],
    }


def _witness(witness: MaterialWitness, article: MaterialArticle) -> dict[str, Any]:
    text, start, end = article.text, witness.start, witness.end
    return {
        "article": article.pk,
        "witness": article.sigil,
        "source": article.source,
        "start": start,
        "end": end,
        "exact": text[start:end],
        "prefix": before(text, start),
        "suffix": after(text, end),
        "where": place(article, start),
    }


def _decision(decision: MaterialDecision) -> dict[str, Any]:
    return {
        "decision": decision.pk,
        "verdict": decision.verdict.value,
        "readings": list(decision.readings),
        "text": decision.text,
        "note": decision.note,
        "editor": decision.editor,
        "made_at": decision.made_at.isoformat(),
        "stands": decision.stands,
    }
