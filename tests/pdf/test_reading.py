"""The text of a PDF, as programs read it that know nothing of tags: in the order of the tree, whole words apart."""

import subprocess
from pathlib import Path

import pytest
from tests.factory import H, P, bullets, document, table
from tests.pdf.brief import brief
from tests.pdf.structure import WITHIN, actual_text, orders
from tests.stress import STRESS
from tests.tools import require

from briefgen.document import Document
from briefgen.pdf.writer import write
from briefgen.theme import Theme

READ: dict[str, Document] = {"a brief": brief(2), **STRESS}


def extracted(pdf: bytes, folder: Path, *options: str) -> list[str]:
    """The words that pdftotext finds; a divided word is whole."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    run = subprocess.run([require("pdftotext"), *options, path, "-"], capture_output=True, text=True, check=True)
    return run.stdout.replace("\u00ad\n", "").replace("\u00ad", "").split()


@pytest.mark.parametrize("name", READ)
def test_the_order_of_the_pages_is_that_of_the_tree(theme: Theme, name: str) -> None:
    for numbers in orders(write(READ[name], theme)).values():
        assert numbers == list(range(len(numbers)))


@pytest.mark.parametrize("name", ["a brief", "a list of twelve levels", "notes everywhere", "blocks in blocks"])
def test_words_are_extracted_in_reading_order(theme: Theme, name: str, tmp_path: Path) -> None:
    """Running lines and repeated heads stand between; no word that is heard is missing, glued or out of its order."""
    pdf = write(READ[name], theme)
    found = iter(extracted(pdf, tmp_path, "-raw"))
    # Narrow spaces are too narrow for pdftotext to take them for spaces.
    told = "".join(f"{one.text} " for one in actual_text(pdf) if one.tag not in WITHIN).replace("\u00ad", "")
    missing = [word for word in told.replace("\u202f", "").split() if not any(word == other for other in found)]
    assert missing == []


def test_text_without_tables_is_extracted_in_order_by_position(theme: Theme, tmp_path: Path) -> None:
    made = document(H("One"), P("First words. " * 40), bullets("an item", "another"), H("Two"), P("Last words."),
                    table("A | B", "left | right", caption="Table 1: A table"))  # fmt: skip
    text = " ".join(extracted(write(made, theme), tmp_path))
    expected = "One " + "First words. " * 40 + "• an item • another Two Last words. Table 1 A table A B left right"
    assert text.startswith(expected)
