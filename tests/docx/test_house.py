"""A brief in the house style of others: their styles, numbers, paper and margins; nothing of theirs that acts."""

import io
import re
import zipfile

import msgspec
import pytest
from lxml import etree
from tests.docx import houses
from tests.docx.houses import drawing, field, german, text
from tests.docx.linter import faults
from tests.docx.sample import PAGES, body, brief, cell, head, said, word
from tests.word_files import read_texts

from briefgen import docx
from briefgen.document import Block, Caption, Contents, Heading, Item, List, Row, Running, Table
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.docx.reference.opening import ReferenceDocument, read_reference
from briefgen.docx.reference.styles import missing_styles
from briefgen.ooxml.tags import W, w
from briefgen.theme import Theme


def house_of(data: bytes) -> ReferenceDocument:
    house, found = read_reference(data, "house.docx")
    assert house is not None, found
    return house


def dressed(theme: Theme, house: bytes, *blocks: Block, **more: object) -> bytes:
    document = brief()
    if blocks or more:
        document = msgspec.structs.replace(document, **({"blocks": blocks, "notes": ()} if blocks else {}), **more)
    data = docx.write(document, theme, "a4", PAGES, WordOptions(house_of(house)))
    assert faults(data) == []
    return data


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def xpath(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces={"w": W})


def names(data: bytes) -> set[str]:
    return set(xpath(part(data, "word/styles.xml"), "//w:style/w:name/@w:val"))


def shown(data: bytes, name: str) -> str:
    return " ".join(" ".join(xpath(part(data, f"word/{name}.xml"), "//w:t/text()")).split())


@pytest.fixture(params=["german", "pandoc", "libreoffice"])
def foreign(request: pytest.FixtureRequest) -> bytes:
    return german() if request.param == "german" else request.getfixturevalue(request.param)


# Styles


def test_no_style_is_lost_and_every_word_stands_where_it_stood(theme: Theme, foreign: bytes, sample: bytes) -> None:
    data = dressed(theme, foreign)
    assert names(foreign) <= names(data)
    assert [words for _, words in read_texts(data)] == [words for _, words in read_texts(sample)]


def test_it_is_the_same_to_the_byte_each_time(theme: Theme, foreign: bytes) -> None:
    assert dressed(theme, foreign) == dressed(theme, foreign)


def test_styles_are_found_by_name_whatever_their_ids(theme: Theme) -> None:
    blocks = (Heading(1, (said("One"),), "a"), body(said("text")), List((Item((body(said("item")),)),)))
    root = part(dressed(theme, german(), *blocks))
    styles = xpath(root, "//w:p/w:pPr/w:pStyle/@w:val")
    assert styles == ["berschrift1", "Textkrper", "Aufzhlungszeichen"]
    assert xpath(root, "//w:p/w:pPr/w:numPr/w:numId/@w:val") == ["3"]  # the house's own list, whose bullet is ■


def test_a_style_is_found_by_an_alias_and_by_the_name_that_menus_show(theme: Theme) -> None:
    lacking = missing_styles(theme, house_of(german()))
    assert "Key Message" not in lacking  # an alias of “Kernaussage”
    assert "Text Box" in lacking
    shown_names = houses.GERMAN_STYLES.replace('w:val="heading 1"', 'w:val="Überschrift 1"')
    house = house_of(german(more={"word/styles.xml": shown_names}))
    assert "heading 1" not in missing_styles(theme, house)


@pytest.mark.parametrize("name", ["table of figures", "Abbildungsverzeichnis", "Table des illustrations"])
def test_a_list_of_tables_has_the_houses_style_for_such_lists(theme: Theme, name: str) -> None:
    own = f'<w:style w:type="paragraph" w:styleId="Liste7"><w:name w:val="{name}"/></w:style></w:styles>'
    house = german(more={"word/styles.xml": houses.GERMAN_STYLES.replace("</w:styles>", own)})
    table = Table((), (), (Row((cell(said("x")),)),), Caption("Table 1", (said("What"),)), (), "what")
    root = part(dressed(theme, house, Contents((said("Tables"),), of="tables"), table))
    entries = xpath(root, "//w:p[w:pPr/w:pStyle/@w:val = 'Liste7']")
    assert ["".join(xpath(entry, ".//w:t/text()")) for entry in entries] == ["Table 1 · What1"]


