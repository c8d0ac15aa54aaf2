"""Who runs: each peer as the fastest whole process that makes its file from input that lies ready."""

import subprocess
import sys
from pathlib import Path

from bench.inputs import pandoc, typst
from bench.inputs.pictures import file_name, pictures
from briefgen.document import Document
from briefgen.theme import Theme
from briefgen.theme.read import FONTS

PANDOC, PANDOC_MARKDOWN, TYPST = "pandoc.docx", "pandoc-markdown.docx", "typst.pdf"
"""What the peers write, in the folder of the race."""

_COMPILE = (
    "import typst; typst.compile({source!r}, output={output!r}, font_paths=[{fonts!r}], ignore_system_fonts=True)"
)
"""The typst module has no command line. It sees its own fonts and the theme's, and need not search the system's."""

_NOTHING_KEPT = 'rm -rf kept && exec env XDG_CACHE_HOME="$PWD/kept" "$0" "$@"'
"""As on the first run of all, when no template has been compiled."""


def lay_ready(document: Document, theme: Theme, folder: Path) -> None:
    """Writes what the peers read: pandoc's tree, the same as Markdown, Typst source, pictures."""
    (folder / "brief.json").write_text(pandoc.tree(document), encoding="utf-8")
    (folder / "brief.typ").write_text(typst.source(document, theme, "a4"), encoding="utf-8")
    for picture in pictures(document.blocks):
        (folder / file_name(picture)).write_bytes(picture.png)
    subprocess.run(
        [_pandoc(), "-s", "-f", "json", "-t", "markdown", "brief.json", "-o", "brief.md"], cwd=folder, check=True
    )


def contenders(document: Document, scenario: Path) -> dict[str, list[str]]:
    """Name → command, to be run in the folder of the race."""
    python, briefgen = sys.executable, str(Path(sys.executable).parent / "briefgen")
    depth = pandoc.contents_depth(document)
    contents = [] if depth is None else ["--toc", f"--toc-depth={depth}"]
    compiled = _COMPILE.format(source="brief.typ", output=TYPST, fonts=str(FONTS))
    render = [briefgen, "render", str(scenario), "--force", "--out", "."]
    return {
        "python": [python, "-c", "pass"],
        "import click": [python, "-c", "import click"],
        "import typst": [python, "-c", "import typst"],
        "briefgen --help": [briefgen, "--help"],
        "briefgen check": [briefgen, "check", str(scenario)],
        "briefgen render": render,
        "render, nothing kept": ["sh", "-c", _NOTHING_KEPT, *render],
        "pandoc": [_pandoc(), "-f", "json", "brief.json", *contents, "-o", PANDOC],
        "pandoc, Markdown": [_pandoc(), "-f", "markdown", "brief.md", *contents, "-o", PANDOC_MARKDOWN],
        "typst": [python, "-c", compiled],
    }


def versions() -> dict[str, str]:
    """What ran: package → version, as installed in the bench's own environment."""
    import platform
    from importlib.metadata import version

    return {"python": platform.python_version()} | {
        package: version(package) for package in ("briefgen", "click", "pypandoc_binary", "typst")
    }


def _pandoc() -> str:
    import pypandoc

    path: str = pypandoc.get_pandoc_path()
    return path
