"""Native charts: their data can be edited, equal those of the document, and are described in words."""

import io
import subprocess
import sys
import zipfile

import msgspec
import pytest
from lxml import etree
from tests.docx.chart_parts import charts_of, workbooks_of
from tests.docx.linter import faults
from tests.drawn import CHARTS
from tests.factory import T, document

from briefgen import docx
from briefgen.document import Acceptability, Document, Figure, Ranked, Timeline
from briefgen.ooxml.tags import WP, A, C, w
from briefgen.theme import Theme

TIMELINE, CONTRIBUTIONS, SENSITIVITY, ACCEPTABILITY = CHARTS
_C, _A = f"{{{C}}}", f"{{{A}}}"


def made(theme: Theme, *figures: Figure, lang: str = "en") -> bytes:
    """A file of some figures; it is sound."""
    held: Document = msgspec.structs.replace(document(*figures), lang=lang)
    data = docx.write(held, theme)
    assert faults(data) == []
    return data


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def numbers(series: etree._Element, axis: str) -> list[float]:
    return [float(value.text) for value in series.find(_C + axis).iter(_C + "v")]


@pytest.fixture(scope="module")
def all_of_them(theme: Theme) -> bytes:
    return made(theme, *CHARTS)


def test_shares_of_ranks_are_in_the_workbook(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, ACCEPTABILITY))
    assert chart.table() == [
        [None, "first", "second", "third"],
        ["No action", 0.9, 0.06, 0.04],
        ["Assessment team", 0.1, 0.5, 0.4],
        ["Force", 0.0, 0.44, 0.56],
    ]


def test_contributions_add_up_to_the_lowest_and_the_highest_score(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, CONTRIBUTIONS))
    assert chart.table() == [
        [None, "Cost 60", "Réversibilité 40", "left open by a range", "empty cell (?)"],
        ["No action\n30–85", 30, 0, 15, 40],
        ["Assessment team\n32–42\nfails “Law”", 12, 20, 10, 0],
    ]


def test_lines_run_from_no_weight_to_all_of_it_and_turn_where_the_document_says(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, SENSITIVITY))
    drawn = {
        name: list(zip(numbers(series, "xVal"), numbers(series, "yVal"), strict=True))
        for name, series in chart.series().items()
    }
    assert drawn == {
        "No action": [(0, 20), (100, 60), (100, 60), (0, 40), (0, 20)],
        "Assessment team": [(0, 50), (100, 10), (100, 30), (0, 55), (0, 50)],
        "60%, as stated": [(60, 10), (60, 60)],
        "below 25%: “Assessment team” is ahead": [(25, 10), (25, 45), (25, 60)],
    }
    assert [text.text for text in chart.root.iter(_A + "t")] == ["Weight of “Cost”", "Score, 0 to 100"]


