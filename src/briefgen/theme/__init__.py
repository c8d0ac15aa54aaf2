"""Themes: fonts, colours, spacing, page. A theme is a file; the shipped one is `plain.yaml` in this folder."""

from briefgen.theme.model import (
    INKS,
    NOTES_APART,
    PAPERS,
    STYLES,
    WITHIN_NOTE,
    Box,
    CardFrame,
    Face,
    Page,
    PaperName,
    Tables,
    TextStyle,
    Theme,
)
from briefgen.theme.read import read, shipped

__all__ = [
    "INKS",
    "NOTES_APART",
    "PAPERS",
    "STYLES",
    "WITHIN_NOTE",
    "Box",
    "CardFrame",
    "Face",
    "Page",
    "PaperName",
    "Tables",
    "TextStyle",
    "Theme",
    "read",
    "shipped",
]  # fmt: skip
