"""A file of some blocks, and its parts."""

import io
import zipfile

import msgspec
from lxml import etree
from tests.docx.linter import faults
from tests.docx.sample import PAGES, brief

from briefgen import docx
from briefgen.document import (
    Block,
)  # fmt: skip
from briefgen.ooxml.tags import W
from briefgen.theme import Theme


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def made(theme: Theme, *blocks: Block, **more: object) -> bytes:
    """A file of some blocks; it is sound."""
    document = msgspec.structs.replace(brief(), blocks=blocks, **{"notes": (), **more})
    data = docx.write(document, theme, "a4", PAGES)
    assert faults(data) == []
    return data


def xpath(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces={"w": W})
