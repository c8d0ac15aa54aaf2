"""Text files: plain, and Markdown without its signs."""

from typing import Any

from briefgen.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract
from briefgen.evidence.extract.lines import clean
from briefgen.source import SourceFile
from briefgen.world.decode import decode


def read_plain(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a file in UTF-8; form feeds in it part pages."""
    file = decode(data, name)
    return file if isinstance(file, Diagnostic) else Extract(_ended(clean(file.text)))


def read_markdown(data: bytes, name: str) -> Extract | Diagnostic:
    """The words of a Markdown file as a reader sees them, a paragraph a stretch, with what its front matter says."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    file = decode(data, name)
    if isinstance(file, Diagnostic):
        return file
    about, body = _front_matter(file)
    out: list[str] = []
    headings: list[str] = []
    row: list[str] = []
    rows: list[str] = []
    opened = ""
    reader = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").use(footnote_plugin)
    for token in reader.parse(body):
        match token.type:
            case "inline":
                words = "".join(_words(child.type, child.content) for child in token.children or [])
                if opened.startswith("heading"):
                    headings.append(" ".join(words.split()))
                if opened.startswith(("th", "td")):
                    row.append(" ".join(words.split()))
                else:
                    out.append(words)
            case "tr_close":
                rows.append("\t".join(row))
                row = []
            case "table_close":
                out.append("\n".join(rows))
                rows = []
            case "fence" | "code_block":
                out.append(token.content.rstrip("\n"))
            case kind if kind.endswith("_open"):
                opened = kind
    return Extract(_ended(clean("\n\n".join(out))), tuple(dict.fromkeys(headings)), **about)


def _words(kind: str, content: str) -> str:
    match kind:
        case "softbreak" | "hardbreak":
            return "\n"
        case "text" | "code_inline":
            return content
        case _:  # marks, notes, pictures, pieces of HTML
            return ""


def _front_matter(file: SourceFile) -> tuple[dict[str, Any], str]:
    """Title, author and language from a head of YAML between two lines `---`, and the text below it."""
    from briefgen.yamltree import Mapping, Scalar, parse

    lines = file.text.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return {}, file.text
    for number, line in enumerate(lines[1:200], 1):
        if line.strip() in ("---", "..."):
            root, _faults = parse(SourceFile(file.name, "".join(lines[1:number])))
            given = {
                entry.key.text: " ".join(entry.value.text.split())
                for entry in (root.entries if isinstance(root, Mapping) else ())
                if isinstance(entry.value, Scalar)
            }
            names = {"title": "title", "author": "author", "language": "lang", "publisher": "publisher"}
            about = {field: given[key] for field, key in names.items() if given.get(key)}
            return about, "".join(lines[number + 1 :])
    return {}, file.text


def _ended(text: str) -> str:
    return text + "\n" if text and not text.endswith("\f") else text
