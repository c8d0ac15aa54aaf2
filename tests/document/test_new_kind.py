"""A kind of block that no code knows passes through everything between the templates and the writers."""

from typing import ClassVar, cast

import msgspec
from msgspec.structs import replace
from tests.factory import H, P, T, document, table
from tests.laws.briefs import loaded
from tests.template.small_world import composed

from briefgen.commands.untranslated import with_language_marks
from briefgen.document import (
    Authored,
    Block,
    Contents,
    Document,
    Heading,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    Paragraph,
    Run,
    Table,
    plain,
)
from briefgen.document.anchors import anchors, with_notes_first
from briefgen.document.node import BlockNode, Node, children, parts
from briefgen.document.revisions import accepted, joined, rejected
from briefgen.document.transform import transform
from briefgen.document.walk import contents_entries, texts, walk, words
from briefgen.exhibits import with_portions
from briefgen.locale import load
from briefgen.markup.model import Citation
from briefgen.redline import revise
from briefgen.redline.align import normalised
from briefgen.release.bundle import printed


class Card(Node, frozen=True):
    blocks: tuple[Block, ...]
    title: Inlines = ()
    anchor: str = ""
    revision: str = ""
    reading_order: ClassVar[tuple[str, ...]] = ("title", "blocks")


class Half(Node, frozen=True):
    """Cannot be inserted or deleted, as a cell."""

    blocks: tuple[Block, ...] = ()


class Cards(BlockNode, frozen=True):
    lead: Inlines
    cards: tuple[Card, ...]
    halves: tuple[Half, ...] = ()
    closing: Paragraph | None = None
    columns: int = 2


def cards(*given: Card, lead: Inlines = (), halves: tuple[Half, ...] = (), closing: Paragraph | None = None) -> Block:
    return cast(Block, Cards(lead, given, halves, closing))


def authored(text: str, path: str) -> Inlines:
    return (Run(text, Authored(path)),)


COSTS = table("a | b", "c | d", caption=": Costs", anchor="costs")


def brief() -> Document:
    return document(
        H("Options"),
        cards(
            Card(
                (P("One **man** walks. ^1"), table("a | b", "c | d", caption=": Costs", anchor="costs")),
                T("First"),
                "one",
            ),
            Card((cards(Card((P("Inside."),))),), T("Second")),
            lead=T("Two cards:"),
            halves=(Half((P("left"),)), Half((P("right"),))),
            closing=P("The end. ^2"),
        ),
        notes=("a note", "another"),
    )


ALL = ["Options", "Two cards:", "First", "One man walks.", "Costs", "a", "b", "c", "d", "Second", "Inside.", "left",
       "right", "The end."]  # fmt: skip


def test_its_fields_say_what_it_holds() -> None:
    assert parts(Cards) == (("lead", "text"), ("cards", "nodes"), ("halves", "nodes"), ("closing", "node"))
    assert parts(Card) == (("title", "text"), ("blocks", "nodes"))
    assert [type(node) for node in children(brief().blocks[1])] == [Card, Card, Half, Half, Paragraph]


def test_its_words_are_read_in_order() -> None:
    assert words(brief()) == ALL
    assert [type(node).__name__ for node in walk(brief().blocks)].count("Cards") == 2
    assert [anchor for anchor in anchors(brief().blocks) if anchor] == ["options", "one", "costs"]
    assert [entry.anchor for entry in contents_entries(brief(), Contents((), of="tables"))] == ["costs"]


def test_what_it_holds_is_transformed() -> None:
    upper = transform(brief().blocks, text=lambda text: tuple(T(plain(text).upper())))
    assert [plain(text) for block in upper for text in texts(block) if text] == [
        "OPTIONS", "TWO CARDS:", "FIRST", "ONE MAN WALKS. ", "COSTS", "A", "B", "C", "D", "SECOND", "INSIDE.", "LEFT",
        "RIGHT", "THE END. ",
    ]  # fmt: skip
    without = transform(brief().blocks, node=lambda node: None if isinstance(node, Card | Table) else node)
    assert words(replace(brief(), blocks=without)) == ["Options", "Two cards:", "left", "right", "The end."]
    assert transform(brief().blocks) == brief().blocks
    same = brief().blocks
    assert all(made is given for made, given in zip(transform(same), same, strict=True)), (
        "nothing is copied for nothing"
    )


