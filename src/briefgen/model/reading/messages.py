"""What messages call paths, nodes and types; and mistakes in keys and in the form of a value, each with a hint."""

import re
from collections.abc import Mapping as MappingOf
from typing import assert_never

import msgspec

from briefgen import schema
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import Span
from briefgen.core.suggestions import closest, did_you_mean
from briefgen.model.formats import FormerEntry
from briefgen.model.reading.context import Reading
from briefgen.schema import fields_of
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, resolve


def name(path: str) -> str:
    """How a message calls the value at a path: “`score`”, “Item 2 of `basis`”."""
    before, _, last = path.rpartition(".")
    if last.isdecimal() and before:
        return f"Item {last} of `{before.rpartition('.')[2]}`"
    return f"`{last}`" if last else "The file"


def found(node: Node) -> str:
    """What a node is: “the text “four””, “a list”."""
    match node:
        case Mapping(entries=entries):
            return f"a mapping (`{quoted(entries[0].key.text)}: …`)" if entries else "an empty mapping"
        case Sequence(items=items):
            return f"a list of {len(items)}" if items else "an empty list"
        case Scalar(text=text):
            match resolve(node):
                case None:
                    return "nothing"
                case bool():
                    return f"`{text}`"
                case int() | float():
                    return f"the number {text}"
                case str():
                    return f"the text “{quoted(text)}”" if text else "an empty text"
        case _:
            assert_never(node)


_COMMON_KEYS = ("marking", "waive")
"""Keys that say nothing of what an item is."""


def expected(kind: schema.SchemaType) -> str:
    """What a type takes: “a number”, “a list”."""
    match kind:
        case schema.TextType() | schema.ProseType():
            return "text"
        case schema.LabelType():
            return "text of one line"
        case schema.IdType():
            return "an id"
        case schema.ReferenceType(target=target):
            targets = target.split(" or ")
            return f"the id of {' or '.join(f'an {each}' if each[0] in 'aeiou' else f'a {each}' for each in targets)}"
        case schema.NumberType(whole=whole):
            return "a whole number" if whole else "a number"
        case schema.BooleanType():
            return "`true` or `false`"
        case schema.DateType() | schema.PartialDateType():
            return "a date"
        case schema.ChoiceType(values=values):
            return listed([str(value) for value in values])
        case schema.StructType(cls=cls):
            return f"a mapping with {listed([key for key in fields_of(cls) if key not in _COMMON_KEYS], 'and', 4)}"
        case schema.ListType():
            return "a list"
        case schema.MapType():
            return "a mapping (`key: value`)"
        case schema.UnionType(branches=branches):
            return " or ".join(expected(branch) for branch in branches)
        case _:
            return "something else"


def listed(words: list[str], joint: str = "or", most: int = 60) -> str:
    """`a`, `b` or `c`."""
    shown = [f"`{word}`" for word in words[:most]]
    if len(words) > most:
        return ", ".join(shown) + ", …"
    return f"{', '.join(shown[:-1])} {joint} {shown[-1]}" if len(shown) > 1 else "".join(shown)


def quoted(text: str, most: int = 40) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def report_wrong_type(node: Node, kind: schema.SchemaType, context: Reading, path: str, hint: str = "") -> None:
    """Reports a value of a wrong type."""
    context.report("wrong-type", f"{name(path)} should be {expected(kind)}; this is {found(node)}.", node.span, hint)


