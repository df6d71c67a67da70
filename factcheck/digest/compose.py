"""From a story's articles and decisions to the digest's content: plain data that JSON can hold. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from factcheck.digest.accused import accused
from factcheck.digest.agreed import agreed, agreed_points
from factcheck.digest.apparatus import apparatus
from factcheck.digest.arrange import arranged
from factcheck.digest.blockers import embargoes
from factcheck.digest.changes import Revision, revise
from factcheck.digest.corrected import corrected
from factcheck.digest.corrections import corrections, numbered
from factcheck.digest.difference import proposed_note, signal
from factcheck.digest.framing import ORDER
from factcheck.digest.items import with_items
from factcheck.digest.lead import ground, headline, summary
from factcheck.digest.material import Material, MaterialArticle
from factcheck.digest.orphans import orphans
from factcheck.digest.places import told_apart
from factcheck.digest.points import facts, open_places, open_points, standing_together
from factcheck.digest.quotations import quotations
from factcheck.digest.signing import signed
from factcheck.digest.waiving import waived
from factcheck.phrase import Phrase
from factcheck.types import ConflictKind

VERSION = 2
DigestContent = dict[str, Any]


def compose(material: Material) -> DigestContent:
    """The whole digest. The order in which articles and conflicts are given changes nothing."""
    material = replace(
        material, conflicts=tuple(sorted(material.conflicts, key=lambda conflict: (conflict.rank, conflict.pk)))
    )
    articles = told_apart(material.articles)
    reasons = left_out(material, articles)
    revisions = {pk: revise(article, material.conflicts) for pk, article in articles.items() if pk not in reasons}
    content = arranged(with_items(_composed(material, articles, revisions, reasons)), material.composition)
    content["accused"] = accused([articles[row["article"]] for row in content["articles"]], revisions)
    content["gate"] = {"waived": waived(content, material), "signatures": signed(content, material), "override": None}
    last = material.earlier[-1].content if material.earlier else None
    return content | {"signal": signal(last, content), "change_note": proposed_note(last, content)}


def _composed(
    material: Material,
    articles: Mapping[int, MaterialArticle],
    revisions: Mapping[int, Revision],
    reasons: Mapping[int, str],
) -> DigestContent:
    """The digest before an editor puts it together; ``reasons`` say which articles are left out, and why."""
    used = {pk: articles[pk] for pk in revisions}
    points, undecided = agreed_points(material, used), open_places(material.conflicts)
    borne_out = ground(used, revisions, points, undecided)
    return {
        **_identity(material),
        "headline": headline(borne_out, used, revisions, material.title),
        "summary": summary(borne_out, used, revisions),
        "embargo_until": _embargo(material, used),
        "order": list(ORDER),
        "base": None,
        "articles": [corrected(article, revisions[pk]) for pk, article in used.items()],
        "left_out": [_excluded(articles[pk], reason) for pk, reason in reasons.items()],
        "witnesses": [_witness(article, reasons.get(pk, "")) for pk, article in articles.items()],
        "facts": facts(material, articles),
        "agreed": agreed(points, articles),
        "quotations": quotations(used.values(), revisions, undecided),
        "standing_together": standing_together(material, articles),
        "open_points": open_points(material, articles, revisions),
        "corrections": numbered(corrections(material, articles, revisions)),
        "apparatus": apparatus(material, articles),
        "orphans": orphans(material, articles, revisions),
    }


def _identity(material: Material) -> DigestContent:
    """What names the digest and its story, the same for every number, and which numbers there are."""
    earlier = material.earlier
    return {
        "version": VERSION,
        "guid": f"urn:newsroom:{material.site.domain}:{material.slug}",
        "site": {"name": material.site.name, "address": material.site.address},
        "language": "en",
        "story": {"slug": material.slug, "title": material.title},
        "composed_at": material.now.isoformat(),
        "first_issued_at": earlier[0].issued_at if earlier else "",
        "earlier": [{"number": one.number, "issued_at": one.issued_at, "sha256": one.sha256} for one in earlier],
        "status": "usable",
    }


def left_out(material: Material, articles: Mapping[int, MaterialArticle]) -> dict[int, str]:
    """Why an article is not used: its own state, or an editor agreed that it reports another event."""
    reasons = {article.pk: article.excluded for article in articles.values() if article.excluded}
    for conflict in material.conflicts:
        if conflict.kind == ConflictKind.OTHER_EVENT:
            for pk in (pk for reading in conflict.approved for pk in reading.articles):
                reasons.setdefault(pk, Phrase("It reports another event."))
    return {pk: reasons[pk] for pk in sorted(reasons) if pk in articles}


def _embargo(material: Material, used: Mapping[int, MaterialArticle]) -> str:
    """The last moment until which an agency asks to hold back what is used; empty where all of it is free."""
    moments = [moment for _, moment in embargoes(used.values())]
    ahead = [moment.astimezone(material.now.tzinfo) for moment in moments if moment > material.now]
    return max(ahead).isoformat() if ahead else ""


def _excluded(article: MaterialArticle, reason: str) -> DigestContent:
    return {"article": article.pk, "source": article.source, "headline": article.headline, "reason": reason}


def _witness(article: MaterialArticle, reason: str) -> DigestContent:
    """An article of the story as a witness, used or not."""
    return {
        "article": article.pk,
        "witness": article.sigil,
        "source": article.source,
        "headline": article.headline,
        "filed_on": article.filed_on,
        "received_at": article.received_at,
        "received_sha256": article.sha256,
        "wire_id": article.wire_id,
        "version": article.version,
        "origin": article.origin,
        "used": not reason,
        "reason": reason,
    }
