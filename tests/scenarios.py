"""Scenarios of every form that the model allows, as the values of a YAML file.

A `Tree` has a `Leaf` wherever an author may write freely; the same tree can so be filled with harmless words and with
others, and what comes of both be compared. The model itself says what there is to fill: a field that is added to it is
written here without a word.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

import yaml
from briefgen import schema
from briefgen.model.scenario import Scenario
from briefgen.schema import fields_of

Kind: TypeAlias = Literal["label", "prose", "text"]
"""One line of words; Markdown; a plain text such as a quote or a page."""


class Leaf(NamedTuple):
    """A place for an author's words. `cites` stand behind the words of prose."""

    path: str
    kind: Kind
    cites: tuple[str, ...] = ()


Tree: TypeAlias = "dict[str, Tree] | list[Tree] | Leaf | str | float | bool | dt.date"

POOLS: Mapping[str, tuple[str, int, int]] = {
    "option": ("options", 1, 3),
    "criterion": ("criteria", 0, 3),
    "source": ("sources", 1, 2),
    "fact": ("facts", 1, 3),
    "stakeholder": ("stakeholders", 0, 2),
    "assumption": ("assumptions", 0, 2),
}
"""What can be referred to: the list that it stands in, and the least and the most of it."""

CHOSEN: Mapping[str, tuple[str, ...]] = {
    "language": ("en",),
    "marking": ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED"),
    "likelihood": ("likely", "unlikely"),
    "kind": ("weighted", "screening"),
}
"""Texts by which a program chooses, by their keys: they are drawn from what it knows."""


def tree(random: Random) -> dict[str, Tree]:
    """A scenario without its words."""
    ids = {
        what: [f"{what}-{n}" for n in range(1, random.randint(least, most) + 1)]
        for what, (_, least, most) in POOLS.items()
    }
    made = _Making(random, ids, random.choice([0.15, 0.35, 0.6])).record(Scenario, "")
    made["format"] = 2
    made["likelihood_scale"] = random.choice(["icd203", "phia"])
    return made


def leaves(value: Tree) -> Iterator[Leaf]:
    """Every place for words, in the order of the file."""
    match value:
        case Leaf():
            yield value
        case dict():
            for inner in value.values():
                yield from leaves(inner)
        case list():
            for inner in value:
                yield from leaves(inner)


def filled(value: Tree, words: Callable[[Leaf], str]) -> Any:
    """The values with words in every place."""
    match value:
        case Leaf():
            return words(value) + "".join(f" [@{fact}]" for fact in value.cites)
        case dict():
            return {key: filled(inner, words) for key, inner in value.items()}
        case list():
            return [filled(inner, words) for inner in value]
        case _:
            return value


def as_yaml(values: Any) -> str:
    """The values as a file, written by PyYAML, each character as itself where YAML allows it."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump(values, Dumper=dumper, allow_unicode=True, sort_keys=False))


def replaced(value: Any, change: Callable[[str], str]) -> Any:
    """A value of the model with each of its texts changed; ids, paths and keys stay."""
    match value:
        case str():
            return change(value)
        case msgspec.Struct():
            return type(value)(*(
                inner if name in ("path", "kind") else replaced(inner, change)
                for name in value.__struct_fields__
                for inner in (getattr(value, name),)
            ))  # fmt: skip
        case tuple():
            return tuple(replaced(inner, change) for inner in value)
        case dict():
            return {key: replaced(inner, change) for key, inner in value.items()}
        case _:
            return value


class _Making:
    """Draws values. `most`: how likely a field is given that may be left out."""

    def __init__(self, random: Random, ids: Mapping[str, list[str]], often: float) -> None:
        self.random = random
        self.ids = ids
        self.often = often

    def record(self, cls: type[msgspec.Struct], path: str) -> dict[str, Tree]:
        """A mapping with the fields of a Struct."""
        out: dict[str, Tree] = {}
        for field in fields_of(cls).values():
            here = f"{path}.{field.name}" if path else field.name
            if not path and field.name == "markings":
                continue  # with labels of one's own, those that are drawn for pieces are none
            if not path and field.name in self.lists():
                what = self.lists()[field.name]
                if self.ids[what]:
                    out[field.name] = [self.item(field, here, name) for name in self.ids[what]]
            elif field.required or self.random.random() < self.often:
                made = self.value(field.type, here)
                if made is not None:
                    out[field.name] = made
        return out

    def lists(self) -> dict[str, str]:
        """The lists that hold what can be referred to."""
        return {key: what for what, (key, _, _) in POOLS.items()}

    def item(self, field: schema.Field, path: str, name: str) -> dict[str, Tree]:
        """An item with a given id."""
        assert isinstance(field.type, schema.ListType) and isinstance(field.type.item, schema.StructType)
        return {**self.record(field.type.item.cls, f"{path}.{name}"), "id": name}

    def value(self, type_: schema.SchemaType, path: str) -> Any:
        """A value of a type, or None where there is nothing to refer to."""
        match type_:
            case schema.LabelType():
                return self.by_language(path, "label")
            case schema.ProseType():
                return self.by_language(path, "prose")
            case schema.TextType():
                chosen = CHOSEN.get(path.rpartition(".")[2])
                return self.random.choice(chosen) if chosen else Leaf(path, "text")
            case schema.IdType():
                return path.rpartition(".")[2] + f"-{self.random.randint(1, 10**9)}"
            case schema.ReferenceType(target=what):
                known = self.known(what)
                return self.random.choice(known) if known else None
            case schema.NumberType(whole=whole):
                return self.random.randint(1, 5) if whole else self.random.choice([1, 2.5, 3, 4, 40, 60])
            case schema.BooleanType():
                return self.random.random() < 0.3
            case schema.DateType():
                return dt.date(2022, self.random.randint(1, 12), self.random.randint(1, 28))
            case schema.PartialDateType():
                month = f"2022-{self.random.randint(1, 12):02}"
                return self.random.choice([f"{month}-{self.random.randint(1, 28):02}", month, "2022"])
            case schema.ChoiceType(values=values):
                return self.random.choice(values)
            case schema.StructType(cls=cls):
                return self.record(cls, path)
            case schema.ListType(item=item):
                count = self.random.randint(1, 2)
                made = [self.value(item, f"{path}.{n}") for n in range(1, count + 1)]
                return [each for each in made if each is not None] or None
            case schema.MapType(key=key, value=entry):
                known = self.known(key.target) if isinstance(key, schema.ReferenceType) else ["1", "2"]
                names = [name for name in known if self.random.random() < 0.6]
                return {name: self.value(entry, f"{path}.{name}") for name in names} or None
            case schema.UnionType(branches=branches):
                return self.value(self.random.choice(branches), path)
            case _:
                raise TypeError(f"no file holds a {type_}")

    def known(self, what: str) -> list[str]:
        """The ids that a reference may have."""
        return [name for part in what.split(" or ") for name in self.ids[part]]

    def by_language(self, path: str, kind: Kind) -> Any:
        """Words in one language, or by language."""
        if self.random.random() < 0.85:
            return Leaf(f"{path}.en", kind, self.cites(kind))
        return {lang: Leaf(f"{path}.{lang}", kind, self.cites(kind)) for lang in ("en", "fr")}

    def cites(self, kind: Kind) -> tuple[str, ...]:
        """A fact behind some prose."""
        return (self.random.choice(self.ids["fact"]),) if kind == "prose" and self.random.random() < 0.3 else ()
