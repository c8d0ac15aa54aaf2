"""What holds for whatever an author writes: compose never raises, and the shape of a brief does not depend on it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.template.small_world import Option, Position, Scenario, composed, label, prose

from briefgen.document import (
    Authored,
    Block,
    Callout,
    Card,
    Cell,
    Columns,
    Document,
    Heading,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quotation,
    Run,
    Table,
    TitleBlock,
)
from briefgen.document.walk import note_marks, texts
from briefgen.markup.words import clean

TEMPLATE = """{% macro strong(x) %}**{{ x }}**{% endmacro %}
:::{title-block}
Paper

# {{ scenario.title }}

{{ scenario.question }}

| {{ _("Of") }} | {{ scenario.title }} |
|---|---|
| {{ scenario.title }} | {{ scenario.options | length }} |
:::

::::{decision} {{ scenario.title }}
{{ scenario.question }}

:::{small}
**So.** {{ scenario.question }} [{{ scenario.title }}](#option-{{ scenario.options[0].id }})
:::
::::

# {{ scenario.title }} {anchor="{{ scenario.title }}"}

{{ scenario.title }}
{{ scenario.title }}

> {{ scenario.title }}

- {{ scenario.title }}
    1. {{ scenario.options | map("name") | join }}
    2. {{ _("Of {x} and {y}", x=scenario.title, y=scenario.question) }}

:::{table} {{ scenario.title }} {description="{{ scenario.title }}" anchor="{{ scenario.title }}"}
| a | {{ scenario.title }} |
|---|---|
{% for o in scenario.options %}
| {{ strong(o.name) }} {ground={{ o.id }}} | {{ o.name }}{{ o.id }} |
{% endfor %}

{{ scenario.title }}
:::

*{{ scenario.title }}* _{{ scenario.title }}_ [{{ scenario.title }}]{.muted}
`{{ scenario.title }}` [x]({{ scenario.title }})

:::{quotation}
{{ scenario.title }}

— {{ scenario.title }}
:::

:::{notes}
:::
"""
PIECES = [
    "*", "_", "`", "|", "\n", "\n\n", "# ", "> ", "- ", "1. ", "[a](b)", "<b>", "&amp;", "\\", "::: x", ":::",
    "```", "---",
    "{{", "{%", "{#", "}}", "{ground=for}", '"', "\ue000", "0", "\ue002", "\ue001", ",", " ", "a", "é", "\t", "$$",
    "![",
    "http://x.y", "\u2028",
    "\x00", "{.muted}", "— ", "\u202e", "\ud800", "[@x]", "{anchor=a}", "\r", "===",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def scenario(title: str, question: str, names: list[str]) -> Scenario:
    options = tuple(
        Option(name, label(f"options.{n}.name", "x" + name), prose("p", "q"), positions=(Position(name, "supports"),))
        for n, name in enumerate(names)
    )
    return Scenario(label("title", "x" + title), prose("question", question), None, options)


def shape(block: Block) -> object:
    """A block without its words: kinds, levels and how many of what."""
    match block:
        case Heading(level=level):
            return "heading", level
        case Paragraph(role=role):
            return "paragraph", role
        case TitleBlock(entries=entries):
            return "title", len(entries)
        case List():
            return "list", block.ordered, block.role, [[shape(inner) for inner in item.blocks] for item in block.items]
        case Table():
            rows = [
                [[shape(inner) for inner in cell.blocks] for cell in row.cells] for row in (*block.head, *block.body)
            ]
            return "table", rows, [cell.header for row in block.body for cell in row.cells], len(block.key)
        case Callout(kind=kind, blocks=blocks) | Card(kind=kind, blocks=blocks):
            return kind, [shape(inner) for inner in blocks]
        case Columns(cells=cells):
            return "columns", [[shape(inner) for inner in cell.blocks] for cell in cells]
        case Quotation(blocks=blocks, attribution=attribution):
            return "quotation", [shape(inner) for inner in blocks], bool(attribution)
    return type(block).__name__


def shapes(document: Document) -> list[object]:
    return [shape(block) for block in document.blocks]


PLAIN = shapes(composed(TEMPLATE, scenario("a", "b", ["c", "d"])).document)


def holds_for(title: str, names: list[str]) -> None:
    made = composed(TEMPLATE, scenario(title, "b", names))
    assert shapes(made.document) == PLAIN
    found = [run for block in made.document.blocks for run in runs(block)]
    for run in found:
        assert run.text == clean(run.text)
    for path in ("title.en", "options.0.name.en", "options.1.name.en"):
        words = {"title.en": title, "options.0.name.en": names[0], "options.1.name.en": names[1]}[path]
        texts_of_path = {run.text for run in found if isinstance(run.origin, Authored) and run.origin.path == path}
        assert texts_of_path == {clean("x" + words).strip()}


def runs(block: Block) -> list[Run]:
    out: list[Run] = []
    for inlines in texts(block):
        for inline in inlines:
            out += [inline] if isinstance(inline, Run) else list(inline.content) if isinstance(inline, Link) else []
    return out


@given(hostile, st.lists(hostile, min_size=2, max_size=2))
def test_labels_cannot_change_the_shape_of_a_brief(title: str, names: list[str]) -> None:
    holds_for(title, names)


@given(hostile, hostile)
def test_prose_stays_where_it_is_printed(question: str, other: str) -> None:
    """Prose may hold paragraphs and lists, and nothing that it holds reaches beyond its place."""
    made = composed("# A\n\n{{ scenario.question }}\n\n# B\n\n"
                    "| a |\n|---|\n| {{ scenario.question }} |\n\n:::{notes}\n:::",
                    scenario("a", question, ["c"]))  # fmt: skip
    blocks = made.document.blocks
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [heading.anchor for heading in headings] == ["a", "b"]
    between = blocks[1 : blocks.index(headings[1])]
    assert all(isinstance(block, (Paragraph, List)) for block in between)
    table = blocks[blocks.index(headings[1]) + 1]
    assert isinstance(table, Table)
    assert table.body[0].cells == (Cell(table.body[0].cells[0].blocks, header=True),)
    marks = list(note_marks(made.document))
    assert [note.number for note in made.document.notes] == sorted({mark.number for mark in marks})


@given(st.text(alphabet="{}%#~|.:'\"_ \n-*`[]()=abo1", max_size=30) | st.lists(
    st.sampled_from(["{{ ", " }}", "{% ", " %}", "scenario", ".", "title", "for o in ", "if ", "endfor", "endif", ":::",
                     "{small}",
                     "\n", "| ", "[", "]", "(", ")", "macro m(x)", "endmacro", "m(", "_('", "')", "| join", "set a = ",
                     "1", "`"]),
    max_size=14).map("".join))  # fmt: skip
def test_no_template_makes_load_check_or_compose_raise(template: str) -> None:
    from tests.template.small_world import TYPES, frame

    from briefgen.core.source import SourceFile
    from briefgen.template import check, compose, load

    loaded, faults = load("t", {"t": SourceFile("t", template)})
    assert (loaded is None) == bool(faults)
    if loaded is not None:
        check(loaded, TYPES)
        compose(loaded, {"scenario": scenario("a", "b", ["c"])}, frame())


def test_the_same_template_and_values_make_the_same_document() -> None:
    made = [composed(TEMPLATE, scenario("a", "b [@team]", ["c", "d"])) for _ in range(2)]
    assert made[0].document == made[1].document
    assert NoteMark(1, 1, Authored("question.en")) in list(note_marks(made[0].document))
