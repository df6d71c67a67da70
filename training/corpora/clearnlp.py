"""Turns the trees of Universal Dependencies into trees as `en_core_web` draws them (ClearNLP's labels).

The words stay; heads and labels change. Universal Dependencies hang function words on content words, ClearNLP hangs
content words on them: a preposition heads its object, the verb "be" its complement. Each step below is one such
difference, and `convert` is the list of them, in the order in which they build on each other.
"""

from itertools import pairwise

from training.corpora.conllu import Word

# What becomes of a label where nothing but its name differs.
RENAMED = {
    "acl:relcl": "relcl",
    "advcl:relcl": "advcl",
    "aux:pass": "auxpass",
    "cc:preconj": "preconj",
    "compound:prt": "prt",
    "csubj:outer": "csubj",
    "csubj:pass": "csubjpass",
    "det:predet": "predet",
    "discourse": "intj",
    "dislocated": "dep",
    "fixed": "dep",
    "flat": "dep",
    "goeswith": "dep",
    "iobj": "dative",
    "list": "dep",
    "nmod:desc": "compound",
    "nmod:poss": "poss",
    "nmod:unmarked": "npadvmod",
    "nsubj:outer": "nsubj",
    "nsubj:pass": "nsubjpass",
    "obj": "dobj",
    "obl": "npadvmod",
    "obl:agent": "npadvmod",
    "obl:unmarked": "npadvmod",
    "orphan": "dep",
    "reparandum": "dep",
    "root": "ROOT",
    "vocative": "npadvmod",
}
NEGATIONS = {"not", "never", "n't", "n’t", "nt"}
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
NOUNS = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"}
MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
}  # fmt: skip
# Adverbs that speak of the whole clause, wherever they stand in it; others speak of the word that they stand before.
OF_SENTENCE = NEGATIONS | {
    "actually", "already", "also", "always", "clearly", "currently", "now", "obviously", "often", "probably", "really",
    "still", "thus", "usually",
}  # fmt: skip
NAMES = {"PROPN", "NUM", "NOUN"}
ADVERBS = {"ADV", "ADP", "PART"}
# What belongs to a clause and goes with "be" when it becomes the head of one.
OF_CLAUSE = {
    "advcl", "advcl:relcl", "aux", "cc:preconj", "csubj", "csubj:outer", "discourse", "dislocated", "expl", "list",
    "mark", "nsubj", "nsubj:outer", "obl:unmarked", "parataxis", "punct", "vocative",
}  # fmt: skip
BEFORE_BE = {"advmod", "cc", "obl"}


def convert(words: list[Word]) -> list[Word]:
    """The same words with ClearNLP's heads and labels. The words given are changed."""
    for step in (_flat, _months, _copula, _prepositions, _gerunds, _coordination, _complements, _negation):
        step(words)
    for word in words:
        word.rel = RENAMED.get(word.rel, word.rel)
    return words


def _children(words: list[Word], head: int, *rels: str) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == head and (not rels or word.rel in rels)]


def _promote(words: list[Word], old: int, new: int) -> None:
    """Puts `new`, a word below `old`, in the place of `old`, which is left without one."""
    words[new].head, words[new].rel = words[old].head, words[old].rel
    words[old].head = new


def _flat(words: list[Word]) -> None:
    """The last word of a name, or the number after a word, heads it; the ones before are compounds."""
    for i in range(len(words)):
        parts = _children(words, i, "flat")
        if not parts or words[parts[-1]].pos not in NAMES:
            continue
        last = parts[-1]
        _promote(words, i, last)
        words[i].rel = "compound"
        for child in _children(words, i):
            words[child].head = last
            if child in parts:
                words[child].rel = "compound"


def _months(words: list[Word]) -> None:
    """The month heads the day after it."""
    for day in range(1, len(words)):
        month = day - 1
        if words[month].form in MONTHS and words[month].head == day and words[day].pos == "NUM":
            _promote(words, day, month)
            words[day].rel = "nummod"
            for child in _children(words, day):
                words[child].head = month


def _copula(words: list[Word]) -> None:
    """The verb "be" heads its clause, and what was its head is its complement."""
    for be, verb in enumerate(words):
        if verb.rel != "cop":
            continue
        what = verb.head
        _promote(words, what, be)
        words[what].rel = _complement(words, what)
        for child in _children(words, what):
            if child != be and _goes_with_be(words, child, be):
                words[child].head = be


