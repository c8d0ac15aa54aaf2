"""No word that files say of themselves is taken for a withheld one.

A sentence that is withheld begins with a capital, as a name does. So “Data”, “Register” or “Chart” at its head stopped
a brief: a PDF tells of its “register of sources”, a web page says `img-src data:`, a DOCX has a part `chart1.xml`.
"""

import re
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.release.briefed import prepared, written
from tests.release.format_words import is_glued
from tests.release.marked import marked
from tests.use_cases import reported

from briefgen import __version__
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import Prepared, prepare
from briefgen.commands.render import produce
from briefgen.commands.scan import guard_for
from briefgen.io.filesystem import World, shipped
from briefgen.markup.model import Label, Prose
from briefgen.model.scenario import Gap, Scenario
from briefgen.release.scan import scan
from briefgen.release.scan.formats import read
from briefgen.release.scan.guard import Released, guard, without_hashes
from briefgen.release.scan.secrets import fragments
from briefgen.release.scan.words import words

OF_A_FONT = 6
"""Letters by chance before the name of each subset, and of a colour."""
SHORTEST = 5
"""Letters of a word in markup; shorter ones come about by chance in what is packed, such as the names of fonts."""

_FOREIGN = re.compile(r"\w*[^\W\x00-\x7f]\w*")
"""Words that are not of ASCII alone: in what is packed they come about by chance."""


def shipped_brief(name: str, order: RenderOptions) -> Prepared:
    made, faults = reported(prepare, World(shipped("scenarios")), Path(name) / "scenario.yaml", order)
    assert made is not None, faults
    return made


