"""What holds for whatever an author writes."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Link, List, Paragraph, Run
from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import parse, parse_label
from briefgen.markup.words import clean

PIECES = [
    "*", "_", "`", "|", "\n", "\n\n", "# ", "> ", "- ", "1. ", "[a](b)", "<b>", "&amp;", "\\", "::: x", "```", "---",
    "{{", "\ue000", "0", "\ue002", " ", "a", "é", "\t", "![", "http://x.y", "\u2028", "\x00", "[@x]", " [@y, p. 3]",
    "[@", "]", "[s]{.judgement}", "{.x}", "\u202e", ".", ",", "”", "\r", "\ud800", "\U0010fffd", "[x]: /y", "&#0;",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)
MILD = [*"ab.,;:!?-#>+=~|()'\"1 ", "[@x]", "[@x; @y, p. 3]", "2. ", "…", "\u00a0", "{.x}", "]", "@"]
mild = st.lists(st.sampled_from(MILD), max_size=14).map("".join)
SPANNED = [
    *"ab.!&: 1-", " ", "\n", "\n\n", "[@x]", "[", "]", "[a", "b]{.judgement}", "]{.judgement}", "]{.marking-tlp-amber}",
    "]{.other}", "]{lang=fr}", "(http://x.y)", "& b", "[a [@x; @y] b]{.inferred}", "[a\nb]{.computed}",
]  # fmt: skip
spanned = st.lists(st.sampled_from(SPANNED), max_size=10).map("".join)


def runs(blocks: object) -> list[Run]:
    out: list[Run] = []
    for block in blocks:  # type: ignore[attr-defined]
        match block:
            case Paragraph(content=content):
                for inline in content:
                    out += inline.content if isinstance(inline, Link) else [inline] if isinstance(inline, Run) else []
            case List(items=items):
                for item in items:
                    out += runs(item.blocks)
    return out


def holds_for(text: str) -> None:
    parsed = parse(Prose("p.q", "factual", {"en": text}), "en")
    for run in runs(parsed.blocks):
        assert run.origin.path == "p.q.en"
        assert run.text == clean(run.text) != ""
        run.text.encode()
    assert all(finding.path == "p.q.en" for finding in parsed.findings)
    (words,) = parse_label(Label("n", {"en": text + "x"}), "en")
    assert words.text.isprintable() or words.text == clean(words.text)


@given(hostile | mild | spanned)
def test_reading_never_raises_and_every_run_is_clean_and_has_its_path(text: str) -> None:
    holds_for(text)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
