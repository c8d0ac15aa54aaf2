"""Texts: codes, ids, language tags, and what may be written by language (Label and Prose)."""

import re
import unicodedata
from typing import Literal

from briefgen.markup.model import Label, Prose
from briefgen.markup.words import clean
from briefgen.model.reading.context import FOLDED, Reading
from briefgen.model.reading.keys import expected, found, name, quoted
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.reading.shapes import Identifier, Referring, Text, Words, Writing
from briefgen.model.reading.values import FAULTY, Faulty
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, Style, Unread

MOST_CHARACTERS = 100_000
"""Of one text; a brief has 10,000 in all."""
MOST_IN_LINE = 20_000
"""Characters of a text of one line, such as a title, which a running header may repeat on each page."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_UNFOLDED = re.compile(r"(?<!\n)\n\n(?=\S)")


def is_empty(node: Node) -> bool:
    """Whether a scalar says nothing: empty, `~`, `null`, or only what cannot be seen."""
    if not isinstance(node, Scalar):
        return False
    text = node.text
    if node.style == "plain" and not node.tagged:
        return text in ("", "~", "null", "Null", "NULL")
    return not text[:1].isalnum() and not clean(text).strip()


def is_id(text: str, most: int = 64) -> bool:
    """Whether a text is small letters, digits and single hyphens between them."""
    return len(text) <= most and _ID.fullmatch(text) is not None


def read_text(node: Node, shape: Text | Referring, context: Reading, path: str) -> str | Faulty:
    """Words of one language, or a code: exactly as YAML gives them, numbers and `true` too."""
    if not isinstance(node, Scalar):
        hint = "Put it in quotes: a text that begins with `[` or `{` must be quoted." if _flow(node) else ""
        context.report(
            "wrong-type", f"{name(path)} should be {expected(shape)}; this is {found(node)}.", node.span, hint
        )
        return FAULTY
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a value, or remove it.")
        return FAULTY
    if not _fits(node, shape.most if isinstance(shape, Text) else MOST_CHARACTERS, context, path):
        return FAULTY
    return node.text


def read_id(node: Node, shape: Identifier, context: Reading, path: str) -> str | Faulty:
    """An id: small letters, digits and hyphens."""
    if not isinstance(node, Scalar):
        context.report(
            "bad-id",
            f"{name(path)} should be an id; this is {found(node)}.",
            node.span,
            "An id is one word: `team-agreed`.",
        )
        return FAULTY
    text = node.text
    if is_id(text, shape.most):
        return text
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a short name: `team-agreed`.")
        return FAULTY
    proposed = proposed_id(text, shape.most)
    why = f"has {len(text):,} characters, and an id at most {shape.most}" if len(text) > shape.most else "is not an id"
    context.report(
        "bad-id",
        f"“{quoted(text)}” {why}.",
        node.span,
        "An id has small letters a–z, digits and single hyphens between them"
        + (f": `{proposed}`." if proposed else "."),
    )
    return FAULTY


def read_words(node: Node, shape: Words | Writing, context: Reading, path: str) -> Label | Prose | Faulty:
    """A Label or a Prose: one text, in the scenario's language, or a text for each language."""
    match node:
        case Scalar():
            text = _words(node, shape, context, path)
            if isinstance(text, str):
                context.origins.add(f"{path}.{context.language}", node, _kind(shape))
                return made(shape, path, {context.language: text})
            return FAULTY
        case Mapping():
            return _by_language(node, shape, context, path)
        case Sequence():
            hint = (
                "To begin a text with `[`, put it in quotes, or on a line of its own after `>`."
                if _flow(node)
                else "Write one text; a list within it is written in Markdown after `|`."
            )
            context.report(
                "wrong-type", f"{name(path)} should be {expected(shape)}; this is {found(node)}.", node.span, hint
            )
            return FAULTY


