"""The text of real documents, by the programs that people make them with: in order, on its page, and there to quote."""

import io
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

import briefgen
from briefgen.diagnostic import Diagnostic
from briefgen.evidence import Found, Selector, locate, source_text
from briefgen.evidence.extract import extract
from briefgen.evidence.locate import heading_spans
from tools import require

pytestmark = pytest.mark.slow

PAGES = [
    [
        "The office found that the efficient first-class service affects two-thirds of the residents.",
        "About 41 % of them said “we do not use the last bus”, while thirteen years of counts show otherwise.",
        "A difficult workflow fills the afternoon with flat-out refusals; the coefficient was offered to officials.",
    ],
    [
        "The internationalisation of transportation infrastructure, in Haïti and in Łódź, cost 1,300 in 2021.",
        "They’re expected to fall – or so the mayor, Mr O’Neill, told the paper on 12–14 October.",
    ],
    ["On the last page it says that nobody was asked, and that the fleet would not be sold."],
]
HEADING = "What the survey found"


def as_html() -> str:
    pages = "".join(
        '<div style="page-break-after: always">' + "".join(f"<p>{escape(line)}</p>" for line in page) + "</div>"
        for page in PAGES[:-1]
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The survey</title></head><body>'
        f"<h1>{HEADING}</h1>{pages}<p>{escape(PAGES[-1][0])}</p></body></html>"
    )


def by_python_docx(_folder: Path) -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = "The survey"
    document.add_heading(HEADING, 1)
    for number, page in enumerate(PAGES):
        for line in page:
            document.add_paragraph(line)
        if number + 1 < len(PAGES):
            document.add_page_break()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_office(source: str, to: str) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        office = require("soffice")
        file = folder / f"in.{source}"
        file.write_bytes(by_python_docx(folder) if source == "docx" else as_html().encode())
        profile = f"-env:UserInstallation=file://{folder}/profile"
        words = [office, profile, "--headless", "--convert-to", to, "--outdir", str(folder / "out"), str(file)]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        return next((folder / "out").iterdir()).read_bytes()

    return make


def by_pandoc(to: str, ending: str) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        file, out = folder / "in.html", folder / f"out.{ending}"
        file.write_text(as_html(), encoding="utf-8")
        words = [require("pandoc"), "-s", "-t", to, str(file), "-o", str(out)]
        subprocess.run(words, check=True, capture_output=True, timeout=60)
        return out.read_bytes()

    return make


def by_chromium(folder: Path) -> bytes:
    file, out = folder / "in.html", folder / "out.pdf"
    file.write_text(as_html(), encoding="utf-8")
    words = [require("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    subprocess.run([*words, f"--print-to-pdf={out}", file.as_uri()], check=True, capture_output=True, timeout=120)
    return out.read_bytes()


def by_typst(folder: Path) -> bytes:
    typst = pytest.importorskip("typst", reason="typst is not installed")
    body = "\n#pagebreak()\n".join("\n\n".join(page) for page in PAGES)
    file = folder / "in.typ"
    narrow = '#set page(width: 9cm, numbering: "1")\n#set par(justify: true)\n#set text(lang: "en", hyphenate: true)\n'
    file.write_text(f"{narrow}= {HEADING}\n{body}", encoding="utf-8")
    return bytes(typst.compile(str(file)))


def by_reportlab(_folder: Path) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    face = Path(briefgen.__file__).parent / "theme" / "fonts" / "DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("Ours", str(face)))
    style = getSampleStyleSheet()["Normal"].clone("ours", fontName="Ours")
    story = [Paragraph(HEADING, style)]
    for number, page in enumerate(PAGES):
        story += [Paragraph(escape(line), style) for line in page]
        story += [PageBreak()] if number + 1 < len(PAGES) else []
    out = io.BytesIO()
    SimpleDocTemplate(out, title="The survey").build(story)
    return out.getvalue()


MAKERS: dict[str, tuple[str, Callable[[Path], bytes], bool]] = {
    "PDF by LibreOffice from Word": ("a.pdf", by_office("docx", "pdf"), True),
    "PDF by LibreOffice from HTML": ("a.pdf", by_office("html", "pdf:writer_web_pdf_Export"), False),
    "PDF by Chromium": ("a.pdf", by_chromium, True),
    "PDF by Typst": ("a.pdf", by_typst, True),
    "PDF by ReportLab": ("a.pdf", by_reportlab, True),
    "Word by python-docx": ("a.docx", by_python_docx, False),
    "Word by pandoc": ("a.docx", by_pandoc("docx", "docx"), False),
    "Word by LibreOffice": ("a.docx", by_office("docx", "docx:Office Open XML Text"), False),
    "HTML by hand": ("a.html", lambda _: as_html().encode(), False),
    "HTML by pandoc": ("a.html", by_pandoc("html", "html"), False),
    "HTML by LibreOffice": ("a.html", by_office("docx", "html"), False),
    "Markdown by pandoc": ("a.md", by_pandoc("commonmark", "md"), False),
}
"""Who made it → the name of the file, how it is made, and whether its pages are ours."""


@pytest.mark.parametrize(("name", "make", "paged"), MAKERS.values(), ids=MAKERS)
def test_every_sentence_is_found_in_order_and_on_its_page(
    tmp_path: Path, name: str, make: Callable[[Path], bytes], paged: bool
) -> None:
    made = extract(make(tmp_path), name)
    assert not isinstance(made, Diagnostic), made
    text = source_text(name, made.text)
    last = -1
    for page, lines in enumerate(PAGES, 1):
        for line in lines:
            found = locate(Selector(line), text)
            assert isinstance(found, Found), (line, found, made.text)
            assert found.place.start > last, "in another order"
            last = found.place.end
            assert not paged or found.place.where == str(page), made.text
    if made.headings:
        assert HEADING in made.headings


SECTIONS = ("How the options compare", "The issue", "Option: Six-month trial", "Judgements", "Assumptions", "Sources")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_our_own_briefs_are_read_in_order(tmp_path: Path, form: str) -> None:
    from briefgen.verbs.render import Order, render
    from briefgen.world import World
    from briefgen.world.shipped import shipped

    order = Order(formats=(form,))  # type: ignore[arg-type]
    written, faults = render(World(tmp_path), shipped("scenarios") / "starter" / "scenario.yaml", order)
    assert written, faults
    made = extract((tmp_path / written[0]).read_bytes(), written[0].name)
    assert not isinstance(made, Diagnostic)
    assert set(SECTIONS) <= set(made.headings)
    text = source_text("brief", made.text)
    places = [heading_spans([section], text)[0] for section in SECTIONS]
    assert places == sorted(places)
