"""What a phrase of a lexicon means, and that looking for it quickly changes nothing of it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.claims.lexicon import CODES, Lexicon, lexicon
from briefgen.claims.phrases import Cue, Cues
from briefgen.claims.text import folded

LEXICONS = [found for code in CODES if (found := lexicon(code))]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["about"], "roundabout, about 5, about-turn, about_5", ["about", "about", "about"]),
        (["refus*"], "they refused; a refusal; unrefused", ["refused", "refusal"]),
        (["not _ enough"], "not nearly enough, not enough, not at all enough", ["not nearly enough"]),
        (["more|less than"], "more than less  than more-than", ["more than", "less  than", "more-than"]),
        (["more", "more than"], "more than more", ["more than", "more"]),
        (["so far", "far so"], "so far so far", ["so far", "so far"]),
        (["*erait"], "il serait, erait, seraits", ["serait", "erait"]),
        (["n'* que"], "n'est que; il n'a rien que; n' que", ["n'est que", "n' que"]),
        (["a.m.", "/h"], "at 5 a.m.; 5 a.m.x; 9 km /h, km/h", ["a.m.", "/h"]),
        ([], "anything", []),
    ],
)
def test_what_a_phrase_finds(phrases: list[str], text: str, found: list[str]) -> None:
    cues = Cues(*phrases)
    assert [cue.words for cue in cues.find(text)] == found
    assert cues.within(text) is bool(found)


def by_expression(phrases: tuple[str, ...], text: str) -> list[Cue]:
    """The same, by the regular expression that says what the notation means."""

    def word(written: str) -> str:
        wordings = [re.escape(each).replace(r"\*", r"[^\W_]*") for each in written.split("|")]
        return r"[^\W_]+" if written == "_" else f"(?:{'|'.join(wordings)})"

    ordered = sorted(phrases, key=len, reverse=True)
    wordings = "|".join(r"[\s-]+".join(map(word, phrase.split())) for phrase in ordered)
    pattern = re.compile(rf"(?<![^\W_])(?:{wordings})(?![^\W_])")
    return [Cue(*found.span(), found[0]) for found in pattern.finditer(text)]


LETTERS = "aab1é"
wordings = st.from_regex(rf"[{LETTERS}*'./]?[{LETTERS}][{LETTERS}*'./_]{{0,4}}", fullmatch=True)
plain = st.text("ab", min_size=1, max_size=2)
words = st.one_of(
    st.just("_"),
    *(st.lists(each, min_size=1, max_size=most).map("|".join) for each, most in ((wordings, 3), (plain, 6))),
)
phrases = st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4).map(tuple)
strings = st.text(f"{LETTERS}'./_ \n-", max_size=40)


@given(phrases, strings)
@example(("a|a.b a",), "a.b a")
@example(("a*b*a",), "abba-aba")
@example(("aabaabaabaabaabaab*",), "aabaabaabaabaabaabaab")
def test_a_phrase_means_its_expression(phrases: tuple[str, ...], text: str) -> None:
    cues = Cues(*phrases)
    assert cues.find(text) == by_expression(phrases, text)
    assert cues.within(text) is bool(cues.find(text))


def searched(known: Lexicon) -> tuple[Cues, ...]:
    return (known.denials.negation, known.reserves.doubt, known.reserves.condition, known.scope.universal)


PIECES = sorted({phrase for known in LEXICONS for cues in searched(known) for phrase in cues.phrases})


@given(
    st.sampled_from(LEXICONS),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map(" ".join),
)
def test_phrases_of_the_lexicons_mean_their_expressions(known: Lexicon, text: str) -> None:
    plain = folded(text.replace("*", "ent").replace("|", " "))
    for cues in searched(known):
        assert cues.find(plain) == by_expression(cues.phrases, plain)
