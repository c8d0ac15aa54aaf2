"""Text files: plain, and Markdown, which is read as the web page that it makes."""

import msgspec

from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import SourceFile
from briefgen.evidence.extract.extract import Extract
from briefgen.evidence.extract.html import read_html
from briefgen.evidence.extract.lines import clean
from briefgen.io.read import decode


def read_plain(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a file in UTF-8; form feeds in it part pages."""
    file = decode(data, name)
    if isinstance(file, Diagnostic):
        return file
    text = clean(file.text)
    return Extract(text if not text or text.endswith("\f") else text + "\n")


def read_markdown(data: bytes, name: str) -> Extract | Diagnostic:
    """The words of a Markdown file as a reader sees them, with what its front matter says."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    file = decode(data, name)
    if isinstance(file, Diagnostic):
        return file
    reader = MarkdownIt("commonmark", {"maxNesting": 50, "breaks": True}).enable("table")
    reader.use(footnote_plugin).use(front_matter_plugin)
    tokens = reader.parse(file.text)
    page = read_html(reader.renderer.render(tokens, reader.options, {}).encode(), name)
    if isinstance(page, Diagnostic) or not tokens or tokens[0].type != "front_matter":
        return page
    return msgspec.structs.replace(page, **_front_matter(tokens[0].content))


def _front_matter(text: str) -> dict[str, str]:
    """Title, author, publisher and language from a head of YAML."""
    from briefgen.yaml.parse import parse
    from briefgen.yaml.tree import Mapping, Scalar

    root, _faults = parse(SourceFile("", text))
    given = {
        entry.key.text: " ".join(entry.value.text.split())
        for entry in (root.entries if isinstance(root, Mapping) else ())
        if isinstance(entry.value, Scalar)
    }
    names = {"title": "title", "author": "author", "language": "lang", "publisher": "publisher"}
    return {field: given[key] for field, key in names.items() if given.get(key)}
