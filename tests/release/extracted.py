"""All that a file holds, read by other programs than ours: qpdf and poppler, the ZIP and HTML readers of Python."""

import io
import subprocess
import zipfile
from html.parser import HTMLParser
from tempfile import NamedTemporaryFile

import pikepdf
from lxml import etree
from tests.tools import require


def extracted(data: bytes) -> str:
    """The texts of a file, and of the files in it, one behind the other."""
    if data.startswith(b"%PDF"):
        return _of_pdf(data)
    if data.startswith(b"PK"):
        return _of_package(data)
    text = data.decode("utf-8", "replace")
    return text + _of_page(text) if "<html" in text[:400] else text


def _of_pdf(data: bytes) -> str:
    out = []
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        run = subprocess.run([require("pdftotext"), "-layout", file.name, "-"], capture_output=True, check=True)
        out.append(run.stdout.decode("utf-8"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for made in pdf.objects:
            out += _strings(made)
            if isinstance(made, pikepdf.Stream) and made.get("/Subtype") != "/Image":
                content = made.read_bytes()
                out.append(content.decode("latin-1"))
                out.append(content.decode("utf-8", "ignore"))
        for name, each in pdf.attachments.items():
            out += [name, extracted(each.get_file().read_bytes())]
        out.append(str(pdf.docinfo))
        with pdf.open_outline() as outline:
            waiting = list(outline.root)
            while waiting:
                item = waiting.pop()
                out.append(item.title)
                waiting += item.children
    return "\n".join(out)


def _strings(made: object, inside: bool = False) -> list[str]:
    if inside and getattr(made, "is_indirect", False):
        return []  # an object of its own
    match made:
        case pikepdf.String():
            return [str(made)]
        case pikepdf.Array():
            return [text for each in made for text in _strings(each, True)]
        case pikepdf.Dictionary():
            return [text for key, each in made.items() for text in [key, *_strings(each, True)]]
        case pikepdf.Stream():
            return _strings(made.stream_dict, True)
        case _:
            return []


def _of_package(data: bytes) -> str:
    out = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            content = package.read(name)
            out.append(name)
            if content.startswith(b"PK"):
                out.append(_of_package(content))
            elif name.endswith((".xml", ".rels", ".svg")):
                root = etree.fromstring(content)
                out.append("".join(root.itertext()))
                out += [value for each in root.iter() for value in each.attrib.values()]
            out.append(content.decode("latin-1"))
            out.append(content.decode("utf-8", "ignore"))
    return "\n".join(out)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_comment(self, data: str) -> None:
        self.out.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out += [value for _, value in attrs if value]


def _of_page(text: str) -> str:
    page = _Page()
    page.feed(text)
    return "\n".join([*page.out, "".join(page.out)])
