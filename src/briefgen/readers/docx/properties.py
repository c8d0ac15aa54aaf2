"""What a file says of itself, and what stands in its margins."""

import re

from briefgen.document import Inlines, Properties, Run, Running, TemplateText
from briefgen.locale import load
from briefgen.ooxml import Element, Opened
from briefgen.ooxml.related import part_of

_ = str  # marks interface messages; they are translated where they are shown
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_DAY = "1980-01-01"
"""Stands in a file whose edition has no date."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class About:
    """What the properties of a file say."""

    def __init__(self, opened: Opened) -> None:
        self._core = _named(opened.xml.get(part_of(opened, "", "core-properties")))
        self._custom = _custom(opened.xml.get(part_of(opened, "", "custom-properties")))

    @property
    def lang(self) -> str:
        """The language of the brief."""
        lang = self._core.get("language", "")
        return lang if _LANGUAGE.fullmatch(lang) else "en"

    def properties(self) -> Properties:
        """What the brief says of itself."""
        found = _DAY.match(self._core.get("created", ""))
        day = found[0] if found and found[0] != _NO_DAY else ""
        keywords = self._core.get("keywords", "")
        return Properties(
            title=self._core.get("title", ""),
            author=self._core.get("creator", ""),
            subject=self._core.get("subject", ""),
            keywords=tuple(keywords.split(", ")) if keywords else (),
            date=day,
            **{name.lower(): self._custom.get(name, "") for name in _OWN},
        )

    def running(self, marking_colour: str) -> Running:
        """What stands in the margins, in the language of the brief."""
        say = load(self.lang).text
        return Running(
            header=_said(self._core.get("title", "")),
            footer=_said(self._custom.get("Imprint", "")),
            page=say(_("{page} of {pages}")),
            marking=self._custom.get("Marking", ""),
            marking_colour=marking_colour,
            status=self._custom.get("Status", ""),
            continued=say(_("{label} (continued)")),
        )


_OWN = ("Scenario", "Template", "Edition", "Audience", "Reference")


def _named(root: "Element | None") -> dict[str, str]:
    """The core properties by the local names of their elements."""
    return {str(each.tag).rpartition("}")[2]: each.text or "" for each in root} if root is not None else {}


def _custom(root: "Element | None") -> dict[str, str]:
    if root is None:
        return {}
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in root}


def _said(words: str) -> Inlines:
    return (Run(words, TemplateText()),) if words else ()