def test_headings_keep_the_numbers_of_the_house(theme: Theme) -> None:
    data = dressed(theme, german(), Heading(1, (said("One"),), "a"))
    style = xpath(part(data, "word/styles.xml"), "//w:style[@w:styleId='berschrift1']")[0]
    at = xpath(style, "w:pPr/w:numPr/w:numId/@w:val")[0]
    definition = xpath(part(data, "word/numbering.xml"), f"//w:num[@w:numId='{at}']/w:abstractNumId/@w:val")[0]
    assert xpath(
        part(data, "word/numbering.xml"), f"//w:abstractNum[@w:abstractNumId='{definition}']//w:lvlText/@w:val"
    ) == ["%1"]


def test_numbers_of_a_house_stand_at_sides_that_the_schema_knows(theme: Theme) -> None:
    """LibreOffice writes `start` where it saves as “Office Open XML”."""
    numbering = houses.GERMAN_NUMBERING.replace('<w:lvlJc w:val="left"/>', '<w:lvlJc w:val="start"/>', 1)
    data = dressed(theme, german(more={"word/numbering.xml": numbering}))
    assert numbering != houses.GERMAN_NUMBERING
    assert set(xpath(part(data, "word/numbering.xml"), "//w:lvlJc/@w:val")) == {"left"}


def test_what_is_made_has_the_letters_sizes_and_colour_of_the_house(theme: Theme) -> None:
    styles = part(dressed(theme, german()), "word/styles.xml")
    lead = xpath(styles, "//w:style[w:name/@w:val='Lead Paragraph']")[0]
    assert not xpath(lead, ".//w:rFonts")
    assert xpath(lead, "w:basedOn/@w:val") == ["Standard"]
    assert xpath(lead, "w:rPr/w:sz/@w:val") == ["23"]  # 11.2 of 10.5 points, in letters of 11
    assert xpath(styles, "//w:style[w:name/@w:val='Ruled Table']//w:top/@w:color") == ["7A1F5C"]


def test_the_language_is_the_briefs(theme: Theme) -> None:
    styles = part(dressed(theme, german()), "word/styles.xml")
    assert set(xpath(styles, "//w:lang/@w:val")) == {"en-CA"}


def test_numbered_lists_each_start_anew_beside_the_lists_of_the_house(theme: Theme) -> None:
    lists = tuple(List((Item((body(said(name)),)),), ordered=True, start=at) for at, name in ((1, "a"), (4, "b")))
    data = dressed(theme, german(), *lists)
    used = xpath(part(data), "//w:numId/@w:val")
    numbering = part(data, "word/numbering.xml")
    assert len(set(used)) == 2 and set(used).isdisjoint({"3", "7"})
    starts = [xpath(numbering, f"//w:num[@w:numId='{at}']//w:startOverride/@w:val") for at in used]
    assert starts == [["1"], ["4"]]
    order = [etree.QName(e).localname for e in numbering]
    assert order == sorted(order)  # all definitions, then all lists (CT_Numbering)


@pytest.mark.parametrize("ordered", [False, True])
def test_a_list_in_a_list_has_its_bullets_where_the_houses_have_one_level(theme: Theme, ordered: bool) -> None:
    """The German office's lists know one level. Deeper ones pointed at none, and Word showed bare paragraphs."""
    inner = List((Item((body(said("deeper")),)),), ordered=ordered)
    data = dressed(theme, german(), List((Item((body(said("outer")), inner)),), ordered=ordered))
    numbering = part(data, "word/numbering.xml")
    deeper = xpath(part(data), "//w:p[.//w:t = 'deeper']/w:pPr/w:numPr")[0]
    level, at = (xpath(deeper, f"w:{name}/@w:val")[0] for name in ("ilvl", "numId"))
    definition = xpath(numbering, f"//w:num[@w:numId='{at}']/w:abstractNumId/@w:val")[0]
    held = f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl"
    assert level == "1" and xpath(numbering, f"{held}[@w:ilvl='1']/w:lvlText/@w:val")
    assert xpath(numbering, f"{held}[@w:ilvl='0']") and len(xpath(numbering, held)) == 9


# Paper and margins


def test_paper_is_the_houses(theme: Theme) -> None:
    root = part(dressed(theme, german()))
    margin = xpath(root, "//w:pgMar")[0]
    assert [margin.get(w(side)) for side in ("top", "right", "bottom", "left")] == ["1985", "1134", "1418", "1701"]
    table = xpath(root, "//w:tbl")[0]
    assert sum(int(v) for v in xpath(table, "w:tblGrid/w:gridCol/@w:w")) == 11906 - 1134 - 1701


