"""The parts that a brief for review has beside the others: what its paragraphs are, and what its controls are of."""

from collections.abc import Mapping

from briefgen import __version__
from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD
from briefgen.review.baseline import SPACE, About, written
from briefgen.writers.docx.dress import ForReview
from briefgen.writers.docx.setting import Setting
from briefgen.xmltext import in_attribute

_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{5B1E9A3C-6D0F-4E57-9C2B-1F7A60D3E842}"
"""By which Word knows the part (ISO/IEC 29500-1, 22.5.2.1); ours, the same in every file."""


def review_parts(
    setting: Setting, review: ForReview, read: Mapping[str, bytes], controls: Mapping[str, tuple[str, int]]
) -> list[Part]:
    """What went out. `read`: the parts that reading looks at, by kind; `controls`: tag → path and block."""
    given = setting.document.properties
    about = About(
        scenario=given.scenario, edition=given.edition, template=given.template, lang=setting.document.lang,
        option=review.option, audience=review.audience, maker=__version__,
    )  # fmt: skip
    properties = (
        f'{XML_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{in_attribute(SPACE)}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    carried = written(about, controls, read)
    return [
        Part(_ITEM, "custom-xml", carried, (Relationship("rId1", "custom-xml-properties", _PROPERTIES),)),
        Part(_PROPERTIES, "custom-xml-properties", properties.encode()),
    ]
