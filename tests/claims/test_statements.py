"""The sentences of a field: what each cites, and which words are facts."""

import pytest

from briefgen.claims.statements import sentences_of
from briefgen.markup.model import Kind, Prose


def read(text: str, wanted: Kind | None = None, kind: Kind = "factual") -> list[tuple[str, tuple[str, ...]]]:
    sentences = sentences_of(Prose("background", kind, {"en": text}), "en", wanted)
    return [(" ".join(sentence.text.split()), sentence.cites) for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One [@a]. Two [@b; @c].", [("One.", ("a",)), ("Two.", ("b", "c"))]),
        ("One. [@a] Two.", [("One.", ("a",)), ("Two.", ())]),
        ("One [@a] and two [@a].", [("One and two.", ("a",))]),
        ("[One.]{.judgement} Two [@b].", [("", ()), ("Two.", ("b",))]),
        ("One [and two]{.inferred} [@a].", [("One .", ("a",))]),
        ("- one [@a]\n- two", [("one", ("a",)), ("two", ())]),
        ("One [*two*](https://example.org) [@a].", [("One two.", ("a",))]),
    ],
)
def test_a_citation_covers_its_own_sentence(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert read(text) == expected


def test_judgements_in_spans_can_be_read_alone() -> None:
    assert read("One [@a]. [Two.]{.judgement} Three.", "judgement") == [("", ("a",)), ("Two.", ()), ("", ())]
    assert read("One. [Two.]{.assumption}", "judgement", "judgement") == [("One.", ()), ("", ())]


def test_blanked_words_keep_the_offsets() -> None:
    for sentence in sentences_of(Prose("x", "factual", {"en": "One [two]{.computed} three. Four."}), "en"):
        assert len(sentence.text) == len(sentence.words)