def test_the_logo_comes_along_and_the_places_are_filled(theme: Theme) -> None:
    data = dressed(theme, german())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/house1.png") == houses.PNG
    assert shown(data, "header-default") == "Amt für Beispiele Draft TLP:CLEAR"
    assert shown(data, "footer-default") == "Seite 9 · EX-2022-07 TLP:CLEAR"
    assert not xpath(part(data), "//w:titlePg")  # nor has the house another first page


PLACES = {
    "a field": field("DOCPROPERTY  Marking  \\* MERGEFORMAT", "TLP:GREEN"),
    "a field with quotes": field('DOCPROPERTY "Marking"', "TLP:GREEN"),
    "a simple field": f'<w:fldSimple w:instr=" DOCPROPERTY Marking ">{text("TLP:GREEN")}</w:fldSimple>',
    "a content control": '<w:sdt><w:sdtPr><w:alias w:val="Schutz"/><w:tag w:val="marking"/><w:showingPlcHdr/></w:sdtPr>'
    f"<w:sdtContent>{text('TLP:')}{text('GREEN')}</w:sdtContent></w:sdt>",
    "an empty content control": '<w:sdt><w:sdtPr><w:tag w:val="Marking"/></w:sdtPr><w:sdtContent/></w:sdt>',
    "no place": "",
    "the marking of another paper": text("TLP:GREEN "),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("marking", ["TLP:RED", ""])
def test_a_marking_is_never_lost_nor_an_old_one_shown_in_its_place(theme: Theme, place: str, marking: str) -> None:
    data = dressed(theme, german(header=PLACES[place]), running=Running(marking=marking, page="{page}"))
    words = shown(data, "header-default")
    assert words.count("TLP:RED") == (1 if marking else 0)
    assert ("TLP:GREEN" in words) == (place == "the marking of another paper")
    assert ("TLP:RED" in shown(data, "footer-default")) == bool(marking)


def test_each_kind_of_page_of_the_house_bears_the_marking(theme: Theme) -> None:
    """A first page and even pages of their own are places where a marking could go missing."""
    document = (
        f'<w:document {houses.W} {houses.R}><w:body><w:sectPr><w:headerReference w:type="even" r:id="rId10"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )
    settings = f"<w:settings {houses.W}><w:evenAndOddHeaders/></w:settings>"
    house = german(
        more={"word/document.xml": document, "word/settings.xml": settings},
        document_relations={"rId3": ("settings", "settings.xml"), "rId4": ("vbaProject", "vbaProject.bin")},
    )
    data = dressed(theme, house)
    for kind in ("header", "footer"):
        for page in ("default", "first", "even"):
            assert "TLP:CLEAR" in shown(data, f"{kind}-{page}"), (kind, page)
    assert xpath(part(data), "//w:titlePg")
    assert xpath(part(data, "word/settings.xml"), "//w:evenAndOddHeaders")


def test_a_house_without_margins_takes_ours(theme: Theme, pandoc: bytes) -> None:
    data = dressed(theme, pandoc)
    title = "Haiti: answering the request for an international force"
    assert shown(data, "header-default") == f"Draft TLP:CLEAR {title} · How the options compare"
    assert shown(data, "footer-first") == "Options paper · edition 1 · as of 28 October 2022 TLP:CLEAR 1 of 1"


@pytest.mark.parametrize(("title", "lines"), [("Short", 1), ("A long title " * 8, 2)])
def test_a_long_title_does_not_push_the_marking_to_the_next_line(
    theme: Theme, pandoc: bytes, title: str, lines: int
) -> None:
    """In pandoc's house style the marking of Haiti stood at the head of the text, below its title."""
    running = Running(header=(word(title),), status="Draft", marking="TLP:GREEN")
    data = dressed(theme, pandoc, Heading(1, (word("Notes"),), "n"), running=running)
    shown_in = [" ".join(xpath(line, ".//w:t/text()")) for line in xpath(part(data, "word/header-default.xml"), "w:p")]
    assert len(shown_in) == lines
    assert shown_in[0].endswith("TLP:GREEN")


def test_a_brief_can_be_the_house_style_of_another(theme: Theme, sample: bytes) -> None:
    """People copy the last paper. Its title, marking and reference are fields, so nothing of them stays behind."""
    other = msgspec.structs.replace(brief().properties, title="Another title", reference="EX-2")
    running = Running(
        header=(word("Another title"),), footer=(word("EX-2 · edition 4"),), marking="TLP:AMBER", page="{page}"
    )
    data = dressed(theme, sample, Heading(1, (word("Another section"),), "a"), properties=other, running=running)
    # The title of the sample is so long that its section stands on a line of its own, below the marking.
    assert shown(data, "header-default") == "Another title TLP:AMBER Another section"
    assert shown(data, "footer-default") == "EX-2 · edition 4 TLP:AMBER 1 of 1"


# What stays behind


def hostile() -> bytes:
    ole = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId7"/></w:object></w:r>'
    link = '<w:hyperlink r:id="rId8"><w:r><w:t>our site</w:t></w:r></w:hyperlink>'
    header = (
        text("Amt ") + field("INCLUDEPICTURE http://evil.example/x.png", "old picture ")
        + field("DDEAUTO c:\\\\cmd.exe calc", "calc ")
        + f'<w:fldSimple w:instr="LINK Excel">{text("linked ")}</w:fldSimple>'
        + field(f'IF 1 = 1 "{"x"}"', "inside ") + ole + link + drawing("rId1") + drawing("rId9") + drawing("rId12")
        + f'<w:ins w:id="1">{text("added ")}</w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    )  # fmt: skip
    return german(
        header=header,
        more={
            "word/vbaProject.bin": b"macro", "word/embeddings/ole1.bin": b"ole",
            "word/media/evil.emf": b"\x01\0\0\0emf",
            "word/settings.xml": f'<w:settings {houses.W} {houses.R}><w:attachedTemplate r:id="rId1"/></w:settings>',
        },
        header_relations={
            "rId7": ("oleObject", "embeddings/ole1.bin"), "rId8": ("hyperlink", "http://evil.example/"),
            "rId9": ("image", "http://evil.example/logo.png"), "rId12": ("image", "media/evil.emf"),
        },
        document_relations={"rId3": ("settings", "settings.xml"), "rId4": ("vbaProject", "vbaProject.bin")},
    )  # fmt: skip


def test_nothing_that_acts_or_leads_outside_is_carried_over(theme: Theme) -> None:
    data = dressed(theme, hostile())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        listed = archive.namelist()
    for bad in (
        b"evil.example",
        b"INCLUDEPICTURE",
        b"DDEAUTO",
        b"LINK Excel",
        b"vbaProject",
        b"OLEObject",
        b"attachedTemplate",
    ):
        assert bad not in everything, bad
    assert [name for name in listed if "media" in name and "house" in name] == ["word/media/house1.png"]
    assert shown(data, "header-default") == "Amt old picture calc linked inside our site added Draft TLP:CLEAR"


def test_what_stays_behind_is_told() -> None:
    assert set(house_of(hostile()).omitted) == {
        "macros", "embedded objects", "an embedded object", "a link to an address", "a field LINK",
        "a field INCLUDEPICTURE", "a field DDEAUTO", "a field IF", "something that lies outside the file",
        "a picture that is no PNG, JPEG or GIF",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unsafe-docx"),
        (b"PK\x03\x04 half a file", "unsafe-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "unsafe-docx"),
        (houses.package({"word/document.xml": "<x/>"}, {}), "unsafe-docx"),
        (houses.package({"word/document.xml": f"<w:document {houses.W}/>"}, {}), "no-house-style"),
        (german(more={"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'}), "unsafe-docx"),
    ],
    ids=["empty", "half", "Word 97", "no document", "no styles", "entities"],
)
def test_what_is_no_house_style_is_told_in_a_line(data: bytes, code: str) -> None:
    house, found = read_reference(data, "house.docx")
    assert house is None
    assert [(each.code, each.file) for each in found] == [(code, "house.docx")]


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        ('<w:basedOn w:val="Standard"/>', '<w:basedOn w:val="berschrift1"/>'),  # a circle
        ('<w:basedOn w:val="Standard"/>', '<w:basedOn w:val="nowhere"/>'),
        ('w:styleId="Textkrper"', 'w:styleId="berschrift1"'),
        ('w:val="Body Text"', 'w:val="heading 1"'),
        ('w:val="22"', 'w:val="-5"'),
        ('w:val="22"', 'w:val="many"'),
        ('w:val="3"', 'w:val="9999999999999999999999"'),
        ('w:val="7A1F5C"', 'w:val="&quot;/&gt;"'),
        (' w:styleId="Titel"', ""),
    ],
)
def test_odd_values_in_its_styles_do_no_harm(theme: Theme, was: str, is_: str) -> None:
    assert was in houses.GERMAN_STYLES
    table = Table((), (head("a"),), ())
    data = dressed(
        theme, german(more={"word/styles.xml": houses.GERMAN_STYLES.replace(was, is_)}), body(said("text")), table
    )
    assert not re.search(r"many|99999", etree.tostring(part(data)).decode())


def test_its_settings_are_in_the_order_of_the_schema_also_for_review(theme: Theme) -> None:
    given = "<w:mirrorMargins/><w:defaultTabStop w:val='709'/><w:autoHyphenation/><w:evenAndOddHeaders w:val='maybe'/>"
    house = german(
        more={"word/settings.xml": f"<w:settings {houses.W}><w:zoom w:percent='900'/>{given}</w:settings>"},
        document_relations={"rId3": ("settings", "settings.xml")},
    )
    data = docx.write(brief(), theme, options=WordOptions(house_of(house), review=ReviewOptions()))
    settings = part(data, "word/settings.xml")
    assert [etree.QName(each).localname for each in settings][:7] == [
        "zoom", "mirrorMargins", "trackRevisions", "defaultTabStop", "autoHyphenation", "evenAndOddHeaders",
        "characterSpacingControl",
    ]  # fmt: skip
    assert xpath(settings, "w:zoom/@w:percent") == ["100"] and xpath(settings, "w:defaultTabStop/@w:val") == ["709"]


@pytest.mark.parametrize("kind", ["template.main", "document.macroEnabled.main", "template.macroEnabledTemplate.main"])
def test_a_template_is_opened_as_a_document_is(theme: Theme, kind: str) -> None:
    """Word gives the main part of a .dotx another content type, which python-docx refuses."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(german())) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main", kind.encode()))
    assert dressed(theme, file.getvalue(), body(said("x"))) == dressed(theme, german(), body(said("x")))


def test_a_style_based_on_the_name_of_another_is_based_on_that_one(theme: Theme) -> None:
    """pandoc writes names where ids are due."""
    styles = houses.GERMAN_STYLES.replace('<w:basedOn w:val="Standard"/>', '<w:basedOn w:val="Normal"/>')
    assert styles != houses.GERMAN_STYLES
    assert dressed(theme, german(more={"word/styles.xml": styles})) == dressed(theme, german())


def test_pages_on_their_side_have_the_headers_and_borders_of_the_house(theme: Theme) -> None:
    wide = tuple(head(f"A criterion with a long name {at}") for at in range(14))
    border = '<w:pgBorders><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pgBorders><w:cols'
    document = etree.tostring(part(german())).decode().replace("<w:cols", border)
    table = Table((), wide, (Row(tuple(cell(said("A long remark on it")) for _ in wide)),))
    root = part(dressed(theme, german(more={"word/document.xml": document}), body(said("x")), table, body(said("y"))))
    sections = xpath(root, "//w:sectPr")
    assert [xpath(each, "w:pgSz/@w:orient") for each in sections] == [[], ["landscape"], []]
    assert [len(xpath(each, "w:headerReference")) for each in sections] == [1, 0, 0]
    assert all(len(xpath(each, "w:pgBorders")) == 1 for each in sections)


def test_the_widest_and_the_narrowest_paper_do_no_harm(theme: Theme) -> None:
    for size in ('w:w="1" w:h="1"', 'w:w="-5" w:h="x"', 'w:w="3000" w:h="3000"', 'w:w="999999999" w:h="16838"'):
        sections = part(german())
        document = etree.tostring(sections).decode().replace('w:w="11906" w:h="16838"', size)
        root = part(dressed(theme, german(more={"word/document.xml": document}), body(said("x"))))
        assert int(xpath(root, "//w:pgSz/@w:w")[0]) == 11906, size


def test_pictures_are_stored_once(theme: Theme) -> None:
    house = german(
        header=drawing("rId1") + drawing("rId1") + drawing("rId2"),
        header_relations={"rId2": ("image", "media/b.png")},
        more={"word/media/b.png": houses.PNG},
    )
    with zipfile.ZipFile(io.BytesIO(dressed(theme, house))) as archive:
        assert sum("media/house" in name for name in archive.namelist()) == 1
