"""Laws of pages: no words make markup, all words stand there in order, and every reference leads somewhere."""

from collections.abc import Callable

import pytest
from hypothesis import given
from tests.html.every_block import every_block
from tests.html.reading import page, said, written
from tests.html.rewriting import harmless, rewritten
from tests.hypothesis_profiles import examples
from tests.laws.briefs import theme as shipped_theme
from tests.strategies import documents

from briefgen.document import Document
from briefgen.document.address import address
from briefgen.html import write
from briefgen.theme import Theme

ATTRIBUTES = {
    "alt", "aria-describedby", "aria-label", "aria-labelledby", "charset", "class", "colspan", "content", "data-label",
    "data-note", "dir", "height", "hidden", "href", "http-equiv", "id", "lang", "name", "open", "rel", "role",
    "aria-hidden", "rowspan", "scope", "src", "start", "tabindex", "viewbox", "width",
}  # fmt: skip
"""All that elements may bear."""

DRAWN = {"circle", "polygon", "polyline", "rect", "text"}
ATTRIBUTES_DRAWN = {
    "cx", "cy", "fill", "font-size", "font-style", "font-weight", "height", "lengthadjust", "points", "r", "stroke",
    "stroke-dasharray", "stroke-width", "textlength", "width", "x", "y",
}  # fmt: skip
"""All that a drawing is made of, and what its shapes may bear."""

THEME: Theme = shipped_theme()


def shape(document: Document) -> list[tuple[str, list[str], str | None]]:
    """Each element with the names of its attributes and its class; how many lines a drawing takes lies in its words."""
    elements = page(write(document, THEME)).iter()
    return [(each.tag, sorted(each.keys()), each.get("class")) for each in elements if each.tag not in DRAWN]


def test_every_kind_of_block_is_said() -> None:
    assert said(write(every_block(), THEME)) == written(every_block())


def all_words_stand_on_the_page_in_their_order(document: Document) -> None:
    assert said(write(document, THEME)) == written(document)


def words_make_no_markup(document: Document) -> None:
    assert shape(document) == shape(harmless(document))


def elements_bear_only_what_pages_need(document: Document) -> None:
    tree = page(write(document, THEME))
    drawn = [each for drawing in tree.iter("svg") for each in drawing.iterdescendants()]
    assert {each.tag for each in drawn} <= DRAWN
    assert {name.lower() for each in drawn for name in each.keys()} <= ATTRIBUTES_DRAWN  # noqa: SIM118
    others = [each for each in tree.iter() if each.tag not in DRAWN]
    assert {name.lower() for each in others for name in each.keys()} <= ATTRIBUTES  # noqa: SIM118  # elements have no other way
    assert [each.tag for each in tree.iter("script", "style")] == ["style", "script"]
    outward = [link.get("href") for link in tree.xpath("//body//a[@href]") if not link.get("href").startswith("#")]
    assert [address(each) for each in outward] == outward


def every_id_stands_once_and_every_reference_leads_to_one(document: Document) -> None:
    tree = page(write(document, THEME))
    ids = [each.get("id") for each in tree.iter() if each.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert not [each for each in ids if not each or set(each) & set(" \t\n\f\r")]
    named = [
        each.get(name) for each in tree.iter() for name in ("aria-labelledby", "aria-describedby") if each.get(name)
    ]
    led = [each.get("href")[1:] for each in tree.iter("a") if each.get("href", "").startswith("#")]
    assert set(named + led) <= set(ids)


LAWS = (
    all_words_stand_on_the_page_in_their_order,
    words_make_no_markup,
    elements_bear_only_what_pages_need,
    every_id_stands_once_and_every_reference_leads_to_one,
)
usual = examples(0.15, shrink=False)


@usual
@given(documents())
def test_the_laws_hold_for_any_document(document: Document) -> None:
    for law in LAWS:
        law(document)


MARKUP = (
    "<b onclick=x>",
    "' style='x",
    '"><script>',
    "</title>",
    "</style>",
    "-->",
    "]]>",
    "&lt;",
    "</template>",
    "<!--",
)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("words", MARKUP)
def test_the_laws_hold_for_words_that_are_markup(words: str, law: Callable[[Document], None]) -> None:
    law(rewritten(every_block(), lambda part: part, lambda text: f"{words}{text}"))
