"""Interface words: which there are, and the catalogues that hold them. As a program, it brings these up to date.

A message is marked in the code by `_("…")`, `say("…")`, `text("…")` or `plural("…", "…")`, in templates by `_("…")` and
`ngettext("…", "…")`; the terms of likelihood come from their table.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "src" / "briefgen" / "locale" / "catalogues"
LANGUAGES = ("es", "fr")

# Headers that say nothing here, or would change from day to day.
_HEADERS = (
    b'"Project-Id',
    b'"Report-Msgid',
    b'"POT-Creation',
    b'"PO-Revision',
    b'"Last-Tr',
    b'"Language-Team',
    b'"Generated-By',
)

Message = str | tuple[str, str]


def messages() -> set[Message]:
    """Every interface message; a pair where it has a plural."""
    found: set[Message] = set()
    for path in sorted((ROOT / "src" / "briefgen").rglob("*.py")):
        found.update(_in_code(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        found.update(_in_template(path.read_text(encoding="utf-8")))
    from briefgen.model.vocabulary import SCALES

    found.update(term for scale in SCALES.values() for step in scale.bands for term in step.terms)
    return found


def _in_code(text: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            words = [
                arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else "" for arg in node.args
            ]
            if name in ("_", "say", "text") and words and words[0]:
                yield words[0]
            elif name == "plural" and len(words) > 1 and all(words[:2]):
                yield words[0], words[1]


def _in_template(text: str) -> Iterator[Message]:
    for node in Environment().parse(text).find_all(nodes.Call):
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        words = [cast(str, arg.value) for arg in node.args if isinstance(arg, nodes.Const)]
        if name == "_" and words:
            yield words[0]
        elif name == "ngettext" and len(words) > 1:
            yield words[0], words[1]


def read(lang: str) -> Catalog:
    """The catalogue of a language, as its `.po` has it."""
    path = CATALOGUES / f"{lang}.po"
    return read_po(io.BytesIO(path.read_bytes()), lang) if path.exists() else Catalog(lang, project="briefgen")


_NEEDED = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
"""Headers that say how a catalogue is to be read."""


class _Lasting(Catalog):
    """One with the messages of another, and no other headers: each version of Babel writes others, and its number."""

    def __init__(self, read: Catalog) -> None:
        super().__init__(read.locale, fuzzy=False)
        self._read = read
        for message in read:
            if message.id:
                self[message.id] = message

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self._read.mime_headers if name in _NEEDED]


def compiled(catalogue: Catalog) -> bytes:
    """What its `.mo` must be: the same on every day, and by every version of Babel."""
    out = io.BytesIO()
    write_mo(out, _Lasting(catalogue))
    return out.getvalue()


def main() -> int:
    """Adds what is new, takes out what is gone, compiles; tells how many messages wait for a translation."""
    waiting = 0
    for lang in LANGUAGES:
        old = read(lang)
        new = Catalog(lang, header_comment=f"# Interface words of briefgen: {lang}.", fuzzy=False)
        new.revision_date = new.creation_date = old.creation_date
        for message in sorted(messages(), key=lambda m: m if isinstance(m, str) else m[0]):
            known = old.get(message if isinstance(message, str) else message[0])
            same = known is not None and isinstance(known.id, str) == isinstance(message, str)
            new.add(message, known.string if known and same else None)
        waiting += sum(1 for message in new if message.id and not _translated(message.string))
        out = io.BytesIO()
        write_po(out, new, width=110, omit_header=False, sort_output=True)
        lines = [line for line in out.getvalue().splitlines(True) if not line.startswith(_HEADERS)]
        (CATALOGUES / f"{lang}.po").write_bytes(b"".join(lines))
        (CATALOGUES / f"{lang}.mo").write_bytes(compiled(read(lang)))
    sys.stdout.write(f"{waiting} messages wait for a translation\n")
    return int(waiting > 0)


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
