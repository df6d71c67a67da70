"""Reading CoNLL-U."""

from training.corpora.conllu import documents, read

FILE = """\
# newdoc id = first
# sent_id = 1
# newpar id = p1
# text = They can't stay.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
1\tGo\t_\tVERB\tVB\t_\t0\troot\t_\t_
1.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_

# newpar
1-2\t“Let's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tLet\tlet\tVERB\tVB\t_\t0\troot\t_\t_
2\t's\tus\tPRON\tPRP\t_\t1\tobj\t_\t_
3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = second
1\tEnd\tend\tNOUN\tNN\t_\t0\troot\t_\t_
"""


def _read() -> list[tuple[str, bool, bool]]:
    found = []
    for sentence in read(FILE.splitlines(keepends=True)):
        text = "".join(word.form + " " * word.space for word in sentence.words)
        found.append((text, bool(sentence.document), sentence.paragraph))
    return found


def test_sentences_keep_their_spaces_and_say_what_begins_with_them() -> None:
    assert _read() == [
        ("They can't stay. ", True, True),
        ("Go ", False, False),
        ("Let's! ", False, True),
        ("End ", True, True),
    ]


def test_a_word_carries_its_columns() -> None:
    first, second = list(read(FILE.splitlines()))[:2]
    assert [(w.lemma, w.pos, w.tag, w.head, w.rel) for w in first.words[2:4]] == [
        ("not", "PART", "RB", 3, "advmod"),
        ("stay", "VERB", "VB", -1, "root"),
    ]
    assert [word.lemma for word in second.words] == ["Go"]  # where the file gives none, the word itself


def test_documents_hold_their_sentences() -> None:
    held = [(name, len(sentences)) for name, sentences in documents(read(FILE.splitlines()))]
    assert held == [("first", 3), ("second", 1)]