_OTHER_NAMES = {
    "pros": "benefits", "advantages": "benefits", "cons": "drawbacks", "disadvantages": "drawbacks",
    "speaker": "attributed_to", "said_by": "attributed_to", "attribution": "attributed_to",
    "text": "statement event sign", "statement": "text", "evidence": "facts", "basis": "facts",
    "why": "reason", "title": "name", "name": "title", "heading": "title",
    "quotation": "quote", "passage": "quote", "citation": "quote", "link": "url", "website": "url",
    "due": "deadline", "probability": "likelihood",
    "description": "definition descriptor", "summary": "bottom_line", "lang": "language", "decider": "decision_maker",
    "justification": "reason", "comment": "caution", "note": "caution",
    "titre": "title", "título": "title", "titulo": "title", "éditeur": "publisher", "editor": "publisher",
    "auteur": "authors", "autor": "authors", "langue": "language", "idioma": "language", "poids": "weight",
    "peso": "weight", "échéance": "deadline", "fecha_limite": "deadline", "fecha": "date", "nom": "name title",
    "nombre": "name title", "citation_exacte": "quote", "avantages": "benefits", "inconvénients": "drawbacks",
    "ventajas": "benefits", "inconvenientes": "drawbacks", "hechos": "facts", "faits": "facts", "fuentes": "sources",
    "responsible": "owner", "responsable": "owner", "deadline": "due", "actions": "next_steps", "requests": "asks",
    "opciones": "options", "critères": "criteria", "criterios": "criteria",
}  # fmt: skip
"""Everyday, French and Spanish words → the keys that may be meant by them, where they are known."""


def report_unknown_key(entry: Entry, fields: MappingOf[str, schema.Field], context: Reading) -> str:
    """Reports a key that the model does not know. Returns the one that was probably meant, or an empty text.

    `fields`: by key, their former ones included.
    """
    key, word = entry.key, quoted(entry.key.text)
    near = _key_meant(key.text, fields) if context.has_few_errors else ""
    near = fields[near].name if near else ""
    outer_key = next((_normalised(key.text) for outer in context.enclosing if _normalised(key.text) in outer), "")
    if _is_cut_off(entry):
        hint = "Between `{` and `}`, a text ends at a comma: put the text before it in quotes, this part included."
    elif near:
        hint = did_you_mean(key.text, [near]) or f"Did you mean `{near}`?"
    elif outer_key:
        hint = f"`{outer_key}` belongs further out: indent it less."
    else:
        hint = f"Known here: {listed([key for key, field in fields.items() if key == field.name], 'and')}."
    context.report("unknown-key", f"`{word}` is not a key that is known here.", key.span, hint)
    return near


def report_former_key(entry: Entry, field: schema.Field, context: Reading) -> None:
    """Records that an entry has the former key of a field; in format 2 this is reported."""
    context.former.append(FormerEntry(entry, field))
    if context.format == 1 or field.former is None:
        return
    word = next((f": {new}" for old, new in field.former.values if entry.value.span.text == old), "")
    message = f"`{entry.key.text}` is called `{field.name}` in format 2."
    hint = f"Write `{field.name}{word}`, or let `briefgen migrate SCENARIO` rename it."
    context.add(Diagnostic("info", "former-key", message, entry.key.span, hint))


def report_both_keys(entry: Entry, field: schema.Field, context: Reading) -> None:
    """Reports an entry with the former key of a field that is also given by its present key."""
    message = f"`{entry.key.text}` is the former name of `{field.name}`, which is given too."
    context.report("former-key", message, entry.key.span, f"Write both in one `{field.name}`.")


def report_missing_key(field: schema.Field, node: Mapping, context: Reading, path: str) -> None:
    """Reports that a required key is missing, at the first line of its mapping."""
    text, start = node.span.file.text, node.span.start
    line_end = text.find("\n", start)
    end = min(node.span.end, line_end if line_end >= 0 else len(text))
    hint = f"Add `{field.name}:` with {expected(field.type)}."
    context.report("missing-key", f"{name(path)} has no `{field.name}`.", Span(node.span.file, start, end), hint)


def report_duplicate_id(given: Scalar, first: Span, context: Reading) -> None:
    """Reports an id that is given earlier in the same list."""
    where = f"line {first.line}" + (f" of {first.file.name}" if first.file is not given.span.file else "")
    message = f"The id `{given.text}` is given twice; it first stands on {where}."
    context.report("duplicate-id", message, given.span, "Give each its own id.")


