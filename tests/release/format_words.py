"""Writes `format-words.txt` anew: the words that the formats are written with, whatever a brief says.

They are read from briefs: those of generated scenarios, of which at least two must have a word, and that of the
example with all kinds of charts, without its own words."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.release.briefed import prepared, written
from tests.release.marked import marked

from briefgen.release import scan
from briefgen.release.scan.read import read
from briefgen.release.scan.said import said
from briefgen.release.scan.words import marked as marked_words
from briefgen.release.scan.words import words
from briefgen.scenario import load
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared, prepare
from briefgen.verbs.produce import produce
from briefgen.world import World
from briefgen.world.shipped import shipped

FILE = Path(scan.__file__).with_name("format-words.txt")
SEEDS = range(12)
_LONGEST = 24


def markup(made: Prepared | None, order: Order) -> set[str]:
    """The words of the markup of a brief in all formats."""
    if made is None:
        return set()
    data, _ = produce(World(Path()), made, order)
    pieces = [piece for form, each in data.items() for piece in read(f"brief.{form}", each) if piece.level == "marked"]
    return {
        word for piece in pieces for word in marked_words(piece.text) if word.isalpha() and 1 < len(word) <= _LONGEST
    }


def collected() -> list[str]:
    """All of them, in order."""
    counted: Counter[str] = Counter()
    order = Order(("docx", "pdf", "html"))
    for seed in SEEDS:
        with TemporaryDirectory() as folder:
            counted.update(markup(prepared(written(marked(seed, often=0).values, Path(folder)), order), order))
    example = shipped("scenarios") / "kelmouth-2026"
    loaded, _ = load(World(example), Path("scenario.yaml"))
    assert loaded is not None
    own = {word for each in said(loaded.scenario) for word in words(each.text)}
    made, _ = prepare(World(example), Path("scenario.yaml"), order)
    return sorted({word for word, count in counted.items() if count > 1} | markup(made, order) - own)


if __name__ == "__main__":
    FILE.write_text("\n".join(collected()) + "\n", encoding="utf-8")
