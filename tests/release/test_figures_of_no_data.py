"""A withheld text that has every figure there is: those that a brief has of itself are not taken for its own."""

import sys
from base64 import b64encode
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.factory import P, document
from tests.laws.briefs import loaded, theme
from tests.release.test_planted_leaks import clean
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import produce
from briefgen.commands.scan import computed_text, guard_for
from briefgen.io.filesystem import World, shipped
from briefgen.markup.model import Label, Prose
from briefgen.model.options import Assessment, Range, Scale
from briefgen.model.scenario import Gap, Scenario
from briefgen.release.scan import Released, guard, scan
from briefgen.release.scan.formats import read
from briefgen.release.scan.pdf import meaning, shown
from briefgen.release.scan.pdf_objects import strings_in
from briefgen.release.scan.words import BREAK, words

FIGURES = ". ".join(
    [
        *map(str, range(100, 3000)),
        *(f"{share} %" for share in range(1, 101)),
        *(f"{whole}.{tenth} %" for whole in range(100) for tenth in range(1, 10)),
        *(f"{whole}.{tenth}" for whole in range(10, 100) for tenth in range(1, 10)),
        *(f"{hundredths / 100:.2f}" for hundredths in range(100, 1000)),
    ]
)


def with_piece(scenario: Scenario, text: str) -> Scenario:
    """The scenario with a piece that its readers do not see."""
    gap = Gap("not-for-them", Prose("gaps.not-for-them.text", "line", {"en": text}))
    return replace(scenario, gaps=(*scenario.gaps, gap))


def found(name: str, data: bytes, text: str) -> list[str]:
    """What of a withheld text is found in a file."""
    scenario = clean()[0].loaded.scenario
    return [each.what for each in scan({name: data}, guard(with_piece(scenario, text), scenario, Released()))]


