"""Leaks that were planted, one in each place that a file has: each is found, and no file is left."""

import io
import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name
from tests.release import plants
from tests.release.briefed import prepared, written
from tests.release.plants import IN_DOCX, IN_HTML, IN_PDF, NAME, Plant
from tests.use_cases import reported

import yaml
from briefgen.commands import render as producing
from briefgen.commands import render as rendering
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Prepared
from briefgen.commands.render import produce
from briefgen.commands.scan import computed_text, guard_for
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Figure
from briefgen.io.filesystem import World
from briefgen.release.scan import Guard, scan

PAPER = yaml.safe_load("""
title: A night bus for Lindby
question: Should the town run a night bus on Fridays?
decision_maker: Town council
marking: TLP:CLEAR
audiences: [{id: public, name: The public, marking: TLP:CLEAR}]
issue: They walk home at night [@last-bus]. [Few of them vote, says the Tannery.]{.judgement .marking-tlp-amber}
options:
  - id: no-change
    name: No change
    baseline: true
    assessments: {access: {score: 2, reason: "They walk [@last-bus]."}, cost: {score: 4, reason: It is free.}}
  - id: trial
    name: Six-month trial
    assessments: {access: {score: 4, reason: "They ride [@last-bus]."}, cost: {score: 2, reason: It costs.}}
criteria:
  - {id: access, name: Getting home, weight: 60, definition: Who gets home without a car.}
  - {id: cost, name: Cost to the town, weight: 40, definition: What a later bus costs in a year.}
sources:
  - {id: survey, title: Evening travel survey, redistribution: allowed}
  - {id: closed-minutes, title: Minutes of the closed sitting, marking: TLP:AMBER, url: "https://example.org/tannery/offer"}
facts:
  - id: last-bus
    statement: The last bus leaves at 23:10.
    evidence: [{source: survey, quote: the last bus leaves the station at 23:10}]
  - id: offer
    statement: The owner of the Tannery asks 410,000 a year.
    evidence: [{source: closed-minutes, quote: the owner would sell the yard at once if asked}]
stakeholders: [{id: tannery-group, name: Tannery Group, marking: TLP:AMBER}]
""")
ORDER = RenderOptions(("docx", "pdf", "html", "native"), audience="public")


@cache
def clean() -> tuple[Prepared, dict[Format, bytes]]:
    """A brief without a leak."""
    with TemporaryDirectory() as place:
        made = prepared(written(PAPER, Path(place)), ORDER)
        assert made is not None
        made = replace(made, texts={"closed-minutes": plants.CLOSED})
        data, faults = reported(produce, World(Path(place)), made, ORDER)
    assert [each.message for each in faults if each.severity == "error"] == []
    return made, dict(data)


