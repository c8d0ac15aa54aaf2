"""The file: valid, self-contained, and the same for the same document."""

import subprocess
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest
from tests.factory import H, P, R, T, document, figure, png, table
from tests.pdf.brief import brief
from tests.pdf.structure import spoken
from tests.tools import require

from briefgen.document import Document, Link, Paragraph, Properties
from briefgen.pdf.document import fitting, text
from briefgen.pdf.writer import write
from briefgen.theme import Theme


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_the_same_brief_gives_the_same_bytes(theme: Theme) -> None:
    assert write(brief(), theme) == write(brief(), theme)


def test_another_brief_has_another_identifier(theme: Theme) -> None:
    one, other = (opened(write(document(P(text)), theme)).trailer.ID for text in ("a", "b"))
    assert bytes(one[0]) == bytes(one[1]) != bytes(other[0])


def test_qpdf_finds_no_fault(theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(write(brief(2), theme))
    run = subprocess.run([require("qpdf"), "--check", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_words_are_extracted_in_their_order_and_whole(theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    narrow = table("Criterion and weight | B", *["a | interdepartmental"] * 6, shares=(0.84, 0.16))
    path.write_bytes(
        write(document(H("Background"), P("These words are long enough for two lines. " * 4), narrow), theme)
    )
    run = subprocess.run([require("pdftotext"), path, "-"], capture_output=True, text=True, check=True)
    text = " ".join(run.stdout.split())
    assert text.startswith("Background " + "These words are long enough for two lines. " * 4 + "Criterion and weight")
    assert text.count("interdepartmental") == 6


@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("way", [(), ("-layout",), ("-raw",)])
def test_words_that_two_lines_divide_are_extracted_whole(
    theme: Theme, tmp_path: Path, align: str, way: tuple[str, ...]
) -> None:
    """Once, `pdftotext` gave a soft hyphen and a line end within a word, and took the hyphen out of *well-known*."""
    sentence = (
        "The interdepartmental committee reconsidered environmental responsibilities of well-known municipalities. "
    )
    styles = {name: msgspec.structs.replace(style, align=align) for name, style in theme.styles.items()}
    narrow = msgspec.structs.replace(theme, styles=styles, page=msgspec.structs.replace(theme.page, right=400))
    path = tmp_path / "brief.pdf"
    path.write_bytes(write(document(P(sentence * 8)), narrow))
    run = subprocess.run([require("pdftotext"), *way, path, "-"], capture_output=True, text=True, check=True)
    assert " ".join(run.stdout.split()).startswith((sentence * 8).strip())


@pytest.mark.parametrize("indent", range(6))
def test_letters_without_a_glyph_are_read_once_in_a_hyphenated_word(theme: Theme, indent: int) -> None:
    """A box at the beginning of a line was heard twice: with the word that the line before began, and for itself."""
    word = "x" * indent + "Z\u033b\u0351\u036b\u0313\u0357" * 60
    assert [text for tag, text in spoken(write(document(P(word)), theme)) if tag == "P"] == [word]


def test_every_font_is_embedded_as_a_subset(theme: Theme) -> None:
    pdf = opened(write(brief(), theme))
    fonts = pdf.pages[0].Resources.Font
    assert 4 <= len(fonts) <= 8
    for font in fonts.values():
        assert "/FontFile2" in font.FontDescriptor and "/ToUnicode" in font
        assert str(font.BaseFont)[7] == "+"


def test_a_font_that_a_brief_does_not_use_is_not_in_it(theme: Theme) -> None:
    pdf = opened(write(document(P("Plain.")), theme))
    names = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert not any("DejaVu" in name for name in names)


def test_more_characters_than_one_subset_holds(theme: Theme) -> None:
    many = "".join(chr(code) for code in range(0x100, 0x250)) + "".join(
        chr(code) for code in range(0x391, 0x3C0) if code != 0x3A2
    )
    from tests.pdf.structure import spoken

    ((_, text),) = spoken(write(document(P(" ".join(many))), theme))
    assert text == " ".join(many)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a?b=(c)", "https://example.org/a?b=(c)"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("mailto:office@example.org", "mailto:office@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        (" https://example.org", None),
        ("#nowhere", None),
    ],
)
def test_links_lead_only_to_allowed_addresses(theme: Theme, target: str, address: str | None) -> None:
    pdf = opened(write(document(Paragraph((Link((R("words"),), target),))), theme))
    found = [str(annotation.A.URI) for annotation in pdf.pages[0].get("/Annots", [])]
    assert found == ([address] if address else [])


def test_links_within_lead_to_the_page_and_the_height_of_their_anchor(theme: Theme) -> None:
    pdf = opened(write(document(P("See [there](#there)."), H("There")), theme))
    (annotation,) = pdf.pages[0].Annots
    assert annotation.Dest[0].objgen == pdf.pages[0].obj.objgen
    assert annotation.Contents == "There" and int(annotation.F) == 4


def test_links_of_marks_describe_their_note(theme: Theme) -> None:
    pdf = opened(write(document(P("a^1 b^1.2"), notes=["The source."]), theme))
    assert [str(annotation.Contents) for annotation in pdf.pages[0].Annots] == ["The source."] * 2


def test_headings_are_bookmarks(theme: Theme) -> None:
    pdf = opened(write(document(H("One"), H("Part", 2), H("Part (two)", 2), H("Deux “été”")), theme))
    with pdf.open_outline() as outline:
        found = [(item.title, [inner.title for inner in item.children]) for item in outline.root]
    assert found == [("One", ["Part", "Part (two)"]), ("Deux “été”", [])]


def test_the_file_says_what_it_is(theme: Theme) -> None:
    given = Document("fr-CA", Properties("Étude <1>", "L’équipe", "Sujet", ("a", "b"), "2022-10-28"),
                     document().running, (P("Mots."),))  # fmt: skip
    pdf = opened(write(given, theme))
    assert str(pdf.docinfo.Title) == "Étude <1>" and str(pdf.docinfo.CreationDate) == "D:20221028000000Z"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Étude <1>"
        assert metadata["xmp:CreateDate"] == "2022-10-28T00:00:00Z"
        assert metadata["pdfuaid:part"] == "1" and metadata["pdfaid:conformance"] == "A"
    assert str(pdf.Root.Lang) == "fr-CA" and pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2022-10-28", "D:20221028000000Z"),
        ("2023-11-14T22:13:20+00:00", "D:20231114221320Z"),
        ("", None),
        ("soon", None),
    ],
)
def test_dates_are_the_editions_and_never_the_clocks(theme: Theme, given: str, expected: str | None) -> None:
    one = Document("en", Properties("T", date=given), document().running, (P("x"),))
    pdf = opened(write(one, theme))
    assert (str(pdf.docinfo.CreationDate) if "/CreationDate" in pdf.docinfo else None) == expected


