"""Colours and faces of a brief in Word are those of its theme by name, so that a reader can give it others; and the
list of styles shows those of a brief alone."""

import io
import zipfile

from lxml import etree
from tests.docx import make_base
from tests.docx.houses import german
from tests.factory import H, P, R, box, document, table

from briefgen import docx
from briefgen.document import Paragraph
from briefgen.docx.context import WordOptions
from briefgen.docx.package import BASE
from briefgen.docx.reference.opening import read_reference
from briefgen.docx.theme_styles import THEME_SLOTS
from briefgen.ooxml.tags import A, w
from briefgen.theme import Theme

_SLOTS = {"text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}
"""As `w:clrSchemeMapping` of the settings has it."""


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_each_colour_in_the_styles_is_that_of_its_place_in_the_theme(theme: Theme, sample: bytes) -> None:
    scheme = part(sample, "word/theme/theme1.xml").find(f".//{{{A}}}clrScheme")
    found = set()
    for element in part(sample, "word/styles.xml").iter():
        for place, value in (("themeColor", "val" if element.tag == w("color") else "color"), ("themeFill", "fill")):
            if name := element.get(w(place)):
                found.add(name)
                assert scheme.find(f"{{{A}}}{_SLOTS.get(name, name)}")[0].get("val") == element.get(w(value)), name
    assert found == set(THEME_SLOTS.values())


def test_faces_are_those_of_the_theme(theme: Theme, sample: bytes) -> None:
    faces = part(sample, "word/theme/theme1.xml").find(f".//{{{A}}}fontScheme")
    named = {"minorHAnsi": faces.find(f"{{{A}}}minorFont")[0], "majorHAnsi": faces.find(f"{{{A}}}majorFont")[0]}
    fonts = list(part(sample, "word/styles.xml").iter(w("rFonts")))
    assert {named[each.get(w("asciiTheme"))].get("typeface") == each.get(w("ascii")) for each in fonts} == {True}
    assert {each.get(w("ascii")) for each in fonts} == {theme.serif.name, theme.sans.name}


def test_nothing_names_a_place_in_the_theme_of_a_house(theme: Theme) -> None:
    """There it has another colour: a remark would be orange in an orange house."""
    house, _found = read_reference(german(), "amt.dotx")
    made = document(H("There"), box("Title", P("x")), table("A | B", "a | b"), Paragraph((R("x", "code", "muted"),)))
    data = docx.write(made, theme, "a4", options=WordOptions(house))
    ours = [
        style
        for style in part(data, "word/styles.xml").iter(w("style"))
        if style.get(w("styleId"), "").startswith("Brief")
    ]
    assert len(ours) > 20
    for root in (*ours, part(data, "word/document.xml")):
        assert not [each for each in root.iter() if each.get(w("themeColor")) or each.get(w("themeFill"))]


def test_the_list_of_styles_shows_those_of_a_brief_in_their_order(sample: bytes) -> None:
    """Once, Word listed all of its 376 styles as recommended, in the order of the alphabet."""
    styles = part(sample, "word/styles.xml")
    latent = styles.find(w("latentStyles"))
    assert (latent.get(w("defSemiHidden")), latent.get(w("defUnhideWhenUsed"))) == ("1", "1")
    offered = [
        int(style.find(w("uiPriority")).get(w("val")))
        for style in styles.iter(w("style"))
        if style.get(w("type")) == "paragraph" and style.find(w("qFormat")) is not None and not style.get(w("default"))
    ]
    assert offered == sorted(set(offered))


def test_marks_stand_behind_the_paragraphs_in_the_gallery_and_what_word_sets_by_itself_does_not(sample: bytes) -> None:
    """Word lists styles without a rank first: its gallery began with “Code”, “Supports” and fifteen more."""
    ranks: dict[str, list[int]] = {"paragraph": [], "character": []}
    for style in part(sample, "word/styles.xml").iter(w("style")):
        rank = style.find(w("uiPriority"))
        if style.get(w("styleId")) == "Normal":
            continue
        assert rank is not None, style.get(w("styleId"))
        if style.find(w("qFormat")) is not None:
            ranks[style.get(w("type"))].append(int(rank.get(w("val"))))
    assert max(ranks["paragraph"]) < min(ranks["character"])
    hidden = {"Hyperlink", "FootnoteReference", "BriefMarking", "BriefStatus", "BriefCaptionLabel"}
    offered = {
        style.get(w("styleId"))
        for style in part(sample, "word/styles.xml").iter(w("style"))
        if style.find(w("qFormat")) is not None
    }
    assert {"Strong", "BriefJudgement"} <= offered and offered.isdisjoint(hidden)


def test_every_table_has_a_header_row_to_words_checker(sample: bytes) -> None:
    """The strip under the title was told as a table without one."""
    looks = list(part(sample, "word/document.xml").iter(w("tblLook")))
    assert [look.get(w("firstRow")) for look in looks] == ["1"] * len(looks)
    assert all(int(look.get(w("val")), 16) & 0x20 for look in looks)


def test_the_base_document_is_made_of_the_shipped_theme() -> None:
    """Else run `make base`."""
    assert make_base.base() == BASE.read_bytes()