def taken(made: Prepared, order: RenderOptions, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The words of a brief, all of which are withheld in one sentence each, that are found in it."""
    monkeypatch.setattr(sys.modules["briefgen.release.scan.scan"], "MOST_LEAKS", 10_000)
    data, _ = reported(produce, World(shipped("scenarios")), made, order)
    files = {f"brief.{form}": each for form, each in data.items()}
    seen, marks = set[str](), set[str]()
    for piece in (piece for file, each in files.items() for piece in read(file, each) if piece.level != "raw"):
        text = _FOREIGN.sub(" ", piece.text) if piece.level == "marked" else piece.text
        each = {word for word in words(without_hashes(text)) if word.isalpha()}
        (marks if piece.level == "marked" else seen).update(each)
    long = {word for word in marks if len(word) >= SHORTEST and len(word) != OF_A_FONT}
    found = long | {word for word in seen if len(word) > 1 and len(word) != OF_A_FONT} | (seen - marks)
    left = made.loaded.scenario
    secret = Prose("gaps.all.text", "definition", {"en": " ".join(f"{word.capitalize()}." for word in sorted(found))})
    whole = replace(left, gaps=(*left.gaps, Gap("all", secret, marking="TLP:RED")))
    leaks = scan(files, guard_for(replace(made, whole=whole), order))
    assert not [each for each in leaks if each.unread]
    scenario = {word for each in fragments(left) for word in words(each.text)}
    told = {each.what for each in leaks if " " not in each.what}
    every = seen | marks | scenario  # `text link` is looked for as `textlink` too, which is an attribute of Word
    return {word for word in told if not is_glued(word, every, every)}


EVERY = RenderOptions(("docx", "pdf", "html", "native"), audience="public")


def test_no_word_of_a_file_is_taken_for_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken(shipped_brief("starter", EVERY), EVERY, monkeypatch) == set()


@pytest.mark.slow
@pytest.mark.parametrize("template", ["options-paper", pytest.param("evidence-annex", marks=pytest.mark.matrix)])
def test_no_word_of_a_file_with_charts_is(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    order = replace(EVERY, template=template)
    assert taken(shipped_brief("kelmouth-2026", order), order, monkeypatch) == set()


def test_no_word_of_a_file_for_review_is(monkeypatch: pytest.MonkeyPatch) -> None:
    order = replace(EVERY, formats=("docx",), review=True)
    assert taken(shipped_brief("kelmouth-2026", order), order, monkeypatch) == set()


@pytest.mark.parametrize("seed", range(3))
def test_no_word_of_a_file_is_where_the_brief_has_no_words_of_its_own(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Run”, a type in the data of charts, is a word of the examples too, and so was not on the list of own words."""
    order = replace(EVERY, audience="")
    made = prepared(written(marked(seed, often=0).values, tmp_path), order)
    assert made is not None
    assert taken(made, order, monkeypatch) == set()


RECORDS = {
    "brief.json": """{"format": 1, "maker": "MAKER", "libraries": {"msgspec": ""}, "rendering": {"template": "VALUE",
        "page": "letter", "since": {"type": "Counted"}}, "files": {"sources": ""}, "verification": {"sources":
        {"w1": {"state": "unverified", "quotes": 3, "at_hand": true}}, "quotes": {}}}""".replace("MAKER", __version__),
    "item2.xml": """<charts xmlns="urn:briefgen:charts"><chart of="a">{"type": "Contributions", "criteria": [{"label":
        [{"type": "Run", "text": "VALUE", "origin": {"type": "TemplateText", "line": 0}, "marks": ["strong", "muted"],
        "lang": ""}], "weight": 60.0, "stated": "60"}], "options": [], "scale": []}</chart></charts>""",
    "item1.xml": """<review xmlns="urn:briefgen:review" template="VALUE"><field tag="a" path="options.w1.summary"/>
        <story name="footnotes"/></review>""",
    "custom.xml": """<p:Properties xmlns:p="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
        xmlns:v="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><p:property name="Imprint">
        <v:lpwstr>VALUE</v:lpwstr></p:property></p:Properties>""",
    "settings.xml": """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>
        <w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat><w:p>VALUE</w:p></w:settings>""",
    "footer.xml": """<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>
        <w:instrText> DOCPROPERTY Imprint MERGEFORMAT </w:instrText></w:r><w:r><w:t>VALUE</w:t></w:r></w:p></w:ftr>""",
    "workbook.xml": """<w:workbook xmlns:w="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><w:sheets>
        <w:sheet name="Sheet" sheetId="1"/></w:sheets><w:si><w:t>VALUE</w:t></w:si></w:workbook>""",
    "metadata.xml": """<?xpacket begin="" end="w"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"><dc:title>VALUE</dc:title><pdf:Keywords>VALUE
        </pdf:Keywords><pdf:Producer>briefgen</pdf:Producer><pdfaSchema:schema>PDF/UA identification, part of the
        standard</pdfaSchema:schema></rdf:RDF>""",
    "chart.svg": """<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 1 1"><rect stroke="none"/>
        <text id="chart">VALUE</text></svg>""",
    "scenario.yaml": """{title: VALUE, options: options.yaml, edition: {number: 1, status: cleared}, criteria: [{id: a,
        kind: screening, definition: VALUE}], on_withheld: drop}""",
    "page.html": """<html><head><meta http-equiv="Content-Security-Policy" content="script-src 'none'; img-src data:">
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="briefgen">
        <meta name="description" content="VALUE"></head><body><p class="card">VALUE</p></body></html>""",
    "brief.native": """callout depth 2 title @options.w1.summary "VALUE" +judgement "VALUE"\ncolumns numbered""",
}
"""Records of all kinds that the writers make: names and fixed words, and VALUE where they have text of a scenario."""


@pytest.mark.parametrize("name", RECORDS)
def test_words_of_a_record_are_no_leak_where_it_has_them_and_are_one_in_its_values(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["briefgen.release.scan.scan"], "MOST_LEAKS", 10_000)
    record = RECORDS[name]
    own = {word for word in words(record.replace("VALUE", "")) if word.isalpha() and len(word) > 1}
    left = Scenario(title=Label("title", {"en": "A"}), question=Prose("question", "definition", {"en": "B?"}),
                    decision_maker=Label("decision_maker", {"en": "C"}), options=())  # fmt: skip
    secret = Prose("gaps.all.text", "definition", {"en": " ".join(f"{word.capitalize()}." for word in sorted(own))})
    looking = guard(replace(left, gaps=(Gap("all", secret, marking="TLP:RED"),)), left, Released())
    own &= looking.names  # the others are interface words
    assert own or name in ("chart.svg",)

    file = f"w1.{name.partition('.')[2]}"

    def scanned(value: str) -> set[str]:
        return {each.what for each in scan({file: record.replace("VALUE", value).encode()}, looking)}

    assert scanned("Lindby") == set()
    assert {word for word in own if word not in scanned(f"Lindby and {word} again")} == set()


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("ECB.", "sha256: 4ecb0c15b9a2d1f07c3388a1e2f94b6d55aa01c2d3e4f5061728394a5b6c7d8e"),
        ("Cent.", "Trois pour\ncent des foyers"),
    ],
)
def test_nor_is_a_part_of_a_hash_or_of_a_sign(secret: str, text: str) -> None:
    left = Scenario(title=Label("title", {"en": "A"}), question=Prose("question", "definition", {"en": "B?"}),
                    decision_maker=Label("decision_maker", {"en": "C"}), options=())  # fmt: skip
    whole = replace(left, gaps=(Gap("all", Prose("gaps.all.text", "definition", {"en": secret}), marking="TLP:RED"),))
    looked = guard(whole, left, Released())
    assert scan({"a.txt": text.encode()}, looked) == []
    assert scan({"a.txt": f"The {secret} says so".encode()}, looked) != []
