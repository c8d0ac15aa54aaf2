"""Charts that Word draws: their data can be edited, are those of the document, and are told to who cannot see them."""

import io
import zipfile
from colorsys import hls_to_rgb, rgb_to_hls
from itertools import pairwise

import msgspec
import pytest
from lxml import etree
from tests.docx.chart_parts import charts_of, workbooks_of
from tests.docx.linter import faults
from tests.drawn import CHARTS
from tests.factory import T, document

from briefgen.charts import Ink, colour
from briefgen.charts.lettering import labels
from briefgen.document import Acceptability, Contributions, Document, Figure, Ranked, Sensitivity, Timeline
from briefgen.ooxml.tags import WP, A, C, w
from briefgen.theme import Theme
from briefgen.writers import docx
from briefgen.writers.docx.charts.contributions import contributions
from briefgen.writers.docx.charts.looks import shade
from briefgen.writers.docx.charts.names import column_of

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


@pytest.fixture(scope="module")
def all_of_them(theme: Theme) -> bytes:
    return made(theme, *CHARTS)


def test_shares_of_ranks_stand_in_the_sheet(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, ACCEPTABILITY))
    assert chart.table() == [
        [None, "first", "second", "third"],
        ["No action", 0.9, 0.06, 0.04],
        ["Assessment team", 0.1, 0.5, 0.4],
        ["Force", 0.0, 0.44, 0.56],
    ]


def test_each_criterion_has_what_is_sure_open_not_known_and_not_reached(theme: Theme) -> None:
    bars, scores = charts_of(made(theme, CONTRIBUTIONS))
    table = bars.table()
    gap = table[1][4]
    assert table == [
        [None, "Cost: sure", "Cost: open", "Cost: not reached", "(gap)",
         "Réversibilité: sure", "Réversibilité: open", "Réversibilité: not known", "Réversibilité: not reached"],
        ["No action", 30, 15, 15, gap, 0, 0, 40, 0],
        ["Assessment team\nfails “Law”", 12, 0, 48, gap, 20, 10, 0, 10],
    ]  # fmt: skip
    assert scores.table() == [
        [None, "at least", "at most", "Score, 0 to 100", "row", "row"],
        ["No action", 30, 85, "30–85", 1.5, 1.5],
        ["Assessment team", 32, 42, "32–42", 0.5, 0.5],
    ]


def test_what_is_not_reached_follows_when_someone_writes_another_number(theme: Theme) -> None:
    bars, _scores = charts_of(made(theme, CONTRIBUTIONS))
    assert bars.formulas == {
        "D2": "MAX(0,60-B2-C2)", "D3": "MAX(0,60-B3-C3)",
        "I2": "MAX(0,40-F2-G2-H2)", "I3": "MAX(0,40-F3-G3-H3)",
    }  # fmt: skip


def test_lines_run_from_no_weight_to_all_of_it_and_turn_where_the_document_says(theme: Theme) -> None:
    (chart,) = charts_of(made(theme, SENSITIVITY))
    heads, *rows = chart.table()
    columns = {name: [row[at] for row in rows if row[at] is not None] for at, name in enumerate(heads)}
    assert columns["Weight of “Cost”"] == [0, 100]
    assert columns["No action: at least"] == [20, 60] and columns["No action: at most"] == [40, 60]
    assert columns["Assessment team: at least"] == [50, 10] and columns["Assessment team: at most"] == [55, 30]
    assert columns["below 25%: “Assessment team” is ahead"][1] == 45
    turn = heads.index("below 25%: “Assessment team” is ahead")
    assert [row[turn - 1] for row in rows[:3]] == [25, 25, 25]


