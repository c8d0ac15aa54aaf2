"""The text of real documents, by the programs that people make them with: in order, on its page, and there to quote."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from html import escape
from itertools import chain
from pathlib import Path

import pytest
from tests.tools import require
from tests.use_cases import reported

import briefgen
import yaml
from briefgen.commands.check import check
from briefgen.commands.options import RenderOptions
from briefgen.commands.render import render
from briefgen.commands.sources import add_quote, quote, source_add
from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence import Found, Selector, locate, source_text
from briefgen.evidence.extract import extract
from briefgen.evidence.locate import heading_spans
from briefgen.io.filesystem import World

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


def as_word_saves_it(folder: Path) -> bytes:
    """What Word makes of a text that was worked on for weeks: a run for each bout of typing, marks of the proof-reader,
    bookmarks in mid-word, tracked changes, pages as they fell when it was last shown."""
    made = by_python_docx(folder)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, _worked_on(content) if part == "word/document.xml" else content)
    return out.getvalue()


def _worked_on(document: bytes) -> bytes:
    def scattered(found: re.Match[str]) -> str:
        words = found[1]
        cuts = [words[at : at + 7] for at in range(0, len(words), 7)]
        runs = [
            f'<w:r w:rsidR="00A{at:05X}"><w:rPr><w:lang w:val="en-CA"/></w:rPr>'
            f'<w:t xml:space="preserve">{cut}</w:t></w:r><w:proofErr w:type="spellStart"/>'
            f'<w:bookmarkStart w:id="{at}" w:name="_Hlk{at}"/><w:bookmarkEnd w:id="{at}"/>'
            for at, cut in enumerate(cuts)
        ]
        deleted = '<w:del w:id="9" w:author="A"><w:r><w:delText>not at all </w:delText></w:r></w:del>'
        inserted = f'<w:ins w:id="8" w:author="A">{"".join(runs[:2])}</w:ins>'
        return deleted + inserted + "<w:r><w:lastRenderedPageBreak/></w:r>" + "".join(runs[2:])

    return re.sub(r"<w:r><w:t>([^<&]*)</w:t></w:r>", scattered, document.decode()).encode()


def as_word_saves_html(_folder: Path) -> bytes:
    """“Web page” of Word: in Windows-1252, styles in comments, empty paragraphs, spans around everything."""
    paragraphs = "".join(
        f"<p class=MsoNormal><span lang=EN-CA style='mso-fareast-language:EN-CA'>{escape(line[:30])}<span\r\n"
        f"style='mso-spacerun:yes'></span>{escape(line[30:])}<o:p></o:p></span></p>\r\n<p class=MsoNormal><o:p>&nbsp;"
        "</o:p></p>\r\n"
        for page in PAGES
        for line in page
    )
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type '
        'content="text/html; charset=windows-1252"><title>The survey</title><!--[if gte mso 9]><xml><o:Author>A'
        "</o:Author></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-CA>"
        f"<h1>{HEADING}</h1><div class=WordSection1>{paragraphs}</div></body></html>"
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def as_a_newspaper_serves_it(_folder: Path) -> bytes:
    """An article among all that a site puts around it."""
    words = "".join(f"<p data-id=p{n}>{escape(line)}</p><aside>Advert</aside>" for n, line in enumerate(chain(*PAGES)))
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>The survey | The Echo</title><script "
        'type="application/ld+json">{"@type":"News"}</script></head><body><header><nav><ul><li><a href=/>Home</a></ul>'
        f"</nav></header><main><article><h1>{HEADING}</h1>{words}</article></main><footer>All rights reserved</footer>"
        "<script>window.x = '<p>not a passage</p>'</script></body></html>"
    ).encode()


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


def by_weasyprint(_folder: Path) -> bytes:
    weasyprint = pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    return bytes(weasyprint.HTML(string=as_html()).write_pdf())


def by_pandoc_and_typst(folder: Path) -> bytes:
    typst = pytest.importorskip("typst", reason="typst is not installed")
    file = folder / "out.typ"
    file.write_bytes(by_pandoc("typst", "typ")(folder).replace(b"font: ()", b'font: "Libertinus Serif"'))
    return bytes(typst.compile(str(file)))


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


def by_briefgen(folder: Path) -> bytes:
    """A brief of our own, whose words are those of the survey."""
    scenario = {
        "title": "The survey", "question": "Who rides?", "decision_maker": "Council", "neutral": True,
        "options": [{"id": "none", "name": "None", "baseline": True}], "handling": "\n\n".join(chain(*PAGES)),
    }  # fmt: skip
    (folder / "scenario.yaml").write_text(yaml.safe_dump(scenario, allow_unicode=True), encoding="utf-8")
    written, faults = reported(render, World(folder), Path("scenario.yaml"), RenderOptions(formats=("pdf",)))
    assert written, faults
    return (folder / written[0]).read_bytes()


MAKERS: dict[str, tuple[str, Callable[[Path], bytes], bool]] = {
    "PDF by LibreOffice from Word": ("a.pdf", by_office("docx", "pdf"), True),
    "PDF by LibreOffice from HTML": ("a.pdf", by_office("html", "pdf:writer_web_pdf_Export"), False),
    "PDF by Chromium": ("a.pdf", by_chromium, True),
    "PDF by WeasyPrint": ("a.pdf", by_weasyprint, True),
    "PDF by pandoc and Typst": ("a.pdf", by_pandoc_and_typst, False),
    "PDF by briefgen": ("a.pdf", by_briefgen, False),
    "PDF by Typst": ("a.pdf", by_typst, True),
    "PDF by ReportLab": ("a.pdf", by_reportlab, True),
    "Word by python-docx": ("a.docx", by_python_docx, False),
    "Word by Word": ("a.docx", as_word_saves_it, False),
    "Word by pandoc": ("a.docx", by_pandoc("docx", "docx"), False),
    "Word by LibreOffice": ("a.docx", by_office("docx", "docx:Office Open XML Text"), False),
    "HTML by hand": ("a.html", lambda _: as_html().encode(), False),
    "HTML by Word": ("a.html", as_word_saves_html, False),
    "HTML of a newspaper": ("a.html", as_a_newspaper_serves_it, False),
    "HTML by pandoc": ("a.html", by_pandoc("html", "html"), False),
    "HTML by LibreOffice": ("a.html", by_office("docx", "html"), False),
    "Markdown by pandoc": ("a.md", by_pandoc("commonmark", "md"), False),
}
"""Who made it → the name of the file, how it is made, and whether its pages are ours."""


@pytest.mark.parametrize(("name", "make", "paged"), MAKERS.values(), ids=MAKERS)
def test_every_sentence_is_found_in_order_and_on_its_page(
    tmp_path: Path, name: str, make: Callable[[Path], bytes], paged: bool
) -> None:
    data = make(tmp_path)
    made = extract(data, name)
    assert not isinstance(made, Diagnostic), made
    seen = pages_seen(data, tmp_path) if name.endswith(".pdf") else []
    assert made.text.count("\f") == len(seen)
    text = source_text(name, made.text)
    last = -1
    for page, lines in enumerate(PAGES, 1):
        for line in lines:
            found = locate(Selector(line), text)
            assert isinstance(found, Found), (line, found, made.text)
            assert found.place.start > last, "in another order"
            last = found.place.end
            assert not paged or found.place.where == str(page), made.text
            if seen:
                assert " ".join(line.split()[:3]) in seen[int(found.place.where) - 1], "on another page"
    if made.headings and make is not by_briefgen:  # it has headings of its own
        assert HEADING in made.headings


def pages_seen(data: bytes, folder: Path) -> list[str]:
    """The words of each page of a PDF, as another program sees them."""
    file = folder / "seen.pdf"
    file.write_bytes(data)
    done = subprocess.run([require("pdftotext"), str(file), "-"], check=True, capture_output=True, timeout=60)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


@pytest.mark.parametrize(("name", "make", "paged"), MAKERS.values(), ids=MAKERS)
def test_from_the_document_to_evidence_that_check_takes(
    tmp_path: Path, name: str, make: Callable[[Path], bytes], paged: bool
) -> None:
    """What an analyst does: register the document, add a fact for each passage, check."""
    folder = tmp_path / "bus"
    folder.mkdir()
    (folder / name).write_bytes(make(tmp_path))
    world, file = World(tmp_path), folder / "scenario.yaml"
    scenario = {
        "title": "A bus", "question": "Shall it run?", "decision_maker": "Council", "neutral": True,
        "options": [{"id": "none", "name": "None", "baseline": True}],
    }  # fmt: skip
    file.write_text(yaml.safe_dump(scenario), encoding="utf-8")
    added, faults = reported(source_add, world, folder / name, "bus", "survey")
    assert added is not None, faults
    for number, line in enumerate(line for page in PAGES for line in page):
        hits, faults = reported(quote, world, line, file)
        assert faults == []
        recorded, faults = reported(add_quote, world, file, hits, f"f{number}", "So it is.", pick=1)
        assert recorded is not None, faults
    text = file.read_text(encoding="utf-8").replace("redistribution: quotes-only", "redistribution: allowed")
    file.write_text(text, encoding="utf-8")
    assert told_of(world, file) == []
    if paged:  # the page of another passage is reported
        file.write_text(re.sub(r'page: "(\d+)"\n$', 'page: "9"\n', text), encoding="utf-8")
        assert told_of(world, file) == ["page-not-of-passage"]


SECTIONS = ("How the options compare", "The issue", "Option: Six-month trial", "Judgements", "Assumptions", "Sources")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_our_own_briefs_are_read_in_order(tmp_path: Path, form: str) -> None:
    from briefgen.io.filesystem import shipped

    order = RenderOptions(formats=(form,))  # type: ignore[arg-type]
    written, faults = reported(render, World(tmp_path), shipped("scenarios") / "starter" / "scenario.yaml", order)
    assert written, faults
    made = extract((tmp_path / written[0]).read_bytes(), written[0].name)
    assert not isinstance(made, Diagnostic)
    assert set(SECTIONS) <= set(made.headings)
    text = source_text("brief", made.text)
    places = [heading_spans([section], text)[0] for section in SECTIONS]
    assert places == sorted(places)


def told_of(world: World, file: Path) -> list[str]:
    """What is told of a scenario that is only made of quotes, remarks on its craft left aside."""
    return [item.code for item in reported(check, world, file)[1] if item.severity != "info"]
