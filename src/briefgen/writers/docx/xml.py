"""Fragments of WordprocessingML, parsed by python-docx's parser, so that they are elements of its classes."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")


def fragments(xml: str) -> list[BaseOxmlElement]:
    """The elements of a string that has no root."""
    root: Any = parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>")
    return list(root)
