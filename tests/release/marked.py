"""Scenarios of every form with markings at random, in which each word tells for itself who may see it."""

from random import Random
from typing import Any, NamedTuple

from tests.scenarios import Leaf, filled, tree

from briefgen.model.marking import LABELS, as_span


class Marked(NamedTuple):
    """The values of a scenario file, and the words that stand in spans with their markings."""

    values: Any
    spans: dict[str, str]


def marked(seed: int, often: float = 0.3, labels: tuple[str, ...] = LABELS) -> Marked:
    """A scenario. The paper itself is for all, and so are its name, its question and whom it is for."""
    random = Random(seed)
    spans: dict[str, str] = {}
    count = 0

    def word() -> str:
        nonlocal count
        count += 1
        return f"w{count}w"

    def words(leaf: Leaf) -> str:
        if leaf.kind == "text":
            return word()
        required = leaf.path.split(".")[0] in ("title", "question", "decision_maker")
        if random.random() > often or required:
            return f"{word()} {word()}"
        name, label = word(), random.choice(labels)
        spans[name] = label
        span = f"[{name}]{{.marking-{as_span(label)}}}"
        if leaf.kind == "label":
            return random.choice([f"{word()} {span}", span])
        return random.choice(
            [f"{word()} {span} {word()}", f"{word()} stands. {span}. {word()}", span, f"- {span}\n- {word()}"]
        )

    values = filled(tree(random), words)
    values["marking"] = "TLP:CLEAR"
    values["audiences"] = [{"id": as_span(label), "name": "Readers", "marking": label} for label in LABELS]
    _unmark(values, random, often)
    values["options"][0].pop("marking", None)
    for number, option in enumerate(values["options"]):
        option["baseline"] = number == 0
    return Marked(values, spans)


def _unmark(value: Any, random: Random, often: float) -> None:
    """Takes most of the markings of items out again, so that something is left to see."""
    match value:
        case dict():
            for key, inner in list(value.items()):
                if key == "marking" and isinstance(inner, str) and value.get("id") not in map(as_span, LABELS):
                    if random.random() > often and "title" not in value:
                        del value[key]
                else:
                    _unmark(inner, random, often)
        case list():
            for inner in value:
                _unmark(inner, random, often)


def secret(made: Marked, limit: str) -> set[str]:
    """The words that an audience may not see: below a marked item, in a marked span, in a fact from a marked source."""
    values = made.values
    closed = {each["id"] for each in values.get("sources", []) if above(each.get("marking", ""), limit)}
    out = {word for word, label in made.spans.items() if above(label, limit)}

    def walk(value: Any, hidden: bool) -> None:
        match value:
            case dict():
                quoted = {each.get("source") for each in value.get("evidence", []) if isinstance(each, dict)}
                hidden = hidden or above(value.get("marking", ""), limit) or not quoted.isdisjoint(closed)
                for key, inner in value.items():
                    if key != "audiences":
                        walk(inner, hidden)
            case list():
                for inner in value:
                    walk(inner, hidden)
            case str() if hidden:
                out.update(w for w in value.replace("[", " ").replace("]", " ").replace(".", " ").split() if is_word(w))

    walk(values, False)
    return out


def above(label: str, limit: str) -> bool:
    return bool(label) and LABELS.index(label) > LABELS.index(limit)


def is_word(text: str) -> bool:
    return text.startswith("w") and text.endswith("w") and text[1:-1].isdigit()
