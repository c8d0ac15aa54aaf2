"""The examples with other markings, at random: real words in the place of generated ones."""

import re
import shutil
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from briefgen.io.filesystem import World
from briefgen.markup.model import Label, Prose
from briefgen.model.read import load
from briefgen.model.scenario import Audience, Scenario
from briefgen.release.serialise import serialise

LABELS = ("TLP:GREEN", "TLP:AMBER", "TLP:RED")
_SENTENCE = re.compile(r"(?<=[.!?] )([A-Z][^\[\]{}*_`<>\n.!?@]{20,}[.!?])(?= |$)")
_NEEDED = frozenset(("title", "question", "decision_maker", "audiences", "markings"))


def remarked(example: Path, folder: Path, random: Random, often: float) -> Path:
    """A scenario like the example, in a folder, of which other pieces and sentences are marked."""
    loaded, _ = load(World(example), Path("scenario.yaml"))
    assert loaded is not None
    scenario = _marked(loaded.scenario, random, often)
    options = tuple(msgspec.structs.replace(each, marking="") if each.baseline else each for each in scenario.options)
    scenario = msgspec.structs.replace(scenario, marking="TLP:CLEAR", options=options)
    for name, data in serialise(scenario).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    for given in example.iterdir():
        name = given.name
        if name == "texts":
            shutil.copytree(given, folder / name)
        elif given.suffix in (".png", ".lock"):
            shutil.copy(given, folder / name)
    return folder


def _marked(value: Any, random: Random, often: float) -> Any:
    match value:
        case Audience() | Label():
            return value
        case Prose(path=path, kind=kind, texts=texts):
            return Prose(path, kind, {lang: _with_spans(text, random, often) for lang, text in texts.items()})
        case msgspec.Struct():
            needed = _NEEDED if isinstance(value, Scenario) else frozenset[str]()
            changed = {
                name: _marked(getattr(value, name), random, often)
                for name in value.__struct_fields__
                if name not in needed
            }
            if "marking" in changed and not isinstance(value, Scenario):
                changed["marking"] = random.choice(LABELS) if random.random() < often else ""
            return msgspec.structs.replace(value, **changed)
        case tuple():
            return tuple(_marked(each, random, often) for each in value)
        case dict():
            return {key: _marked(each, random, often) for key, each in value.items()}
        case _:
            return value


def _with_spans(text: str, random: Random, often: float) -> str:
    def span(found: re.Match[str]) -> str:
        label = random.choice(("tlp-amber", "tlp-red"))
        return f"[{found[1]}]{{.marking-{label}}}" if random.random() < often else found[1]

    return _SENTENCE.sub(span, text)