@pytest.mark.parametrize("alpha", [False, True])
def test_pictures_are_in_the_file(theme: Theme, alpha: bool) -> None:
    pdf = opened(write(document(figure()), theme)) if not alpha else opened(
        write(document(type(figure())(png(5, 7, alpha=True), "alt")), theme))  # fmt: skip
    (picture,) = pdf.pages[0].Resources.XObject.values()
    assert (int(picture.Width), int(picture.Height)) == ((5, 7) if alpha else (800, 300))
    assert len(set(picture.read_bytes())) >= 1
    assert "/SMask" not in picture


def test_bytes_that_are_no_picture_do_no_harm(theme: Theme) -> None:
    whole = png()
    broken = type(figure())(type(whole)(b"\x89PNG nonsense", 8, 6), "What it would have shown", None)
    pdf = opened(write(document(broken), theme))
    assert "/XObject" not in pdf.pages[0].Resources


def test_text_of_the_author_is_no_operator(theme: Theme) -> None:
    hostile = r"(\) EMC ET Q <</MCID 0>> BDC (\\"
    from tests.pdf.structure import spoken

    assert spoken(write(document(P(hostile), title=hostile), theme)) == [("P", hostile)]


def test_paper_is_as_asked_for(theme: Theme) -> None:
    for paper, size in (("a4", (595.28, 841.89)), ("letter", (612, 792))):
        pdf = opened(write(document(P("x")), theme, paper))  # type: ignore[arg-type]
        box = pdf.pages[0].MediaBox
        assert (float(box[2]), float(box[3])) == size


def test_factory_of_links() -> None:
    assert isinstance(T("[a](b)")[0], Link)


@pytest.mark.parametrize("words", ["é word " * 9_000, "word " * 9_000, "é" * 40_000, "x" * 32_767, "𝒳" * 9_000])
def test_a_string_holds_at_most_what_the_standard_allows(words: str) -> None:
    written = text(words)
    size = len(bytes.fromhex(written[1:-1])) if written[:1] == "<" else len(written) - 2
    assert size <= 32_767
    said = fitting(words)
    assert said == words or (said.endswith("…") and words.startswith(said[:-1]) and len(said) > 8_000)
    assert not said.endswith(" …")
