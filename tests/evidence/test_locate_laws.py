"""Laws of finding quotes, for any text."""

from hypothesis import given
from hypothesis import strategies as st
from tests.hypothesis_profiles import examples

from briefgen.evidence import Found, Selector, locate, source_text
from briefgen.evidence.lock import Ambiguous, TooShort
from briefgen.evidence.text import normalise, tidy

usual = examples(1.0)

SPACES = " \t\n\f\r\u00a0\u2009\u00ad\u200b\ufeff"
TRICKY = SPACES + "ab-‐–—’'“\"«e\u0301\u0323é\u1100\u1161\u11a8가Åſﬁ中。1,.\U0001f600\u09c7\u09be"
ANY_TEXT = st.text(st.sampled_from(TRICKY), max_size=60) | st.text(max_size=60)
WORDS = [
    "The",
    "gangs",
    "hold",
    "two-thirds",
    "of",
    "it,",
    "said",
    "“they’re",
    "not”",
    "l’été",
    "in",
    "2017.",
    "Élysée",
    "(CBC)",
]
PROSE = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40)
GAPS = st.sampled_from([" ", "\n", "  ", " \n", "\u00a0", "\n\f"])


@usual
@given(ANY_TEXT)
def test_every_character_knows_where_it_comes_from(text: str) -> None:
    normal = normalise(text)
    for at, character in enumerate(normal.text):
        start, end = normal.start(at), normal.end(at + 1)
        assert 0 <= start < end <= len(text)
        assert character in normalise(text[start:end]).text or character in normalise("a" + text[start:end]).text
        assert at == 0 or normal.start(at - 1) <= start


@usual
@given(ANY_TEXT)
def test_what_lies_between_is_nothing_but_spaces_and_what_cannot_be_seen(text: str) -> None:
    """Nothing of the text is lost on the way."""
    normal = normalise(text)
    covered = {at for n in range(len(normal.text)) for at in range(normal.start(n), normal.end(n + 1))}
    lost = [text[at] for at in range(len(text)) if at not in covered]
    assert all(c.isspace() or c in "\u00ad\u200b\u2060\ufeff" for c in lost)


@usual
@given(PROSE, st.data())
def test_words_taken_from_a_text_are_found_where_they_stand(words: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(GAPS) for _ in words]
    text, places = "", []
    for word, gap in zip(words, gaps, strict=True):
        places.append((len(text), len(text) + len(word)))
        text += word + gap
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = places[first][0], places[last][1]
    found = locate(Selector(text[start:end]), source_text("t", text))
    if isinstance(found, Found):
        assert (found.place.start, found.place.end) == (start, end)
    elif isinstance(found, Ambiguous):
        assert found.count > 1
        assert found.count > len(found.places) or (start, end) in [(p.start, p.end) for p, _ in found.places]
    else:
        assert isinstance(found, TooShort)


@usual
@given(st.lists(st.sampled_from(["the", "gangs", "hold"]), min_size=8, max_size=40), st.data())
def test_what_is_said_to_single_out_a_place_does(words: list[str], data: st.DataObject) -> None:
    text = source_text("t", " ".join(words))
    first = data.draw(st.integers(0, len(words) - 2))
    found = locate(Selector(" ".join(words[first : first + 2])), text)
    for place, selector in found.places if isinstance(found, Ambiguous) else ():
        if selector.prefix or selector.suffix:
            assert locate(selector, text) == Found(place)


@usual
@given(PROSE, st.sampled_from(["not", "now", "18", "none"]), st.data())
def test_a_word_more_or_another_word_is_never_found(words: list[str], other: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    text = source_text("t", " ".join(words))
    for changed in ([*words[:at], other, *words[at:]], [*words[: at - 1], other, *words[at:]]):
        assert not isinstance(locate(Selector(" ".join(changed)), text), Found | Ambiguous)


@usual
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_text_and_no_quote_is_too_strange(text: str, quote: str, prefix: str) -> None:
    made = source_text("t", text)
    locate(Selector(quote + " […] " + quote, prefix, quote), made, [quote])
    assert "\n" not in tidy(text)