def _complement(words: list[Word], what: int) -> str:
    if _children(words, what, "case"):
        return "obl"
    if words[what].pos == "ADV":
        return "advmod"
    if words[what].pos == "VERB":
        return "xcomp"
    return "acomp" if words[what].pos == "ADJ" else "attr"


def _goes_with_be(words: list[Word], child: int, be: int) -> bool:
    rel = words[child].rel
    if rel in OF_CLAUSE or (child < be and rel in BEFORE_BE):
        return True
    if rel == "conj":
        return words[child].pos in {"VERB", "AUX"} or bool(_children(words, child, *SUBJECTS, "cop", "aux"))
    return rel == "advmod" and words[child].lemma in OF_SENTENCE


def _prepositions(words: list[Word]) -> None:
    """A preposition heads its object. Of two in a row the second hangs on the first."""
    for i in range(len(words)):
        cases = [c for c in _children(words, i, "case") if words[c].tag != "POS" and c < i]
        if not cases:
            continue
        first, last, rel = cases[0], cases[-1], words[i].rel
        words[first].head, words[first].rel = words[i].head, _prep_label(rel)
        if rel == "conj" and words[words[i].head].rel in {"pobj", "pcomp"}:
            words[first].head = words[words[i].head].head
        for one, two in pairwise(cases):
            words[two].head, words[two].rel = one, "prep"
        words[i].head, words[i].rel = _fixed(words, last), "pcomp" if words[i].pos in {"VERB", "ADV"} else "pobj"
        for child in _children(words, i, "advmod", "punct", "cc", "cc:preconj"):
            if child < first:
                words[child].head = first


def _fixed(words: list[Word], first: int) -> int:
    """The last preposition of a fixed phrase, which takes the object: "to" in "according to"."""
    last = first
    for part in _children(words, first, "fixed"):
        if words[part].pos == "ADP":
            words[part].rel = "prep"
            last = part
    if words[first].pos == "ADJ" and last != first:  # "such as"
        _promote(words, first, last)
        words[first].rel = "amod"
    return last


def _prep_label(rel: str) -> str:
    if rel == "obl:agent":
        return "agent"
    return rel if rel in {"root", "conj", "parataxis"} else "prep"


def _gerunds(words: list[Word]) -> None:
    """The preposition before a gerund heads it."""
    for i, word in enumerate(words):
        if word.rel not in {"advcl", "acl"} or word.tag != "VBG" or _children(words, i, *SUBJECTS):
            continue
        marks = [c for c in _children(words, i, "mark") if words[c].tag == "IN" and words[c].lemma != "to"]
        if marks:
            words[marks[0]].head, words[marks[0]].rel = word.head, "prep"
            word.head, word.rel = marks[0], "pcomp"


def _coordination(words: list[Word]) -> None:
    """Each conjunct hangs on the one before it, and so do the comma and the "and" between the two."""
    for i in range(len(words)):
        before = i
        for conjunct in _children(words, i, "conj"):
            words[conjunct].head = before
            before = conjunct
    for i, word in enumerate(words):
        if word.rel == "conj":
            for child in _children(words, i, "cc", "punct"):
                if child < i:
                    words[child].head = word.head


def _complements(words: list[Word]) -> None:
    for word in words:
        if word.rel == "mark" and word.tag == "TO":
            word.rel = "aux"
        elif word.rel == "xcomp" and word.pos == "ADJ":
            word.rel = "acomp"
        elif word.rel == "xcomp" and word.pos in NOUNS:
            word.rel = "oprd" if _children(words, word.head, "obj", "nsubj:pass") else "attr"
        elif word.rel in {"obl", "fixed"} and word.pos in ADVERBS:
            word.rel = "advmod" if word.pos == "ADV" or word.rel == "obl" else "prep"
        elif word.rel == "fixed" and word.lemma == "other":
            word.rel = "amod"
        elif word.rel == "case" and word.tag != "POS":  # one that stands behind its object
            word.rel = "prep"
        elif word.rel == "advmod" and word.head >= 0 and words[word.head].pos == "NUM":
            word.rel = "quantmod"


def _negation(words: list[Word]) -> None:
    for word in words:
        if word.rel == "advmod" and word.form.lower() in NEGATIONS:
            word.rel = "neg"
