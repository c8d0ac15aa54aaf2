"""Elements of WordprocessingML that python-docx lacks, as fragments for its parser."""

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from briefgen.core.xml import in_attribute, in_text
from briefgen.document import Authored, Computed, Reviser, Revision
from briefgen.review.tags import COMPUTED, LONGEST, tag_of

if TYPE_CHECKING:
    from briefgen.docx.package import PartWriter


Element: TypeAlias = Any
"""An element of lxml or python-docx, whose annotations do not cover descendants."""

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")


def root(name: str, content: bytes) -> Any:
    """The root element of a part, with its content. Bytes are parsed in half the time and memory of text."""
    return parse_xml(b"".join((f"<w:{name} {_NAMESPACES}>".encode(), content, f"</w:{name}>".encode())))


def fragments(xml: str) -> list[BaseOxmlElement]:
    """Parse a string of several elements."""
    return list(root("body", xml.encode()))


def text_run(text: str, properties: str = "") -> str:
    """A run of text; `properties`: its `w:rPr`."""
    words = f">{in_text(text)}</w:t>" if text else "/>"
    return f'<w:r>{properties}<w:t xml:space="preserve"{words}</w:r>'


def control(origin: Authored | Computed | None, runs: str, writer: "PartWriter") -> str:
    """Finished runs in the content control of their origin."""
    if origin is None or not runs:
        return runs
    if isinstance(origin, Authored):
        path = writer.field_name(origin.path)
        tag, alias, lock = tag_of(path, origin.block), path[-LONGEST:], "sdtLocked"
        writer.controls[tag] = path, origin.block
    else:
        tag, alias, lock = COMPUTED, "", "sdtContentLocked"
    alias_element = f'<w:alias w:val="{in_attribute(alias)}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{alias_element}<w:tag w:val="{in_attribute(tag)}"/><w:id w:val="{writer.control_id()}"/>'
        f'<w:lock w:val="{lock}"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
    )


_ELEMENTS: dict[Revision, str] = {"inserted": "ins", "deleted": "del"}
_DELETED = {"t": "delText", "instrText": "delInstrText"}
_TEXT_TAGS = re.compile(r"<(/?)w:(t|instrText)(?=[ >])")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def tracked(revision: Revision, runs: str, writer: "PartWriter") -> str:
    """Finished runs as a tracked change. Deleted text has its own elements (17.3.3.7)."""
    if not revision or not runs or not is_tracked(writer):
        return runs
    if revision == "deleted":
        runs = _TEXT_TAGS.sub(lambda found: f"<{found[1]}w:{_DELETED[found[2]]}", runs)
    element = _ELEMENTS[revision]
    return f"<w:{element} {_revision_attributes(writer)}>{runs}</w:{element}>"


def mark(revision: Revision, writer: "PartWriter") -> str:
    """The tracked change of a paragraph mark or a row."""
    return f"<w:{_ELEMENTS[revision]} {_revision_attributes(writer)}/>" if revision and is_tracked(writer) else ""


def is_tracked(writer: "PartWriter") -> bool:
    """Whether changes are tracked in Word, so that they can be accepted or rejected, or only formatted."""
    reviser = writer.context.document.reviser
    return reviser is None or reviser.tracked


def _revision_attributes(writer: "PartWriter") -> str:
    """Id, author and date. LibreOffice combines adjacent changes, with the paragraph mark between them, if their times
    differ by a minute at most (`SwRedlineData::CanCombine`). So changes of whole paragraphs get an earlier time than
    changes inside one."""
    reviser = writer.context.document.reviser or Reviser(writer.context.document.properties.title)
    minute = "00" if writer.revision else "10"
    when = f' w:date="{reviser.date[:10]}T00:{minute}:00Z"' if _ISO_DATE.match(reviser.date) else ""
    return f'w:id="{writer.revision_id()}" w:author="{in_attribute(reviser.name) or "briefgen"}"{when}'