def test_caches_hold_the_values_of_the_cells(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        pairs = chart.caches()
        assert pairs
        for cached, cells in pairs:
            assert cached == cells


def test_another_program_reads_the_workbooks(all_of_them: bytes) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    books = workbooks_of(all_of_them)
    assert len(books) == len(charts_of(all_of_them)) == 3
    for data, chart in zip(books, charts_of(all_of_them), strict=True):
        sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Sheet1"]
        assert [list(row) for row in sheet.iter_rows(values_only=True)] == chart.table()


def test_labels_that_look_like_formulas_or_links_are_text(theme: Theme) -> None:
    labels = ("=1+1", "=cmd|' /C calc'!A0", "{=1}", "https://example.org/", "mailto:a@example.org")
    shown = Acceptability((T("first"),), tuple(Ranked(T(label), (1.0,)) for label in labels))
    data = made(theme, Figure(shown, "x"))
    (chart,) = charts_of(data)
    assert [row[0] for row in chart.table()[1:]] == list(labels)
    for archived in (data, *workbooks_of(data)):
        with zipfile.ZipFile(io.BytesIO(archived)) as archive:
            assert not [n for n in archive.namelist() if b'TargetMode="External"' in archive.read(n)]


def test_a_label_that_looks_like_an_escape_stays_what_it_is(theme: Theme) -> None:
    """In a workbook `_x0041_` is the letter A, unless its first underscore is escaped itself."""
    shown = Acceptability((T("first"),), (Ranked(T("_x0041_ = 1"), (1.0,)),))
    (chart,) = charts_of(made(theme, Figure(shown, "x")))
    assert chart.table()[1][0] == "_x005F_x0041_ = 1"


def test_axes_have_positive_numbers_and_cross_each_other(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        axes = list(chart.root.iter(_C + "catAx", _C + "valAx"))
        own = [axis.find(_C + "axId").get("val") for axis in axes]  # type: ignore[union-attr]
        crossed = [axis.find(_C + "crossAx").get("val") for axis in axes]  # type: ignore[union-attr]
        assert own == ["1", "2"] and crossed == ["2", "1"]


def test_colours_and_fonts_are_those_of_the_theme_by_name(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        assert not list(chart.root.iter(_A + "srgbClr"))
        assert {face.get("typeface") for face in chart.root.iter(_A + "latin")} == {"+mj-lt"}
        assert all(int(run.get("sz", "800")) >= 800 for run in chart.root.iter(_A + "defRPr"))


def test_a_range_is_hatched_and_an_empty_cell_is_an_empty_box_with_a_question_mark(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, CONTRIBUTIONS))
    looks = {name: series.find(_C + "spPr") for name, series in chart.series().items()}
    assert looks["Cost 60"].find(_A + "solidFill") is not None
    assert looks["left open by a range"].find(_A + "pattFill") is not None
    assert looks["empty cell (?)"].find(_A + "noFill") is not None
    assert looks["empty cell (?)"].find(f"{_A}ln/{_A}prstDash") is not None
    assert chart.series()["empty cell (?)"].find(f"{_C}dLbls/{_C}numFmt").get("formatCode") == '"?";;'


def test_lines_are_told_apart_without_colours(theme: Theme) -> None:
    """As in the drawing: the option that leads has an unbroken thick line, each of the others dashes of its own."""
    leader, other = SENSITIVITY.picture.options
    options = (leader, *(msgspec.structs.replace(other, label=T(f"{at}")) for at in range(3)))
    shown = msgspec.structs.replace(SENSITIVITY.picture, options=options)
    (chart,) = charts_of(made(theme, msgspec.structs.replace(SENSITIVITY, picture=shown)))
    lines = {name: series.find(f"{_C}spPr/{_A}ln") for name, series in chart.series().items()}
    dashes = {name: line.find(_A + "prstDash").get("val") if len(line) > 1 else "" for name, line in lines.items()}
    assert dashes["No action"] == dashes["60%, as stated"] == ""
    assert len(set(dashes.values())) == len(dashes) - 1
    assert int(lines["No action"].get("w")) > max(int(lines[name].get("w")) for name in dashes if name != "No action")


def test_a_share_is_written_as_the_language_writes_it(theme: Theme) -> None:
    french = msgspec.structs.replace(ACCEPTABILITY.picture, percent="{number}\u202f%")
    (chart,) = charts_of(made(theme, msgspec.structs.replace(ACCEPTABILITY, picture=french), lang="fr"))
    labels = chart.root.findall(f".//{_C}dLbls/{_C}numFmt")
    assert {label.get("formatCode").partition("]")[2] for label in labels} == {"0\\\u202f%;"}


def test_the_workbook_is_in_the_language_of_the_document(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, CONTRIBUTIONS, lang="fr-CA"))
    assert chart.table()[0][3:] == ["laissé ouvert par une fourchette", "case vide (?)"]


def test_the_data_are_described_for_those_who_cannot_see_them(theme: Theme) -> None:
    for figure in CHARTS:
        (named,) = body(made(theme, figure)).iter(f"{{{WP}}}docPr")
        assert named.get("descr") == figure.alt


def test_charts_are_as_wide_as_the_text(theme: Theme) -> None:
    text = 442.3 * 12_700
    widths = [int(e.get("cx", "")) for e in body(made(theme, *CHARTS[1:])).iter(f"{{{WP}}}extent")]
    assert len(widths) == 3 and all(text - 12_700 < width <= text for width in widths)


def test_title_chart_and_key_stay_together(theme: Theme) -> None:
    root = body(made(theme, ACCEPTABILITY))
    title, chart, key = root.iterfind(f"{w('body')}/{w('p')}")
    assert "".join(t.text or "" for t in title.iter(w("t"))).endswith("comes first in 90% of the cases")
    assert chart.find(f".//{_C}chart") is not None
    assert [p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in (title, chart, key)] == [True, True, False]


def test_a_timeline_is_a_picture(theme: Theme) -> None:
    assert isinstance(TIMELINE.picture, Timeline)
    assert charts_of(made(theme, TIMELINE)) == []


def test_another_process_writes_the_same_bytes(theme: Theme, all_of_them: bytes) -> None:
    code = (
        "import hashlib; from tests.docx.sample import plain_theme; from tests.drawn import CHARTS;"
        "from tests.factory import document; from briefgen import docx;"
        "print(hashlib.sha256(docx.write(document(*CHARTS), plain_theme())).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in "12"
    }
    assert len(runs) == 1 and made(theme, *CHARTS) == all_of_them


def test_only_a_document_with_a_chart_loads_python_pptx() -> None:
    code = "import sys, briefgen.docx.blocks; print([m for m in ('pptx', 'xlsxwriter') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
