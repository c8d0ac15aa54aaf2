"""Accepting all changes of a redline makes the new edition, rejecting them the old one."""

import os
import time
from random import Random

import pytest
from hypothesis import assume, given
from msgspec.structs import replace
from tests.factory import P, R, T, document
from tests.hypothesis_profiles import examples
from tests.laws.briefs import brief, each_brief, every_brief
from tests.redline.editions import edited
from tests.strategies import documents, fair_words

from briefgen.document import Document, Inlines, Link, NoteMark, Paged, Paragraph, Reference, Table
from briefgen.document.revisions import accepted, joined, rejected, renumbered
from briefgen.document.transform import transform
from briefgen.document.walk import walk
from briefgen.redline import revise
from briefgen.redline.align import normalised

usual = examples(0.2, shrink=False)

SEED = int(os.environ.get("BRIEFGEN_SEED", "7"))


def holds(old: Document, new: Document) -> Document:
    """Both laws, for one pair of editions; returns the redline."""
    redline = revise(old, new)
    now, was = accepted(redline), rejected(redline)
    assert now.blocks == transform(new.blocks, text=joined)
    assert now.notes == tuple(replace(note, content=joined(note.content)) for note in new.notes)
    before = renumbered(old)
    assert tuple(map(normalised, was.blocks)) == tuple(map(normalised, before.blocks))
    assert tuple(map(normalised, was.notes)) == tuple(map(normalised, before.notes))
    return redline


def pairs(count: int, seed: int) -> None:
    briefs = every_brief()
    for number in range(count):
        random = Random(seed * 1_000_003 + number)
        old = brief(*briefs[number * 5 % len(briefs)])
        share = random.choice((0.01, 0.05, 0.15, 0.4))
        first = edited(old, random, share) if number % 3 == 0 else old
        holds(first, edited(first, random, share))


def test_accept_is_new_and_reject_is_old() -> None:
    pairs(15, SEED)


@pytest.mark.soak
def test_accept_is_new_and_reject_is_old_in_the_long_run() -> None:
    seed = int(os.environ.get("BRIEFGEN_SEED", str(int(time.time()))))
    print(f"seed {seed}")  # noqa: T201
    pairs(500, seed)


@each_brief
def test_nothing_changed(of: tuple[str, str, str, str]) -> None:
    redline = holds(brief(*of), brief(*of))
    assert redline == replace(brief(*of), reviser=redline.reviser)


def test_one_template_becomes_another() -> None:
    for lang in ("en", "fr"):
        holds(brief("kelmouth-2026", lang, "options-paper"), brief("kelmouth-2026", lang, "decision-note"))


def _sound(document: Document) -> Document:
    """Without what no document has: a mark without a note, a share that is not even equal to itself."""
    notes = {note.number for note in document.notes}

    def line(inlines: Inlines) -> Inlines:
        return tuple(one for one in inlines if not isinstance(one, NoteMark) or one.number in notes)

    return replace(document, blocks=transform(document.blocks, text=line))


def _is_equal_to_itself(document: Document) -> bool:
    shares = [column.share for block in walk(document.blocks) if isinstance(block, Table) for column in block.columns]
    return all(share == share for share in shares)


@usual
@given(documents(), documents())
def test_any_two_documents(old: Document, new: Document) -> None:
    assume(_is_equal_to_itself(old) and _is_equal_to_itself(new))
    holds(_sound(old), _sound(new))


@usual
@given(documents(fair_words), documents())
def test_a_document_and_itself_with_another_behind(old: Document, more: Document) -> None:
    assume(_is_equal_to_itself(old) and _is_equal_to_itself(more))
    holds(_sound(old), _sound(replace(old, blocks=old.blocks + more.blocks)))


def test_a_sentence_that_has_another_wording_without_pages_goes_whole() -> None:
    """What it says without pages once left an empty link behind."""
    link = Link(T("What is not known"), "#gaps")  # type: ignore[arg-type]
    sentence = Paged((R("See page "), Reference("gaps")), (R("See "), link))
    told = "The weights are those that the council set in May. "
    redline = holds(document(Paragraph((R(told), sentence))), document(P(told)))
    assert accepted(redline).blocks == (P(told),)


def test_three_hundred_changed_paragraphs_take_less_than_two_seconds() -> None:
    random = Random(1)
    words = "the team of licence pilots costs 4.2 million and tests systems before release".split(" ")  # noqa: SIM905
    texts = [" ".join(random.choices(words, k=60)) for _ in range(300)]
    changed = [" ".join(random.choice((word, word, "trial")) for word in text.split()) for text in texts]
    old, new = document(*map(P, texts)), document(*map(P, changed))
    start = time.process_time()
    redline = revise(old, new)
    spent = time.process_time() - start
    assert len(redline.blocks) == 300
    assert spent < 2, spent
