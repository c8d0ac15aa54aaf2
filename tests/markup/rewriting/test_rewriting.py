"""A reviewer changes words in Word; the Markdown gets them, and keeps its emphasis, links and citations."""

import re

import pytest

from briefgen.markup.model import MARK
from briefgen.markup.plain import plain
from briefgen.markup.rewrite import RewriteError, rewrite


def edited(source: str, old: str, new: str, lang: str = "en") -> str:
    """The source after `old` became `new` in its plain words; `^` stands for a note mark."""
    words = plain(source, lang)
    old, new = old.replace("^", MARK), new.replace("^", MARK)
    assert words.count(old) == 1
    return rewrite(source, words.replace(old, new), lang)


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        # Words are exchanged within what they stand in.
        ("The team has *agreed* to go [@x].", "agreed", "decided", "The team has *decided* to go [@x]."),
        ("[It will fail.]{.judgement} So be it.", "fail", "succeed", "[It will succeed.]{.judgement} So be it."),
        ("See [the *long* report](https://a.b/c).", "report", "paper", "See [the *long* paper](https://a.b/c)."),
        ("The `old code` runs.", "old code", "new", "The `new` runs."),
        ("Le [Land]{lang=de} dit", "Land", "Bund", "Le [Bund]{lang=de} dit"),
        # A construct goes with its last word, and no sooner.
        ("The team has *agreed* to go.", "agreed ", "", "The team has to go."),
        ("See [the *long* report](https://a.b/c).", "long ", "", "See [the report](https://a.b/c)."),
        ("[It will fail.]{.judgement} So be it.", "It will fail. ", "", "So be it."),
        ("a **b two** *of has* c.", "two of ", "", "a **b** *has* c."),
        # New words stand outside of what only one of their neighbours is in, but within a marking.
        ("See [the report](https://a.b/c).", "report", "report of May", "See [the report](https://a.b/c) of May."),
        ("**Bold** start", "Bold", "A Bold", "A **Bold** start"),
        ("It [was *not* so]{.judgement}", "not", "not at all", "It [was *not* at all so]{.judgement}"),
        ("[one]{.marking-tlp-amber} and so on", "one", "one word", "[one word]{.marking-tlp-amber} and so on"),
        # Citations stay with their words, and go with their marks.
        ("The team left [@x].", ".^", ".^ It is back.", "The team left [@x]. It is back."),
        ("The team left [@x].", ".^", ". It is back.^", "The team left. It is back [@x]."),
        ("The team left [@x].", "^", "", "The team left."),
        ("The team left [@x; @y, par. 3; @z] it.", "^^^", "^^", "The team left [@x; @y, par. 3] it."),
        ("A [@x] and B [@y, par. 3].", "A^ and B", "C^ or D", "C [@x] or D [@y, par. 3]."),
        ("The team *left [@x]* it.", "left", "has left", "The team has *left [@x]* it."),
        # What a person types is not Markdown.
        ("One two", "two", "*two* [@x] `y` \\", "One \\*two\\* \\[@x\\] \\`y\\` \\\\"),
        ("One two", "One", "- One", "\\- One two"),
        ("One two", "One", "12. One", "12\\. One two"),
        ("One two", "One", "# One", "\\# One two"),
        ("One two", "two", "[two](https://a.b)", "One \\[two\\](https://a.b)"),
        ("One two", "two", "5 * 3 and snake_case", "One 5 * 3 and snake_case"),
        ("One two", "two", "AT&T, a < b", "One AT&T, a < b"),
        ("`one two`", "two", "*t*wo", "`one *t*wo`"),
        ("One two", "two", "AT&amp;T", "One AT\\&amp;T"),
        ("a \\* b &amp; c", "b", "x", "a \\* x &amp; c"),
        # Lines that are not touched stay as they are.
        ("One\ntwo three\nfour", "three", "3", "One\ntwo 3\nfour"),
        # Paragraphs and items come, go, part and join.
        ("One. Two [@x].", ". Two", ".\n\nTwo", "One.\n\nTwo [@x]."),
        ("One [@x].\n\nTwo.", "^\n\n", "^ ", "One [@x]. Two."),
        ("[One. Two.]{.judgement}", ". Two", ".\n\nTwo", "[One.]{.judgement}\n\n[Two.]{.judgement}"),
        ("List:\n\n- one\n- two\n- three", "two", "two and a half", "List:\n\n- one\n- two and a half\n- three"),
        ("List:\n\n- one\n- two\n- three", "two\n\n", "", "List:\n\n- one\n- three"),
        ("List:\n\n- one\n- two\n- three", "one\n\n", "", "List:\n\n- two\n- three"),
        ("List:\n\n- one\n- two\n- three", "\n\nthree", "", "List:\n\n- one\n- two"),
        ("List:\n\n- one\n- two", "List:\n\n", "", "- one\n- two"),
        ("List:\n\n- one\n- two", "one", "one\n\nand a half", "List:\n\n- one\n- and a half\n- two"),
        ("3. one\n4. two", "one", "one\n\nnew", "3. one\n4. new\n5. two"),
        ("- one\n\n  more\n- two", "more", "much more", "- one\n\n  much more\n- two"),
    ],
)  # fmt: skip
def test_words_change_and_the_markdown_stays(source: str, old: str, new: str, after: str) -> None:
    assert edited(source, old, new) == after


def test_in_french_the_mark_stands_before_the_point() -> None:
    assert edited("Les troupes [@x]. Oui.", "troupes", "soldats", "fr") == "Les soldats [@x]. Oui."
    assert edited("Les troupes [@x]. Oui.", "^.", "^. Et non.", "fr") == "Les troupes [@x]. Et non. Oui."


@pytest.mark.parametrize(
    ("source", "old", "new", "reason"),
    [
        ("One [@x] two.", "two", "two^", "A note mark was added"),
        ("A [@x] b [@y] c.", "^ b", " b^", "could not"),
        ("One.", "One.", "", "No words would be left"),
        ("At <https://a.b/c> now.", "https://a.b/c", "https://e.f", "could not become"),
        ("One", "One", "x" * 20_001, "at most 20,000"),
    ],
)
def test_what_has_no_place_is_said_and_not_guessed(source: str, old: str, new: str, reason: str) -> None:
    with pytest.raises(RewriteError, match=re.escape(reason)):
        edited(source, old, new)


def test_white_space_around_the_source_and_at_ends_of_lines_is_kept_or_does_not_count() -> None:
    assert rewrite("One.\n\nTwo.\n", "One.\n\n \n\nTwo.\n\n", "en") == "One.\n\nTwo.\n"
    assert rewrite("One two.", "One.\n\n\n\nTwo.", "en") == "One.\n\nTwo."
    assert rewrite("One two.\n", "One 2. ", "en") == "One 2.\n"
    assert rewrite("One.\n\nTwo.\n", "One. \n\n Zwei.", "en") == "One.\n\nZwei.\n"


def test_the_plain_words_are_what_a_reader_sees() -> None:
    source = "The *team* [left](https://a.b) [@x; @y].\n\n1. one\\\n   more\n2. [two]{.inferred} &amp; `three`"
    assert plain(source, "en") == f"The team left.{MARK}{MARK}\n\none\nmore\n\ntwo & three"