def report_not_a_mapping(node: Node, cls: type[msgspec.Struct], context: Reading, path: str) -> None:
    """Reports a value that should have keys."""
    keys = list(fields_of(cls))
    hint = ""
    match node:
        case Sequence(items=(Mapping(), *_)):
            hint = "Remove the `-`: there is only one here."
        case Scalar(text=text) if text and {"id", "text"} <= set(keys):
            hint = f"Give it an id: `{{id: …, text: {quoted(text, 40)}}}`."
        case Scalar(text=text) if text and (key := _key_taking(node, cls)):
            hint = f"Write it below, indented: `{key}: {quoted(text, 20)}`."
        case Scalar(text=text) if (word := text.partition(":")[0]) in keys and ":" in text:
            hint = f"Put a space after the colon: `{word}: …`."
    report_wrong_type(node, schema.StructType(cls), context, path, hint)


def hint_for_list(node: Node, kind: schema.ListType) -> str:
    """How to make a list of what is not one."""
    match node:
        case Scalar(text=text):
            if (bullet := _BULLET.match(text)) and (words := [part.strip() for part in _BULLET.split(text)])[1]:
                return f"Begin each item with `- ` in place of `{bullet[0]}`: `- {quoted(words[1])}`."
            parts = [part for part in (part.strip() for part in text.split(",")) if part]
            if len(parts) > 1 and all(len(part) <= 64 and " " not in part for part in parts[:20]):
                return f"Write it as a list: `[{quoted(', '.join(parts), 60)}]`, or each on its own line after `- `."
            return f"Write it as a list: `- {quoted(text)}`."
        case Mapping(entries=(first, *_)):
            if isinstance(kind.item, schema.StructType) and first.key.text not in (fields := fields_of(kind.item.cls)):
                return (
                    f"Write it as a list: `- id: {quoted(first.key.text)}`."
                    if "id" in fields
                    else "Write it as a list: `- …`."
                )
            return f"Write it as a list: `- {quoted(first.key.text)}: …`."
    return "Write it as a list: `- …`."


def is_range(kind: schema.SchemaType) -> bool:
    """Whether a type is a range between two numbers."""
    return isinstance(kind, schema.StructType) and {"low", "high"} <= fields_of(kind.cls).keys()


def _key_taking(node: Scalar, cls: type[msgspec.Struct]) -> str:
    """The key that takes a value which was written in place of its mapping."""
    number = isinstance(resolve(node), int | float) and not isinstance(resolve(node), bool)
    for field in fields_of(cls).values():
        match field.type:
            case schema.ChoiceType(values=values) if node.text in map(str, values):
                return field.name
            case schema.NumberType() if number:
                return field.name
            case schema.UnionType(branches=branches) if number and any(
                isinstance(each, schema.NumberType) for each in branches
            ):
                return field.name
    return ""


_BULLET = re.compile(r"(?:^|(?<=\s))[•·‣▪●○◦–—](?=\s)")


def hint_for_range(node: Node, branches: tuple[schema.SchemaType, ...]) -> str:
    """How to write two numbers as a range, where a range is allowed."""
    match node:
        case Sequence(items=(Scalar(text=low), Scalar(text=high))):
            if any(map(is_range, branches)):
                return f"A range is written `{{low: {quoted(low, 20)}, high: {quoted(high, 20)}}}`."
    return ""


def hint_for_mapping(node: Node) -> str:
    """How to make a mapping of what is not one."""
    match node:
        case Sequence(items=(Mapping(), *_)):
            return "Write each as `key:` with its fields indented below, without `-`."
        case Scalar(text=text) if ":" in text and ": " not in text:
            return "Put a space after the colon."
    return "Write each as `key: value` on its own line."


def _is_cut_off(entry: Entry) -> bool:
    """Whether a key is the rest of a text that a comma cut off: several words between brackets, without a colon."""
    return " " in entry.key.text and entry.key.style == "plain" and entry.value.span.start == entry.key.span.end


def _key_meant(word: str, known: MappingOf[str, schema.Field]) -> str:
    if len(word) > 64:  # comparing takes time with the square of the length
        return ""
    plain = _normalised(word)
    return next(
        (each for each in (plain, *_OTHER_NAMES.get(plain, "").split()) if each in known), closest(word, known) or ""
    )


def _normalised(word: str) -> str:
    """A key as the model writes keys: `Attributed-to` is `attributed_to`."""
    return word[:64].strip().lower().replace("-", "_").replace(" ", "_")
