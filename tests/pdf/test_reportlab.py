"""Where ReportLab alone would write something other than a brief needs."""

import hashlib
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import msgspec
import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from tests.drawn import CHARTS
from tests.factory import H, P, document, figure, table
from tests.pdf.brief import brief
from tests.pdf.structure import spoken

from briefgen.document import Attachment, Document, Properties, Running
from briefgen.fonts import load
from briefgen.pdf.writer import write
from briefgen.theme import Theme
from briefgen.theme.read import FONTS

UNICODE = " ".join(chr(code) for code in range(0x100, 0x180))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


class Font(NamedTuple):
    name: str
    last: int
    program: bytes
    to_unicode: bytes


def fonts(pdf: bytes) -> list[Font]:
    with opened(pdf) as whole:
        return [
            Font(
                str(font.BaseFont),
                int(font.LastChar),
                font.FontDescriptor.FontFile2.read_bytes(),
                font.ToUnicode.read_bytes(),
            )
            for font in whole.pages[0].Resources.get("/Font", {}).values()
        ]


def justified(theme: Theme) -> Theme:
    styles = {name: msgspec.structs.replace(style, align="justify") for name, style in theme.styles.items()}
    return msgspec.structs.replace(theme, styles=styles)


# The file


def test_a_line_ends_before_each_end_of_a_stream(theme: Theme) -> None:
    """ISO 19005-3, 6.1.7.1: and the length does not count that line end."""
    pdf = write(brief(), theme)
    streams = list(re.finditer(rb"/Length (\d+)[^<>]*>>[ \r\n]*stream\r?\n", pdf))
    assert len(streams) == pdf.count(b"endstream") > 10
    for found in streams:
        assert pdf[found.end() + int(found[1]) :].startswith(b"\nendstream")


def test_the_structure_tree_is_packed(theme: Theme) -> None:
    assert len(write(brief(), theme)) < 0.7 * len(write_plainly(write(brief(), theme)))


def write_plainly(pdf: bytes) -> bytes:
    out = BytesIO()
    with opened(pdf) as plain:
        plain.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True)
    return out.getvalue()


def test_two_papers_of_one_title_have_two_identifiers(theme: Theme) -> None:
    identifiers = {bytes(opened(write(document(P(words)), theme)).trailer.ID[0]) for words in ("a", "b")}
    assert len(identifiers) == 2