def _by_language(node: Mapping, shape: Words | Writing, context: Reading, path: str) -> Label | Prose | Faulty:
    texts: dict[str, str] = {}
    sound = bool(node.entries)
    if not sound:
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a text.")
    entries = [entry for entry in node.entries if not isinstance(entry.value, Unread)]
    if len(entries) < len(node.entries):
        context.lost.append(path)
        sound = False
    strange = [entry.key for entry in entries if not is_language(entry.key.text)]
    if strange and len(strange) == len(entries):
        key = quoted(strange[0].text)
        context.report(
            "wrong-type",
            f"{name(path)} should be {expected(shape)}, or a text for each language; `{key}` is not a language code.",
            strange[0].span,
            f"If `{key}: …` is part of the text, put the whole text in quotes or after `>` on lines of its own. "
            "By language it is written `en: …`, `fr: …`.",
        )
        return FAULTY
    for entry in entries:
        language = entry.key.text
        if not is_language(language):
            context.report(
                "unknown-language",
                f"`{quoted(language)}` is not a language code.",
                entry.key.span,
                language_cure(language),
            )
            sound = False
            continue
        here = f"{path}.{language}"
        context.origins.add(here, entry.value, _kind(shape))
        if is_empty(entry.value):
            context.report("empty-value", f"`{language}` is empty.", entry.key.span, "Give it a text, or remove it.")
            sound = False
            continue
        text = _words(entry.value, shape, context, here)
        if isinstance(text, str):
            texts[language] = text
        else:
            sound = False
    return made(shape, path, texts) if sound or (context.salvage and texts) else FAULTY


def _kind(shape: Words | Writing) -> Literal["label", "prose"]:
    return "prose" if isinstance(shape, Writing) else "label"


def _words(node: Node, shape: Words | Writing, context: Reading, path: str) -> str | Faulty:
    if not isinstance(node, Scalar):
        context.report("wrong-type", f"{name(path)} should be {expected(shape)}; this is {found(node)}.", node.span)
        return FAULTY
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a text, or remove it.")
        return FAULTY
    if not _fits(node, MOST_CHARACTERS if isinstance(shape, Writing) else MOST_IN_LINE, context, path):
        return FAULTY
    if isinstance(shape, Writing):
        return _paragraphs(node)
    line = node.text.strip()
    if "\n" in line:
        context.report(
            "several-lines",
            f"{name(path)} should be one line; this text has {line.count(chr(10)) + 1}.",
            node.span,
            "Write it after `>` instead of `|`, and without an empty line.",
        )
        return FAULTY
    return line


def _paragraphs(node: Scalar) -> str:
    """The text as Markdown. After `>` YAML makes one line end of an empty line; to Markdown that is no new paragraph,
    though it is what the author wrote an empty line for."""
    return FOLDED.sub("\n\n", node.text) if node.style == "folded" else node.text


def as_written(markdown: str, style: Style) -> str | None:
    """The value of a scalar of a style that is read as this Markdown; None where none is."""
    if style != "folded":
        return markdown
    fewer = _UNFOLDED.sub("\n", markdown)
    return next((value for value in (fewer, markdown) if FOLDED.sub("\n\n", value) == markdown), None)


def made(shape: Words | Writing, path: str, texts: dict[str, str]) -> Label | Prose:
    """A Prose or a Label, as the shape says."""
    return Prose(path, shape.kind, texts) if isinstance(shape, Writing) else Label(path, texts)


def _fits(node: Scalar, most: int, context: Reading, path: str) -> bool:
    if len(node.text) <= most:
        return True
    context.report(
        "too-long",
        f"{name(path)} has {len(node.text):,} characters; at most {most:,} are read.",
        node.span,
        "Shorten it.",
    )
    return False


def _flow(node: Node) -> bool:
    return node.span.text[:1] in ("[", "{")


def proposed_id(text: str, most: int = 64) -> str:
    """An id made of words; empty where they have no letter or digit of ASCII."""
    plain = unicodedata.normalize("NFKD", text[: 4 * most]).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:most].strip("-")
