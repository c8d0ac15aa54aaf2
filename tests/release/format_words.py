"""Writes `format-words.txt`, the words that the formats are written with, whatever a brief says; and `file-words.txt`,
those that files say of themselves.

They are read from briefs: those of generated scenarios, of which at least two must have a word, and those of examples
with charts, without their own words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from tests.release.briefed import prepared, written
from tests.release.marked import marked
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import Prepared, prepare
from briefgen.commands.render import produce
from briefgen.io.filesystem import World, shipped
from briefgen.release import scan
from briefgen.release.names import descriptions
from briefgen.release.scan.formats import Piece, read
from briefgen.release.scan.guard import catalogue, without_hashes
from briefgen.release.scan.own_words import field_names
from briefgen.release.scan.secrets import fragments
from briefgen.release.scan.words import marked as marked_words
from briefgen.release.scan.words import words

FORMAT_WORDS = Path(scan.__file__).with_name("format-words.txt")
FILE_WORDS = FORMAT_WORDS.with_name("file-words.txt")
SEEDS = range(12)
ORDERS = (
    RenderOptions(("docx", "pdf", "html", "native")),
    RenderOptions(("docx",), review=True),
    RenderOptions(("docx", "pdf", "html", "native"), template="evidence-annex"),
)
_LONGEST = 60


def pieces(made: Prepared, order: RenderOptions) -> Iterator[Piece]:
    """All that a brief says, in all formats."""
    data, _ = reported(produce, World(Path()), made, order)
    for form, each in data.items():
        yield from read(f"brief.{form}", each)


def markup(found: Iterable[Piece], made: Prepared, order: RenderOptions) -> set[str]:
    """The words of markup that neither the scenario nor every interface has."""
    texts = (without_hashes(piece.text) for piece in found if piece.level == "marked")
    each = {word for text in texts for word in marked_words(text) if word.isascii() and word.isalpha()}
    return {word for word in each - always(made) if 1 < len(word) <= _LONGEST}


def of_files(found: Sequence[Piece], made: Prepared, order: RenderOptions) -> set[str]:
    """The words of names and for programs that neither the scenario nor the interface has."""
    texts = (without_hashes(piece.text) for piece in found if piece.level == "program")
    seen = {word for text in texts for word in words(text) if word.isascii() and word.isalpha()}
    known = always(made)
    own = {word for word in seen - known if 1 < len(word) <= _LONGEST}
    scenario = {word for each in fragments(made.whole) for word in words(each.text)}
    marks = {word for piece in found if piece.level == "marked" for word in marked_words(piece.text)}
    return {word for word in own if word in marks or not is_glued(word, seen | known, scenario)}


def always(made: Prepared) -> set[str]:
    """The words of a scenario, and of what every brief says, whatever its template and theme."""
    texts = (*catalogue(), *field_names(), *descriptions(), *(each.text for each in fragments(made.whole)))
    return {word for text in texts for word in words(text)}


def is_glued(word: str, known: set[str], scenario: set[str]) -> bool:
    """Whether it is several words that are side by side in a file, with a sign between them or none, one of them of the
    scenario."""
    parts = ((word[:at], word[at:]) for at in range(1, len(word)) if word[:at] in known)
    return any(
        (rest in known and not scenario.isdisjoint((first, rest))) or is_glued(rest, known, scenario)
        for first, rest in parts
    )


def collected() -> tuple[list[str], list[str]]:
    """Both lists, in order."""
    marks: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for seed in SEEDS:
        with TemporaryDirectory() as folder:
            place = written(marked(seed, often=0).values, Path(folder))
            both: tuple[set[str], set[str]] = set(), set()
            for order in ORDERS:
                if made := prepared(place, order):
                    found = list(pieces(made, order))
                    both[0].update(markup(found, made, order))
                    both[1].update(of_files(found, made, order))
            marks.update(both[0])
            own.update(both[1])
    more: tuple[set[str], set[str]] = set(), set()
    for name, audience, asked in product(("kelmouth-2026", "starter"), ("", "public"), ORDERS):
        order = replace(asked, audience=audience)
        made, _ = reported(prepare, World(shipped("scenarios") / name), Path("scenario.yaml"), order)
        assert made is not None
        found = list(pieces(made, order))
        more[0].update(markup(found, made, order))
        more[1].update(of_files(found, made, order))
    return (
        sorted({word for word, count in marks.items() if count > 1} | more[0]),
        sorted({word for word, count in own.items() if count > 1} | more[1]),
    )


if __name__ == "__main__":
    for file, found in zip((FORMAT_WORDS, FILE_WORDS), collected(), strict=True):
        file.write_text("\n".join(found) + "\n", encoding="utf-8")