@pytest.mark.parametrize(
    ("name", "lang", "template"),
    [
        ("haiti-2022", "en", "evidence-annex"),
        ("starter", "en", "options-paper"),
        pytest.param("haiti-2022", "es", "options-paper", marks=pytest.mark.matrix),
        pytest.param("kelmouth-2026", "en", "options-paper", marks=pytest.mark.matrix),
        pytest.param("kelmouth-2026", "fr", "evidence-annex", marks=pytest.mark.matrix),
        pytest.param("kelmouth-2026", "es", "decision-note", marks=pytest.mark.matrix),
    ],
)
def test_no_figure_of_a_brief_is_taken_for_a_withheld_one(
    name: str, lang: str, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“75 %” of a web page was its style; others were counts, days of verification, pictures packed into pages."""
    monkeypatch.setattr(sys.modules[scan.__module__], "MOST_LEAKS", 10_000)
    order = RenderOptions(("docx", "pdf", "html", "native"), audience="public", lang=lang, template=template)
    made, _ = reported(prepare, World(shipped("scenarios")), Path(name, "scenario.yaml"), order)
    assert made is not None
    data, _ = reported(produce, World(Path()), made, order)
    one = replace(made, whole=with_piece(made.loaded.scenario, FIGURES))
    looking = guard_for(one, order)
    assert len(looking.names) > 4000
    assert scan({f"paper.{form}": each for form, each in data.items()}, looking) == []


def test_a_figure_that_stands_there_is_found() -> None:
    """Else the examples would prove nothing."""
    page = b"<html><p>Of 1,412 who were asked 75 % said no, 62.5 did not.</p></html>"
    assert set(found("a.html", page, FIGURES)) == {"1412", "75 %", "62.5"}


def test_a_measure_is_no_share() -> None:
    page = '<html><style>td { width: 75% }</style><p style="width: 75%" aria-valuemax="75%">They walk.</p></html>'
    assert found("a.html", page.encode(), "75 % of them walk.") == []
    assert found("a.html", page.replace("aria-valuemax", "title").encode(), "75 % of them walk.") == ["75 %"]


def test_a_share_of_somebody_is_no_measure() -> None:
    """With a word that no format has it is found in markup too."""
    page = b'<html><p id="75-households" class="75">They walk.</p></html>'
    assert found("a.html", page, "75 households walk.") == ["75 households"]


def test_a_day_in_markup_is_found() -> None:
    page = b'<html><p id="day-2026-04-17">They walk.</p></html>'
    assert found("a.html", page, "It is on 2026-04-17.") == ["2026 04 17"]


def test_what_is_packed_says_nothing() -> None:
    """Base64 has figures and short names by chance; what it packs is read."""
    page = f'<html><img src="data:text/plain;base64,{b64encode(b"It costs 165 a day.").decode()}" alt="a"></html>'
    pieces = [piece.text for piece in read("a.html", page.encode())]
    assert not any("base64" in text for text in pieces)
    assert found("a.html", page.encode(), "It costs 165 a day.")


def test_a_sign_of_per_cent_begins_no_comment_within_a_text() -> None:
    font = meaning({"Subtype": "TrueType"}, None)
    (said,) = shown(b"BT /A 9 Tf (27\\202 % of 184) Tj ET", lambda _: font)
    assert "27" in said
    assert [*shown(b"% 184 of them\nBT /A 9 Tf (27 % of) Tj ET", lambda _: font)][1:] == ["% 184 of them"]


@pytest.mark.parametrize("written", ['"49\\u202f680"', '"49\\u{202F}680"', '"49\\_680"', '"49\\U0000202f680"'])
def test_figures_beside_a_code_are_one(written: str) -> None:
    """Of 49 680, with a space that is written by its code, neither 49 nor 680 is a figure."""
    said = [word for piece in read("facts.yaml", f"worth: {written}".encode()) for word in words(piece.text)]
    assert "49680" in said
    assert not {"49", "680"} & set(said)


def test_a_backslash_hides_nothing() -> None:
    assert found("a.yaml", b'a: "T\\x61nnery"', "Of the Tannery.") == ["tannery"]
    assert found("a.yaml", b"a: \\Tannery\\u00ad", "Of the Tannery.") == ["tannery"]


def test_a_key_that_is_in_a_record_twice_hides_nothing() -> None:
    assert found("a.json", b'{"text": "Tannery", "text": ""}', "Of the Tannery.") == ["tannery"]


def test_the_measures_of_a_picture_are_no_figures() -> None:
    own, said = read("a.native", b'figure #a png 1500\xc3\x97690 sha256=4261a634dfc4ebb6 alt="They walk"')
    assert words(own.text) == ["figure", "a", "png", "alt", BREAK]
    assert words(said.text) == [BREAK, "they", "walk"]


def test_notes_and_pages_above_100_have_numbers() -> None:
    notes = document(*(P(f"They walk.^{number}") for number in range(1, 131)), notes=["A."] * 130)
    pages = document(*(P("They walk home at night. " * 120) for _ in range(130)))
    assert {"100", "130"} <= set(computed_text(notes, theme())) & set(computed_text(pages, theme()))


def test_a_brief_counts_no_more_than_it_has_sentences() -> None:
    scenario = loaded("kelmouth-2026").scenario
    whole = with_piece(scenario, "Of 347 and 93,512 and 1,875.")
    assert guard(whole, scenario, Released()).names == {"347", "93512", "1875", "94k"}
    assert guard(whole, scenario, Released(computed=("39 of 347", "93,512", "1.875"))).names == {"93512", "94k"}


def test_a_day_in_a_sentence_is_found_without_its_year() -> None:
    """It was known as a day in a field for days alone."""
    page = "<html><p>They vote on {}.</p></html>"
    assert found("a.html", page.format("17 April").encode(), "The vote is on 17 April 2026.") == ["17 april"]
    assert found("a.html", page.format("April 17").encode(), "The vote is on April 17.") == ["april 17"]
    assert found("a.html", page.format("18 April").encode(), "The vote is on 17 April.") == []


def test_a_score_in_its_unit_is_no_leak() -> None:
    """“3–4.5 bursts a year” of a cell that all may see was taken for the “4.5 bursts” of a fact that few may."""
    scenario = clean()[0].loaded.scenario
    first, second = scenario.criteria
    scale = Scale(low=0, high=5, unit=Label("criteria.access.scale.unit", {"en": "bursts a year"}))
    cells = {"access": Assessment(score=Range(3, 4.5))}
    left = replace(
        scenario,
        criteria=(replace(first, scale=scale), second),
        options=(replace(scenario.options[0], assessments=cells), *scenario.options[1:]),
    )
    whole = with_piece(left, "We expect between 3.0 and 4.5 bursts a year, 2.7 bursts more, or even 88 bursts.")
    assert guard(whole, left, Released(computed=("2.7",))).phrases[2] == {("88", "bursts")}


def test_a_string_says_how_it_is_written() -> None:
    """“elle-même” in UTF-16, read as UTF-8 as well, lost its “ê”, and what was left told of a withheld Mme Clesca."""
    assert [*strings_in(b"\xfe\xff" + "elle-même".encode("utf-16-be"))] == [("", "elle-même")]
    assert ("", "elle-même") in [*strings_in("elle-même".encode())]


def test_a_digest_is_no_text() -> None:
    """Among the sixteen bytes of one stood “b3”, and between two others “u n”, for which briefs were withheld."""
    digest = b"\xfb b3 \xf5\xaa\x01\x02\x03\x04\x05\x06\x07\x08\x09"
    assert len(digest) == 16
    assert [*strings_in({"Params": {"CheckSum": digest}, "ID": [digest, digest], "Desc": b"b3"})] == [("Desc", "b3")]
    assert ("CheckSum", "Lieutenant Vexor") in [*strings_in({"CheckSum": b"Lieutenant Vexor"})]  # of sixteen letters