def rendered(changed: dict[Format, bytes], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """What is said of a brief of which the writers make these bytes; no file may be left of it."""
    made, data = clean()
    monkeypatch.setattr(rendering, "prepare", lambda *_: made)
    monkeypatch.setattr(producing, "write", lambda *given: {given[3][0]: {**data, **changed}[given[3][0]]})
    order = replace(ORDER, formats=tuple(changed) or ORDER.formats)
    paths, faults = reported(rendering.render, World(folder), Path("scenario.yaml"), order)
    assert bool(paths) == (not faults)
    assert bool(list(folder.rglob("*.*"))) == (not faults)
    return faults


@pytest.mark.parametrize(
    ("name", "found"), [("night-bus-410000", set()), ("tannery-offer", {"tannery"}), ("offer", set())]
)
def test_the_folder_that_names_the_files_names_nobody_withheld(tmp_path: Path, name: str, found: set[str]) -> None:
    """Files bear the name of their scenario's folder. An id or a figure in it gives nothing away; the name of a party
    does, and was taken for released."""
    (tmp_path / name).mkdir()
    paths, faults = reported(
        rendering.render, World(tmp_path), written(PAPER, tmp_path / name) / "scenario.yaml", ORDER
    )
    errors = [each.message for each in faults if each.severity == "error"]
    assert {message.split("”")[0].strip("“") for message in errors} == found
    assert bool(paths) != bool(found)


def test_a_brief_without_a_leak_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered({}, tmp_path, monkeypatch) == []


def test_shares_that_a_chart_is_told_with_are_no_leak(tmp_path: Path) -> None:
    """A withheld text has such shares too: by chance, not because a chart took them from it."""
    paper = deepcopy(PAPER)
    paper["options"].append({**deepcopy(paper["options"][1]), "id": "year", "name": "A whole year"})
    scores_of = (2.3, 4.1), ({"low": 1.4, "high": 4.9}, 2.1), ({"low": 2.4, "high": 4.7}, 1.3)
    for option, scores in zip(paper["options"], scores_of, strict=True):
        for criterion, score in zip(("access", "cost"), scores, strict=True):
            option["assessments"][criterion]["score"] = score
    first = prepared(written(paper, tmp_path), ORDER)
    assert first is not None
    told = [each.alt for each in first.brief.document.blocks if isinstance(each, Figure)]
    shares = {share for alt in told for share in re.findall(r"\d+%", alt)}
    assert len(shares) > 4, told
    paper["gaps"] = [
        {"id": f"asked-{number}", "text": f"Of the towns that were asked {share} said no.", "marking": "TLP:AMBER"}
        for number, share in enumerate(sorted(shares))
    ]
    made = prepared(written(paper, tmp_path), ORDER)
    assert made is not None
    data, faults = reported(produce, World(tmp_path), made, ORDER)
    assert [each.message for each in faults if each.severity == "error"] == []
    assert "27%" in data["html"].decode()


def test_shares_along_an_axis_are_worked_out_too() -> None:
    made, data = clean()
    assert ">75%</text>" in data["html"].decode()
    assert {"25%", "75%"} <= set(computed_text(made.brief.document, made.theme))


PLANTS = [
    (form, place, plant)
    for form, planted in (("pdf", IN_PDF), ("docx", IN_DOCX), ("html", IN_HTML))
    for place, plant in planted.items()
]


@pytest.mark.parametrize(("form", "place", "plant"), PLANTS, ids=[f"{form}: {place}" for form, place, _ in PLANTS])
def test_a_planted_leak_is_found(
    form: Format, place: str, plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, data = clean()
    planted = plant(data[form])
    assert planted != data[form]
    faults = rendered({form: planted}, tmp_path, monkeypatch)
    assert {each.code for each in faults} == {"withheld-words-found"}
    assert all(f".{form}" in each.message for each in faults)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_to_write_a_file_anew_is_no_leak(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the plants would prove nothing."""
    _, data = clean()
    rewritten = {"pdf": plants.pdf(lambda _: None), "docx": plants.package(lambda _: None)}[form]
    assert rendered({form: rewritten(data[form])}, tmp_path, monkeypatch) == []
    if form == "pdf":
        assert rendered({form: plants.shown(b"(They walk home) Tj")(data[form])}, tmp_path, monkeypatch) == []


def test_a_leak_in_the_name_of_a_file_is_found() -> None:
    made, data = clean()
    guard = guard_for(made, ORDER)
    assert scan({"lindby.html": data["html"]}, guard) == []
    assert [each.where for each in scan({"lindby-tannery.html": data["html"]}, guard)] == ["its name"]


def test_a_message_says_where_and_no_more_than_it_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, data = clean()
    faults = rendered({"docx": IN_DOCX["footnote"](data["docx"])}, tmp_path, monkeypatch)
    assert [each.message.partition("-public")[2] for each in faults] == [
        ".docx (word/footnotes.xml). No file is written."
    ]
    assert faults[0].message.startswith("“tannery” is withheld from these readers, and stands in ")


def test_what_is_found_is_told_in_one_order() -> None:
    """It hung on the seed of hashes, so the same brief was refused in other words from run to run."""
    trees = ("birch", "cedar", "elder", "hazel", "maple")
    guard = Guard(frozenset(trees), frozenset(), frozenset(), {}, frozenset(), frozenset())
    assert tuple(each.what for each in scan({"a.txt": b"Maple, elder, birch, hazel and cedar."}, guard)) == trees


def damaged(change: Callable[[bytes], bytes]) -> Plant:
    return change


def _encrypted(data: bytes) -> bytes:
    return plants.pdf(lambda _: None, encryption=pikepdf.Encryption(owner="a", user=""))(data)


def _without_meaning(made: pikepdf.Pdf) -> None:
    for each in made.objects:
        if isinstance(each, Dictionary) and each.get("/Type") == "/Font":
            del each["/ToUnicode"]
            each["/Encoding"] = Dictionary(Differences=Array([65, Name.B]))


def _filtered(made: pikepdf.Pdf) -> None:
    stream = pikepdf.Stream(made, b"abc")
    stream["/Filter"] = Name.LZWDecode
    made.Root["/Aside"] = made.make_indirect(stream)


def _flipped(data: bytes) -> bytes:
    at = data.index(b"stream\n") + 40
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


UNREADABLE: dict[str, tuple[Format, Plant]] = {
    "encrypted": ("pdf", _encrypted),
    "font without meaning": ("pdf", plants.pdf(_without_meaning)),
    "unknown filter": ("pdf", plants.pdf(_filtered)),
    "damaged stream": ("pdf", _flipped),
    "key that stands twice": ("pdf", plants.in_catalogue(b" /Type /Catalog")),
    "between two objects": ("pdf", plants.inserted(b"\nendobj\n", f"{NAME}\n".encode())),
    "comment between two objects": ("pdf", plants.inserted(b"\nendobj\n", f"% {NAME}\n".encode())),
    "after the end": ("pdf", lambda data: data + f"% {NAME}\n".encode()),
    "earlier version": ("pdf", plants.revised),
    "table of other places": ("pdf", lambda data: plants.in_catalogue(b" ")(data).replace(b"xref\n0 ", b"xref\n1 ", 1)),
    "cut off": ("pdf", lambda data: data[: len(data) // 2]),
    "damaged attachment": ("pdf", plants.attached("a.zip", b"PK\x03\x04 no package")),
    "attachment of no kind": ("pdf", plants.attached("a.bin", b"\x80\x81\x82\xff")),
    "cut off package": ("docx", lambda data: data[: len(data) // 2]),
    "damaged XML": ("docx", plants.put("word/document.xml", plants.END, "<w:p>")),
    "document type": ("docx", plants.added("word/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    "damaged workbook": ("docx", plants.added("word/embeddings/a.xlsx", b"PK\x03\x04 no package")),
    "no UTF-8": ("html", lambda data: data + b"\xff\xfe\xff"),
    "damaged data": ("html", plants.page('<img src="data:image/png;base64,a*b" alt="">')),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_does_not_go_out(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form, plant = UNREADABLE[what]
    _, data = clean()
    faults = rendered({form: plant(data[form])}, tmp_path, monkeypatch)
    assert "brief-not-scanned" in {each.code for each in faults}


def test_a_stream_that_unpacks_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.release.scan.formats import Budget

    made, data = clean()
    monkeypatch.setattr(Budget.__init__, "__defaults__", (1 << 20,))
    bomb = plants.pdf(lambda given: given.Root.__setitem__("/Aside", given.make_stream(bytes(8 << 20))))
    assert [each.what for each in scan({"a.pdf": bomb(data["pdf"])}, guard_for(made, ORDER))] == [
        "it unpacks to too much"
    ]


def test_there_are_at_least_50() -> None:
    assert len(PLANTS) >= 50
    assert all(NAME.lower() not in str(io.BytesIO(each).read()).lower() for each in clean()[1].values())


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pdf_is_read_or_refused(seed: int) -> None:
    """Bytes overwritten, cut out and put in: no other error, and what the file shows does not get lost in silence."""
    made, data = clean()
    random, damaged_pdf = Random(seed), bytearray(data["pdf"] if seed % 2 else plants.pdf(lambda _: None)(data["pdf"]))
    for _ in range(random.choice([1, 3, 30])):
        at = random.randrange(len(damaged_pdf))
        match random.randrange(3):
            case 0:
                damaged_pdf[at] = random.randrange(256)
            case 1:
                del damaged_pdf[at : at + random.randrange(1, 400)]
            case _:
                damaged_pdf[at:at] = random.randbytes(random.randrange(1, 40))
    leaks = scan({"a.pdf": bytes(damaged_pdf)}, guard_for(made, ORDER))
    assert leaks == [] or any(each.unread for each in leaks)
