"""What a worker does: for each contender, input that lies ready → how one file is made of it.

Each starts once and then is given its input again and again; it answers with a call that makes the file. What a
contender may keep from one to the next (its compiler, its fonts, its template), it keeps.
"""

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

Make = Callable[[], bytes]
Maker = Callable[[bytes], Make]

BRIEF, THEME = "brief.msgpack", "theme.msgpack"
TYPST, HTML, PANDOC, CONTEXT, TEMPLATE = "brief.typ", "brief.html", "brief.json", "context.json", "template.docx"
"""What lies ready in the folder of a race."""

DEPTH = "depth.txt"
"""How deep the contents go, for pandoc, which is told it beside its input; 0 where there are none."""


def briefgen_pdf(folder: Path) -> Maker:
    """A Document in memory → PDF."""
    return _briefgen(folder, "pdf")


def briefgen_docx(folder: Path) -> Maker:
    """A Document in memory → DOCX, its contents filled with the pages of the layout."""
    return _briefgen(folder, "docx")


def _briefgen(folder: Path, form: str) -> Maker:
    import msgspec

    from briefgen.commands.render import write
    from briefgen.document import Document
    from briefgen.theme import Theme

    theme = msgspec.msgpack.decode((folder / THEME).read_bytes(), type=Theme)

    def maker(data: bytes) -> Make:
        document = msgspec.msgpack.decode(data, type=Document)
        return lambda: write(document, theme, "a4", (form,))[form]  # type: ignore[arg-type,index]

    return maker


def typst(folder: Path) -> Maker:
    """Typst source → tagged PDF. The compiler is kept, and with it whatever it remembers."""
    from typst import Compiler

    compiler = Compiler(b"", root=str(folder), font_paths=_typst_fonts())
    return lambda data: lambda: compiler.compile(input=data, format="pdf")  # type: ignore[return-value]


@cache
def _typst_fonts() -> "Fonts":
    from typst import Fonts

    from briefgen.theme.read import FONTS

    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def weasyprint(folder: Path) -> Maker:
    """HTML and CSS → PDF/UA. Fonts and pictures are kept."""
    import weasyprint as peer
    from weasyprint.text.fonts import FontConfiguration

    fonts, pictures = FontConfiguration(), {}

    def maker(data: bytes) -> Make:
        page = data.decode()
        return lambda: peer.HTML(string=page, base_url=f"{folder}/").write_pdf(  # type: ignore[no-any-return]
            pdf_variant="pdf/ua-1", font_config=fonts, cache=pictures
        )

    return maker


def docxtpl(folder: Path) -> Maker:
    """A template in Word and plain data → DOCX."""
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage, RichText

    template = DocxTemplate(folder / TEMPLATE)

    def rich(runs: list[tuple[str, str]]) -> object:
        out = RichText()
        for text, look in runs:
            out.add(text, bold="b" in look, italic="i" in look, superscript="s" in look)
        return out

    def filled(block: dict[str, object]) -> dict[str, object]:
        match block:
            case {"kind": "table", "rows": list(rows)}:
                return {"kind": "table", "rows": [[rich(cell) for cell in row] for row in rows]}
            case {"kind": "picture", "file": str(name)}:
                return {"kind": "picture", "picture": InlineImage(template, str(folder / name), width=Cm(15))}
            case _:
                return {"kind": block["kind"], "rich": rich(block["runs"])}  # type: ignore[arg-type]

    def maker(data: bytes) -> Make:
        given = json.loads(data)

        def make() -> bytes:
            template.render(given | {"blocks": [filled(block) for block in given["blocks"]]}, autoescape=True)
            out = io.BytesIO()
            template.save(out)
            return out.getvalue()

        return make

    return maker


MAKERS: dict[str, tuple[Callable[[Path], Maker], str]] = {
    "briefgen-pdf": (briefgen_pdf, BRIEF),
    "briefgen-docx": (briefgen_docx, BRIEF),
    "typst": (typst, TYPST),
    "weasyprint": (weasyprint, HTML),
    "docxtpl": (docxtpl, CONTEXT),
}
"""Contender → how it starts, and what it reads. pandoc works by itself: `worker.lua`."""
