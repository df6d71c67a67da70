"""The card of an old quotation: the words in this story, where they stood before, and that one may let them stand."""

from datetime import datetime

from django.test import Client

from tests.collation.test_archive import JUNE, NEW, OLDER, compared, read


def test_the_card_names_the_earlier_report_and_the_words_may_stand(editor: Client, now: datetime) -> None:
    read(OLDER, now, JUNE, headline="Mayor <b>visits</b> a school")
    (conflict,) = compared(read(NEW, now), now)
    page = editor.get(conflict.get_absolute_url()).content.decode()
    assert (
        page.count("Mayor &lt;b&gt;visits&lt;/b&gt; a school")
        == page.count("Northgate Wire had them on 3 June 2023")
        > 0
    )
    assert "<b>visits" not in page
    assert "Old quotation" in page
    reading = conflict.readings.get()
    act = {"verdict": "approve", "reading": reading.pk}
    editor.post(f"/conflicts/{conflict.pk}/decide/", act, follow=True)
    conflict.refresh_from_db()
    assert (conflict.state, [d.verdict for d in conflict.decisions.all()]) == ("settled", ["approve"])
