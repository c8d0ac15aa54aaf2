"""A scenario led all the way, and what must hold of it whatever its words are."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from lxml import etree
from tests.laws.briefs import theme
from tests.laws.readings import Reading, of_document, of_docx, of_native, of_pdf
from tests.laws.shape import runs
from tests.use_cases import document, reported

import docx as python_docx
from briefgen.commands.check import check
from briefgen.commands.options import Format
from briefgen.commands.render import write
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Authored, Document, Inlines
from briefgen.document.walk import texts
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.markup.words import clean
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses


class Made(NamedTuple):
    """A scenario and its brief; `faults` of reading it, `findings` of composing it."""

    loaded: Loaded
    faults: list[Diagnostic]
    document: Document
    findings: list[Diagnostic]


def from_file(folder: Path, text: str, lang: str) -> Made:
    """Parse, read, lint, compose."""
    (folder / "scenario.yaml").write_text(text, encoding="utf-8", newline="")
    world, file = World(folder), Path("scenario.yaml")
    loaded, faults = load(world, file)
    assert loaded is not None, faults
    reported(check, world, file)
    return _composed(loaded, faults, lang)


def from_model(like: Loaded, scenario: Scenario, lang: str) -> Made:
    """Compose a scenario that no file could hold; its places are those of another one."""
    return _composed(msgspec.structs.replace(like, scenario=scenario), [], lang)


def _composed(loaded: Loaded, faults: list[Diagnostic], lang: str) -> Made:
    made, findings = document(World(loaded.folder), loaded, "options-paper", load_locale(lang), lang)
    assert made is not None, findings
    assert made.blocks, findings
    return Made(loaded, faults, made, findings)


def lines(document: Document) -> list[Inlines]:
    """Every line of a document, in the margins and notes too."""
    body = [line for block in document.blocks for line in texts(block)]
    return [*body, *(note.content for note in document.notes), document.running.header, document.running.footer]


def holds(made: Made) -> None:
    """Runs are clean, authored ones have a place in a file, and every format is sound and says the same."""
    for line in lines(made.document):
        for run in runs(line):
            assert run.text == clean(run.text), run
            if isinstance(run.origin, Authored):
                assert run.origin.path in made.loaded.origins, run
    every_format_says_the_same(made.document, write(made.document, theme(), "a4", ("docx", "pdf", "native")))


def every_format_says_the_same(document: Document, files: Mapping[Format, bytes]) -> None:
    """The words of a document, read back from its files. Where a table is too wide even for a page turned sideways, as
    one with words of 10,000 letters is, Word has it in groups of columns, with a caption each: then nothing is lost."""
    opens_in_word(files["docx"])
    said, in_word = of_document(document), of_docx(files["docx"])
    assert of_native(files["native"]) == said
    if captions(in_word) > captions(said):
        assert not Counter(said) - Counter(in_word)
    else:
        assert in_word == said
    assert unlisted(of_pdf(files["pdf"])) == unlisted(said)


def captions(reading: Reading) -> int:
    return sum(kind == "caption" for kind, _ in reading)


def unlisted(reading: Reading) -> Reading:
    """Without telling the first paragraph of an item: where it shows nothing, a PDF does not have it."""
    return [("paragraph" if kind == "item" else kind, words) for kind, words in reading]


def opens_in_word(data: bytes) -> None:
    """Each part is XML to a strict parser, and python-docx opens the whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    assert python_docx.Document(io.BytesIO(data)).paragraphs


def prose_paths(loaded: Loaded) -> frozenset[str]:
    """The paths of prose, with their languages."""
    return frozenset(f"{prose.path}.{lang}" for prose in proses(loaded.scenario) for lang in prose.texts)
