"""Which part refers to which, in a package that was opened."""

from posixpath import dirname, normpath
from typing import cast

import msgspec

from briefgen.ooxml.opening import Element, Opened
from briefgen.ooxml.tags import RELATIONSHIPS

_RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"


class Related(msgspec.Struct, frozen=True):
    """What a relationship leads to."""

    kind: str
    """The end of its type: `image`, `header`; the same for the transitional and the strict form."""
    target: str
    """The name of a part, or an address outside."""
    external: bool


def related(opened: Opened, name: str = "") -> dict[str, Related]:
    """The relationships of a part by their ids; of the package itself where no part is named."""
    folder, _, file = name.rpartition("/")
    root = opened.xml.get(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found: dict[str, Related] = {}
    for element in cast("Element", root).iter(_RELATIONSHIP) if root is not None else ():
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = target[1:] if target.startswith("/") else normpath(f"{dirname(name)}/{target}").lstrip("/")
        found[element.get("Id", "")] = Related(element.get("Type", "").rpartition("/")[2], target, external)
    return found


def part_of(opened: Opened, name: str, kind: str) -> str:
    """The name of the first part of a kind that a part refers to, or nothing."""
    return next((each.target for each in related(opened, name).values() if each.kind == kind and not each.external), "")
