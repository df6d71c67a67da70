"""Content of a digest in any words at all, for what must hold of every text."""

from typing import Any

from hypothesis import strategies as st

from tests.digest.wire_contents import content

ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@st.composite
def anything(draw: st.DrawFn) -> dict[str, Any]:
    """A digest of one article in any words, with one point that an editor settled anywhere in it."""
    text, new = draw(ANY), draw(ANY)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    cut = draw(st.integers(0, len(text)))
    segments = [["headline", 0, cut], ["body", cut, len(text)]]
    made = content(base=draw(st.sampled_from([1, None])))
    article, point = made["articles"][0], made["apparatus"][0]
    change = article["changes"][0] | {"start": start, "end": end, "old": text[start:end], "new": new}
    witness = point["readings"][0]["witnesses"][0] | {"start": start, "end": end, "exact": text[start:end]}
    reading = point["readings"][0] | {"text": text[start:end], "witnesses": [witness]}
    decision = point["decisions"][0] | {"verdict": "replace", "text": new, "note": draw(ANY), "editor": draw(ANY)}
    point = point | {"readings": [reading], "decisions": [decision], "summary": draw(ANY)}
    article |= {"text": text, "segments": segments, "received_text": text, "received_segments": segments}
    article |= {"source": draw(ANY), "headline": draw(ANY), "changes": [change]}
    words = {name: draw(ANY) for name in ("headline", "summary", "change_note")}
    return made | words | {"apparatus": [point], "signal": draw(st.sampled_from(["first", "update", "correction"]))}
