"""Names of the code are made of English words and terms of the field, and of none of the words to avoid."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spellchecker import SpellChecker

import briefgen

SOURCE = Path(briefgen.__file__).parent
TERMS = frozenset(
    line for line in (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8").split("\n") if line[:1] != "#"
)
AVOIDED = """
abroad agreement anew band bearing behind beside carried carries carry clings crew cues dress gist gone ground hanging
hear heard house knife laid landing matter mend parted plate remembered reserves said scroll silence slips spread stand
standing stands strip sweep tell told turned verbs verdict voices wanted whoever wishes withheld world worth
""".split()  # noqa: SIM905
"""Words that hide what is meant; the field has better ones: cache, message, suggestion, worker pool, redactor."""

STILL_USED = {
    "abroad": 6, "band": 3, "behind": 44, "beside": 10, "carried": 5, "cues": 14, "gone": 8, "ground": 31,
    "hanging": 6, "heard": 4, "house": 11, "knife": 3, "laid": 4, "matter": 2, "parted": 8, "reserves": 6, "said": 32,
    "scroll": 1, "silence": 4, "spread": 1, "stand": 4, "standing": 5, "stands": 7, "strip": 3, "sweep": 2, "tell": 1,
    "told": 16, "turned": 10, "verdict": 9, "voices": 7, "wanted": 21, "withheld": 10, "world": 46, "worth": 5,
}  # fmt: skip
"""How often each is still used. Lower a number when you rename something; never raise one."""


def identifiers(tree: ast.AST) -> Iterator[str]:
    """Every name that the code gives to something."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(asname=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name


def words(name: str) -> list[str]:
    """The words of a name in either case style: `_PdfWriter` and `pdf_writer` are both `pdf` and `writer`."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def uses() -> Iterator[tuple[str, str]]:
    """Each word of the names in each file, once for each name that has it, with where it is used."""
    for file in sorted(SOURCE.rglob("*.py")):
        path = file.relative_to(SOURCE)
        module = path.parent.name if path.stem == "__init__" else path.stem
        for name in sorted({module, *identifiers(ast.parse(file.read_text(encoding="utf-8")))}):
            for word in words(name):
                yield word, f"{path.as_posix()}: {name}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("_PdfWriter", ["pdf", "writer"]), ("MOST_PDFs", ["most", "pd", "fs"]), ("read_xml2", ["read", "xml"])],
)
def test_a_name_is_split_into_its_words(name: str, expected: list[str]) -> None:
    assert words(name) == expected


@pytest.fixture(scope="module")
def places() -> dict[str, list[str]]:
    """Where each word is used."""
    found: dict[str, list[str]] = {}
    for word, place in uses():
        found.setdefault(word, []).append(place)
    return found


def test_every_name_consists_of_words_and_terms(places: dict[str, list[str]]) -> None:
    """A rename that stopped halfway leaves a word like `ofunmarked`."""
    candidates = {word for word in places if len(word) > 2} - TERMS
    assert {word: places[word] for word in SpellChecker(distance=1).unknown(candidates)} == {}


@pytest.mark.parametrize("word", AVOIDED)
def test_no_new_name_has_a_word_to_avoid(word: str, places: dict[str, list[str]]) -> None:
    found = places.get(word, [])
    assert len(found) <= STILL_USED.get(word, 0), "\n".join(found)