class Holder(msgspec.Struct, frozen=True):
    """What a template prints."""

    cards: Block


def test_a_template_prints_it_with_numbers_anchors_and_notes() -> None:
    cites = cast(Inlines, (*T("It goes"), Citation("team", "", "x.en")))
    given = cards(
        Card((Heading(4, T("Deep"), ""), replace(table("a", "b", caption=": Costs", anchor="costs"))), cites),
        Card((Paragraph((Link(T("there"), "#costs"),)), List((), role="notes")), T("Notes")),  # type: ignore[arg-type]
        lead=cites,
    )
    made = composed("# Top\n\n{{ scenario.cards }}\n", Holder(given))
    assert made.diagnostics == made.findings == ()
    nodes = list(walk(made.document.blocks))
    assert [(node.level, node.anchor) for node in nodes if isinstance(node, Heading)] == [(1, "top"), (2, "deep")]
    assert [node.caption.label for node in nodes if isinstance(node, Table) and node.caption] == ["Table 1"]
    marks = [inline for block in made.document.blocks for text in texts(block) for inline in text
             if isinstance(inline, NoteMark)]  # fmt: skip
    assert [(mark.number, mark.occurrence) for mark in marks] == [(1, 1), (1, 2)]
    assert [node.anchor for node in nodes if isinstance(node, Item)] == ["note-1"], "end notes are put in their place"
    assert len(made.document.notes) == 1


def test_a_card_gives_way_to_the_anchor_of_a_note() -> None:
    given = document(cards(Card((P("Cited. ^1"),), anchor="note-1")), notes=("a note",))
    assert [anchor for anchor in anchors(with_notes_first(given).blocks) if anchor] == ["at-note-1"]


def test_its_words_get_portion_marks() -> None:
    scenario = loaded("kelmouth-2026").scenario
    secret = next(fact for fact in scenario.facts if fact.marking == "TLP:AMBER")
    text = authored("Secret.", f"facts.{secret.id}.statement.en")
    given = document(cards(Card((Paragraph(text),), text), lead=text, closing=Paragraph(text)))
    assert words(with_portions(given, scenario)) == ["(TLP:AMBER) Secret."] * 4


def test_a_redline_shows_what_changed_in_it() -> None:
    old = brief()
    (head, block) = old.blocks
    was = cast(Cards, block)
    now = replace(
        was,
        lead=T("Three cards:"),
        cards=(replace(was.cards[0], title=T("The first")), Card((P("Between them."),), T("New")), was.cards[1]),
        halves=(was.halves[0], Half((P("right-hand"),))),
        closing=None,
    )
    for changed in (replace(now, closing=was.closing), now, replace(was, columns=3)):
        new = replace(old, blocks=(head, cast(Block, changed)))
        redline = revise(old, new)
        assert accepted(redline).blocks == transform(new.blocks, text=joined)
        assert tuple(map(normalised, rejected(redline).blocks)) == tuple(map(normalised, old.blocks))
    redline = revise(old, replace(old, blocks=(head, cast(Block, replace(now, closing=was.closing)))))
    assert [card.revision for card in cast(Cards, redline.blocks[1]).cards] == ["", "inserted", ""]
    assert len(redline.blocks) == 2, "a changed block stays one block"


def test_a_release_knows_what_it_prints() -> None:
    seen = printed(
        document(cards(Card((Paragraph(authored("Inside.", "background.en")),), authored("Card", "title.en"))))
    )
    assert seen.fields == {"background.en", "title.en"}
    assert "Inside." in seen.words
    assert "Card" in seen.words


def test_words_without_a_translation_are_marked_in_it() -> None:
    given = document(cards(Card((Paragraph(authored("Inside.", "background.en")),))), lang="fr")
    assert words(with_language_marks(given, load("fr")))[1:] == ["Inside. [en]"]