def test_caches_are_what_the_cells_hold(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        pairs = chart.caches()
        assert pairs
        for kept, held in pairs:
            assert kept == held


def test_formulas_come_to_what_stands_beside_them(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        for formula, comes_to, stands in chart.worked():
            assert comes_to == pytest.approx(stands, abs=1e-5), formula


def test_another_program_reads_the_workbooks(all_of_them: bytes) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    books = workbooks_of(all_of_them)
    assert len(books) == len(charts_of(all_of_them)) == 4
    for data, chart in zip(books, charts_of(all_of_them), strict=True):
        sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Sheet1"]
        assert [list(row) for row in sheet.iter_rows(values_only=True)] == chart.table()


def test_nothing_leads_out_of_the_file(all_of_them: bytes) -> None:
    for data in (all_of_them, *workbooks_of(all_of_them)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [n for n in archive.namelist() if b'TargetMode="External"' in archive.read(n)]


def test_axes_have_positive_numbers_and_cross_each_other(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        axes = list(chart.root.iter(_C + "catAx", _C + "valAx"))
        own = [axis.find(_C + "axId").get("val") for axis in axes]  # type: ignore[union-attr]
        crossed = [axis.find(_C + "crossAx").get("val") for axis in axes]  # type: ignore[union-attr]
        assert own == ["1", "2"] and crossed == ["2", "1"]


def test_colours_and_faces_are_those_of_the_theme_by_name(all_of_them: bytes) -> None:
    for chart in charts_of(all_of_them):
        assert not list(chart.root.iter(_A + "srgbClr"))
        assert {face.get("typeface") for face in chart.root.iter(_A + "latin")} == {"+mj-lt"}
        assert {int(run.get("sz", "0")) >= 800 for run in chart.root.iter(_A + "defRPr")} == {True}


def test_open_is_hatched_and_an_empty_cell_is_an_empty_box_with_a_question_mark(theme: Theme) -> None:
    bars, _scores = charts_of(made(theme, CONTRIBUTIONS))
    looks = {name(series): series.find(_C + "spPr") for series in bars.root.iter(_C + "ser")}
    assert looks["Cost: sure"].find(_A + "solidFill") is not None
    assert looks["Cost: open"].find(_A + "pattFill") is not None
    assert looks["Réversibilité: not known"].find(_A + "noFill") is not None
    assert looks["Réversibilité: not known"].find(f"{_A}ln/{_A}prstDash") is not None
    labelled = [name(series) for series in bars.root.iter(_C + "ser") if series.find(_C + "dLbls") is not None]
    assert labelled == ["Réversibilité: not known"]


def test_lines_are_told_apart_without_colours(theme: Theme) -> None:
    """As in the drawing: the one that leads is unbroken, and each of the others has dashes of its own."""
    leader, other = SENSITIVITY.picture.options
    options = (leader, *(msgspec.structs.replace(other, label=T(f"{at}")) for at in range(3)))
    shown = msgspec.structs.replace(SENSITIVITY.picture, options=options)
    (chart,) = charts_of(made(theme, msgspec.structs.replace(SENSITIVITY, picture=shown)))
    dashes = {}
    for series in chart.root.iter(_C + "ser"):
        dash = series.find(f"{_C}spPr/{_A}ln/{_A}prstDash")
        dashes[name(series)] = dash.get("val") if dash is not None else ""
    assert [dashes[f"{each}: at most"] for each in ("No action", "0", "1", "2")] == ["", "dash", "sysDot", "lgDashDot"]


def test_options_are_named_at_their_lines_and_criteria_at_their_columns(theme: Theme) -> None:
    (lines,) = charts_of(made(theme, SENSITIVITY))
    named = [
        name(series) for series in lines.root.iter(_C + "ser")
        if series.find(f"{_C}dLbls/{_C}dLbl/{_C}showSerName[@val='1']") is not None
    ]  # fmt: skip
    assert named == ["below 25%: “Assessment team” is ahead", "60%, as stated", "No action", "Assessment team"]
    assert lines.root.find(f"{_C}chart/{_C}legend") is None
    with zipfile.ZipFile(io.BytesIO(made(theme, CONTRIBUTIONS))) as archive:
        over = etree.fromstring(archive.read("word/drawings/drawing1.xml"))
    assert [text.text for text in over.iter(_A + "t")] == ["Réversibilité 40", "Cost 60"]


def test_every_option_is_named_in_letters_that_are_wider_too(theme: Theme) -> None:
    """Once, in DejaVu Sans, LibreOffice left out each second name, since they ran into each other."""
    chart = CONTRIBUTIONS.picture
    assert isinstance(chart, Contributions)
    long = T("out of the ranking: does not meet “The reserve of ten days” nor the other one")
    options = tuple(msgspec.structs.replace(option, remark=long) for option in chart.options)
    figure = msgspec.structs.replace(CONTRIBUTIONS, picture=msgspec.structs.replace(chart, options=options))
    for each in charts_of(made(theme, figure, ACCEPTABILITY))[::2]:
        axis = each.root.find(f".//{_C}catAx")
        assert axis.find(f"{_C}tickLblSkip").get("val") == "1"
        assert axis.find(f".//{_A}bodyPr").get("rot") == "0"
    type_ = labels(theme)
    (bars, _scores) = contributions(figure.picture, theme, 400, "en")
    column = column_of([option.label for option in options], [long] * len(options), theme, 400)
    lines = 1 + len(type_.lines(long, column.column / 1.2))
    assert lines > 1 + len(type_.lines(long, column.column))
    assert bars.room[3] / len(options) > lines * type_.size


def test_a_share_is_written_as_the_language_writes_it(theme: Theme) -> None:
    french = msgspec.structs.replace(ACCEPTABILITY.picture, percent="{number}\u202f%")
    (chart,) = charts_of(made(theme, msgspec.structs.replace(ACCEPTABILITY, picture=french), lang="fr"))
    assert {code.text for code in chart.root.iter(_C + "formatCode")} == {"0\\\u202f%"}
    assert {form.get("formatCode").partition("]")[2] for form in chart.root.iter(_C + "numFmt")} >= {"0\\\u202f%;"}


def test_the_sheet_speaks_the_language_of_the_document(theme: Theme) -> None:
    bars, scores = charts_of(made(theme, CONTRIBUTIONS, lang="fr-CA"))
    assert bars.cells["B1"] == "Cost : acquis" and scores.cells["B1"] == "au moins"


def test_the_words_for_those_who_cannot_see_tell_the_data_once(theme: Theme) -> None:
    root = body(made(theme, CONTRIBUTIONS))
    bars, scores = root.iter(f"{{{WP}}}docPr")
    assert bars.get("descr") == CONTRIBUTIONS.alt
    assert scores.get("descr") is None and scores.find(".//{*}decorative").get("val") == "1"  # type: ignore[union-attr]


def test_charts_are_as_wide_as_the_text_and_stand_on_one_line(theme: Theme) -> None:
    root = body(made(theme, *CHARTS[1:]))
    text = 442.3 * 12_700
    lines = [[int(e.get("cx", "")) for e in p.iter(f"{{{WP}}}extent")] for p in root.iter(w("p"))]
    widths = [sum(line) for line in lines if line]
    assert [len(line) for line in lines if line] == [2, 1, 1]
    assert all(text - 12_700 < width <= text for width in widths)


def test_title_chart_and_key_stay_together(theme: Theme) -> None:
    root = body(made(theme, ACCEPTABILITY))
    title, chart, key = root.iterfind(f"{w('body')}/{w('p')}")
    assert "".join(t.text or "" for t in title.iter(w("t"))).endswith("comes first in 90% of the cases")
    assert chart.find(f".//{_C}chart") is not None
    assert [p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in (title, chart, key)] == [True, True, False]


def test_a_timeline_stays_a_drawing(theme: Theme) -> None:
    assert isinstance(TIMELINE.picture, Timeline)
    assert charts_of(made(theme, TIMELINE)) == []


def test_files_of_one_document_are_equal_to_the_byte(theme: Theme, all_of_them: bytes) -> None:
    assert made(theme, *CHARTS) == all_of_them


def test_a_name_that_looks_like_an_escape_stays_what_it_is(theme: Theme) -> None:
    """In a workbook `_x0041_` is the letter A, unless its first underscore is written as one of these itself."""
    shown = Acceptability((T("first"),), (Ranked(T("_x0041_ = 1"), (1.0,)),))
    (chart,) = charts_of(made(theme, Figure(shown, "x")))
    assert chart.cells["A2"] == "_x005F_x0041_ = 1"


def test_names_of_lines_that_end_together_are_moved_apart(theme: Theme) -> None:
    assert isinstance(SENSITIVITY.picture, Sensitivity)
    same = tuple(msgspec.structs.replace(SENSITIVITY.picture.options[1], label=T(f"Way {at}")) for at in range(4))
    shown = msgspec.structs.replace(SENSITIVITY.picture, options=same)
    (chart,) = charts_of(made(theme, msgspec.structs.replace(SENSITIVITY, picture=shown)))
    heads, *rows = chart.table()
    places = sorted(rows[1][heads.index(f"Way {at}")] for at in range(4))
    assert all(high - low > 2 for low, high in pairwise(places))


def test_words_that_find_no_room_at_the_right_of_their_line_stand_at_its_left(theme: Theme) -> None:
    turn = msgspec.structs.replace(SENSITIVITY.picture.turns[0], weight=97)
    shown = msgspec.structs.replace(SENSITIVITY.picture, turns=(turn,))
    (chart,) = charts_of(made(theme, msgspec.structs.replace(SENSITIVITY, picture=shown)))
    sides = {
        name(series): [place.get("val") for place in series.iter(_C + "dLblPos")]
        for series in chart.root.iter(_C + "ser")
    }
    assert sides["below 25%: “Assessment team” is ahead"] == ["l"] and sides["60%, as stated"] == ["r"]


@pytest.mark.parametrize("share", [0.08, 0.29, 0.5, 0.8, 0.95])
@pytest.mark.parametrize("accent", ["#17455C", "#A9491A", "#C00000", "#777777", "#1F6F8B"])
def test_a_light_shade_is_that_of_the_drawing_though_word_only_knows_the_accent(
    theme: Theme, accent: str, share: float
) -> None:
    own = msgspec.structs.replace(theme, inks={**theme.inks, "accent": accent})
    drawn = colour(Ink("accent", share), own)
    told = {e.tag.removeprefix(_A): int(e.get("val", "")) / 100_000 for e in etree.fromstring(
        shade(share, own).replace("<a:schemeClr", f'<a:schemeClr xmlns:a="{A}"', 1))}  # fmt: skip
    hue, light, saturation = rgb_to_hls(*(int(accent[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    light = light * told["lumMod"] + told["lumOff"]
    worked = hls_to_rgb(hue, light, saturation * told["satMod"])
    assert [round(255 * part) for part in worked] == pytest.approx(
        [int(drawn[at : at + 2], 16) for at in (1, 3, 5)], abs=2
    )


def name(series: etree._Element) -> str:
    """What a series is called."""
    return series.findtext(f"{_C}tx/{_C}strRef/{_C}strCache/{_C}pt/{_C}v", "")
