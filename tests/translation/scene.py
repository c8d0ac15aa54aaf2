"""Scenarios that go out to a translator and come home."""

import re
import shutil
from pathlib import Path

from lxml import etree

from briefgen.commands.translations import Imported, bring_back, export
from briefgen.io.filesystem import World, shipped
from briefgen.model.read import Loaded, load
from briefgen.translation.xliff import NAMESPACE


def copied(name: str, folder: Path) -> Path:
    """A shipped scenario that may be changed."""
    shutil.copytree(shipped("scenarios") / name, folder / name)
    return folder / name / "scenario.yaml"


def scenario(folder: Path, text: str) -> Path:
    file = folder / "bus" / "scenario.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    return file


def loaded(folder: Path, file: Path) -> Loaded:
    made, _ = load(World(folder), file)
    assert made is not None
    return made


def sent(folder: Path, file: Path, lang: str) -> etree._Element:
    made, faults = export(World(folder), file, lang, folder / "out.xlf", force=True)
    assert made, faults
    return etree.fromstring((folder / "out.xlf").read_bytes())


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def back(folder: Path, file: Path, root: etree._Element) -> tuple[Imported | None, list[str]]:
    """What became of the file, and the codes and messages of what was told."""
    (folder / "back.xlf").write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    made, told = bring_back(World(folder), folder / "back.xlf", file)
    return made, [f"{each.code}: {each.message}" for each in told]


def units(root: etree._Element) -> dict[str, etree._Element]:
    return {each.get("resname") or "": each for each in root.iter(tag("trans-unit"))}


def translate(unit: etree._Element, words: str) -> None:
    """Gives a unit a translation: `{1}` is the first code of its source, as the source has it."""
    source = unit.find(tag("source"))
    assert source is not None
    codes = list(source)
    for old in unit.findall(tag("target")):
        unit.remove(old)
    target = etree.SubElement(unit, tag("target"))
    first, *rest = re.split(r"\{(\d+)\}", words)
    target.text = first
    for number, text in zip(rest[::2], rest[1::2], strict=True):
        code = etree.fromstring(etree.tostring(codes[int(number) - 1], with_tail=False))
        code.tail = text
        target.append(code)


def pseudo(unit: etree._Element) -> None:
    """A translation of which nobody could think that it is the original: each word between ‹ and ›."""
    source = unit.find(tag("source"))
    assert source is not None
    for old in unit.findall(tag("target")):
        unit.remove(old)
    target = etree.fromstring(etree.tostring(source, with_tail=False))
    target.tag = tag("target")
    target.tail = None
    target.text = _marked(target.text)
    for code in target:
        code.tail = _marked(code.tail)
    unit.append(target)


def _marked(text: str | None) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: f"‹{word[0]}›", text or "")
