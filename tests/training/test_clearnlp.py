"""Trees of Universal Dependencies become trees as `en_core_web` draws them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.trees import COARSE, drawn, tree
from training.corpora.clearnlp import convert
from training.corpora.conllu import Word

TREES = {
    "object": (
        "Ministers/NNS/2/nsubj signed/VBD/0/root the/DT/4/det deal/NN/2/obj",
        "Ministers/2/nsubj signed/0/ROOT the/4/det deal/2/dobj",
    ),
    "passive and agent": (
        "Deals/NNS/3/nsubj:pass were/VBZ/3/aux:pass signed/VBN/0/root by/IN/5/case envoys/NNS/3/obl:agent",
        "Deals/3/nsubjpass were/3/auxpass signed/0/ROOT by/3/agent envoys/4/pobj",
    ),
    "prepositions": (
        "talks/NNS/0/root in/IN/3/case Oslo/NNP/1/nmod",
        "talks/0/ROOT in/1/prep Oslo/2/pobj",
    ),
    "two prepositions": (
        "walked/VBD/0/root out/IN/4/case of/IN/4/case talks/NNS/1/obl",
        "walked/0/ROOT out/1/prep of/2/prep talks/3/pobj",
    ),
    "fixed preposition": (
        "rose/VBD/0/root according/VBG/4/case to/IN/2/fixed figures/NNS/1/obl",
        "rose/0/ROOT according/1/prep to/2/prep figures/3/pobj",
    ),
    "such as": (
        "cities/NNS/0/root such/JJ/4/case as/IN/2/fixed Oslo/NNP/1/nmod",
        "cities/0/ROOT such/3/amod as/1/prep Oslo/3/pobj",
    ),
    "be with a noun": (
        "She/PRP/4/nsubj is/VBZ/4/cop the/DT/4/det envoy/NN/0/root ././4/punct",
        "She/2/nsubj is/0/ROOT the/4/det envoy/2/attr ./2/punct",
    ),
    "be with an adjective": (
        "It/PRP/5/nsubj is/VBZ/5/cop not/RB/5/advmod very/RB/5/advmod clear/JJ/0/root",
        "It/2/nsubj is/0/ROOT not/2/neg very/5/advmod clear/2/acomp",
    ),
    "be with a place": (
        "They/PRP/4/nsubj were/VBZ/4/cop in/IN/4/case Oslo/NNP/0/root",
        "They/2/nsubj were/0/ROOT in/2/prep Oslo/3/pobj",
    ),
    "be in a clause": (
        "said/VBD/0/root he/PRP/4/nsubj was/VBZ/4/cop ready/JJ/1/ccomp",
        "said/0/ROOT he/3/nsubj was/1/ccomp ready/3/acomp",
    ),
    "relative clause": (
        "envoy/NN/0/root who/WDT/3/nsubj spoke/VBD/1/acl:relcl",
        "envoy/0/ROOT who/3/nsubj spoke/1/relcl",
    ),
    "name": (
        "Ana/NNP/3/nsubj Ruiz/NNP/1/flat spoke/VBD/0/root",
        "Ana/2/compound Ruiz/3/nsubj spoke/0/ROOT",
    ),
    "title and name": (
        "Minister/NNP/2/nmod:desc Ruiz/NNP/3/nsubj spoke/VBD/0/root",
        "Minister/2/compound Ruiz/3/nsubj spoke/0/ROOT",
    ),
    "day of a month": (
        "on/IN/3/case May/NNP/3/compound 5/CD/0/root",
        "on/0/ROOT May/1/pobj 5/2/nummod",
    ),
    "conjuncts in a row": (
        "Oslo/NNP/0/root ,/,/3/punct Rome/NNP/1/conj and/CC/5/cc Bonn/NNP/1/conj",
        "Oslo/0/ROOT ,/1/punct Rome/1/conj and/3/cc Bonn/3/conj",
    ),
    "two adjectives of one be": (
        "It/PRP/3/nsubj was/VBZ/3/cop short/JJ/0/root and/CC/5/cc clear/JJ/3/conj",
        "It/2/nsubj was/0/ROOT short/2/acomp and/3/cc clear/3/conj",
    ),
    "gerund after a preposition": (
        "left/VBD/0/root without/IN/3/mark signing/VBG/1/advcl",
        "left/0/ROOT without/1/prep signing/2/pcomp",
    ),
    "recipient and infinitive": (
        "asked/VBD/0/root her/PRP/1/iobj to/TO/4/mark speak/VB/1/xcomp",
        "asked/0/ROOT her/1/dative to/4/aux speak/1/xcomp",
    ),
    "made chairman": (
        "made/VBD/0/root her/PRP/1/obj envoy/NN/1/xcomp",
        "made/0/ROOT her/1/dobj envoy/1/oprd",
    ),
    "owner, day and particle": (
        "its/PRP$/2/nmod:poss envoy/NN/3/nsubj backed/VBD/0/root out/RP/3/compound:prt Monday/NNP/3/obl:unmarked",
        "its/2/poss envoy/3/nsubj backed/0/ROOT out/3/prt Monday/3/npadvmod",
    ),
    "about a number": (
        "about/RB/2/advmod 40/CD/3/nummod ships/NNS/0/root",
        "about/2/quantmod 40/3/nummod ships/0/ROOT",
    ),
}
RELS = [
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "fixed", "flat",
    "mark", "nmod", "nsubj", "obl", "obl:agent", "parataxis", "punct", "xcomp",
]  # fmt: skip


@pytest.mark.parametrize("name", TREES)
def test_a_tree_is_redrawn(name: str) -> None:
    given_tree, expected = TREES[name]
    assert drawn(convert(tree(given_tree))) == expected


@st.composite
def _any_tree(draw: st.DrawFn) -> list[Word]:
    """Any tree with any labels: each word hangs on one drawn before it, and then all are shuffled."""
    size = draw(st.integers(1, 9))
    places = draw(st.permutations(range(size)))
    heads = [-1] * size
    for i in range(1, size):
        heads[places[i]] = places[draw(st.integers(0, i - 1))]
    words = []
    for head in heads:
        tag = draw(st.sampled_from(sorted(COARSE)))
        rel = "root" if head < 0 else draw(st.sampled_from(RELS))
        words.append(Word("May" if tag == "NNP" else "word", "word", COARSE[tag], tag, head, rel))
    return words


@given(_any_tree())
def test_a_tree_stays_a_tree(words: list[Word]) -> None:
    converted = convert(words)
    assert [word.head for word in converted].count(-1) == 1
    for i in range(len(converted)):
        at, steps = i, 0
        while at >= 0:
            at, steps = converted[at].head, steps + 1
            assert steps <= len(converted)