def test_entries_of_catalogue_and_pages_that_reportlab_does_not_know_are_written(theme: Theme) -> None:
    file = Attachment("data.yaml", b"a: 1", "application/x+yaml", "Source", "The data")
    pdf = opened(write(document(P("a^1"), P("[b](https://example.org/)"), notes=["N"]), theme, "a4", [file]))
    assert len(pdf.Root.OutputIntents) == len(pdf.Root.AF) == 1
    assert [int(page.StructParents) for page in pdf.pages] == list(range(len(pdf.pages)))
    assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
    keys = [int(annotation.StructParent) for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert keys == list(range(len(pdf.pages), len(pdf.pages) + 2))


def test_a_media_type_is_one_name(theme: Theme) -> None:
    file = Attachment("data.yaml", b"a: 1", "application/x+yaml", "Source", "The data")
    pdf = opened(write(document(P("x")), theme, "a4", [file]))
    assert str(pdf.Root.AF[0].EF.F.Subtype) == "/application/x+yaml"


def test_no_properties_are_invented(theme: Theme) -> None:
    """ReportLab would add a date, the author `anonymous` and the subject `unspecified`."""
    pdf = opened(write(Document("en", Properties(""), Running(), (P("x"),)), theme))
    assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator", "/Producer"}
    assert not re.search("anonymous|untitled|unspecified|ReportLab", str(pdf.docinfo))


def test_headings_may_skip_levels(theme: Theme) -> None:
    pdf = opened(write(document(H("a", 3), H("b", 2), H("c"), H("d", 4), H("e", 2)), theme))
    with pdf.open_outline() as outline:
        found = [(item.title, [inner.title for inner in item.children]) for item in outline.root]
    assert found == [("a", []), ("b", []), ("c", ["d", "e"])]


def test_objects_of_the_structure_are_not_held_by_reportlab(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.pdf import document as file

    held = []
    whole = file.PdfFile.format
    monkeypatch.setattr(file.PdfFile, "format", lambda self: (held.append(len(self.idToObject)), whole(self))[1])
    for rows in (5, 200):
        write(document(table("A | B", *["a | b"] * rows)), theme)
    few, many = held
    assert many - few < 100, "a table of 200 rows has a thousand elements"


# Text


def content(pdf: pikepdf.Pdf) -> Iterator[list[tuple[list[pikepdf.Object], str]]]:
    for page in pdf.pages:
        yield [(list(operands), str(operator)) for operands, operator in pikepdf.parse_content_stream(page)]


def test_each_sequence_of_content_is_a_text_object_of_its_own(theme: Theme) -> None:
    """Programs that extract text join words within one text object."""
    for page in content(opened(write(brief(), theme))):
        operators = [operator for _, operator in page]
        for at, (operands, operator) in enumerate(page):
            if operator == "BDC" and "/MCID" in operands[1] and operands[0] != "/Figure":
                assert operators[at + 1] == "BT"
                end = operators.index("ET", at)
                assert operators[end + 1] == "EMC"


def test_spacing_does_not_leak_from_one_text_object_into_another(theme: Theme) -> None:
    """Extra space after letters and in spaces outlasts a text object; words in charts have none."""
    words = "A sentence that is long enough to be justified over the measure. " * 8
    pdf = opened(write(document(P(words), *CHARTS, H("Heading"), P(words)), justified(theme)))
    in_charts = justified_lines = 0
    for page in content(pdf):
        spacing, outer = (0.0, 0.0), []
        for operands, operator in page:
            match operator:
                case "q":
                    outer.append(spacing)
                case "Q":
                    spacing = outer.pop()
                case "Tc":
                    spacing = (float(operands[0]), spacing[1])
                case "Tw":
                    spacing = (spacing[0], float(operands[0]))
                case "TJ" if outer:
                    in_charts += 1
                    assert spacing == (0, 0)
                case "TJ":
                    justified_lines += bool(spacing[1])
    assert in_charts > 10 and justified_lines > 5


def test_codes_beyond_ascii_and_beyond_the_first_subset_are_read_back(theme: Theme) -> None:
    for text in (UNICODE, "Łódź, Αθήνα, Київ – “½” ≤ ▲", "a " + UNICODE * 3):
        assert spoken(write(document(P(text)), theme)) == [("P", text)]


def test_brackets_and_control_codes_are_read_back(theme: Theme) -> None:
    """The codes of a subset run from 1: the tenth and thirteenth characters are a line feed and a carriage return."""
    text = "abcdefghijklmnopqrstuvwxyz0123456789 (\\) ((nested) \\( \\r"
    assert spoken(write(document(P(text)), theme)) == [("P", text)]


def test_a_no_break_space_is_one_when_read_and_is_not_stretched(theme: Theme) -> None:
    words = "about 7\u00a0% of 1\u00a0000\u00a0households in the two inner districts " * 6
    pdf = write(document(P(words)), justified(theme))
    assert any(b"<00A0>" in font.to_unicode for font in fonts(pdf))
    assert stretched(pdf) == stretched(write(document(P(words.replace("\u00a0", "-"))), justified(theme)))


def stretched(pdf: bytes) -> int:
    """How often the code is painted that word spacing makes wider: 32, of one byte."""
    parts = (part for page in content(opened(pdf)) for operands, name in page if name == "TJ" for part in operands[0])
    return sum(bytes(part).count(b" ") for part in parts if isinstance(part, pikepdf.String))


def test_codes_mean_the_text_that_was_written(theme: Theme) -> None:
    """A capital may be a small letter that a style shows as one, and not all characters are in the BMP."""
    signs = "".join(char for code in range(0x1D400, 0x1D800) if load("DejaVuSans.ttf").can_paint(char := chr(code)))
    styles = {name: msgspec.structs.replace(style, capitals=True) for name, style in theme.styles.items()}
    capitals = msgspec.structs.replace(theme, styles=styles)
    assert spoken(write(document(P(f"Small {signs[:9]} {UNICODE}")), capitals)) == [
        ("P", f"Small {signs[:9]} {UNICODE}")
    ]
    maps = b"".join(font.to_unicode for font in fonts(write(document(P(f"{signs[:9]} {UNICODE}")), theme)))
    assert len(signs) > 9 and f"<{signs[0].encode('utf-16-be').hex().upper()}>".encode() in maps
    for count, entries in re.findall(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", maps, re.DOTALL):
        assert int(count) == entries.count(b"\n") + 1 <= 100  # ISO 32000-1, 9.10.3
    assert not re.search(rb"\n<00> <", maps)


# Fonts and pictures


def tables(program: bytes) -> set[str]:
    (count,) = struct.unpack_from(">H", program, 4)
    return {struct.unpack_from(">4s", program, 12 + 16 * row)[0].decode() for row in range(count)}


def test_fonts_have_what_painting_needs_and_only_that(theme: Theme) -> None:
    for font in fonts(write(brief(), theme)):
        found = tables(font.program)
        assert {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= found
        assert not found & {"name", "OS/2", "GPOS", "GSUB", "kern"}


def test_letters_that_a_brief_does_not_use_are_not_in_it(theme: Theme) -> None:
    """ReportLab would embed all of ASCII in each font."""
    (font,) = [font for font in fonts(write(document(P("Bus")), theme)) if "Serif" in font.name]
    assert font.last < 40 and len(font.program) < 12_000


def test_no_font_is_named_without_being_embedded(theme: Theme) -> None:
    """ReportLab begins each page in Helvetica."""
    for one in (brief(), document(), document(*CHARTS)):
        pdf = opened(write(one, theme))
        assert all("/FontFile2" in font.FontDescriptor for font in pdf.pages[0].Resources.get("/Font", {}).values())


def test_only_the_fonts_of_the_theme_are_registered(theme: Theme) -> None:
    """The registry is global and would grow with each document."""
    for words in ("a", "Αθήνα ▲", UNICODE):
        write(document(P(words)), theme)
    ours = {name for name in pdfmetrics.getRegisteredFontNames() if name.endswith(".ttf")}
    assert ours <= {path.name for path in FONTS.glob("*.ttf")}


def test_the_data_of_a_plain_picture_are_as_they_were(theme: Theme) -> None:
    pdf = opened(write(document(figure()), theme))
    (picture,) = pdf.pages[0].Resources.XObject.values()
    assert picture.read_raw_bytes() in figure().picture.png


# Settings, clock and history

PLANTED = """
import pathlib
pathlib.Path({trace!r}).write_text("executed")
pageCompression, useA85, invariant, pdfMultiLine, pdfComments = 0, 1, 0, 1, 1
documentLang, canvas_basefontname, canvas_baseColor, ttfAsciiReadable = "tlh", "Courier", (1, 0, 0), 1
"""

PROGRAM = """
import sys, hashlib
sys.path.insert(0, {root!r})
from tests.pdf.brief import brief
from briefgen.core.source import SourceFile
from briefgen.theme import read, shipped
from briefgen.pdf import write
path = shipped()["plain"]
theme, _ = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
sys.stdout.write(hashlib.sha256(write(brief(), theme)).hexdigest())
"""


def digest_in(folder: Path, **variables: str) -> str:
    """The digest of the brief, written by a process that begins in a folder, which is its home and on its path too."""
    root = str(Path(__file__).parents[2])
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "USERPROFILE": str(folder), **variables}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(root=root)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_settings_and_clock_of_the_machine_change_no_byte(theme: Theme, tmp_path: Path) -> None:
    """ReportLab executes files of the home and the working folder, and reads variables."""
    expected = hashlib.sha256(write(brief(), theme)).hexdigest()
    trace = tmp_path / "trace.txt"
    for name in (".reportlab_settings", "reportlab_settings.py", ".reportlab_mods", "reportlab_mods.py",
                 "_rl_accel.py", "rlbidi.py"):  # fmt: skip
        (tmp_path / name).write_text(PLANTED.format(trace=str(trace)))
    assert digest_in(tmp_path, PYTHONPATH=str(tmp_path)) == expected
    assert not trace.exists()
    variables = {"RL_useA85": "1", "RL_pageCompression": "0", "RL_invariant": "soon", "RL_documentLang": "tlh",
                 "SOURCE_DATE_EPOCH": "soon", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}  # fmt: skip
    assert digest_in(tmp_path, **variables) == expected


def test_what_was_written_before_changes_no_byte(theme: Theme) -> None:
    """Characters of our own are numbered over all documents of a process."""
    narrow = msgspec.structs.replace(theme, page=msgspec.structs.replace(theme.page, right=400))
    one = document(P("Interdepartmental responsibilities of well-known municipalities, 7\u00a0%. " * 9))
    alone = write(one, narrow)
    for other in (brief(), document(P(UNICODE * 3)), document(*CHARTS)):
        write(other, narrow)
        assert write(one, narrow) == alone


def test_variables_are_as_they_were_after_the_import() -> None:
    program = "import os; import briefgen.pdf; print(os.environ['RL_useA85'])"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "RL_useA85": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "1\n"
