"""Texts: codes, ids, language tags, and what may be written by language (Label and Prose)."""

import re
import unicodedata
from typing import Literal

from briefgen.markup.model import Label, Prose
from briefgen.markup.words import clean
from briefgen.model.reading.context import FOLDED, Reading
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.reading.messages import expected, found, name, quoted, report_wrong_type
from briefgen.schema import IdType, LabelType, ProseType, ReferenceType, TextType
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


def read_text(node: Node, kind: TextType | ReferenceType, context: Reading, path: str) -> str | None:
    """Words of one language, or a code: exactly as YAML gives them, numbers and `true` too."""
    if not isinstance(node, Scalar):
        hint = "Put it in quotes: a text that begins with `[` or `{` must be quoted." if _in_brackets(node) else ""
        report_wrong_type(node, kind, context, path, hint)
        return None
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a value, or remove it.")
        return None
    fits = _fits(node, kind.max_length if isinstance(kind, TextType) else MOST_CHARACTERS, context, path)
    return node.text if fits else None


def read_id(node: Node, kind: IdType, context: Reading, path: str) -> str | None:
    """An id: small letters, digits and hyphens."""
    if not isinstance(node, Scalar):
        message = f"{name(path)} should be an id; this is {found(node)}."
        context.report("bad-id", message, node.span, "An id is one word: `team-agreed`.")
        return None
    text, most = node.text, kind.max_length
    if is_id(text, most):
        return text
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a short name: `team-agreed`.")
        return None
    proposed = proposed_id(text, most)
    why = f"has {len(text):,} characters, and an id at most {most}" if len(text) > most else "is not an id"
    hint = "An id has small letters a–z, digits and single hyphens between them"
    context.report("bad-id", f"“{quoted(text)}” {why}.", node.span, hint + (f": `{proposed}`." if proposed else "."))
    return None


def read_by_language(node: Node, kind: LabelType | ProseType, context: Reading, path: str) -> Label | Prose | None:
    """A Label or a Prose: one text, in the scenario's language, or a text for each language."""
    match node:
        case Scalar():
            text = _read_one_language(node, kind, context, path)
            if text is None:
                return None
            context.origins.add(f"{path}.{context.language}", node, _text_kind(kind))
            return by_language(kind, path, {context.language: text})
        case Mapping():
            texts = _read_languages(node, kind, context, path)
            return by_language(kind, path, texts) if texts else None
        case Sequence():
            hint = (
                "To begin a text with `[`, put it in quotes, or on a line of its own after `>`."
                if _in_brackets(node)
                else "Write one text; a list within it is written in Markdown after `|`."
            )
            report_wrong_type(node, kind, context, path, hint)
            return None


def _read_languages(node: Mapping, kind: LabelType | ProseType, context: Reading, path: str) -> dict[str, str]:
    """Language → its text, of those that are sound."""
    if not node.entries:
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a text.")
    entries = [entry for entry in node.entries if not isinstance(entry.value, Unread)]
    if len(entries) < len(node.entries):
        context.lost.append(path)
    unknown = [entry.key for entry in entries if not is_language(entry.key.text)]
    if unknown and len(unknown) == len(entries):
        key = quoted(unknown[0].text)
        context.report(
            "wrong-type",
            f"{name(path)} should be {expected(kind)}, or a text for each language; `{key}` is not a language code.",
            unknown[0].span,
            f"If `{key}: …` is part of the text, put the whole text in quotes or after `>` on lines of its own. "
            "By language it is written `en: …`, `fr: …`.",
        )
        return {}
    texts: dict[str, str] = {}
    for entry in entries:
        language = entry.key.text
        if not is_language(language):
            message = f"`{quoted(language)}` is not a language code."
            context.report("unknown-language", message, entry.key.span, language_cure(language))
            continue
        here = f"{path}.{language}"
        context.origins.add(here, entry.value, _text_kind(kind))
        if is_empty(entry.value):
            context.report("empty-value", f"`{language}` is empty.", entry.key.span, "Give it a text, or remove it.")
        elif (text := _read_one_language(entry.value, kind, context, here)) is not None:
            texts[language] = text
    return texts


def _text_kind(kind: LabelType | ProseType) -> Literal["label", "prose"]:
    return "prose" if isinstance(kind, ProseType) else "label"


def _read_one_language(node: Node, kind: LabelType | ProseType, context: Reading, path: str) -> str | None:
    if not isinstance(node, Scalar):
        report_wrong_type(node, kind, context, path)
        return None
    if is_empty(node):
        context.report("empty-value", f"{name(path)} is empty.", node.span, "Give it a text, or remove it.")
        return None
    if not _fits(node, MOST_CHARACTERS if isinstance(kind, ProseType) else MOST_IN_LINE, context, path):
        return None
    if isinstance(kind, ProseType):
        return _paragraphs(node)
    line = node.text.strip()
    if "\n" in line:
        message = f"{name(path)} should be one line; this text has {line.count(chr(10)) + 1}."
        context.report(
            "several-lines", message, node.span, "Write it after `>` instead of `|`, and without an empty line."
        )
        return None
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


def by_language(kind: LabelType | ProseType, path: str, texts: dict[str, str]) -> Label | Prose:
    """A Prose or a Label, as its type says."""
    return Prose(path, kind.kind, texts) if isinstance(kind, ProseType) else Label(path, texts)


def _fits(node: Scalar, most: int, context: Reading, path: str) -> bool:
    if len(node.text) > most:
        message = f"{name(path)} has {len(node.text):,} characters; at most {most:,} are read."
        context.report("too-long", message, node.span, "Shorten it.")
    return len(node.text) <= most


def _in_brackets(node: Node) -> bool:
    return node.span.text[:1] in ("[", "{")


def proposed_id(text: str, most: int = 64) -> str:
    """An id made of words; empty where they have no letter or digit of ASCII."""
    plain = unicodedata.normalize("NFKD", text[: 4 * most]).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:most].strip("-")
