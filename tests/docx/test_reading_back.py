"""A DOCX of ours is read back as the document that it was written from, in whatever is not Word's alone."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import given
from tests.docx.houses import german
from tests.docx.kept import kept
from tests.factory import P, T, document
from tests.hypothesis_profiles import examples
from tests.laws.briefs import a_few, brief, called, each_brief, every_brief, theme
from tests.redline.editions import edited
from tests.strategies import documents, fair_words
from tests.word_files import unzipped, zipped

from briefgen import docx
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Callout, Document, Item, List, Paragraph, Quotation, Run
from briefgen.document.walk import words
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.docx.read.read import read
from briefgen.docx.reference.opening import ReferenceDocument
from briefgen.docx.reference.opening import read_reference as read_house


def back(written: bytes) -> Document:
    made = read(written, "brief.docx", theme())
    assert not isinstance(made, Diagnostic), made
    return made.document


@cache
def house() -> ReferenceDocument:
    made, _ = read_house(german(), "house.docx")
    assert made is not None
    return made


def same(of: Document, options: WordOptions | None = None) -> None:
    found, wanted = kept(back(docx.write(of, theme(), "a4", {}, options))), kept(of)
    for one, other in zip(found.blocks, wanted.blocks, strict=False):
        assert one == other
    assert len(found.blocks) == len(wanted.blocks)
    assert found.notes == wanted.notes


@each_brief
def test_every_brief(of: tuple[str, str, str, str]) -> None:
    whole = brief(*of)
    same(whole)
    found, wanted = kept(back(docx.write(whole, theme()))), kept(whole)
    assert (found.running, found.properties, found.lang) == (wanted.running, wanted.properties, wanted.lang)


def in_a_house() -> Iterator[object]:
    """Every seventh before each commit; in CI some more, in `make matrix` all."""
    for at, of in enumerate(every_brief()):
        when = () if at % 7 == 0 else pytest.mark.slow if of in a_few() else pytest.mark.matrix
        yield pytest.param(of, id=called(of), marks=when)


@pytest.mark.parametrize("of", [*in_a_house()])
def test_a_brief_in_a_house_style(of: tuple[str, str, str, str]) -> None:
    same(brief(*of), WordOptions(reference=house()))


@pytest.mark.parametrize("of", every_brief()[::9], ids=called)
def test_a_brief_for_review(of: tuple[str, str, str, str]) -> None:
    """Its words stand in content controls."""
    same(brief(*of), WordOptions(review=ReviewOptions("")))


def test_whatever_somebody_made_of_a_brief_keeps_its_words() -> None:
    briefs = every_brief()
    for number in range(24):
        random = Random(number)
        of = edited(brief(*briefs[number * 5 % len(briefs)]), random, random.choice((0.02, 0.1, 0.3)))
        assert words(kept(back(docx.write(of, theme(), "a4", {})))) == words(kept(of))


def shown(of: Document) -> list[str]:
    """The words, without what parts one stretch from another."""
    return "".join(words(kept(of))).split()


@examples(0.2)
@given(documents(fair_words))
def test_any_document_is_read(of: Document) -> None:
    made = read(docx.write(of, theme(), "a4", {}), "any.docx", theme())
    assert not isinstance(made, Diagnostic)


def test_lists_in_lists_in_boxes() -> None:
    inner = List((Item((P("deep"), List((Item((P("deeper"),)),), ordered=True, start=4), P("and on"))),))
    outer = List((Item((P("one"), inner, P("still one"))), Item((P("two"),))))
    of = document(
        outer,
        P("between"),
        List((Item((P("third"),)),), ordered=True, start=3),
        Callout("remark", T("A remark"), (P("Words"), outer, P("End"))),
        P("after"),
        Quotation((P("Quoted"), outer), T("Somebody")),
        List((Item((P("labelled"), P("on")), "a)"), Item((P("other"), inner), "b)"))),
        P("last"),
    )
    same(of)


def test_marks_of_a_run() -> None:
    marks = ("emphasis", "strong", "code", "muted", "for", "against", "mixed", "judgement", "assumption", "inferred")
    of = document(Paragraph(tuple(T(" ".join(f"[{mark}]{{{mark}}}" for mark in marks)))))
    same(of)
    assert any(
        isinstance(each, Run) and "judgement" in each.marks for each in back(docx.write(of, theme())).blocks[0].content
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (r'<w:ilvl w:val="\d"/>', '<w:ilvl w:val="-1"/>'),
        (r'<w:ilvl w:val="\d"/>', '<w:ilvl w:val="one"/>'),
        (r'<w:numId w:val="\d+"/>', '<w:numId w:val="99999999999999999999"/>'),
        (r'w:left="(\d+)"', r'w:left="\1.0"'),
        (r'<w:pStyle w:val="[^"]*"/>', "<w:pStyle/>"),
        (r"<w:tblGrid>.*?</w:tblGrid>", ""),
    ],
)
def test_values_that_no_program_should_write_do_not_stop_the_reading(written: str, instead: str) -> None:
    files = unzipped(docx.write(brief(*every_brief()[0]), theme(), "a4", {}))
    body, count = re.subn(written, instead, files["word/document.xml"].decode())
    assert count
    assert len(shown(back(zipped(files | {"word/document.xml": body.encode()})))) > 1_000
