"""What the readers of claims promise of any text."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.claims.claim import Claim, Grounds, Passage
from briefgen.claims.dates import dates
from briefgen.claims.lexicon import CODES, Lexicon, lexicon
from briefgen.claims.quantities import quantities
from briefgen.claims.rules import CLAIM_RULES
from briefgen.claims.text import folded, stems
from briefgen.markup.model import Prose
from briefgen.markup.sentences import sentences
from briefgen.model.evidence import Fact

LEXICONS = [found for code in CODES if (found := lexicon(code))]

PIECES = [
    "two", "twenty", "and a half", "million", "per cent", "12,500", "1.2.3", "€", "½", "May", "2024-05-03", "3/4/2024",
    "one in three", "of", "soixante", "quatre-vingt-dix", "un quart de", "pour cent", "neuf", "dos de cada", "tres",
    "no", "not", "all", "“x”", "M.",
    "U.S.", "\n\n", "١٢", "²", "İ", "ß", "a", " ", "-", "the 1990s", "a year and a half",
]  # fmt: skip

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
lexicons = st.sampled_from(LEXICONS)


@given(texts)
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(texts, lexicons)
def test_what_is_read_stands_in_the_text(text: str, lexicon: Lexicon) -> None:
    for each in (*quantities(text, lexicon), *dates(text, lexicon)):
        assert 0 <= each.start < each.end <= len(text)
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))
    stems(text, lexicon)


@given(texts, lexicons)
def test_a_claim_in_the_words_of_its_passage_is_silent(text: str, lexicon: Lexicon) -> None:
    fact = Fact("f", Prose("facts.f.statement", "factual", {lexicon.code: text}), ())
    ground = Grounds(fact, (), (Passage(text, lexicon.code),))
    claim = Claim("facts.f.statement", text, lexicon.code, "statement", True, (ground,), lexicon)
    told = [finding for rule in CLAIM_RULES for finding in rule(claim)]
    assert {finding.code for finding in told} <= {"relative-date"}
