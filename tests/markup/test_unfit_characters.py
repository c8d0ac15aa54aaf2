"""A text that is printable is taken to hold no unfit character without being searched."""

import sys

from briefgen.core.source import SourceFile
from briefgen.core.xml import allowed, in_text
from briefgen.markup.words import clean
from briefgen.yaml.characters import forbidden_characters, forbidden_in, without_forbidden

EVERY = [chr(number) for number in range(sys.maxunicode + 1)]
BLANKS = "\u00a0\u202f"
PRINTABLE = "".join(filter(str.isprintable, EVERY))


def test_no_printable_character_is_unfit_for_a_run() -> None:
    # Behind a letter that is not printable the search is made.
    assert clean("\t" + PRINTABLE) == " " + PRINTABLE


def test_neither_it_nor_a_no_break_space_is_forbidden_in_a_file() -> None:
    assert without_forbidden(PRINTABLE + BLANKS) == PRINTABLE + BLANKS


def test_neither_it_nor_a_no_break_space_is_forbidden_in_xml() -> None:
    assert allowed(PRINTABLE + BLANKS) == PRINTABLE + BLANKS
    # Behind a tab the search is made.
    assert in_text("\t" + PRINTABLE + BLANKS)[1:] == in_text(PRINTABLE + BLANKS)
    assert in_text('a & b < c > d "e"\x00') == 'a &amp; b &lt; c &gt; d "e"\ufffd'


def test_what_is_forbidden_is_found_behind_line_ends() -> None:
    for odd in ("\x00", "\x85", "\ufffe", "\ufdd0", "\ud800"):
        assert forbidden_in(odd) == odd
        assert len(forbidden_characters(SourceFile("a.yaml", f"a: b\u00a0\u202f\nc: {odd}\n"))) == 1
    assert len(forbidden_characters(SourceFile("a.yaml", "a: b\rc: d\n"))) == 1
    assert forbidden_characters(SourceFile("a.yaml", "a: b\r\nc: d\n")) == []
