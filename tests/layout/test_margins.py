"""What stands in the margins of the pages."""

from tests.factory import H, P, T, document
from tests.layout.reading import said

from briefgen.document import Block, PageBreak, Running
from briefgen.layout import Fill, Page, TextLine, paginate
from briefgen.theme import Theme

FULL = Running(T("The title"), T("Options paper"), "page {page} of {pages}", "TLP:AMBER", "#FFC000", "Draft")


def words(boxes: tuple[object, ...]) -> list[str]:
    return [said(box) for box in boxes if isinstance(box, TextLine)]


def pages_of(theme: Theme, running: Running, *more: Block) -> list[Page]:
    return list(paginate(document(P("one"), PageBreak(), *more, P("two"), running=running), theme))


def test_the_marking_and_the_status_stand_on_every_page_and_the_title_from_the_second(theme: Theme) -> None:
    first, second = pages_of(theme, FULL)
    assert sorted(words(first.header)) == ["Draft", "TLP:AMBER"]
    assert sorted(words(second.header)) == ["Draft", "TLP:AMBER", "The title"]
    assert words(first.footer) == ["TLP:AMBER", "Options paper", "page 1 of 2"]
    assert words(second.footer) == ["TLP:AMBER", "Options paper", "page 2 of 2"]


def test_the_marking_is_in_its_colour_on_black_at_12_points(theme: Theme) -> None:
    header, _ = pages_of(theme, FULL)
    label = next(box for box in header.header if isinstance(box, TextLine) and said(box) == "TLP:AMBER")
    assert label.runs[0].style.ink == "#FFC000" and label.runs[0].style.size == 12
    ground = next(box for box in header.header if isinstance(box, Fill) and box.ink == theme.inks["marking-ground"])
    assert ground.x < label.x and label.x + label.width < ground.x + ground.width


def test_a_colour_that_is_none_is_white(theme: Theme) -> None:
    page, _ = pages_of(theme, Running(marking="TLP:RED", marking_colour="red"))
    (label,) = [box for box in page.header if isinstance(box, TextLine)]
    assert label.runs[0].style.ink == "#FFFFFF"


def test_nothing_in_the_margins_overlaps_however_long_it_is(theme: Theme) -> None:
    long = "Protected B, Cabinet confidence, for the eyes of the committee and of nobody else, ever "
    for marking in ("", "TLP:CLEAR", long, long * 2):
        for status in ("", "Draft", "Draft for consultation"):
            running = Running(T(long * 4), T(long * 6), "page {page} of {pages}", marking, "#FFFFFF", status)
            for page in pages_of(theme, running, H("A section whose name fills a line and more " * 2)):
                for boxes in (page.header, page.footer):
                    found = sorted((box for box in boxes if isinstance(box, TextLine)), key=lambda box: box.y)
                    for index, one in enumerate(found):
                        assert one.x >= theme.page.left - 1 and one.x + one.width < 595.3 - theme.page.right + 1
                        for other in found[index + 1 :]:
                            assert (
                                other.y >= one.y + one.height - 4
                                or other.x >= one.x + one.width
                                or one.x >= other.x + other.width
                            ), (said(one), said(other))


def headers(theme: Theme, *blocks: Block, running: Running = FULL) -> list[list[str]]:
    """Page by page, what stands in the header beside the labels."""
    pages = paginate(document(*blocks, running=running), theme)
    return [[word.strip() for word in words(page.header) if word not in ("Draft", "TLP:AMBER")] for page in pages]


def test_the_header_names_the_section_that_the_page_begins_in(theme: Theme) -> None:
    blocks = (
        H("One"), P("a"), PageBreak(), P("b"), H("Two"), P("c"), PageBreak(), P("d"), H("Part", 2), PageBreak(),
        H("Three"), P("e"), H("Four"), P("f"), PageBreak(), P("g"),
    )  # fmt: skip
    assert headers(theme, *blocks) == [
        [], ["The title · One"], ["The title · Two"], ["The title · Three"], ["The title · Four"],
    ]  # fmt: skip


def test_a_page_before_the_first_section_has_the_first_that_begins_on_it(theme: Theme) -> None:
    blocks = (P("a"), PageBreak(), P("b"), H("One"), P("c"), H("Two"), PageBreak(), P("d"))
    assert headers(theme, *blocks) == [[], ["The title · One"], ["The title · Two"]]
    assert headers(theme, P("a"), PageBreak(), P("b")) == [[], ["The title"]]


def test_a_section_that_does_not_fit_beside_the_title_stands_below_it(theme: Theme) -> None:
    running = Running(header=T("A title that goes on and on, " * 3), marking="TLP:AMBER")
    blocks = (P("a"), PageBreak(), H("A section with a name of its own"), P("b"))
    title, section = headers(theme, *blocks, running=running)[1]
    assert title.startswith("A title that goes on") and section == "A section with a name of its own"


def test_the_section_is_named_where_the_brief_has_no_running_title(theme: Theme) -> None:
    assert headers(theme, P("a"), PageBreak(), H("One"), P("b"), running=Running())[1] == ["One"]


def test_braces_in_the_footer_are_no_commands(theme: Theme) -> None:
    page, _ = pages_of(theme, Running(footer=T("{pages} {0} {x"), page="{x} {page} {0.__class__}"))
    assert words(page.footer) == ["{pages} {0} {x", "{x} 1 {0.__class__}"]
