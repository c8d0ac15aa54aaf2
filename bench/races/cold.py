"""Whole processes, as a person at a prompt waits for them: each peer as the fastest one that makes its file."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from bench.frozen import peer_words
from bench.goals import COLD
from bench.kept import pandoc
from bench.likeness import WORDS, likenesses
from bench.makers import BRIEF, DEPTH, HTML, PANDOC, THEME, TYPST
from bench.race import race
from bench.report import Report, judge
from bench.setup import Setup

_TYPST = "import typst; typst.compile({source!r}, output='typst.pdf', font_paths=[{fonts!r}], ignore_system_fonts=True)"
"""The typst module has no command line. It sees its own fonts and the theme's, and need not search the system's."""

_WEASYPRINT = "from weasyprint import HTML; HTML({source!r}).write_pdf('weasyprint.pdf', pdf_variant='pdf/ua-1')"

_FROM_DOCUMENT = """
from pathlib import Path
import msgspec
from briefgen.document import Document
from briefgen.theme import Theme
from briefgen.pdf import write
theme = msgspec.msgpack.decode(Path({theme!r}).read_bytes(), type=Theme)
Path('document.pdf').write_bytes(write(msgspec.msgpack.decode(Path({brief!r}).read_bytes(), type=Document), theme))
"""

_NOTHING_KEPT = 'rm -rf kept && exec env XDG_CACHE_HOME="$PWD/kept" "$0" "$@"'
"""As on the first run of all, when no template has been compiled, and no claim compared."""


def run(setup: Setup) -> list[Report]:
    """Both formats together, as `render` makes them, and the PDF by itself."""
    folder = setup.laid_ready("cold", ("as-it-is",))["as-it-is"]
    subprocess.run([pandoc(), "-s", "-f", "json", "-t", "markdown", PANDOC, "-o", "brief.md"], cwd=folder, check=True)
    laps = race(_contenders(setup.scenario, folder), setup.rounds, folder)
    name = setup.scenario.name
    ours = (f"{name}.docx", f"{name}.pdf", "document.pdf")
    peers = ("pandoc.docx", "pandoc-markdown.docx", "typst.pdf", "weasyprint.pdf")
    files = {
        each: likeness
        for words, made in ((folder / WORDS, ours), (peer_words(folder), peers))
        for each, likeness in zip(made, likenesses(words, [folder / each for each in made]), strict=True)
    }
    verdicts = tuple(judge(goal, laps) for goal in COLD)
    return [Report("Cold: whole processes", laps, verdicts, files)]


def _contenders(scenario: Path, folder: Path) -> dict[str, list[str]]:
    """Name → command, to be run in the folder of the race."""
    python, briefgen = sys.executable, str(Path(sys.executable).parent / "briefgen")
    depth = (folder / DEPTH).read_text(encoding="ascii")
    contents = [] if depth == "0" else ["--toc", f"--toc-depth={depth}"]
    render = [briefgen, "render", str(scenario), "--force", "--out", "."]
    return {
        "python": [python, "-c", "pass"],
        "import click": [python, "-c", "import click"],
        "import typst": [python, "-c", "import typst"],
        "briefgen --help": [briefgen, "--help"],
        "briefgen check": [briefgen, "check", str(scenario)],
        "briefgen render": render,
        "render, nothing kept": ["sh", "-c", _NOTHING_KEPT, *render],
        "briefgen render --to pdf": [*render, "--to", "pdf"],
        "render --to pdf, nothing kept": ["sh", "-c", _NOTHING_KEPT, *render, "--to", "pdf"],
        "briefgen, from its Document": [python, "-c", _FROM_DOCUMENT.format(theme=THEME, brief=BRIEF)],
        "pandoc": [pandoc(), "-f", "json", PANDOC, *contents, "-o", "pandoc.docx"],
        "pandoc, Markdown": [pandoc(), "-f", "markdown", "brief.md", *contents, "-o", "pandoc-markdown.docx"],
        "typst": [python, "-c", _TYPST.format(source=TYPST, fonts=str(_fonts()))],
        "WeasyPrint": [python, "-c", _WEASYPRINT.format(source=HTML)],
    }


def _fonts() -> Path:
    """Where the theme's fonts lie; found without importing the package, which would make this process larger."""
    spec = find_spec("briefgen")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "theme" / "fonts"
