"""Whatever slip turns a good file into, the answer is a value or faults that have a place."""

from hypothesis import given
from hypothesis import strategies as st
from tests.model.model_of_tests import GOOD, Paper

from briefgen.core.source import SourceFile
from briefgen.model.reading.context import Reading
from briefgen.model.reading.reader import read_struct
from briefgen.yaml.parse import parse

LINES = GOOD.splitlines(keepends=True)
TOKENS = ["", "~", "x", "yes", "12", "-", ": ", "- ", "[", "]", "{", "}", "'", '"', "#", "@", "*a", "&a ", "!!str ",
          "\t", "\x00", "\u2028", "😀", "id", "id: a", "[a, b]", "{en: x}", "|", ">", "2022-02-30", "1e999",
          "  ", "\r\n"]  # fmt: skip

SLIPS = st.tuples(
    st.sampled_from(
        ["delete line", "repeat line", "indent", "outdent", "replace value", "replace line", "insert", "swap"]
    ),
    st.integers(0, len(LINES) - 1),
    st.integers(0, 80),
    st.sampled_from(TOKENS),
)


def slip(lines: list[str], what: str, at: int, column: int, token: str) -> list[str]:
    if not lines:
        return [token]
    at %= len(lines)
    line = lines[at]
    column %= len(line) + 1
    match what:
        case "delete line":
            new = []
        case "repeat line":
            new = [line, line]
        case "indent":
            new = ["  " + line]
        case "outdent":
            new = [line.removeprefix("  ")]
        case "replace value":
            key, colon, _ = line.partition(": ")
            new = [f"{key}{colon}{token}\n"]
        case "replace line":
            new = [token + "\n"]
        case "insert":
            new = [line[:column] + token + line[column:]]
        case _:
            return [*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]]
    return [*lines[:at], *new, *lines[at + 1 :]]


def answer(slips: list[tuple[str, int, int, str]]) -> None:
    lines = LINES
    for each in slips:
        lines = slip(lines, *each)
    text = "".join(lines)
    tree, faults = parse(SourceFile("f.yaml", text))
    reading = Reading()
    value = None if tree is None else read_struct(tree, Paper, reading, "")
    assert value is not None or faults or reading.diagnostics or tree is None
    for fault in [*faults, *reading.diagnostics]:
        assert fault.span is not None
        assert 0 <= fault.span.start <= fault.span.end
        assert fault.span.start <= len(text)
        assert fault.message
        assert fault.message.isprintable()
        assert fault.hint.isprintable()


@given(st.lists(SLIPS, min_size=1, max_size=3))
def test_a_slip_is_answered(slips: list[tuple[str, int, int, str]]) -> None:
    answer(slips)
